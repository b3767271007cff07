// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casekit.h"

#include "ledger/ledger.h"

#include <QDateTime>
#include <QDir>

namespace ow::ui::tests {

namespace {

constexpr record::KdfCost kCheap{8, 1, 1};

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
    options.helper =
        QDir(QString::fromUtf16(OW_BINARY_DIR)).filePath(QStringLiteral("bin/onewindow-capture"));
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
    settle();
}

void CaseKit::settle()
{
    // The ledger answers in order, and an answer may lead to one more question.
    for (int i = 0; i < 4; ++i) {
        auto last = m_workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); });
        static_cast<void>(QTest::qWaitFor([&last] { return last.isFinished(); }, 60'000));
        QTest::qWait(0);
    }
}

QString CaseKit::receive(const QString& item, const Person& person, bool materials,
                         const QStringList& without)
{
    REQUIRE(m_intake->begin(item));
    fillRequired(*m_intake, person, materials);
    if (!without.isEmpty()) {
        // Nothing else may stand in the way: an organisation applies, as the person's number has it.
        const domain::GuideField* kind = m_intake->guide().field(QStringLiteral("applicantKind"));
        for (const QString& option : kind == nullptr ? QStringList() : kind->options) {
            if (option.contains(QStringLiteral("法人"))) {
                m_intake->setField(kind->key, option);
            }
        }
        const auto due = m_intake->situation().materials; // a copy: every answer makes it anew
        for (const domain::DueMaterial& material : due) {
            if (material.asked) {
                m_intake->answerQuestion(material.material->id, true);
            }
        }
    }
    for (const QString& material : without) {
        m_intake->setMaterialState(material, domain::MaterialState::Missing);
    }
    const auto decided = answerOf(m_intake->decide(m_intake->answer()));
    INFO((decided ? QString() : decided.error().detail).toStdString());
    REQUIRE(decided);
    return decided->caseNumber;
}

} // namespace ow::ui::tests
