// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/regime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ow::domain {

namespace {

constexpr qsizetype kMaxRegimes = 32;

Result<Regime> readRegime(const QJsonObject& object)
{
    Regime regime;
    regime.typeCode = object[QLatin1StringView("typeCode")].toString();
    regime.subject = object[QLatin1StringView("subject")].toString();
    if (regime.typeCode.isEmpty() || regime.subject.isEmpty()) {
        return fail(ErrorCode::GuideInvalid, QStringLiteral("a regime without type code or subject"));
    }
    regime.permit = object[QLatin1StringView("permit")].toBool();
    regime.answerDays = object[QLatin1StringView("answerDays")].toInt();
    regime.deemedAcceptance = object[QLatin1StringView("deemedAcceptance")].toBool();
    regime.issueDays = object[QLatin1StringView("issueDays")].toInt();
    regime.extensionDays = object[QLatin1StringView("extensionDays")].toInt();
    regime.acceptBasis = object[QLatin1StringView("acceptBasis")].toString();
    regime.noticeBasis = object[QLatin1StringView("noticeBasis")].toString();
    regime.correctBasis = object[QLatin1StringView("correctBasis")].toString();
    regime.notOursBasis = object[QLatin1StringView("notOursBasis")].toString();
    regime.notRequiredBasis = object[QLatin1StringView("notRequiredBasis")].toString();
    regime.grantBasis = object[QLatin1StringView("grantBasis")].toString();
    regime.remedies = object[QLatin1StringView("remedies")].toString();
    regime.counting = object[QLatin1StringView("counting")].toString();
    if (regime.deemedAcceptance && regime.answerDays <= 0) {
        return fail(ErrorCode::GuideInvalid, QStringLiteral("deemed acceptance needs answerDays"),
                    regime.typeCode);
    }
    return regime;
}

} // namespace

Result<RegimeTable> RegimeTable::parse(const QByteArray& json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return fail(
            ErrorCode::GuideInvalid,
            QStringLiteral("regimes: %1 at %2").arg(fault.errorString(), QString::number(fault.offset)));
    }
    const QJsonArray list = document.object()[QLatin1StringView("regimes")].toArray();
    if (list.isEmpty() || list.size() > kMaxRegimes) {
        return fail(ErrorCode::GuideInvalid, QStringLiteral("regimes: 1 to 32 expected"));
    }
    RegimeTable table;
    for (const QJsonValue& value : list) {
        Result<Regime> regime = readRegime(value.toObject());
        if (!regime) {
            return tl::unexpected(regime.error());
        }
        if (table.forTypeCode(regime->typeCode)) {
            return fail(ErrorCode::GuideInvalid, QStringLiteral("regimes: type code twice"),
                        regime->typeCode);
        }
        table.m_regimes.push_back(std::move(*regime));
    }
    return table;
}

Result<Regime> RegimeTable::forTypeCode(const QString& typeCode) const
{
    const auto found = std::ranges::find(m_regimes, typeCode, &Regime::typeCode);
    if (found == m_regimes.end()) {
        return fail(ErrorCode::GuideInvalid, QStringLiteral("no regime for this type code"), typeCode);
    }
    return *found;
}

QString guideBasis(const Guide& guide)
{
    QStringList laws;
    for (const LegalBasis& basis : guide.basis) {
        laws.append(basis.law + basis.article);
    }
    return laws.join(QStringLiteral("、"));
}

} // namespace ow::domain
