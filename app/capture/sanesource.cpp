// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/sanesource.h"

#include "capture/scanclient.h"

namespace ow::capture {

SaneSource::SaneSource(SaneSourceOptions options, QObject* parent)
    : PageSource(parent)
    , m_client(std::make_unique<ScanClient>(std::move(options)).release())
{
    m_thread.setObjectName(QStringLiteral("scan"));
    m_client->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
    connect(m_client, &ScanClient::helperStarted, this, &SaneSource::helperStarted, Qt::DirectConnection);
    connect(m_client, &ScanClient::devicesFound, this, [this](const QList<ScanDevice>& devices) {
        m_searching = false;
        Q_EMIT devicesFound(devices);
    });
    connect(m_client, &ScanClient::searchFailed, this, [this](const domain::Error& error) {
        m_searching = false;
        Q_EMIT searchFailed(error);
    });
    connect(m_client, &ScanClient::progressed, this, &SaneSource::progressed);
    connect(m_client, &ScanClient::pageArrived, this, &SaneSource::pageArrived);
    connect(m_client, &ScanClient::finished, this, [this](int pages) {
        m_running = false;
        Q_EMIT finished(pages);
    });
    connect(m_client, &ScanClient::failed, this, [this](const domain::Error& error, int pages) {
        m_running = false;
        Q_EMIT failed(error, pages);
    });
    m_gone.start();
    connect(
        m_client, &QObject::destroyed, &m_thread, [this] { m_gone.finish(); }, Qt::DirectConnection);
    m_thread.start();
}

SaneSource::~SaneSource()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<void> SaneSource::retire()
{
    m_thread.quit();
    return m_gone.future();
}

void SaneSource::findDevices()
{
    if (m_running || m_searching) {
        return;
    }
    m_searching = true;
    QMetaObject::invokeMethod(m_client, &ScanClient::find, Qt::QueuedConnection);
}

void SaneSource::start(const ScanProfile& profile)
{
    if (m_running) {
        return;
    }
    m_running = true;
    QMetaObject::invokeMethod(
        m_client, [client = m_client, profile] { client->scan(profile); }, Qt::QueuedConnection);
}

void SaneSource::cancel()
{
    QMetaObject::invokeMethod(m_client, &ScanClient::cancel, Qt::QueuedConnection);
}

} // namespace ow::capture
