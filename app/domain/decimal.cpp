// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include "domain/formvalue.h"

#include <exception>
#include <utility>

namespace ow::domain {

namespace {

/// The checked integers of the library throw when a figure outgrows them; here that is simply no figure.
template <class Work> auto guarded(Work work) -> std::optional<decltype(work())>
{
    try {
        return work();
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

Decimal::Decimal(Whole over, Whole under)
    : m_over(std::move(over))
    , m_under(std::move(under))
{
    if (m_under < 0) {
        m_over = -m_over;
        m_under = -m_under;
    }
    if (m_under != 1) {
        const Whole common = boost::multiprecision::gcd(m_over, m_under);
        m_over /= common;
        m_under /= common;
    }
}

std::optional<Decimal> Decimal::fromText(QStringView typed)
{
    const auto text = normaliseDecimal(typed);
    if (!text) {
        return std::nullopt;
    }
    const qsizetype point = text->indexOf(u'.');
    QString digits = *text;
    qint64 under = 1;
    if (point >= 0) {
        for (qsizetype i = point + 1; i < text->size(); ++i) {
            under *= 10;
        }
        digits.remove(point, 1);
    }
    return Decimal(Whole(digits.toLongLong()), Whole(under)); // at most 18 digits: fits
}

std::optional<Decimal> Decimal::rounded(int places) const
{
    return guarded([this, places] {
        Whole scale = 1;
        for (int i = 0; i < places; ++i) {
            scale *= 10;
        }
        const bool negative = m_over < 0;
        const Whole doubled = (negative ? Whole(-m_over) : m_over) * scale * 2 + m_under;
        const Whole whole = doubled / (m_under * 2);
        return Decimal(negative ? Whole(-whole) : whole, scale);
    });
}

QString Decimal::toText() const
{
    const auto shown = rounded(kPlaces);
    if (!shown) {
        return {};
    }
    Whole scaled = shown->m_over;
    for (int i = 0; i < kPlaces; ++i) {
        scaled *= 10;
    }
    scaled /= shown->m_under; // without rest: the denominator divides ten to the places
    const bool negative = scaled < 0;
    QString digits = QString::fromStdString((negative ? Whole(-scaled) : scaled).str());
    digits = digits.rightJustified(kPlaces + 1, u'0');
    digits.insert(digits.size() - kPlaces, u'.');
    while (digits.endsWith(u'0')) {
        digits.chop(1);
    }
    if (digits.endsWith(u'.')) {
        digits.chop(1);
    }
    return negative ? QString(u'-' + digits) : digits;
}

std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b)
{
    return guarded([&] {
        return a.m_under == b.m_under
                   ? Decimal(a.m_over + b.m_over, a.m_under)
                   : Decimal(a.m_over * b.m_under + b.m_over * a.m_under, a.m_under * b.m_under);
    });
}

std::optional<Decimal> Decimal::difference(const Decimal& a, const Decimal& b)
{
    return sum(a, Decimal(-b.m_over, b.m_under));
}

std::optional<Decimal> Decimal::product(const Decimal& a, const Decimal& b)
{
    return guarded([&] { return Decimal(a.m_over * b.m_over, a.m_under * b.m_under); });
}

std::optional<Decimal> Decimal::quotient(const Decimal& a, const Decimal& b)
{
    if (b.isZero()) {
        return std::nullopt;
    }
    return guarded([&] { return Decimal(a.m_over * b.m_under, a.m_under * b.m_over); });
}

std::optional<std::strong_ordering> Decimal::compare(const Decimal& a, const Decimal& b)
{
    return guarded([&]() -> std::strong_ordering {
        const int order = Whole(a.m_over * b.m_under).compare(b.m_over * a.m_under);
        return order <=> 0;
    });
}

} // namespace ow::domain
