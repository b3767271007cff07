// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/connection.h"

#include "ledger/ledger.h"
#include "sync/enroller.h"
#include "sync/fetcher.h"
#include "sync/pusher.h"

#include <QRandomGenerator>

namespace ow::desk {

namespace {

using domain::Result;
using ledger::Ledger;

const QString kCentreUrl = QStringLiteral("centre.url");
const QString kAuthority = QStringLiteral("tls.authority");
const QString kCertificate = QStringLiteral("tls.certificate");
const QString kKey = QStringLiteral("tls.key");

struct Identity
{
    QUrl centre;
    QByteArray authority;
    QByteArray certificate;
    QByteArray key;
};

Result<Identity> identityThere(Ledger& ledger)
{
    const auto url = ledger.setting(kCentreUrl);
    const auto authority = ledger.setting(kAuthority);
    const auto certificate = ledger.setting(kCertificate);
    const auto key = ledger.secret(kKey);
    if (!url || !authority || !certificate || !key) {
        return domain::fail(domain::ErrorCode::NotEnrolled, QStringLiteral("no centre is known"));
    }
    return Identity{QUrl(QString::fromUtf8(*url)), *authority, *certificate, *key};
}

LineStatus lineStatus(const sync::SyncStatus& status)
{
    using From = sync::SyncStatus::Line;
    LineStatus line;
    switch (status.line) {
    case From::Unknown:
        line.line = LineStatus::Line::Unknown;
        break;
    case From::Online:
        line.line = LineStatus::Line::Online;
        break;
    case From::Offline:
        line.line = LineStatus::Line::Offline;
        break;
    case From::Refused:
        line.line = LineStatus::Line::Refused;
        break;
    }
    line.entries = status.entries;
    line.oldestAt = status.oldestAt;
    line.materials = status.blobs;
    line.fault = status.fault;
    return line;
}

} // namespace

Connection::Connection(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    m_thread.setObjectName(QStringLiteral("sync"));
    connect(&m_workplace, &Workplace::personChanged, this, &Connection::follow);
    // What earlier days have fetched lies sealed in the ledger, so it is there once somebody has signed in.
    connect(&m_workplace, &Workplace::personChanged, &m_workplace, [this] {
        if (m_workplace.person()) {
            m_workplace.renewRules();
        }
    });
    connect(&m_workplace, &Workplace::written, this, [this] {
        if (m_pusher != nullptr) {
            QMetaObject::invokeMethod(m_pusher, &sync::Pusher::poke, Qt::QueuedConnection);
        }
    });
}

Connection::~Connection()
{
    stop();
    m_gone.acquire(m_made); // the last may still wait for the ledger, which answers on a thread of its own
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<void>> Connection::enrol(const QUrl& centre, const QString& code, const QString& deviceName)
{
    m_enroller = std::make_unique<sync::Enroller>(*m_workplace.options().crypto);
    return m_enroller->enrol(centre, code, deviceName)
        .then(this,
              [this](const sync::Enroller::Answer& answer) -> QFuture<Result<void>> {
                  if (!answer) {
                      return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(answer.error())));
                  }
                  sync::Enrolled& enrolled = **answer;
                  auto enrolment = std::make_shared<ledger::Enrolment>(std::move(enrolled.enrolment));
                  enrolment->persons = enrolled.persons;
                  enrolment->secrets.insert(kKey, enrolled.keyPem);
                  enrolment->settings = {{kCentreUrl, enrolled.centre.toEncoded()},
                                         {kAuthority, enrolled.authorityPem},
                                         {kCertificate, enrolled.certificatePem}};
                  return m_workplace.createProfile(Profile::Window, enrolment);
              })
        .unwrap();
}

void Connection::follow()
{
    stop();
    const bool wanted =
        m_workplace.options().sync && m_workplace.person() && m_workplace.profile() == Profile::Window;
    if (!wanted) {
        setStatus({});
        return;
    }
    setStatus({LineStatus::Line::Unknown, 0, 0, 0, {}});
    m_workplace.ledger().run(identityThere).then(this, [this](const Result<Identity>& identity) {
        if (identity && m_workplace.person() && m_pusher == nullptr) {
            start(identity->centre, identity->authority, identity->certificate, identity->key);
        }
    });
}

void Connection::start(const QUrl& centre, const QByteArray& authority, const QByteArray& certificate,
                       const QByteArray& key)
{
    m_pusher = new sync::Pusher(m_workplace.ledger(), *m_workplace.options().crypto, centre,
                                {authority, certificate, key},
                                [] { return QRandomGenerator::global()->generateDouble(); });
    ++m_made;
    connect(
        m_pusher, &QObject::destroyed, m_pusher, [this] { m_gone.release(); }, Qt::DirectConnection);
    m_pusher->moveToThread(&m_thread);
    // What a pusher said before it was let go of may arrive after that.
    connect(m_pusher, &sync::Pusher::statusChanged, this,
            [this, pusher = m_pusher](const sync::SyncStatus& status) {
                if (m_pusher == pusher) {
                    setStatus(lineStatus(status));
                }
            });
    connect(m_pusher, &sync::Pusher::settled, this, &Connection::settled);
    startFetcher(centre, authority, certificate, key);
    m_thread.start();
    retryNow();
    fetchNow();
}

void Connection::startFetcher(const QUrl& centre, const QByteArray& authority, const QByteArray& certificate,
                              const QByteArray& key)
{
    m_fetcher = new sync::Fetcher(m_workplace.ledger(), *m_workplace.options().crypto, centre,
                                  {authority, certificate, key},
                                  [] { return QRandomGenerator::global()->generateDouble(); });
    ++m_made;
    connect(
        m_fetcher, &QObject::destroyed, m_fetcher, [this] { m_gone.release(); }, Qt::DirectConnection);
    m_fetcher->moveToThread(&m_thread);
    connect(m_fetcher, &sync::Fetcher::peopleChanged, this, &Connection::peopleChanged);
    connect(m_fetcher, &sync::Fetcher::proposalsSeen, this, &Connection::proposalsSeen);
    connect(m_fetcher, &sync::Fetcher::guidesChanged, &m_workplace, &Workplace::renewRules);
}

void Connection::stop()
{
    if (m_pusher == nullptr) {
        return;
    }
    QMetaObject::invokeMethod(m_pusher, &sync::Pusher::retire, Qt::QueuedConnection);
    m_pusher = nullptr;
    QMetaObject::invokeMethod(m_fetcher, &sync::Fetcher::retire, Qt::QueuedConnection);
    m_fetcher = nullptr;
}

void Connection::retryNow()
{
    if (m_pusher != nullptr) {
        QMetaObject::invokeMethod(m_pusher, &sync::Pusher::poke, Qt::QueuedConnection);
    }
}

void Connection::fetchNow()
{
    if (m_fetcher != nullptr) {
        QMetaObject::invokeMethod(m_fetcher, &sync::Fetcher::wake, Qt::QueuedConnection);
    }
}

void Connection::setStatus(const LineStatus& status)
{
    if (m_status == status) {
        return;
    }
    m_status = status;
    Q_EMIT statusChanged();
}

} // namespace ow::desk
