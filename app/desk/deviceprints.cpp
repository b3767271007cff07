// SPDX-License-Identifier: GPL-3.0-or-later
// What the device desk prints: the slip of a case, and tests.
#include "desk/devicedesk.h"
#include "desk/paperrequests.h"
#include "desk/whenanswered.h"
#include "devices/escpos.h"
#include "domain/casenumber.h"
#include "domain/legaldate.h"
#include "ledger/ledger.h"
#include "papers/slip.h"
#include "papers/testpage.h"

#include <QCoreApplication>
#include <QPromise>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeviceDesk)
};

Result<QImage> slipOf(const papers::PaperRequest& request)
{
    const auto words = papers::SlipWords::builtIn();
    if (!words) {
        return tl::unexpected(words.error());
    }
    return papers::renderSlip(*words, request);
}

/// A promise that callbacks share; when the desk goes first, its future ends without a result.
template <class T> std::shared_ptr<QPromise<Result<T>>> begun()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <class T> void answer(QPromise<Result<T>>& promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

QFuture<Result<void>> DeviceDesk::printSlip(const QString& caseNumber, const QString& paperNumber)
{
    auto promise = begun<void>();
    const HouseRulesPtr rules = m_workplace.rules();
    const auto request = m_workplace.ledger().run(
        [rules, caseNumber, paperNumber](ledger::Ledger& ledger) -> Result<papers::PaperRequest> {
            const auto history = ledger.cases().history(caseNumber);
            if (!history) {
                return tl::unexpected(history.error());
            }
            const auto person = ledger.people().person(ledger.user());
            return paperRequest(*history, paperNumber, *rules, ledger.identity(),
                                person ? person->name : ledger.user());
        });
    whenAnswered(request, this, [this, promise](const Result<papers::PaperRequest>& facts) {
        if (facts) {
            drawAndSend(*facts, promise);
        } else {
            answer<void>(*promise, tl::unexpected(facts.error()));
        }
    });
    return promise->future();
}

QFuture<Result<void>> DeviceDesk::printTestSlip()
{
    auto promise = begun<void>();
    drawAndSend(testRequest(), promise);
    return promise->future();
}

papers::PaperRequest DeviceDesk::testRequest() const
{
    papers::PaperRequest request;
    const auto number = domain::CaseNumber::make(domain::kTrainingHall, u"W00", m_workplace.today(), 1);
    request.caseNumber = number ? number->format() : QString();
    request.itemName = Words::tr("Test of the receipt printer");
    request.addressee = Words::tr("Nobody");
    request.issuedAt = domain::legalTime(m_workplace.options().clock->utcMs());
    request.findings.push_back({Words::tr("Every line and both edges can be read"), {}, {}});
    request.training = true;
    if (m_workplace.rules()) {
        request.windowName = m_workplace.rules()->facts.windowName;
    }
    return request;
}

void DeviceDesk::drawAndSend(const papers::PaperRequest& facts, const SlipPromise& promise)
{
    whenAnswered(m_workplace.work([facts] { return slipOf(facts); }), this,
                 [this, promise](const Result<QImage>& slip) {
                     if (slip) {
                         sendSlip(*slip, promise);
                     } else {
                         answer<void>(*promise, tl::unexpected(slip.error()));
                     }
                 });
}

void DeviceDesk::sendSlip(const QImage& slip, const SlipPromise& promise)
{
    const auto done = [this, promise, uses = m_uses](const Result<void>& sent) {
        if (uses == m_uses) {
            note(DeviceKind::SlipPrinter, sent ? std::nullopt : std::optional(sent.error()));
        }
        answer<void>(*promise, sent);
    };
    if (m_slips) {
        setHealth(DeviceKind::SlipPrinter, DeviceState::Health::Busy);
        whenAnswered(m_slips->print(slip), this, done);
        return;
    }
    const auto bytes = devices::escposReceipt(slip);
    if (m_settings.slip != DeviceSettings::SlipPrinter::Queue || !bytes) {
        answer<void>(*promise, bytes ? fail(ErrorCode::ReceiptFailed, QStringLiteral("no receipt printer"))
                                     : tl::unexpected(bytes.error()));
        return;
    }
    setHealth(DeviceKind::SlipPrinter, DeviceState::Health::Busy);
    devices::PrintJob job;
    job.queue = m_settings.slipAddress;
    job.title = QStringLiteral("slip");
    job.mime = QByteArrayLiteral("application/vnd.cups-raw");
    job.bytes = *bytes;
    whenAnswered(m_printer.printBytes(std::move(job)), this, [done](const Result<Printed>& printed) {
        done(printed ? Result<void>{} : Result<void>(tl::unexpected(printed.error())));
    });
}

QFuture<Result<Printed>> DeviceDesk::printTestPage()
{
    auto promise = begun<Printed>();
    const QStringList lines{Words::tr("Test page"), m_workplace.today().toString(Qt::ISODate),
                            Words::tr("The frame stands 10 mm from every edge of the sheet.")};
    whenAnswered(m_workplace.work([lines] { return papers::testPage(lines); }), this,
                 [this, promise](const QByteArray& pdf) {
                     whenAnswered(m_printer.print({{}, QStringLiteral("test-page"), pdf}), this,
                                  [this, promise](const Result<Printed>& printed) {
                                      note(DeviceKind::PaperPrinter,
                                           printed ? std::nullopt : std::optional(printed.error()));
                                      answer<Printed>(*promise, printed);
                                  });
                 });
    return promise->future();
}

} // namespace ow::desk
