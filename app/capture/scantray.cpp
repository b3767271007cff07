// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scantray.h"

namespace ow::capture {

ScanTray::ScanTray(int room, std::function<void()> whenBack)
    : m_room(room)
    , m_state(std::make_shared<State>())
{
    m_state->whenBack = std::move(whenBack);
}

ScanTray::~ScanTray()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->whenBack = nullptr;
}

std::shared_ptr<const void> ScanTray::ticket()
{
    const std::scoped_lock lock(m_state->mutex);
    ++m_state->out;
    return {m_state.get(), [state = m_state](const void*) {
                const std::scoped_lock back(state->mutex);
                --state->out;
                if (state->whenBack) {
                    state->whenBack();
                }
            }};
}

bool ScanTray::hasRoom() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->out < m_room;
}

} // namespace ow::capture
