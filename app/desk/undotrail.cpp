// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/undotrail.h"

#include <utility>

namespace ow::desk {

namespace {

std::optional<UndoTrail::Turn> turn(std::deque<UndoTrail::Turn>& from, std::deque<UndoTrail::Turn>& to,
                                    const domain::Intake& now)
{
    if (from.empty()) {
        return std::nullopt;
    }
    UndoTrail::Turn taken = std::move(from.back());
    from.pop_back();
    to.push_back({taken.step, now});
    return taken;
}

} // namespace

void UndoTrail::remember(const Step& step, const domain::Intake& before)
{
    m_undone.clear();
    const bool same =
        m_open && !m_done.empty() && !step.merge.isEmpty() && m_done.back().step.merge == step.merge;
    m_open = true;
    if (same) {
        return;
    }
    m_done.push_back({step, before});
    if (m_done.size() > kMaxSteps) {
        m_done.pop_front();
    }
}

void UndoTrail::clear()
{
    m_done.clear();
    m_undone.clear();
    m_open = false;
}

std::optional<UndoTrail::Turn> UndoTrail::undo(const domain::Intake& now)
{
    m_open = false;
    return turn(m_done, m_undone, now);
}

std::optional<UndoTrail::Turn> UndoTrail::redo(const domain::Intake& now)
{
    m_open = false;
    return turn(m_undone, m_done, now);
}

} // namespace ow::desk
