// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgerkit.h"

#include "domain/casefile.h"
#include "ledger/numbers.h"

#include <QDir>
#include <QFile>
#include <QStringConverter>

#include <catch2/catch.hpp>

namespace ow::test {

using domain::Kind;
using ledger::ActDraft;

namespace {

constexpr record::KdfCost kCheap{8, 1, 1};

/// The same key in every process of a test.
record::SecretBytes fixedKey(char fill)
{
    return record::SecretBytes::copyOf(QByteArray(32, fill));
}

QCborMap dueOf(const QDate& day)
{
    return domain::dueToCbor({day.addDays(7), day.addDays(20), day.addDays(28), true});
}

} // namespace

const QString LedgerKit::kClerk = QStringLiteral("gs-0417");
const QString LedgerKit::kPassword = QStringLiteral("Lanzhou-2026-窗口");

std::vector<QByteArray> tracesOf(const Person& person)
{
    std::vector<QByteArray> traces;
    for (const QString& text : {person.name, person.idNumber, person.phone}) {
        const QByteArray utf8 = text.toUtf8();
        traces.push_back(utf8);
        traces.push_back(utf8.toHex());
        traces.push_back(utf8.toBase64(QByteArray::OmitTrailingEquals));
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder encoder(encoding);
            traces.push_back(encoder(text));
        }
    }
    // GB18030 by iconv: 马 C2ED, 尕 E6D8, 让 C8C3.
    traces.push_back(QByteArray::fromHex("c2ede6d8c8c3"));
    return traces;
}

QString actName(int act)
{
    return Person().name + QStringLiteral("act-%1").arg(act);
}

LedgerKit::LedgerKit()
    : crypto(record::makeBotanProvider())
    , m_owned(std::make_unique<QTemporaryDir>())
    , m_folder(m_owned->path())
    , m_centre(std::move(*crypto->sm2Generate()))
{
}

LedgerKit::LedgerKit(const QString& folder)
    : crypto(record::makeBotanProvider())
    , m_folder(folder)
    , m_centre(std::move(*crypto->sm2Generate()))
{
}

record::SecretBytes LedgerKit::password(const QString& text)
{
    return record::SecretBytes::fromPassword(text);
}

record::SecretBytes LedgerKit::k0() const
{
    return fixedKey('\x5a');
}

ledger::LedgerOptions LedgerKit::options() const
{
    ledger::LedgerOptions options{profile(), outside(), machineId, &clock, crypto.get(), kCheap};
    options.sidecarFolder = sidecar;
    options.sidecarBytes = sidecarBytes;
    options.sidecarRetryMs = sidecarRetryMs;
    return options;
}

ledger::Enrolment LedgerKit::enrolment() const
{
    ledger::Enrolment enrolment;
    enrolment.device = device;
    enrolment.hall = QStringLiteral("JT62");
    enrolment.hallName = QStringLiteral("甘肃省政务大厅");
    enrolment.station = station;
    enrolment.training = training;
    enrolment.masterKey = fixedKey('\x21');
    enrolment.k0 = k0();
    enrolment.centrePublicKey = m_centre.publicKey;
    auto keys = record::UserKeys::create(*crypto, kClerk, password(), kCheap);
    REQUIRE(keys.has_value());
    enrolment.users.push_back(std::move(*keys));
    return enrolment;
}

std::unique_ptr<ledger::Ledger> LedgerKit::create() const
{
    auto made = ledger::Ledger::create(options(), enrolment());
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made.has_value());
    return std::move(*made);
}

std::unique_ptr<ledger::Ledger> LedgerKit::createSignedIn() const
{
    auto made = create();
    REQUIRE(made->signIn(kClerk, password()).has_value());
    return made;
}

domain::Result<std::unique_ptr<ledger::Ledger>> LedgerKit::open() const
{
    return ledger::Ledger::open(options());
}

std::unique_ptr<ledger::Ledger> LedgerKit::openSignedIn() const
{
    auto opened = open();
    INFO((opened ? std::string() : opened.error().detail.toStdString()));
    REQUIRE(opened.has_value());
    REQUIRE((*opened)->signIn(kClerk, password()).has_value());
    return std::move(*opened);
}

domain::Intake sampleIntake(const Person& person)
{
    domain::Intake intake;
    intake.draftId = QStringLiteral("5f0c2a52-0a1c-4f6e-9d1c-0d8f8f2a0001");
    intake.guide = {QStringLiteral("JT-0101"), 1, QByteArray(32, '\x11')};
    intake.applicant.name = person.name;
    intake.applicant.idNumber = person.idNumber;
    intake.applicant.phone = person.phone;
    intake.applicant.address = QStringLiteral("兰州市城关区");
    intake.applicant.division = QStringLiteral("620102");
    return intake;
}

ActDraft receiveAct(const Person& person)
{
    ActDraft act;
    act.kind = Kind::Receive;
    act.actor = LedgerKit::kClerk;
    act.about = ActDraft::Case::Open;
    act.guide =
        record::GuideRef{QStringLiteral("JT-0101"), 1, QString::fromLatin1(QByteArray(32, '\x11').toHex())};
    act.body = [person](ledger::Numbers& numbers) -> domain::Result<QCborMap> {
        return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(sampleIntake(person))},
                        {QStringLiteral("receivedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("due"), dueOf(numbers.day())}};
    };
    return act;
}

ActDraft acceptAct()
{
    ActDraft act;
    act.kind = Kind::Accept;
    act.actor = LedgerKit::kClerk;
    act.about = ActDraft::Case::AsBefore;
    act.body = [](ledger::Numbers& numbers) -> domain::Result<QCborMap> {
        const QString kind = QStringLiteral("acceptance");
        return numbers.drawPaper(kind, {QStringLiteral("甘交受"), 0}).map([&](const QString& paper) {
            return QCborMap{
                {QStringLiteral("acceptedOn"), numbers.day().toString(Qt::ISODate)},
                {QStringLiteral("statutoryDays"), 20},
                {QStringLiteral("promisedDays"), 10},
                {QStringLiteral("due"), dueOf(numbers.day())},
                {QStringLiteral("paper"),
                 domain::paperToCbor({kind, paper, QStringLiteral("acceptance"), 1, {}, {}, {}})}};
        });
    };
    return act;
}

ActDraft caseAct(Kind kind, const QString& caseNumber, const QString& note)
{
    ActDraft act;
    act.kind = kind;
    act.actor = LedgerKit::kClerk;
    act.about = ActDraft::Case::Existing;
    act.caseNumber = caseNumber;
    QCborMap what{{QStringLiteral("note"), note}};
    if (kind == Kind::Resubmit)
        what.insert(QStringLiteral("intake"), domain::intakeToCbor(sampleIntake({})));
    act.body = ledger::fixedBody(what);
    return act;
}

ActDraft asBefore(ActDraft act)
{
    act.about = ActDraft::Case::AsBefore;
    act.caseNumber.clear();
    return act;
}

ActDraft plainAct(Kind kind)
{
    ActDraft act;
    act.kind = kind;
    act.actor = LedgerKit::kClerk;
    act.body = ledger::fixedBody({{QStringLiteral("code"), QStringLiteral("x")}});
    return act;
}

domain::Result<QString> acceptCase(ledger::Ledger& ledger, const Person& person)
{
    const ActDraft acts[] = {receiveAct(person), acceptAct()};
    return ledger.append(acts).map([](const std::vector<ledger::WrittenEntry>& written) {
        return *written.front().entry.header.caseNumber;
    });
}

qint64 appendAllKinds(ledger::Ledger& ledger)
{
    const auto run = [&ledger](std::vector<Kind> kinds) {
        auto received = ledger.append(std::vector{receiveAct()});
        REQUIRE(received.has_value());
        const QString number = *received->front().entry.header.caseNumber;
        for (const Kind kind : kinds) {
            ActDraft act = kind == Kind::Accept ? acceptAct() : caseAct(kind, number);
            act.about = ActDraft::Case::Existing;
            act.caseNumber = number;
            const auto done = ledger.append(std::vector{act});
            INFO(domain::kindInfo(kind).key.data() << " " << (done ? "" : done.error().detail.toStdString()));
            REQUIRE(done.has_value());
        }
    };
    run({Kind::Accept, Kind::Grant, Kind::Issue, Kind::Paper, Kind::Rate, Kind::Note, Kind::Revoke});
    run({Kind::CorrectOnSpot, Kind::Notice, Kind::Resubmit, Kind::Accept, Kind::Supply, Kind::Promise,
         Kind::Review, Kind::Pause, Kind::Resume, Kind::Extend, Kind::Refuse, Kind::Issue});
    run({Kind::Advice, Kind::Decline});
    run({Kind::NotRequired});
    run({Kind::PassOn});
    run({Kind::Withdraw, Kind::Forget});
    run({Kind::Accept, Kind::Terminate});
    run({Kind::Deem, Kind::Task, Kind::Check, Kind::Resolve});
    run({Kind::Notice, Kind::Lapse});
    run({Kind::Note, Kind::Note, Kind::Note, Kind::Note, Kind::Note});
    for (const domain::KindInfo& info : domain::allKinds()) {
        if (info.audience != domain::Audience::Case)
            REQUIRE(ledger.append(std::vector{plainAct(info.kind)}).has_value());
    }
    return ledger.head().seq;
}

std::vector<ledger::Outcome> acceptedOutcomes(qint64 first, qint64 last)
{
    std::vector<ledger::Outcome> outcomes;
    for (qint64 seq = first; seq <= last; ++seq)
        outcomes.push_back({seq, ledger::EntryState::Accepted, seq * 10, {}, {}, {}});
    return outcomes;
}

ledger::Receipt receiptFor(const LedgerKit& kit, const ledger::Ledger& ledger)
{
    const ledger::ChainHead head = ledger.head();
    ledger::Receipt receipt{head.seq, head.hash, kit.clock.utcMs(), {}};
    const auto signature =
        kit.crypto->sm2Sign(kit.centre().privateKey, ledger::receiptBytes(ledger.identity().device, receipt));
    REQUIRE(signature.has_value());
    receipt.signature = *signature;
    return receipt;
}

} // namespace ow::test
