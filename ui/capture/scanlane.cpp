// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/scanlane.h"

#include "ui/widgets/whenanswered.h"

#include <utility>

namespace ow::ui {

using domain::ErrorCode;
using domain::Result;

ScanLane::ScanLane(desk::Workplace& workplace, desk::PageTarget& target, desk::ScanDesk& scan,
                   QObject* parent)
    : QObject(parent)
    , m_target(target)
    , m_scan(scan)
    , m_pages(workplace, target)
{
    connect(&scan, &desk::ScanDesk::pageArrived, this, &ScanLane::take);
    connect(&scan, &desk::ScanDesk::finished, this, [this] { m_run.reset(); });
    connect(&scan, &desk::ScanDesk::failed, this, [this](const domain::Error& error) {
        const auto run = std::exchange(m_run, std::nullopt);
        if (run && error.code != ErrorCode::Cancelled) { // a person wanted that
            Q_EMIT refused(run->material, error);
        }
    });
}

void ScanLane::choose(const QString& material)
{
    if (!m_target.sheet().isEmpty() && !m_run) {
        m_scan.useMaterial(m_target.itemCode(), material);
    }
}

Result<void> ScanLane::start(const QString& material)
{
    return retake(material, {});
}

Result<void> ScanLane::retake(const QString& material, const QString& blob)
{
    if (m_target.sheet().isEmpty() || m_target.isSealed() || m_run) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("nothing open, or a run is under way"));
    }
    choose(material);
    m_run = Run{m_target.sheet(), material, blob, m_target.expectPages()};
    Result<void> started = m_scan.scan();
    if (!started) {
        m_run.reset();
    }
    return started;
}

void ScanLane::take(const capture::ScannedPage& page)
{
    if (!m_run) {
        return; // another lane's
    }
    if (m_target.isSealed() || m_target.sheet() != m_run->sheet) {
        // The next applicant is at the desk; a page of the one before must not come to lie in his papers.
        m_scan.cancel();
        return;
    }
    // A camera does not know how far away the paper lies.
    const auto origin = page.dpi > 0 ? domain::FileOrigin::Scanner : domain::FileOrigin::Camera;
    const QString blob = std::exchange(m_run->retake, {});
    const QString material = m_run->material;
    watch(material, page,
          blob.isEmpty() ? m_pages.add(material, page, origin)
                         : m_pages.retake(material, blob, page, origin));
}

void ScanLane::watch(const QString& material, capture::ScannedPage page, const QFuture<Result<void>>& taken)
{
    page.bytes.clear(); // it waits for the next one no longer than its own storing
    page.onItsWay.reset();
    whenAnswered(taken, this, [this, material, page, expected = m_run->expected](const Result<void>& done) {
        if (done) {
            Q_EMIT arrived(material, page);
        } else {
            Q_EMIT refused(material, done.error());
        }
    });
}

} // namespace ow::ui
