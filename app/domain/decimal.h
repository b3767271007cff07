// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <optional>

namespace ow::domain {

/// A number of a form rule: an exact fraction, so that limits of the law are compared with what was written
/// and a mean of three axles stays a third. 512 bits above and below the line; what does not fit gives
/// nothing instead of a wrong figure. Internal to the rules: everything outside holds decimal strings.
class Decimal
{
public:
    /// Decimals written out when the fraction has no end; also what a number field takes.
    static constexpr int kPlaces = 6;

    Decimal() = default; ///< 0

    explicit Decimal(qint64 whole)
        : m_over(whole)
    {
    }

    /// As normaliseDecimal() takes it: full-width digits, blanks, thousands commas.
    [[nodiscard]] static std::optional<Decimal> fromText(QStringView typed);
    /// Without exponent and trailing noughts; rounded to kPlaces, half away from nought.
    [[nodiscard]] QString toText() const;
    /// Half away from nought; `places` from 0 to kPlaces.
    [[nodiscard]] std::optional<Decimal> rounded(int places) const;

    [[nodiscard]] bool isZero() const { return m_over.is_zero(); }

    /// Nothing when the figure outgrows 512 bits, or something is divided by nought.
    [[nodiscard]] static std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> difference(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> product(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> quotient(const Decimal& a, const Decimal& b);
    /// Nothing when even the comparison outgrows the bits.
    [[nodiscard]] static std::optional<std::strong_ordering> compare(const Decimal& a, const Decimal& b);

private:
    using Whole = boost::multiprecision::number<
        boost::multiprecision::cpp_int_backend<512, 512, boost::multiprecision::signed_magnitude,
                                               boost::multiprecision::checked, void>,
        boost::multiprecision::et_off>;

    Decimal(Whole over, Whole under);

    Whole m_over = 0;
    Whole m_under = 1; ///< positive; no common factor with m_over
};

} // namespace ow::domain
