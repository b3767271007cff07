// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/result.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace ow::domain {

/// The law an item is handled under, chosen by its type code and kept as data (resources/regimes): 01 follows
/// the 行政许可法; 07, 10 and 20 take limits and basis from the guide and give the one-time notice by Art. 36
/// of the 优化营商环境条例. The sentences are the law's names as they go on papers; an empty one is taken
/// from the guide.
struct Regime
{
    QString typeCode;
    bool permit = false;           ///< only then may a paper name an article of the 行政许可法
    QString subject;               ///< 行政许可, 行政确认, …
    int answerDays = 0;            ///< working days to answer an application (Art. 32(4)); 0 = no such limit
    bool deemedAcceptance = false; ///< Art. 32(4) last clause
    int issueDays = 0;             ///< Art. 44; 0 = no such limit
    int extensionDays = 0;         ///< Art. 42; 0 = none
    QString acceptBasis;
    QString noticeBasis;
    QString correctBasis;
    QString notOursBasis;
    QString notRequiredBasis;
    QString grantBasis; ///< of a decision made at the window (Art. 34(2), 38(1))
    QString remedies;
    QString counting;
};

/// All regimes of a house. A value; thread-safe to read.
class RegimeTable
{
public:
    /// Reads resources/regimes/regimes.json. Refuses unknown shape, a doubled type code, more than 32
    /// regimes.
    [[nodiscard]] static Result<RegimeTable> parse(const QByteArray& json);

    /// An error (GuideInvalid) for a type code nobody has described: better no paper than one on the wrong
    /// law.
    [[nodiscard]] Result<Regime> forTypeCode(const QString& typeCode) const;

private:
    std::vector<Regime> m_regimes;
};

/// "《公路法》第五十条、《…》": the guide's own basis as printed where the regime names none. An article that
/// is not sure is left out, the law is named.
[[nodiscard]] QString guideBasis(const Guide& guide);

} // namespace ow::domain
