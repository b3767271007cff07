// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/manycases.h"

#include "bench/figure.h"
#include "domain/casenumber.h"
#include "ledger/personkey.h"
#include "ledger/personprojection.h"
#include "ledger/projections.h"
#include "ledger/transaction.h"

#include <QRandomGenerator>

#include <array>

namespace ow::bench {

namespace {

constexpr int kPerDay = 80;
constexpr quint32 kPeople = 10'000;
const QDate kFirstDay(2022, 1, 4);

const QStringList kSurnames{QStringLiteral("张"),   QStringLiteral("李"),   QStringLiteral("王"),
                            QStringLiteral("马"),   QStringLiteral("欧阳"), QStringLiteral("赵"),
                            QStringLiteral("慕容"), QStringLiteral("陈")};
const QStringList kGiven{QStringLiteral("建国"), QStringLiteral("秀英"), QStringLiteral("尕让"),
                         QStringLiteral("雪"),   QStringLiteral("永强"), QStringLiteral("小兰")};

constexpr std::array kStates{
    domain::CaseState::Issued,    domain::CaseState::Issued,      domain::CaseState::Issued,
    domain::CaseState::Issued,    domain::CaseState::Issued,      domain::CaseState::Declined,
    domain::CaseState::Accepted,  domain::CaseState::UnderReview, domain::CaseState::AwaitingSupplement,
    domain::CaseState::Withdrawn, domain::CaseState::Issued,      domain::CaseState::Issued};

struct Person
{
    QString name;
    QString id;
};

Person personOf(quint32 n)
{
    return {kSurnames[n % static_cast<quint32>(kSurnames.size())] +
                kGiven[n / 8 % static_cast<quint32>(kGiven.size())],
            QStringLiteral("6201021990%1%2").arg(n, 7, 10, QLatin1Char('0')).arg(n % 10)};
}

class Filler
{
public:
    Filler(const ledger::Database& database, const ledger::ColumnSealer& sealer)
        : m_sealer(sealer)
        , m_persons(database, sealer)
        , m_row(demand(database.prepare(QStringLiteral(
              "INSERT INTO case_head (number, item, guide, station, state, received, answer_due, "
              "promised_due, statutory_due, head, head_at, opened_by, pending, conflicts, rejected, flags, "
              "next_due, deficiency_due, open_tasks, sealed) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "0, 0, '', ?, ?, 0, ?)"))))
    {
    }

    void write(int i)
    {
        const QDate day = kFirstDay.addDays(i / kPerDay);
        const auto state = kStates[m_random.bounded(static_cast<quint32>(kStates.size()))];
        const bool open = domain::isOpen(state);
        const Person person = personOf(m_random.bounded(kPeople));
        const QString station = QStringLiteral("W0%1").arg(1 + i % 3);
        const QString number = domain::CaseNumber::make(u"JT62", station, day, 1 + i % kPerDay)->format();
        const QString item =
            QStringLiteral("62-JT-XK-%1").arg(1 + m_random.bounded(63), 4, 10, QLatin1Char('0'));
        const auto at = [&day](int days) { return *ledger::dayNumber(day.addDays(days)); };
        const QByteArray sealed = demand(m_sealer.sealMap(
            QLatin1StringView("case_head"), number.toUtf8(), QLatin1StringView("sealed"),
            {{QStringLiteral("name"), person.name},
             {QStringLiteral("id"), QString(person.id.left(3) + QString(11, u'*') + person.id.right(4))},
             {QStringLiteral("phone"), QStringLiteral("139****%1").arg(i % 10'000, 4, 10, QLatin1Char('0'))},
             {QStringLiteral("agent"), QString()}}));
        const std::optional<qint64> due = open ? std::optional(at(1 + i % 30)) : std::nullopt;
        m_row.bind(number).bind(item).bind(station).bind(QString(domain::stateKey(state)));
        m_row.bind(at(0)).bind(at(5)).bind(at(20)).bind(at(30)).bind(QString(36, u'0')).bind(qint64(i));
        m_row.bind(QStringLiteral("u%1").arg(i % 5)).bind(qint64(i % 400 == 0));
        m_row.bindOrNull(due).bindOrNull(open && i % 50 == 0 ? due : std::nullopt).bind(sealed);
        demand(m_row.run());
        writePerson(number, day, person);
    }

private:
    void writePerson(const QString& number, QDate day, const Person& person)
    {
        domain::CaseFile file;
        file.number = number;
        file.state = domain::CaseState::Issued;
        file.receivedOn = day;
        file.intake.applicant.idNumber = person.id;
        for (int m = 1; m <= 3; ++m) {
            domain::MaterialIntake material;
            material.id = QStringLiteral("m%1").arg(m);
            material.state = domain::MaterialState::Received;
            material.files = {{QString(64, QChar(u'0' + m)),
                               QString(64, u'a'),
                               1000,
                               QStringLiteral("image/jpeg"),
                               1,
                               QString(),
                               domain::FileOrigin::Scanner,
                               {},
                               false}};
            file.intake.materials.push_back(material);
        }
        demand(m_persons.write(number, demand(m_persons.make(file))));
    }

    const ledger::ColumnSealer& m_sealer;
    ledger::PersonProjection m_persons;
    ledger::Statement m_row;
    QRandomGenerator m_random = QRandomGenerator(62);
};

} // namespace

void fillLists(const ledger::ReaderTicket& ticket, int cases)
{
    const auto database = demand(ledger::Database::open(ticket.file, ledger::Database::Mode::Write));
    auto transaction = demand(ledger::Transaction::begin(database));
    Filler filler(database, ticket.sealer);
    for (int i = 0; i < cases; ++i) {
        filler.write(i);
    }
    demand(transaction.commit());
}

} // namespace ow::bench
