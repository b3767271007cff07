// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncwindow.h"

#include "domain/casefile.h"
#include "ledger/numbers.h"
#include "support/await.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPointer>

#include <catch2/catch.hpp>

namespace ow::test {

using domain::Result;
using ledger::ActDraft;
using ledger::Ledger;
using namespace Qt::StringLiterals;

namespace {

domain::Intake intakeFor(int pad)
{
    domain::Intake intake;
    intake.draftId = u"5f0c2a52-0a1c-4f6e-9d1c-0d8f8f2a0001"_s;
    intake.guide = {u"62-JT-XK-0001"_s, 1, QByteArray(32, '\x11')};
    intake.applicant.name = u"马尕让"_s;
    intake.applicant.address = QString(pad, u'x');
    return intake;
}

ActDraft receive(int pad, const QVector<record::BlobRef>& blobs)
{
    ActDraft act;
    act.kind = domain::Kind::Receive;
    act.actor = CentreProcess::kClerk;
    act.about = ActDraft::Case::Open;
    act.guide = record::GuideRef{u"62-JT-XK-0001"_s, 1, QString::fromLatin1(QByteArray(32, '\x11').toHex())};
    act.blobs = blobs;
    act.body = [pad](ledger::Numbers& numbers) -> Result<QCborMap> {
        return QCborMap{{u"intake"_s, domain::intakeToCbor(intakeFor(pad))},
                        {u"receivedOn"_s, numbers.day().toString(Qt::ISODate)}};
    };
    return act;
}

ActDraft accept()
{
    ActDraft act;
    act.kind = domain::Kind::Accept;
    act.actor = CentreProcess::kClerk;
    act.about = ActDraft::Case::AsBefore;
    act.body = [](ledger::Numbers& numbers) -> Result<QCborMap> {
        return QCborMap{{u"acceptedOn"_s, numbers.day().toString(Qt::ISODate)}};
    };
    return act;
}

void copyTree(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + path.mid(from.size());
        REQUIRE(QDir().mkpath(QFileInfo(target).path()));
        REQUIRE(QFile::copy(path, target));
    }
}

} // namespace

void Retire::operator()(sync::Pusher* pusher) const
{
    const QPointer<sync::Pusher> watched(pusher);
    pusher->retire();
    const bool gone = waitUntil([&watched] {
        // Without exec() below it Qt leaves deferred deletions to be asked for.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return watched.isNull();
    });
    CHECK(gone);
}

SyncWindow::SyncWindow()
    : m_crypto(record::makeBotanProvider())
    , m_ledger(std::make_unique<ledger::LedgerThread>())
{
    REQUIRE(m_folder.isValid());
}

SyncWindow::~SyncWindow() = default;

ledger::LedgerOptions SyncWindow::options() const
{
    return {m_folder.filePath(u"profile"_s),
            m_folder.filePath(u"outside"_s),
            "0123456789abcdef0123456789abcdef",
            &m_clock,
            m_crypto.get(),
            {8, 1, 1}};
}

void SyncWindow::enrol(const CentreProcess& centre, const QString& station)
{
    sync::Enroller enroller(*m_crypto);
    const auto answer = await(enroller.enrol(centre.url(), centre.enrolCode(station), u"Window PC"_s));
    INFO((answer ? std::string() : answer.error().detail.toStdString()));
    REQUIRE(answer);
    const std::shared_ptr<sync::Enrolled> enrolled = *answer;
    m_identity = {enrolled->authorityPem, enrolled->certificatePem, enrolled->keyPem};
    m_device = enrolled->enrolment.device;
    const auto created = await(m_ledger->start(
        [options = options(), enrolled] { return Ledger::create(options, enrolled->enrolment); }));
    INFO((created ? std::string() : created.error().detail.toStdString()));
    REQUIRE(created);
    signIn();
}

void SyncWindow::open()
{
    m_ledger = std::make_unique<ledger::LedgerThread>();
    REQUIRE(await(m_ledger->start([options = options()] { return Ledger::open(options); })));
    signIn();
}

void SyncWindow::signIn()
{
    REQUIRE(await(m_ledger->run([](Ledger& ledger) {
        return ledger.signIn(CentreProcess::kClerk,
                             record::SecretBytes::fromPassword(CentreProcess::kPassword));
    })));
}

void SyncWindow::signOut()
{
    REQUIRE(await(m_ledger->run([](Ledger& ledger) -> Result<void> {
        ledger.signOut();
        return {};
    })));
}

PusherPtr SyncWindow::pusher(const QUrl& base)
{
    return PusherPtr(new sync::Pusher(*m_ledger, *m_crypto, base, m_identity, [] { return 0.0; }));
}

QString SyncWindow::acceptCase(int pad, const QVector<record::BlobRef>& blobs)
{
    const std::vector acts{receive(pad, blobs), accept()};
    const auto done = await(m_ledger->run([acts](Ledger& ledger) { return ledger.append(acts); }));
    INFO((done ? std::string() : done.error().detail.toStdString()));
    REQUIRE(done);
    for (const ledger::WrittenEntry& entry : *done)
        m_written << entry.entry.header.id;
    m_cases << *done->front().entry.header.caseNumber;
    return m_cases.constLast();
}

record::BlobRef SyncWindow::putBlob(const QByteArray& content)
{
    const auto stored =
        await(m_ledger->run([content](Ledger& ledger) { return ledger.blobs().put(content); }));
    REQUIRE(stored);
    return {stored->id, stored->size};
}

void SyncWindow::damageBlob(const QString& id)
{
    QFile file(m_folder.filePath(u"profile/blobs/"_s + id.left(2) + u'/' + id));
    REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(file.size() - 1));
    char last = 0;
    REQUIRE(file.peek(&last, 1) == 1);
    last = static_cast<char>(last ^ 1);
    REQUIRE(file.write(&last, 1) == 1);
}

Result<std::vector<ledger::WrittenEntry>> SyncWindow::tryAppend(ActDraft act)
{
    return await(
        m_ledger->run([acts = std::vector{std::move(act)}](Ledger& ledger) { return ledger.append(acts); }));
}

ledger::ChainHead SyncWindow::head()
{
    return *await(m_ledger->run([](Ledger& ledger) -> Result<ledger::ChainHead> { return ledger.head(); }));
}

qint64 SyncWindow::settledUpTo()
{
    const auto settled = await(m_ledger->run([](Ledger& ledger) { return ledger.outbox().settledUpTo(); }));
    REQUIRE(settled);
    return *settled;
}

bool SyncWindow::waitSettled()
{
    const qint64 target = head().seq;
    const auto ask = [this] {
        return m_ledger->run([](Ledger& ledger) { return ledger.outbox().settledUpTo(); });
    };
    auto asked = ask();
    return waitUntil([&] {
        if (!asked.isFinished())
            return false;
        const Result<qint64> settled = asked.result();
        if (settled && *settled >= target)
            return true;
        asked = ask();
        return false;
    });
}

qint64 SyncWindow::centreSeq(sync::CentreLink& direct)
{
    const auto reply = await(direct.get(u"/v1/state"_s));
    REQUIRE(reply);
    REQUIRE(reply->ok());
    const auto state = sync::bodyOf(*reply).and_then(sync::readState);
    REQUIRE(state);
    return state->seq;
}

QStringList SyncWindow::withoutAcceptance()
{
    const auto open = await(m_ledger->run([cases = m_cases](Ledger& ledger) -> Result<QStringList> {
        QStringList ids;
        for (const QString& number : cases) {
            const auto history = ledger.cases().history(number);
            if (!history)
                return tl::unexpected(history.error());
            for (const ledger::TimelineEntry& entry : history->entries) {
                if (entry.state != ledger::EntryState::Accepted)
                    ids << entry.entry.header.id;
            }
        }
        return ids;
    }));
    REQUIRE(open);
    return *open;
}

std::unique_ptr<SyncWindow> SyncWindow::clone()
{
    m_ledger->stop();
    auto other = std::make_unique<SyncWindow>();
    copyTree(m_folder.path(), other->m_folder.path());
    other->m_identity = m_identity;
    other->m_device = m_device;
    open();
    other->open();
    return other;
}

void checkKeptOnce(const CentreProcess& centre, SyncWindow& window)
{
    const auto kept = centre.kept();
    int lost = 0;
    int doubled = 0;
    int notAccepted = 0;
    for (const QString& id : window.written()) {
        const KeptEntry entry = kept.value(id);
        lost += entry.times == 0 ? 1 : 0;
        doubled += entry.times > 1 ? 1 : 0;
        notAccepted += entry.outcome == u"accepted"_s ? 0 : 1;
    }
    CHECK(lost == 0);
    CHECK(doubled == 0);
    CHECK(notAccepted == 0);
    // Nothing that nobody wrote, either.
    CHECK(kept.size() == window.written().size());
    CHECK(window.withoutAcceptance().isEmpty());
}

} // namespace ow::test
