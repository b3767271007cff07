// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/opened.h"

#include "center/commands.h"

#include <QCommandLineParser>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

Result<Opened> openData(const QCommandLineParser& parser)
{
    const auto folder = needed(parser, u"data"_s);
    if (!folder)
        return tl::unexpected(folder.error());
    auto centre = openCentre(*folder);
    if (!centre)
        return tl::unexpected(centre.error());
    auto store = openStore((*centre)->paths);
    if (!store)
        return tl::unexpected(store.error());
    return Opened{std::move(*centre), std::move(*store)};
}

Result<QString> hallOf(const QCommandLineParser& parser, Store& store)
{
    const QString named = parser.value(u"hall"_s);
    const auto halls = store.halls();
    if (!halls)
        return tl::unexpected(halls.error());
    if (named.isEmpty() && halls->size() == 1)
        return halls->front().id;
    for (const HallRow& hall : *halls) {
        if (hall.id == named)
            return named;
    }
    return fail(ErrorCode::InvalidInput, u"not one of the centre's halls"_s, u"--hall"_s);
}

OwnHand::OwnHand(const Opened& opened, std::unique_ptr<const GuideJudge> guides)
    : m_opened(opened)
    , m_guides(std::move(guides))
    , m_intake(opened.centre->vault, opened.centre->keys, *m_guides)
    , m_own(opened.centre->vault, m_intake, m_clock)
{
}

Result<std::unique_ptr<OwnHand>> OwnHand::make(const Opened& opened)
{
    auto guides = GuideJudge::make(opened.centre->vault.provider());
    if (!guides)
        return tl::unexpected(guides.error());
    return std::unique_ptr<OwnHand>(new OwnHand(opened, std::move(*guides)));
}

Result<void> OwnHand::write(const std::vector<OwnAct>& acts)
{
    if (auto there = m_own.ensure(*m_opened.store); !there)
        return there;
    const auto taken = m_own.write(*m_opened.store, acts);
    return taken ? Result<void>() : tl::unexpected(taken.error());
}

} // namespace ow::center
