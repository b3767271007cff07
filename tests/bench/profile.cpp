// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/profile.h"

#include "domain/casefile.h"
#include "ledger/numbers.h"
#include "record/crypto.h"

#include <QDateTime>
#include <QUuid>

#include <array>

namespace ow::bench {

using domain::Kind;
using ledger::ActDraft;

namespace {

/// As at a window: what a password costs is part of what is measured.
constexpr record::KdfCost kUsual{65536, 3, 1};
constexpr int kPerDay = 80;
constexpr int kPerTransaction = 8; ///< a ledger takes no more than 16 acts at once
constexpr qint64 kDayMs = 86'400'000;

const QStringList kSurnames{QStringLiteral("张"),   QStringLiteral("李"),   QStringLiteral("王"),
                            QStringLiteral("马"),   QStringLiteral("欧阳"), QStringLiteral("赵"),
                            QStringLiteral("慕容"), QStringLiteral("陈")};
const QStringList kGiven{QStringLiteral("建国"), QStringLiteral("秀英"), QStringLiteral("尕让"),
                         QStringLiteral("雪"),   QStringLiteral("永强"), QStringLiteral("小兰")};

domain::Intake intakeOf(int n, const QString& item)
{
    domain::Intake intake;
    intake.draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    intake.guide = {item, 1, QByteArray(32, '\x11')};
    intake.applicant.name = kSurnames[n % kSurnames.size()] + kGiven[n / 8 % kGiven.size()];
    intake.applicant.idNumber = QStringLiteral("6201021990%1%2").arg(n, 7, 10, QLatin1Char('0')).arg(n % 10);
    intake.applicant.phone = QStringLiteral("1390001%1").arg(n % 10'000, 4, 10, QLatin1Char('0'));
    intake.applicant.address = QStringLiteral("兰州市城关区庆阳路%1号").arg(n % 900);
    intake.applicant.division = QStringLiteral("620102");
    for (int m = 1; m <= 5; ++m) {
        domain::MaterialIntake material;
        material.id = QStringLiteral("M0%1").arg(m);
        material.state = domain::MaterialState::Received;
        intake.materials.push_back(material);
    }
    return intake;
}

QCborMap dueFrom(const QDate& day)
{
    return domain::dueToCbor({day.addDays(7), day.addDays(20), day.addDays(28), true});
}

domain::Result<QCborMap> acceptBody(ledger::Numbers& numbers)
{
    const QString kind = QStringLiteral("acceptance");
    return numbers.drawPaper(kind, {QStringLiteral("甘交受"), 0}).map([&](const QString& paper) {
        return QCborMap{{QStringLiteral("acceptedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("statutoryDays"), 20},
                        {QStringLiteral("promisedDays"), 10},
                        {QStringLiteral("due"), dueFrom(numbers.day())},
                        {QStringLiteral("paper"),
                         domain::paperToCbor({kind, paper, QStringLiteral("acceptance"), 1, {}, {}, {}})}};
    });
}

} // namespace

const QString Profile::kClerk = QStringLiteral("clerk");
const QString Profile::kPassword = QStringLiteral("Lanzhou-2026-bench");
const QByteArray Profile::kMachine = QByteArrayLiteral("bench");

Profile::Profile(const QString& folder, const QString& mirrorFolder)
    : clock(QDateTime::currentMSecsSinceEpoch())
    , m_folder(folder)
    , m_mirrorFolder(mirrorFolder)
    , m_crypto(record::makeBotanProvider())
{
}

ledger::LedgerOptions Profile::options() const
{
    return {m_folder, m_mirrorFolder, kMachine, &clock, m_crypto.get(), kUsual};
}

QString Profile::database() const
{
    return m_folder + QStringLiteral("/ledger.db");
}

std::unique_ptr<ledger::Ledger> Profile::create() const
{
    ledger::Enrolment enrolment;
    enrolment.device = QStringLiteral("dev-0001");
    enrolment.hall = QStringLiteral("JT62");
    enrolment.hallName = QStringLiteral("甘肃省政务大厅");
    enrolment.station = QStringLiteral("W03");
    enrolment.masterKey = demand(m_crypto->randomSecret(record::kKeySize));
    enrolment.k0 = demand(m_crypto->randomSecret(record::kKeySize));
    enrolment.centrePublicKey = demand(m_crypto->sm2Generate()).publicKey;
    enrolment.users.push_back(demand(
        record::UserKeys::create(*m_crypto, kClerk, record::SecretBytes::fromPassword(kPassword), kUsual)));
    enrolment.persons.push_back({kClerk, QStringLiteral("窗口人员"), domain::AnyPerson});
    auto ledger = demand(ledger::Ledger::create(options(), enrolment));
    demand(ledger->signIn(kClerk, record::SecretBytes::fromPassword(kPassword)));
    return ledger;
}

std::unique_ptr<ledger::Ledger> Profile::open() const
{
    auto ledger = demand(ledger::Ledger::open(options()));
    demand(ledger->signIn(kClerk, record::SecretBytes::fromPassword(kPassword)));
    return ledger;
}

std::vector<ActDraft> Profile::acceptance(int n)
{
    const QString item = QStringLiteral("62-JT-XK-%1").arg(1 + n % 43, 4, 10, QLatin1Char('0'));
    ActDraft receive;
    receive.kind = Kind::Receive;
    receive.actor = kClerk;
    receive.about = ActDraft::Case::Open;
    receive.guide = record::GuideRef{item, 1, QString::fromLatin1(QByteArray(32, '\x11').toHex())};
    receive.body = [intake = intakeOf(n, item)](ledger::Numbers& numbers) -> domain::Result<QCborMap> {
        return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(intake)},
                        {QStringLiteral("receivedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("due"), dueFrom(numbers.day())}};
    };
    ActDraft accept;
    accept.kind = Kind::Accept;
    accept.actor = kClerk;
    accept.about = ActDraft::Case::AsBefore;
    accept.body = acceptBody;
    return {receive, accept};
}

void Profile::fill(ledger::Ledger& ledger, int cases)
{
    const qint64 now = clock.utcMs();
    const qint64 days = (cases + kPerDay - 1) / kPerDay;
    clock.setUtcMs(now - days * kDayMs);
    for (int first = 0; first < cases; first += kPerTransaction) {
        std::vector<ActDraft> acts;
        for (int n = first; n < std::min(first + kPerTransaction, cases); ++n) {
            std::ranges::move(acceptance(n), std::back_inserter(acts));
        }
        demand(ledger.append(acts));
        clock.advance(kDayMs * kPerTransaction / kPerDay);
    }
    demand(ledger.flushMirror());
    clock.setUtcMs(now);
}

} // namespace ow::bench
