// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/cardreader.h"

#include <optional>
#include <vector>

namespace ow::devices {

/// A reader on which the cards of a list are put down one after the other, and then again from the first: for
/// training and for tests. An empty list is a reader on which nobody ever puts a card.
class SimulatedCardReader : public CardReader
{
public:
    explicit SimulatedCardReader(std::vector<IdCard> cards)
        : m_cards(std::move(cards))
    {
    }

    /// Made-up people with right check characters, whose numbers belong to no division in use.
    [[nodiscard]] static std::vector<IdCard> sampleCards();

    [[nodiscard]] QFuture<domain::Result<IdCard>> read(std::stop_token stop = {}) override;
    [[nodiscard]] QFuture<domain::Result<void>> probe() override;

    /// The next read fails with this, then it works again.
    void failNext(domain::ErrorCode code) { m_next = code; }

private:
    std::vector<IdCard> m_cards;
    std::size_t m_place = 0;
    std::optional<domain::ErrorCode> m_next;
};

} // namespace ow::devices
