// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/cupsqueues.h"

#include "devices/cupsrequest.h"

#include <algorithm>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace cups;
using namespace Qt::StringLiterals;

constexpr int kMostQueues = 200;
constexpr int kMostCopies = 20;
constexpr qsizetype kLongestTitle = 100;
constexpr qsizetype kAtOnce = 64 << 10;

/// Keywords of RFC 8011 §5.4.12, without their grade at the end.
PrinterTrouble troubleOf(const QStringList& reasons)
{
    static const std::pair<QLatin1StringView, PrinterTrouble> kWords[] = {
        {"media-jam"_L1, PrinterTrouble::Jam},
        {"media-empty"_L1, PrinterTrouble::NoPaper},
        {"media-needed"_L1, PrinterTrouble::NoPaper},
        {"cover-open"_L1, PrinterTrouble::CoverOpen},
        {"door-open"_L1, PrinterTrouble::CoverOpen},
        {"toner-empty"_L1, PrinterTrouble::NoToner},
        {"marker-supply-empty"_L1, PrinterTrouble::NoToner},
        {"offline"_L1, PrinterTrouble::Offline},
        {"timed-out"_L1, PrinterTrouble::Offline},
        {"paused"_L1, PrinterTrouble::Paused},
    };
    for (const auto& [word, trouble] : kWords) {
        if (std::ranges::any_of(reasons,
                                [w = word](const QString& reason) { return reason.startsWith(w); })) {
            return trouble;
        }
    }
    return PrinterTrouble::None;
}

PrinterTrouble troubleOf(ipp_t* answer, bool stopped)
{
    const PrinterTrouble named =
        troubleOf(texts(ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD)));
    return named == PrinterTrouble::None && stopped ? PrinterTrouble::Other : named;
}

bool isStopped(ipp_t* answer)
{
    ipp_attribute_t* state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    return state != nullptr && ippGetInteger(state, 0) == IPP_PSTATE_STOPPED;
}

/// One printer of the answer to CUPS-Get-Printers, from its first attribute to the separator.
PrintQueueInfo readQueue(ipp_t* answer, ipp_attribute_t*& at)
{
    PrintQueueInfo info;
    QStringList reasons;
    for (; at != nullptr && ippGetGroupTag(at) == IPP_TAG_PRINTER; at = ippNextAttribute(answer)) {
        const QLatin1StringView name(ippGetName(at));
        if (name == "printer-name"_L1) {
            info.name = QString::fromUtf8(ippGetString(at, 0, nullptr));
        } else if (name == "printer-info"_L1) {
            info.description = QString::fromUtf8(ippGetString(at, 0, nullptr));
        } else if (name == "printer-is-accepting-jobs"_L1) {
            info.accepting = ippGetBoolean(at, 0) != 0;
        } else if (name == "printer-state"_L1) {
            info.stopped = ippGetInteger(at, 0) == IPP_PSTATE_STOPPED;
        } else if (name == "printer-state-reasons"_L1) {
            reasons = texts(at);
        } else if (name == "media-source-supported"_L1) {
            info.trays = texts(at);
        }
    }
    info.trouble = troubleOf(reasons);
    if (info.trouble == PrinterTrouble::None && info.stopped) {
        info.trouble = PrinterTrouble::Other;
    }
    return info;
}

bool isTitle(const QString& title)
{
    return !title.isEmpty() && title.size() <= kLongestTitle &&
           std::ranges::all_of(title, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// Options of a job. The paper is its own size and is not to be scaled to a printer's margins.
class JobOptions
{
public:
    explicit JobOptions(const PrintJob& job)
    {
        if (job.mime != "application/pdf") {
            return;
        }
        add("copies", QByteArray::number(std::clamp(job.copies, 1, kMostCopies)));
        add("print-scaling", "none");
        if (!job.tray.isEmpty()) {
            add("media-col", "{media-size={x-dimension=21000 y-dimension=29700} media-source=" +
                                 job.tray.toLatin1() + "}");
        } else {
            add("media", "iso_a4_210x297mm");
        }
    }

    ~JobOptions() { cupsFreeOptions(count, list); }

    JobOptions(const JobOptions&) = delete;
    JobOptions& operator=(const JobOptions&) = delete;

    int count = 0;
    cups_option_t* list = nullptr;

private:
    void add(const char* name, const QByteArray& value)
    {
        count = cupsAddOption(name, value.constData(), count, &list);
    }
};

Result<void> sendDocument(http_t* http, const PrintJob& job, const QByteArray& queue, int number)
{
    if (cupsStartDocument(http, queue.constData(), number, job.title.toLatin1().constData(),
                          job.mime.constData(), 1) != HTTP_STATUS_CONTINUE) {
        return lastFault(QString::fromUtf8(queue));
    }
    for (qsizetype at = 0; at < job.bytes.size(); at += kAtOnce) {
        const qsizetype size = std::min(kAtOnce, job.bytes.size() - at);
        if (cupsWriteRequestData(http, job.bytes.constData() + at, std::size_t(size)) !=
            HTTP_STATUS_CONTINUE) {
            return lastFault(QString::fromUtf8(queue));
        }
    }
    if (cupsFinishDocument(http, queue.constData()) > IPP_STATUS_OK_EVENTS_COMPLETE) {
        return lastFault(QString::fromUtf8(queue));
    }
    return {};
}

Result<QString> defaultQueue(http_t* http)
{
    Ipp request = newRequest(IPP_OP_CUPS_GET_DEFAULT, {}, nullptr);
    wantAttributes(request.get(), {"printer-name"});
    const auto answer = ask(http, std::move(request), {});
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const QStringList names = texts(ippFindAttribute(answer->get(), "printer-name", IPP_TAG_NAME));
    if (names.isEmpty()) {
        return fail(ErrorCode::PrinterMissing, u"no default printer"_s);
    }
    return names.front();
}

PrintProgress::Stage stageOf(int jobState)
{
    using Stage = PrintProgress::Stage;
    switch (jobState) {
    case IPP_JSTATE_PROCESSING:
        return Stage::Printing;
    case IPP_JSTATE_STOPPED:
        return Stage::Stopped;
    case IPP_JSTATE_CANCELED:
        return Stage::Cancelled;
    case IPP_JSTATE_ABORTED:
        return Stage::Aborted;
    case IPP_JSTATE_COMPLETED:
        return Stage::Done;
    default:
        return Stage::Waiting;
    }
}

} // namespace

CupsQueues::CupsQueues(QString server, std::chrono::milliseconds patience)
    : m_server(std::move(server))
    , m_patience(patience)
{
}

Result<std::vector<PrintQueueInfo>> CupsQueues::list()
{
    const auto http = connectTo(m_server, m_patience);
    if (!http) {
        return tl::unexpected(http.error());
    }
    Ipp request = newRequest(IPP_OP_CUPS_GET_PRINTERS, {}, nullptr);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", kMostQueues);
    wantAttributes(request.get(), {"printer-name", "printer-info", "printer-is-accepting-jobs",
                                   "printer-state", "printer-state-reasons", "media-source-supported"});
    const auto answer = ask(http->get(), std::move(request), {});
    std::vector<PrintQueueInfo> queues;
    if (!answer) {
        if (answer.error().code == ErrorCode::PrinterMissing) {
            return queues; // CUPS says "not found" where there is no printer at all
        }
        return tl::unexpected(answer.error());
    }
    for (ipp_attribute_t* at = ippFirstAttribute(answer->get()); at != nullptr;) {
        if (ippGetGroupTag(at) != IPP_TAG_PRINTER) {
            at = ippNextAttribute(answer->get());
            continue;
        }
        if (PrintQueueInfo info = readQueue(answer->get(), at); !info.name.isEmpty()) {
            queues.push_back(std::move(info));
        }
    }
    if (const auto usual = defaultQueue(http->get())) {
        for (PrintQueueInfo& info : queues) {
            info.isDefault = info.name == *usual;
        }
    }
    return queues;
}

Result<PrintTicket> CupsQueues::submit(const PrintJob& job)
{
    if (!isTitle(job.title) || job.bytes.isEmpty()) {
        return fail(ErrorCode::InvalidInput, u"no title in ASCII, or nothing to print"_s);
    }
    const auto http = connectTo(m_server, m_patience);
    if (!http) {
        return tl::unexpected(http.error());
    }
    const auto queue = job.queue.isEmpty() ? defaultQueue(http->get()) : Result<QString>(job.queue);
    if (!queue) {
        return tl::unexpected(queue.error());
    }
    // libcups does not say why it could not make a job for a queue that is gone.
    Ipp there = newRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, printerUri(*queue), "printer-uri");
    wantAttributes(there.get(), {"printer-state"});
    if (const auto known = ask(http->get(), std::move(there), *queue); !known) {
        return tl::unexpected(known.error());
    }
    const QByteArray name = queue->toUtf8();
    const JobOptions options(job);
    const int number = cupsCreateJob(http->get(), name.constData(), job.title.toLatin1().constData(),
                                     options.count, options.list);
    if (number == 0) {
        return lastFault(*queue);
    }
    if (auto sent = sendDocument(http->get(), job, name, number); !sent) {
        cupsCancelJob2(http->get(), name.constData(), number, 0);
        return tl::unexpected(sent.error());
    }
    return PrintTicket{*queue, number};
}

Result<PrintProgress> CupsQueues::look(const PrintTicket& ticket)
{
    const auto http = connectTo(m_server, m_patience);
    if (!http) {
        return tl::unexpected(http.error());
    }
    Ipp about =
        newRequest(IPP_OP_GET_JOB_ATTRIBUTES, u"ipp://localhost/jobs/%1"_s.arg(ticket.job), "job-uri");
    wantAttributes(about.get(), {"job-state"});
    const auto job = ask(http->get(), std::move(about), ticket.queue);
    if (!job) {
        return tl::unexpected(job.error());
    }
    ipp_attribute_t* state = ippFindAttribute(job->get(), "job-state", IPP_TAG_ENUM);
    PrintProgress progress{stageOf(state == nullptr ? 0 : ippGetInteger(state, 0)), PrinterTrouble::None};
    if (isOver(progress.stage)) {
        return progress;
    }
    Ipp wanted = newRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, printerUri(ticket.queue), "printer-uri");
    wantAttributes(wanted.get(), {"printer-state", "printer-state-reasons"});
    const auto printer = ask(http->get(), std::move(wanted), ticket.queue);
    if (!printer) {
        return tl::unexpected(printer.error());
    }
    const bool stopped = isStopped(printer->get());
    if (stopped) {
        progress.stage = PrintProgress::Stage::Stopped;
    }
    progress.trouble = troubleOf(printer->get(), stopped);
    return progress;
}

Result<void> CupsQueues::cancel(const PrintTicket& ticket)
{
    const auto http = connectTo(m_server, m_patience);
    if (!http) {
        return tl::unexpected(http.error());
    }
    if (cupsCancelJob2(http->get(), ticket.queue.toUtf8().constData(), ticket.job, 0) >
        IPP_STATUS_OK_EVENTS_COMPLETE) {
        return lastFault(ticket.queue);
    }
    return {};
}

} // namespace ow::devices
