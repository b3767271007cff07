// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ledgercommands.h"

#include "ctl/intakecommand.h"
#include "ledger/ledger.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QTimer>

#include <array>
#include <memory>

namespace ow::ctl {

namespace {

using domain::ErrorCode;
using domain::Result;
using Answer = LedgerCommands::Answer;

constexpr int kMostCases = 1000;
constexpr int kSyncMs = 60'000;

template <class T> QFuture<Result<T>> refuse(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(error)));
}

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

QCborMap lineMap(const desk::CaseLine& line)
{
    return {{QStringLiteral("number"), line.number},
            {QStringLiteral("item"), line.item},
            {QStringLiteral("state"), QString(domain::stateKey(line.state))},
            {QStringLiteral("received"), day(line.received)},
            {QStringLiteral("due"), day(line.nextDue)},
            {QStringLiteral("pending"), line.pending}};
}

QString syncKey(desk::SyncState state)
{
    switch (state) {
    case desk::SyncState::Pending:
        return QStringLiteral("pending");
    case desk::SyncState::Accepted:
        return QStringLiteral("accepted");
    case desk::SyncState::Conflict:
        return QStringLiteral("conflict");
    case desk::SyncState::Rejected:
        return QStringLiteral("rejected");
    }
    return {};
}

QCborMap detailMap(const desk::CaseDetail& detail)
{
    QCborMap map = lineMap(detail.line);
    QCborArray entries;
    for (const desk::TimelineLine& line : detail.timeline) {
        entries.append(QCborMap{{QStringLiteral("seq"), line.seq},
                                {QStringLiteral("at"), line.at},
                                {QStringLiteral("kind"), line.kindKey},
                                {QStringLiteral("sync"), syncKey(line.sync)}});
    }
    QCborArray papers;
    for (const domain::PaperRef& paper : detail.file.papers) {
        papers.append(QCborMap{{QStringLiteral("kind"), paper.kind},
                               {QStringLiteral("number"), paper.number},
                               {QStringLiteral("made"), !paper.paperEntry.isEmpty()}});
    }
    // Masked as on screen: showing the whole number is an act with an entry of its own.
    map.insert(QStringLiteral("applicant"), QCborMap{{QStringLiteral("name"), detail.applicantName},
                                                     {QStringLiteral("id"), detail.applicantIdMasked}});
    map.insert(QStringLiteral("entries"), entries);
    map.insert(QStringLiteral("papers"), papers);
    return map;
}

QString gradeKey(record::ChainGrade grade)
{
    switch (grade) {
    case record::ChainGrade::Receipted:
        return QStringLiteral("receipted");
    case record::ChainGrade::MacTrue:
        return QStringLiteral("mac_true");
    case record::ChainGrade::ChainOnly:
        return QStringLiteral("chain_only");
    case record::ChainGrade::Faulty:
        return QStringLiteral("faulty");
    }
    return {};
}

QCborMap reportMap(const ledger::VerifyReport& report)
{
    QCborArray faults;
    for (const record::ChainFault& fault : report.chain.faults) {
        faults.append(QCborMap{{QStringLiteral("seq"), fault.seq},
                               {QStringLiteral("last"), fault.lastSeq},
                               {QStringLiteral("kind"), QString(record::chainFaultKey(fault.kind))},
                               {QStringLiteral("reason"), fault.reason}});
    }
    for (const ledger::RowFault& fault : report.rows) {
        faults.append(QCborMap{{QStringLiteral("table"), fault.table},
                               {QStringLiteral("key"), fault.key},
                               {QStringLiteral("reason"), fault.reason}});
    }
    QCborArray grades;
    for (const record::GradeRange& range : report.chain.grades) {
        grades.append(QCborMap{{QStringLiteral("first"), range.first},
                               {QStringLiteral("last"), range.last},
                               {QStringLiteral("grade"), gradeKey(range.grade)}});
    }
    return {{QStringLiteral("sound"), report.isSound()},
            {QStringLiteral("entries"), report.chain.entries},
            {QStringLiteral("bodiesChecked"), report.bodiesChecked},
            {QStringLiteral("forgotten"), report.forgotten},
            {QStringLiteral("faults"), faults},
            {QStringLiteral("grades"), grades}};
}

} // namespace

LedgerCommands::LedgerCommands(desk::Workplace& workplace, CommandLine line, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_line(std::move(line))
    , m_signIn(workplace)
    , m_cases(workplace)
    , m_papers(workplace)
    , m_connection(workplace)
    , m_keep(workplace, m_line)
{
}

LedgerCommands::~LedgerCommands()
{
    // The last answers find their desks alive; after that none can come.
    m_workplace.shutDown();
    QCoreApplication::sendPostedEvents();
}

QFuture<Answer> LedgerCommands::run()
{
    if (m_line.command == QLatin1StringView("init")) {
        return init();
    }
    const desk::Profile profile = m_line.training ? desk::Profile::Training : desk::Profile::Window;
    return m_workplace.openProfile(profile)
        .then(this,
              [this](const Result<void>& opened) {
                  return opened ? signedIn() : refuse<QCborMap>(opened.error());
              })
        .unwrap();
}

QFuture<Answer> LedgerCommands::init()
{
    QFuture<Result<void>> made;
    if (m_line.training) {
        made = m_signIn.beginTraining();
    } else if (m_line.codeFd && !m_line.centre.isEmpty()) {
        if (m_workplace.hasProfile(desk::Profile::Window)) { // before the code is spent
            return refuse<QCborMap>({ErrorCode::NotAllowed,
                                     QStringLiteral("this profile is a window already"),
                                     QStringLiteral("init")});
        }
        const auto code = readSecretLine(*m_line.codeFd);
        if (!code) {
            return refuse<QCborMap>(code.error());
        }
        made = m_connection.enrol(QUrl(m_line.centre), *code, QSysInfo::machineHostName());
    } else {
        return refuse<QCborMap>({ErrorCode::InvalidInput,
                                 QStringLiteral("--training, or --centre URL and --code-fd N"),
                                 QStringLiteral("init")});
    }
    return made.then(this, [this](const Result<void>& done) -> Answer {
        if (!done) {
            return tl::unexpected(done.error());
        }
        const auto& device = m_workplace.device();
        return QCborMap{{QStringLiteral("device"), device->device},
                        {QStringLiteral("hall"), device->hall},
                        {QStringLiteral("station"), device->station},
                        {QStringLiteral("training"), device->training}};
    });
}

QFuture<Answer> LedgerCommands::signedIn()
{
    // A ledger can be walked without anybody's password; everything else needs somebody to act.
    if (m_line.command == QLatin1StringView("verify") && m_line.user.isEmpty()) {
        return verify();
    }
    QString user = m_line.user;
    Result<QString> password =
        domain::fail(ErrorCode::PasswordWrong, QStringLiteral("--user and --password-fd are needed"));
    if (m_line.passwordFd) {
        password = readSecretLine(*m_line.passwordFd);
    } else if (m_line.training) {
        user = desk::SignInDesk::trainingUser();
        password = desk::SignInDesk::trainingPassword();
    }
    if (!password) {
        return refuse<QCborMap>(password.error());
    }
    return m_signIn.signIn(user, *password)
        .then(this,
              [this](const Result<desk::Person>& person) {
                  return person ? command() : refuse<QCborMap>(person.error());
              })
        .unwrap()
        .then(this,
              [this](const Answer& answer) {
                  return m_signIn.signOut().then(this, [answer](const Result<void>&) { return answer; });
              })
        .unwrap();
}

QFuture<Answer> LedgerCommands::command()
{
    const QString& name = m_line.command;
    if (name == QLatin1StringView("verify")) {
        return verify();
    }
    if (name == QLatin1StringView("cases")) {
        return cases();
    }
    if (name == QLatin1StringView("case")) {
        return oneCase();
    }
    if (name == QLatin1StringView("sync")) {
        return sync();
    }
    if (KeepCommands::knows(name)) {
        return m_keep.run();
    }
    return intake();
}

QFuture<Answer> LedgerCommands::verify()
{
    return m_workplace.ledger().run([](ledger::Ledger& ledger) -> Answer {
        const auto report = ledger.verify({});
        return report ? Answer(reportMap(*report)) : tl::unexpected(report.error());
    });
}

QFuture<Answer> LedgerCommands::cases()
{
    return m_cases.list(desk::CaseList::All, kMostCases)
        .then(this, [](const Result<std::vector<desk::CaseLine>>& lines) -> Answer {
            if (!lines) {
                return tl::unexpected(lines.error());
            }
            QCborArray list;
            for (const desk::CaseLine& line : *lines) {
                list.append(lineMap(line));
            }
            return QCborMap{{QStringLiteral("cases"), list}};
        });
}

QFuture<Answer> LedgerCommands::oneCase()
{
    return m_cases.open(m_line.arguments.front())
        .then(this, [](const Result<desk::CaseDetail>& detail) -> Answer {
            return detail ? Answer(detailMap(*detail)) : tl::unexpected(detail.error());
        });
}

QFuture<Answer> LedgerCommands::sync()
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto finish = [this, promise] {
        if (promise->future().isFinished()) {
            return;
        }
        const desk::LineStatus& status = m_connection.status();
        QCborMap map{{QStringLiteral("pending"), status.entries},
                     {QStringLiteral("materials"), status.materials},
                     {QStringLiteral("online"), status.line == desk::LineStatus::Line::Online}};
        if (status.fault) {
            map.insert(QStringLiteral("fault"), QString(domain::errorName(status.fault->code)));
        }
        promise->addResult(Answer(map));
        promise->finish();
    };
    const auto look = [this, finish] {
        using Line = desk::LineStatus::Line;
        const desk::LineStatus& status = m_connection.status();
        const bool sent = status.line == Line::Online && status.entries == 0 && status.materials == 0;
        if (sent || status.line == Line::Refused || status.line == Line::None) {
            finish();
        }
    };
    connect(&m_connection, &desk::Connection::statusChanged, this, look);
    QTimer::singleShot(kSyncMs, this, finish);
    look();
    return promise->future();
}

QFuture<Answer> LedgerCommands::intake()
{
    return takeIntake(m_workplace, m_papers, m_line);
}

} // namespace ow::ctl
