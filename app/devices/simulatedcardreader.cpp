// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/simulatedcardreader.h"

namespace ow::devices {

using domain::ErrorCode;
using domain::Result;

std::vector<IdCard> SimulatedCardReader::sampleCards()
{
    return {
        {QStringLiteral("张建国"),
         QStringLiteral("11010519491231002X"),
         QStringLiteral("北京市朝阳区样卡街道一号"),
         QDate(2016, 5, 1),
         {}},
        {QStringLiteral("王二"), QStringLiteral("62010219850612321X"),
         QStringLiteral("甘肃省兰州市城关区样卡路八号"), QDate(2019, 3, 12), QDate(2039, 3, 12)},
    };
}

QFuture<Result<IdCard>> SimulatedCardReader::read(std::stop_token stop)
{
    const auto answer = [](Result<IdCard> result) { return QtFuture::makeReadyFuture(std::move(result)); };
    if (stop.stop_requested()) {
        return answer(domain::fail(ErrorCode::Cancelled));
    }
    if (const auto code = std::exchange(m_next, std::nullopt)) {
        return answer(domain::fail(*code, QStringLiteral("simulated")));
    }
    if (m_cards.empty()) {
        return answer(domain::fail(ErrorCode::CardAbsent, QStringLiteral("simulated: no cards")));
    }
    return answer(m_cards[m_place++ % m_cards.size()]);
}

QFuture<Result<void>> SimulatedCardReader::probe()
{
    return QtFuture::makeReadyFuture(Result<void>{});
}

} // namespace ow::devices
