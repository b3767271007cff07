// SPDX-License-Identifier: GPL-3.0-or-later
// Large materials from a window's sealed store to a centre's, durable at both ends, over TLS on this machine.
#include "bench/benches.h"
#include "domain/systemclock.h"
#include "ledger/ledgerthread.h"
#include "sync/enroller.h"
#include "sync/pusher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace ow::bench {

using domain::ErrorCode;
using ledger::Ledger;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 300'000; // against hanging
const QString kClerk = u"li01"_s;
const QString kPassword = u"three green lamps 5"_s;

[[noreturn]] void giveUpFor(const QString& what)
{
    giveUp({ErrorCode::Internal, what, {}});
}

/// Runs the event loop until `condition` holds, `look` at every turn.
void waitFor(const std::function<bool()>& condition, const std::function<void()>& look = {})
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > kPatienceMs) {
            giveUpFor(u"it took too long"_s);
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (look) {
            look();
        }
    }
}

template <class T> T answerOf(QFuture<domain::Result<T>> future)
{
    waitFor([&future] { return future.isFinished(); });
    return demand(future.result());
}

/// The built onewindow-center in a folder of its own.
class Centre
{
public:
    Centre()
    {
        run({u"init"_s, u"--hall"_s, u"JT62"_s, u"--hall-name"_s, u"Bench"_s, u"--escrow-file"_s,
             m_folder.filePath(u"escrow.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s},
            "quiet mountain river 9\n");
        run({u"user"_s, u"add"_s, u"--id"_s, kClerk, u"--name"_s, u"Bench"_s, u"--roles"_s, u"clerk"_s,
             u"--password-fd"_s, u"0"_s},
            kPassword.toUtf8() + '\n');
        m_server.setProcessChannelMode(QProcess::SeparateChannels);
        m_server.start(program(),
                       {u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s, u"--json"_s});
        while (!m_server.canReadLine()) {
            if (!m_server.waitForReadyRead(kPatienceMs)) {
                giveUpFor(u"the centre does not listen"_s);
            }
        }
        m_port = QJsonDocument::fromJson(m_server.readLine()).object().value(u"port"_s).toInt();
    }

    ~Centre()
    {
        m_server.kill();
        m_server.waitForFinished(kPatienceMs);
    }

    Centre(const Centre&) = delete;
    Centre& operator=(const Centre&) = delete;

    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port)); }

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] QString enrolCode() const
    {
        return run({u"enroll-code"_s, u"--station"_s, u"W03"_s}).value(u"code"_s).toString();
    }

private:
    [[nodiscard]] static QString program() { return QFile::decodeName(OW_CENTRE_PROGRAM); }

    [[nodiscard]] QString data() const { return m_folder.filePath(u"data"_s); }

    QJsonObject run(const QStringList& arguments, const QByteArray& secret = {}) const
    {
        QProcess process;
        process.start(program(), arguments + QStringList{u"--data"_s, data(), u"--json"_s});
        process.write(secret);
        process.closeWriteChannel();
        if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0) {
            giveUpFor(arguments.value(0));
        }
        return QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

QByteArray noise(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(seed);
    random.fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    return bytes;
}

/// Two curls at once, each with one whole file by POST /v1/blobs; milliseconds.
double curlBoth(const Centre& centre, const sync::LinkIdentity& identity,
                const record::CryptoProvider& crypto, qsizetype size)
{
    const auto write = [&centre](const QString& name, const QByteArray& bytes) {
        QFile file(centre.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            giveUpFor(name);
        }
        return file.fileName();
    };
    const QString authority = write(u"ca.pem"_s, identity.authorityPem);
    const QString certificate = write(u"device.pem"_s, identity.certificatePem);
    const QString key = write(u"device.key"_s, identity.keyPem);
    std::vector<QStringList> calls;
    for (quint32 i = 0; i < 2; ++i) {
        const QByteArray bytes = noise(size, 100 + i);
        const QString id = QString::number(i).rightJustified(64, u'0');
        calls.push_back({u"-sS"_s, u"--fail"_s, u"--cacert"_s, authority, u"--cert"_s, certificate,
                         u"--key"_s, key, u"-H"_s, u"Expect:"_s, u"-H"_s,
                         u"Content-Type: application/octet-stream"_s, u"-H"_s, QString(u"X-Blob-Id: "_s + id),
                         u"-H"_s,
                         QString(u"X-Content-SM3: "_s + QString::fromLatin1(crypto.sm3(bytes).toHex())),
                         u"--data-binary"_s, QString(u"@"_s + write(u"file%1"_s.arg(i), bytes)),
                         QString(centre.url().toString() + u"/v1/blobs"_s)});
    }
    return timed([&calls] {
        QProcess both[2];
        for (size_t i = 0; i < 2; ++i) {
            both[i].start(u"curl"_s, calls[i]);
        }
        for (QProcess& one : both) {
            if (!one.waitForFinished(kPatienceMs) || one.exitCode() != 0) {
                giveUpFor(u"curl: "_s + QString::fromUtf8(one.readAllStandardError()));
            }
        }
    });
}

} // namespace

Figures measureUploads(const Sizes& sizes)
{
    const qsizetype size = qsizetype(sizes.quick ? 2 : 50) << 20;
    const Centre centre;
    const auto crypto = record::makeBotanProvider();
    const domain::SystemClock clock;
    const QTemporaryDir folder;
    sync::Enroller enroller(*crypto);
    const auto enrolled = answerOf(enroller.enrol(centre.url(), centre.enrolCode(), u"Bench"_s));
    const sync::LinkIdentity identity{enrolled->authorityPem, enrolled->certificatePem, enrolled->keyPem};
    ledger::LedgerOptions options;
    options.folder = folder.filePath(u"profile"_s);
    options.mirrorFolder = folder.filePath(u"outside"_s);
    options.machineId = "0123456789abcdef0123456789abcdef";
    options.clock = &clock;
    options.crypto = crypto.get();
    options.kdf = {8, 1, 1};
    ledger::LedgerThread ledger;
    answerOf(ledger.start([options, enrolled] { return Ledger::create(options, enrolled->enrolment); }));
    answerOf(ledger.run(
        [](Ledger& open) { return open.signIn(kClerk, record::SecretBytes::fromPassword(kPassword)); }));
    for (quint32 i = 0; i < 2; ++i) {
        answerOf(ledger.run([&](Ledger& open) { return open.blobs().put(noise(size, i)); }));
    }

    QPointer<sync::Pusher> pusher =
        new sync::Pusher(ledger, *crypto, centre.url(), identity, [] { return 0.0; });
    const double before = residentMb();
    double most = before;
    const double ours = timed([&] {
        pusher->poke();
        bool began = false;
        waitFor(
            [&] {
                began = began || pusher->status().blobs > 0;
                return began && pusher->status().blobs == 0;
            },
            [&most] { most = std::max(most, residentMb()); });
    });
    pusher->retire();
    waitFor([&pusher] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return pusher.isNull();
    });
    const double curl = curlBoth(centre, identity, *crypto, size);
    ledger.stop();
    const QString what = u"two materials of %1 MiB at once"_s.arg(size >> 20);
    return {{QString(what + u": growth of the window's resident memory"_s),
             u"MB"_s,
             most - before,
             {},
             {},
             {Budget::Kind::AtMost, 32}},
            {QString(what + u", sealed store to sealed store in chunks, no proxy"_s),
             u"ms"_s,
             ours,
             curl,
             u"two curls that post the same bytes whole from plain files"_s,
             {}}};
}

} // namespace ow::bench
