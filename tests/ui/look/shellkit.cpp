// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/shellkit.h"

#include "desk/signindesk.h"
#include "ledger/ledger.h"
#include "ui/filledform.h"
#include "ui/shell/gate.h"

#include <QDateTime>
#include <QDir>
#include <QTest>

#include <catch2/catch.hpp>

namespace ow::ui::tests {

namespace {

constexpr record::KdfCost kCheap{8, 1, 1};
constexpr qint64 kWeekMs = 7LL * 24 * 60 * 60 * 1000;

template <class T> T answerOf(QFuture<T> future)
{
    REQUIRE(QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000));
    return future.result();
}

} // namespace

ShellKit::ShellKit()
{
    while (m_clock.utcMs() < QDateTime::currentMSecsSinceEpoch()) {
        m_clock.advance(kWeekMs); // a clock before the build of the program would be doubted
    }
    REQUIRE(m_folder.isValid());
    m_crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options;
    options.folder = m_folder.filePath(QStringLiteral("profile"));
    options.mirrorFolder = m_folder.filePath(QStringLiteral("mirror"));
    options.helper =
        QDir(QString::fromUtf16(OW_BINARY_DIR)).filePath(QStringLiteral("bin/onewindow-capture"));
    options.machineId = QByteArrayLiteral("look-test");
    options.clock = &m_clock;
    options.crypto = m_crypto.get();
    options.kdf = kCheap;
    options.sync = false;
    m_workplace = std::make_unique<desk::Workplace>(options);
    m_shell = std::make_unique<Shell>(*m_workplace, theme());
    bool ready = false;
    QObject::connect(m_shell.get(), &Shell::ready, m_shell.get(), [&ready] { ready = true; });
    m_shell->begin();
    REQUIRE(QTest::qWaitFor([&ready] { return ready; }, 60'000));
    show(m_shell->window());
}

ShellKit::~ShellKit() = default;

void ShellKit::signIn()
{
    SignInPage& page = *m_shell->gate().page();
    Q_EMIT page.trainingRequested();
    REQUIRE(QTest::qWaitFor([this, &page] { return m_workplace->profile().has_value() && page.isEnabled(); },
                            60'000));
    Q_EMIT page.signInRequested(desk::SignInDesk::trainingUser(), desk::SignInDesk::trainingPassword());
    REQUIRE(QTest::qWaitFor([this] { return !window().isGated(); }, 60'000));
    window().setRoles(domain::AnyPerson);
}

void ShellKit::receiveDay(int cases)
{
    static const QStringList kItems{QStringLiteral("62-JT-GG-0003"), QStringLiteral("62-JT-XK-0002"),
                                    QStringLiteral("62-JT-XK-0004"), QStringLiteral("62-JT-XK-0012"),
                                    QStringLiteral("62-JT-XK-0016")};
    static const QStringList kNames{QStringLiteral("甘肃甲乙旅游客运有限公司"),
                                    QStringLiteral("兰州丙丁危险货物运输有限责任公司"),
                                    QStringLiteral("张建国"), QStringLiteral("壬癸物流有限公司")};
    for (int i = 0; i < cases; ++i) {
        receive(kItems[i % kItems.size()], kNames[i % kNames.size()], i % 3 != 0);
        m_clock.advance(60'000);
    }
}

QString ShellKit::receive(const QString& item, const QString& applicant, bool materials,
                          std::optional<domain::Answer> answer)
{
    desk::IntakeDesk& intake = m_shell->intake();
    REQUIRE(intake.begin(item));
    Person person;
    person.name = applicant;
    fillRequired(intake, person, materials);
    const auto decided = answerOf(intake.decide(answer.value_or(intake.answer())));
    REQUIRE(decided);
    return decided->caseNumber;
}

} // namespace ow::ui::tests
