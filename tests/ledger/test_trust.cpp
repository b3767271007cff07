// SPDX-License-Identifier: GPL-3.0-or-later
// I7: restored, copied and doubled profiles. Keys, lock-out, traces on disk.
#include "ledger/database.h"
#include "ledger/ledgerkit.h"
#include "ledger/lockout.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringConverter>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using ledger::Lockout;

namespace {

void copyFolder(const QString& from, const QString& to)
{
    REQUIRE(QDir().mkpath(to));
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
        REQUIRE(QDir().mkpath(QFileInfo(target).absolutePath()));
        QFile::remove(target);
        REQUIRE(QFile::copy(file, target));
    }
}

void requireForked(ledger::Ledger& ledger, const QString& reason)
{
    const auto blocked = ledger.readOnlyReason();
    REQUIRE(blocked.has_value());
    CHECK(blocked->code == ErrorCode::Forked);
    CHECK(blocked->detail == reason);
    CHECK(acceptCase(ledger).error().code == ErrorCode::Forked);
}

} // namespace

TEST_CASE("a second ledger on the same profile gets AlreadyOpen")
{
    const LedgerKit kit;
    auto ledger = kit.createSignedIn();
    const auto second = kit.open();
    REQUIRE(!second.has_value());
    CHECK(second.error().code == ErrorCode::AlreadyOpen);
    ledger.reset();
    CHECK(kit.open().has_value());
}

TEST_CASE("a folder without a profile is not enrolled and a profile is not made twice")
{
    const LedgerKit kit;
    CHECK(kit.open().error().code == ErrorCode::NotEnrolled);
    CHECK(!ledger::Ledger::exists(kit.options()));
    REQUIRE(kit.create()->close().has_value());
    CHECK(ledger::Ledger::exists(kit.options()));
    CHECK(ledger::Ledger::create(kit.options(), kit.enrolment()).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("the database of yesterday put back is a fork and stays one")
{
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    const QString database = kit.profile() + QStringLiteral("/ledger.db");
    REQUIRE(QFile::copy(database, kit.folder() + QStringLiteral("/yesterday.db")));
    REQUIRE(acceptCase(*kit.openSignedIn()).has_value());
    REQUIRE(QFile::remove(database));
    REQUIRE(QFile::copy(kit.folder() + QStringLiteral("/yesterday.db"), database));
    for (int start = 0; start < 2; ++start) {
        const auto ledger = kit.openSignedIn();
        requireForked(*ledger, QStringLiteral("mirror.ahead"));
        CHECK(ledger->cases().count({}) == 1);
    }
}

TEST_CASE("a whole profile of yesterday put back with a case accepted on it is noticed by the outside mirror "
          "or the centre")
{
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    copyFolder(kit.folder(), kit.folder() + QStringLiteral("-yesterday"));
    ledger::ChainHead centre;
    {
        const auto ledger = kit.openSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
        centre = ledger->head();
    }
    // Only the profile comes back: the mirror outside knows better.
    copyFolder(kit.folder() + QStringLiteral("-yesterday/profile"), kit.profile());
    requireForked(*kit.openSignedIn(), QStringLiteral("mirror.ahead"));
    // All of the disk comes back, and a case is accepted: only the centre can tell.
    copyFolder(kit.folder() + QStringLiteral("-yesterday"), kit.folder());
    const auto ledger = kit.openSignedIn();
    CHECK(!ledger->readOnlyReason().has_value());
    CHECK(ledger->compareWithCentre(2, ledger->head().hash).has_value());
    REQUIRE(acceptCase(*ledger, {QStringLiteral("另一人"), {}, {}}).has_value());
    CHECK(ledger->compareWithCentre(centre.seq, centre.hash).error().code == ErrorCode::Forked);
    requireForked(*ledger, QStringLiteral("centre.differs"));
    QDir(kit.folder() + QStringLiteral("-yesterday")).removeRecursively();
}

TEST_CASE("a centre that knows later entries is a fork and one that knows fewer is not")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const auto acts = std::vector{receiveAct()};
    const auto first = ledger->append(acts).value();
    REQUIRE(acceptCase(*ledger).has_value());
    CHECK(ledger->compareWithCentre(0, QByteArray(32, 0)).has_value());
    CHECK(ledger->compareWithCentre(1, first.front().entry.hash).has_value());
    CHECK(!ledger->readOnlyReason().has_value());
    CHECK(ledger->compareWithCentre(4, QByteArray(32, 'x')).error().detail == QStringLiteral("centre.ahead"));
}

TEST_CASE("a profile copied to a second machine is noticed")
{
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    // Mirror folder and all.
    LedgerKit elsewhere(kit.folder());
    elsewhere.machineId = QByteArrayLiteral("ffffffffffffffffffffffffffffffff\n");
    requireForked(*elsewhere.openSignedIn(), QStringLiteral("machine.other"));
    // The profile only, on a machine with a cloned machine id: no mirror is waiting there.
    QTemporaryDir second;
    copyFolder(kit.profile(), second.path() + QStringLiteral("/profile"));
    const auto database = ledger::Database::open(second.path() + QStringLiteral("/profile/ledger.db"),
                                                 ledger::Database::Mode::Write);
    REQUIRE(database->script("DELETE FROM meta WHERE name = 'forked'").has_value());
    const LedgerKit clone(second.path());
    {
        const auto ledger = clone.openSignedIn();
        CHECK(ledger->readOnlyReason()->detail == QStringLiteral("mirror.folder_missing"));
        CHECK(acceptCase(*ledger).error().code == ErrorCode::ReadOnly);
    }
    REQUIRE(QDir().mkpath(clone.outside()));
    requireForked(*clone.openSignedIn(), QStringLiteral("mirror.missing"));
}

TEST_CASE("an edited mirror does not pass")
{
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    // Lowered by somebody who means to put an older database under it.
    for (const QString& path : QStringList{kit.profile() + QStringLiteral("/mirror"),
                                           kit.outside() + QStringLiteral("/mirror-dev-0001")}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        const QByteArray before = text;
        text.replace("\"paper/acceptance/W03/2026\":1", "\"paper/acceptance/W03/2026\":0");
        REQUIRE(text != before);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    requireForked(*kit.openSignedIn(), QStringLiteral("mirror.edited"));
}

TEST_CASE("wrong passwords lock for fifteen minutes over restarts and whatever the clock says")
{
    LedgerKit kit;
    auto ledger = kit.createSignedIn();
    ledger->signOut();
    const auto wrong = [&] {
        return ledger->signIn(kit.kClerk, kit.password(QStringLiteral("wrong"))).error().code;
    };
    const auto right = [&] { return ledger->signIn(kit.kClerk, kit.password()); };
    for (int i = 0; i < Lockout::kTries; ++i)
        CHECK(wrong() == ErrorCode::PasswordWrong);
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    CHECK(right().error().field == QStringLiteral("900"));

    const auto reopen = [&] {
        ledger.reset();
        ledger = std::move(*kit.open());
    };
    reopen();
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    // Neither a clock set forward nor one set back counts.
    kit.clock.setUtcMs(kit.clock.utcMs() + Lockout::kLockMs * 100);
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    kit.clock.setUtcMs(kit.clock.utcMs() - Lockout::kLockMs * 200);
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    kit.clock.advance(Lockout::kLockMs / 2);
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    // The machine starts anew: what was served stays served, and no more than that.
    kit.clock.reboot(QStringLiteral("00000000-0000-4000-8000-000000000002"));
    reopen();
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    kit.clock.advance(Lockout::kLockMs / 2 - 2000);
    CHECK(right().error().code == ErrorCode::PasswordLocked);
    CHECK(right().error().field == QStringLiteral("2"));
    kit.clock.advance(2000);
    CHECK(right().has_value());
    ledger->signOut();
    // Afterwards there are five again.
    for (int i = 0; i < Lockout::kTries - 1; ++i)
        CHECK(wrong() == ErrorCode::PasswordWrong);
    CHECK(right().has_value());
}

TEST_CASE("nobody but a known person gets in and nothing is read or written without one")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    ledger->signOut();
    CHECK(ledger->signIn(QStringLiteral("gs-9999"), kit.password()).error().code == ErrorCode::UserUnknown);
    CHECK(ledger->cases().row(number).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->cases().history(number).error().code == ErrorCode::KeyLocked);
    CHECK(acceptCase(*ledger).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->drafts().save(QStringLiteral("d"), kit.kClerk, {}).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->blobs().put(QByteArrayLiteral("x")).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->outbox().nextUnsent(10, 1000).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->outbox().pending()->entries == 2);
}

TEST_CASE("a changed password works at once and the old one does not")
{
    const LedgerKit kit;
    const QString next = QStringLiteral("换了-Qilian-88");
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
        CHECK(ledger->changePassword(kit.password(QStringLiteral("no")), kit.password(next)).error().code ==
              ErrorCode::PasswordWrong);
        const auto keys = ledger->changePassword(kit.password(), kit.password(next));
        REQUIRE(keys.has_value());
        CHECK(ledger->people().keysOf(kit.kClerk).value() == *keys);
    }
    const auto ledger = std::move(*kit.open());
    CHECK(ledger->signIn(kit.kClerk, kit.password()).error().code == ErrorCode::PasswordWrong);
    REQUIRE(ledger->signIn(kit.kClerk, kit.password(next)).has_value());
    CHECK(ledger->cases().count({}) == 1);
}

TEST_CASE("a new person is wrapped in while the ledger is unlocked and reads the same cases")
{
    const LedgerKit kit;
    const QString chief = QStringLiteral("gs-0001");
    const auto keys =
        record::UserKeys::create(*kit.crypto, chief, kit.password(QStringLiteral("Chief-2026")), {8, 1, 1});
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    ledger->signOut();
    CHECK(ledger->people().saveKeys(*keys).error().code == ErrorCode::KeyLocked);
    REQUIRE(ledger->signIn(kit.kClerk, kit.password()).has_value());
    REQUIRE(ledger->people().saveKeys(*keys).has_value());
    REQUIRE(ledger->signIn(chief, kit.password(QStringLiteral("Chief-2026"))).has_value());
    CHECK(ledger->user() == chief);
    CHECK(ledger->cases().row(number)->summary.name == Person().name);
    REQUIRE(ledger->people().removeKeys(kit.kClerk).has_value());
    CHECK(ledger->signIn(kit.kClerk, kit.password()).error().code == ErrorCode::UserUnknown);
}

TEST_CASE("names of people and secrets are kept sealed")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const std::vector<ledger::People::Person> persons{
        {kit.kClerk, QStringLiteral("王桂兰"), domain::Clerk | domain::Chief, true},
        {QStringLiteral("gs-0002"), QStringLiteral("李存义"), domain::Reviewer, false},
    };
    REQUIRE(ledger->people().savePersons(persons).has_value());
    CHECK(ledger->people().person(kit.kClerk).value() == persons.at(0));
    CHECK(ledger->people().persons()->size() == 2);
    REQUIRE(ledger->putSecret(QStringLiteral("tls"), QByteArrayLiteral("PRIVATE KEY")).has_value());
    CHECK(ledger->secret(QStringLiteral("tls")) == QByteArrayLiteral("PRIVATE KEY"));
    ledger->signOut();
    CHECK(ledger->secret(QStringLiteral("tls")).error().code == ErrorCode::KeyLocked);
    CHECK(ledger->people().person(kit.kClerk).error().code == ErrorCode::KeyLocked);
}

TEST_CASE("no file of a profile holds a name a certificate number or a telephone in any common form")
{
    const LedgerKit kit;
    const Person person;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger, person).has_value());
        const QCborMap draft{{QStringLiteral("name"), person.name}, {QStringLiteral("id"), person.idNumber}};
        REQUIRE(ledger->drafts().save(QStringLiteral("d"), kit.kClerk, draft).has_value());
        REQUIRE(ledger->blobs().put((person.name + person.idNumber + person.phone).toUtf8()).has_value());
        REQUIRE(ledger->rebuildProjections().has_value());
        // As left by a crash: copied while the WAL is full. The test of kill -9 scans a really killed one.
        copyFolder(kit.folder(), kit.folder() + QStringLiteral("-crash"));
    }
    const std::vector<QByteArray> traces = tracesOf(person);
    int files = 0;
    for (const QString& folder : QStringList{kit.folder(), kit.folder() + QStringLiteral("-crash")}) {
        QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const QByteArray& trace : traces) {
                CAPTURE(file.fileName().toStdString(), trace.toHex().toStdString());
                CHECK(!bytes.contains(trace));
            }
            CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        }
    }
    CHECK(files >= 8);
    QDir(kit.folder() + QStringLiteral("-crash")).removeRecursively();
}
