// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/place.h"
#include "domain/intake.h"

#include <QString>

#include <deque>
#include <optional>

namespace ow::desk {

/// The local steps of one application and the way back through them (Ctrl+Z, Ctrl+Shift+Z): what was typed,
/// chosen, ticked and taken in, each with a name a person reads. A step keeps the whole application as it was
/// before; its parts are shared, so a step costs what it changed. At most kMaxSteps; the oldest are
/// forgotten.
class UndoTrail
{
public:
    struct Step
    {
        QString name;  ///< "change of “货物质量”"
        QString merge; ///< steps in a row with the same, not empty, are one; typing in a field is one step
        Place place;   ///< where it was made
    };

    /// What there is to go back or forth to.
    struct Turn
    {
        Step step;
        domain::Intake intake;
    };

    /// To be called before a change with the application as it stands. Takes the steps that were undone away.
    void remember(const Step& step, const domain::Intake& before);

    /// The next step is one of its own, whatever it is.
    void breakMerge() { m_open = false; }

    void clear();

    /// Nothing when there is nothing to undo. `now` is kept for redo().
    [[nodiscard]] std::optional<Turn> undo(const domain::Intake& now);
    [[nodiscard]] std::optional<Turn> redo(const domain::Intake& now);

    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }

    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }

    static constexpr std::size_t kMaxSteps = 200;

private:
    std::deque<Turn> m_done; ///< the newest at the back
    std::deque<Turn> m_undone;
    bool m_open = false; ///< the last step may take the next of the same kind in
};

} // namespace ow::desk
