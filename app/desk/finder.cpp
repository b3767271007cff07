// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/finder.h"

#include "domain/casenumber.h"
#include "domain/idnumber.h"
#include "domain/mobile.h"
#include "domain/uscc.h"

#include <QRegularExpression>

namespace ow::desk {

namespace {

constexpr qsizetype kShortestTail = 4;

bool isHan(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("^\\p{Han}{2,}$"));
    return han.match(text).hasMatch();
}

} // namespace

Finder::Finder(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_cases(workplace)
{
}

Understood Finder::understand(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty()) {
        return Understood::Nothing;
    }
    if (domain::CaseNumber::parse(text) || text.startsWith(QLatin1StringView("JT62-"), Qt::CaseInsensitive) ||
        text.startsWith(QLatin1StringView("YL-"), Qt::CaseInsensitive)) {
        return Understood::CaseNumber;
    }
    if (domain::MobileNumber::parse(text)) {
        return Understood::Phone;
    }
    if (domain::IdNumber::parse(text) || domain::CreditCode::parse(text)) {
        return Understood::Identifier;
    }
    static const QRegularExpression digits(QStringLiteral("^[0-9]{4,17}[0-9Xx]?$"));
    if (digits.match(text).hasMatch()) {
        return Understood::CaseNumber;
    }
    return isHan(text) && text.size() <= 4 ? Understood::Name : Understood::Item;
}

std::vector<catalogue::Hit> Finder::items(const QString& text, int limit) const
{
    const HouseRulesPtr& rules = m_workplace.rules();
    return rules ? rules->search.find(text.trimmed(), m_uses, limit) : std::vector<catalogue::Hit>();
}

QFuture<domain::Result<std::vector<CaseLine>>> Finder::cases(const QString& typed, int limit)
{
    const QString text = typed.trimmed();
    const Understood meaning = understand(text);
    const bool nameLike = meaning == Understood::Name || (isHan(text) && text.size() >= 2);
    if (!m_workplace.person() || (!nameLike && text.size() < kShortestTail) ||
        meaning == Understood::Nothing) {
        return QtFuture::makeReadyFuture(domain::Result<std::vector<CaseLine>>(std::vector<CaseLine>()));
    }
    return m_cases.find(text, limit);
}

std::vector<catalogue::GuidePtr> Finder::usual(int limit) const
{
    const HouseRulesPtr& rules = m_workplace.rules();
    std::vector<catalogue::GuidePtr> guides =
        rules ? rules->catalogue.listByUse(m_uses) : std::vector<catalogue::GuidePtr>();
    if (guides.size() > static_cast<std::size_t>(limit)) {
        guides.resize(static_cast<std::size_t>(limit));
    }
    return guides;
}

void Finder::noteUse(const QString& itemCode)
{
    ++m_uses[itemCode];
}

} // namespace ow::desk
