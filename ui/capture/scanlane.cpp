// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/scanlane.h"

#include "ui/widgets/whenanswered.h"

#include <utility>

namespace ow::ui {

using domain::ErrorCode;
using domain::Result;

ScanLane::ScanLane(desk::Workplace& workplace, desk::IntakeDesk& desk, desk::ScanDesk& scan, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_scan(scan)
    , m_pages(workplace, desk)
{
    connect(&scan, &desk::ScanDesk::pageArrived, this, &ScanLane::take);
    connect(&scan, &desk::ScanDesk::finished, this, [this] { m_target.reset(); });
    connect(&scan, &desk::ScanDesk::failed, this, [this](const domain::Error& error) {
        const auto target = std::exchange(m_target, std::nullopt);
        if (target && error.code != ErrorCode::Cancelled) { // a person wanted that
            Q_EMIT refused(target->material, error);
        }
    });
}

void ScanLane::choose(const QString& material)
{
    m_current = material;
    if (m_desk.isActive() && !m_target) {
        m_scan.useMaterial(m_desk.guide().ref.code, material);
    }
}

Result<void> ScanLane::start(const QString& material)
{
    return retake(material, {});
}

Result<void> ScanLane::retake(const QString& material, const QString& blob)
{
    if (!m_desk.isActive() || m_desk.isDeciding() || m_target) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("no application, or a run is under way"));
    }
    choose(material);
    m_target = Target{m_desk.intake().draftId, material, blob};
    Result<void> started = m_scan.scan();
    if (!started) {
        m_target.reset();
    }
    return started;
}

void ScanLane::take(const capture::ScannedPage& page)
{
    if (!m_target && m_desk.isActive() && !m_current.isEmpty()) {
        m_target = Target{m_desk.intake().draftId, m_current, {}};
    }
    if (!m_target) {
        return; // a trial, with no application open
    }
    if (!m_desk.isActive() || m_desk.isDeciding() || m_desk.intake().draftId != m_target->draft) {
        // The next applicant is at the desk; a page of the one before must not come to lie in his papers.
        m_scan.cancel();
        return;
    }
    // A camera does not know how far away the paper lies.
    const auto origin = page.dpi > 0 ? domain::FileOrigin::Scanner : domain::FileOrigin::Camera;
    const QString blob = std::exchange(m_target->retake, {});
    const QString material = m_target->material;
    watch(material, page.incomplete,
          blob.isEmpty() ? m_pages.add(material, page, origin)
                         : m_pages.retake(material, blob, page, origin));
}

void ScanLane::watch(const QString& material, bool incomplete, QFuture<Result<void>> taken)
{
    whenAnswered(taken, this, [this, material, incomplete](const Result<void>& done) {
        if (done) {
            Q_EMIT arrived(material, incomplete);
        } else {
            Q_EMIT refused(material, done.error());
        }
    });
}

} // namespace ow::ui
