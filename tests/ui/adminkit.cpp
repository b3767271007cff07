// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adminkit.h"

#include "ledger/ledger.h"

namespace ow::ui::tests {

namespace {

const QString kAdministrator = QStringLiteral("zhao11");
const QString kPassword = QStringLiteral("three green lamps 5");

std::shared_ptr<ledger::Enrolment> enrolment(const desk::WorkplaceOptions& options)
{
    auto made = std::make_shared<ledger::Enrolment>();
    made->device = QStringLiteral("0190aaaa-0000-7000-8000-000000000001");
    made->hall = QStringLiteral("JT62");
    made->hallName = QStringLiteral("甘肃省政务大厅");
    made->station = QStringLiteral("W03");
    made->masterKey = *options.crypto->randomSecret(record::kKeySize);
    made->k0 = *options.crypto->randomSecret(record::kKeySize);
    made->users.push_back(*record::UserKeys::create(
        *options.crypto, kAdministrator, record::SecretBytes::fromPassword(kPassword), options.kdf));
    made->persons = {{kAdministrator, QStringLiteral("赵管理"), domain::Administrator, true}};
    return made;
}

} // namespace

AdminKit::AdminKit()
    : m_crypto(record::makeBotanProvider())
{
    desk::WorkplaceOptions options;
    options.folder = m_folder.filePath(QStringLiteral("profile"));
    options.mirrorFolder = m_folder.filePath(QStringLiteral("mirror"));
    options.machineId = QByteArray("guides-test");
    options.clock = &m_clock;
    options.crypto = m_crypto.get();
    options.kdf = {8, 1, 1};
    options.sync = false;
    m_workplace = std::make_unique<desk::Workplace>(options);
    m_connection = std::make_unique<desk::Connection>(*m_workplace);
    m_guides = std::make_unique<desk::GuidesDesk>(*m_workplace, *m_connection);
    REQUIRE(answerOf(m_workplace->loadRules()));
    REQUIRE(answerOf(m_workplace->createProfile(desk::Profile::Window, enrolment(options))));
    desk::SignInDesk signIn(*m_workplace);
    const auto person = answerOf(signIn.signIn(kAdministrator, kPassword));
    REQUIRE(person);
    REQUIRE(person->roles == domain::Roles(domain::Administrator));
    QTest::qWait(0);
}

AdminKit::~AdminKit()
{
    for (int i = 0; i < 4; ++i) {
        auto last = m_workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); });
        static_cast<void>(QTest::qWaitFor([&last] { return last.isFinished(); }, 60'000));
        QTest::qWait(0);
    }
}

} // namespace ow::ui::tests
