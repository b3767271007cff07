// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casekit.h"

#include "domain/formvalue.h"
#include "ledger/ledger.h"

#include <QCborArray>
#include <QDateTime>

namespace ow::ui::tests {

namespace {

constexpr record::KdfCost kCheap{8, 1, 1};

QString byRule(const QString& rule, const Person& person)
{
    if (rule == u"uscc" || rule == u"id18_or_uscc") {
        return person.uscc;
    }
    if (rule == u"id18") {
        return person.agentId;
    }
    if (rule == u"mobile") {
        return person.phone;
    }
    return rule == u"plate" ? QStringLiteral("甘A12345") : QStringLiteral("兰州");
}

QCborValue textFor(const domain::GuideField& field, const Person& person)
{
    if (field.key == u"orgName" || field.key == u"applicantName" || field.key == u"name") {
        return person.name;
    }
    return field.key == u"agentName" ? person.agent : byRule(field.rule, person);
}

/// Something right for a required field of any guide.
QCborValue valueFor(const domain::GuideField& field, const Person& person)
{
    using domain::FieldType;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::TextArea:
        return textFor(field, person);
    case FieldType::Number:
        return field.min.isEmpty() ? QStringLiteral("1") : field.min;
    case FieldType::Date:
        return QStringLiteral("2026-12-01");
    case FieldType::Select:
        return field.options.isEmpty() ? QStringLiteral("兰州") : field.options.front();
    case FieldType::MultiSelect:
        return QCborArray{field.options.isEmpty() ? QStringLiteral("兰州") : field.options.front()};
    case FieldType::Bool:
        return true;
    case FieldType::Division:
        return QStringLiteral("620102");
    case FieldType::Table: {
        QCborArray row;
        for (qsizetype i = 0; i < field.columns.size(); ++i) {
            row.append(QStringLiteral("1"));
        }
        return QCborArray{row};
    }
    }
    return {};
}

} // namespace

CaseKit::CaseKit()
{
    constexpr qint64 kWeekMs = 7LL * 24 * 60 * 60 * 1000;
    while (m_clock.utcMs() < QDateTime::currentMSecsSinceEpoch()) {
        m_clock.advance(kWeekMs); // a clock before the build of the program would be doubted
    }
    REQUIRE(m_folder.isValid());
    m_crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options;
    options.folder = m_folder.filePath(QStringLiteral("profile"));
    options.mirrorFolder = m_folder.filePath(QStringLiteral("mirror"));
    options.machineId = QByteArray("cases-test");
    options.clock = &m_clock;
    options.crypto = m_crypto.get();
    options.kdf = kCheap;
    options.sync = false;
    m_workplace = std::make_unique<desk::Workplace>(options);
    m_signIn = std::make_unique<desk::SignInDesk>(*m_workplace);
    m_intake = std::make_unique<desk::IntakeDesk>(*m_workplace);
    m_cases = std::make_unique<desk::CaseDesk>(*m_workplace);
    m_papers = std::make_unique<desk::PaperDesk>(*m_workplace);
    REQUIRE(answerOf(m_workplace->loadRules()));
    REQUIRE(answerOf(m_signIn->beginTraining()));
    REQUIRE(
        answerOf(m_signIn->signIn(desk::SignInDesk::trainingUser(), desk::SignInDesk::trainingPassword())));
}

CaseKit::~CaseKit()
{
    // The ledger answers in order, and an answer may lead to one more question.
    for (int i = 0; i < 4; ++i) {
        auto last = m_workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); });
        static_cast<void>(QTest::qWaitFor([&last] { return last.isFinished(); }, 60'000));
        QTest::qWait(0);
    }
}

QString CaseKit::receive(const QString& item, const Person& person, bool materials)
{
    REQUIRE(m_intake->begin(item));
    for (const domain::GuideField& field : m_intake->guide().fields) {
        if (field.required) {
            m_intake->setField(field.key, valueFor(field, person));
        }
    }
    m_intake->setField(QStringLiteral("agentName"), person.agent);
    m_intake->setField(QStringLiteral("agentId"), person.agentId);
    m_intake->setField(QStringLiteral("mobile"), person.phone);
    if (materials) {
        for (const domain::GuideMaterial& material : m_intake->guide().materials) {
            m_intake->setMaterialState(material.id, domain::MaterialState::Received);
        }
    }
    const auto decided = answerOf(m_intake->decide(m_intake->answer()));
    INFO((decided ? QString() : decided.error().detail).toStdString());
    REQUIRE(decided);
    return decided->caseNumber;
}

} // namespace ow::ui::tests
