// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paperplan.h"

#include "domain/casefile.h"
#include "ledger/numbers.h"

namespace ow::desk {

using domain::ErrorCode;
using domain::Result;

Result<PaperPlan> planPaper(papers::PaperKind kind, const QString& typeCode, const HouseRules& rules)
{
    const QString key = papers::paperKindKey(kind);
    const auto series = rules.facts.series.constFind(key);
    const papers::PaperTemplate* paper = rules.templates.latest(kind, typeCode);
    if (series == rules.facts.series.constEnd() || paper == nullptr) {
        return domain::fail(ErrorCode::GuideInvalid, QStringLiteral("no series or template for this paper"),
                            key);
    }
    return PaperPlan{key, *series, paper->id, paper->version};
}

ActBody withPaper(PaperPlan plan, ActBody body)
{
    return [plan = std::move(plan), body = std::move(body)](ledger::Numbers& numbers) -> Result<QCborMap> {
        auto what = body(numbers);
        if (!what) {
            return what;
        }
        const Result<QString> number = numbers.drawPaper(plan.kind, plan.series);
        if (!number) {
            return tl::unexpected(number.error());
        }
        what->insert(
            QStringLiteral("paper"),
            domain::paperToCbor({plan.kind, *number, plan.templateId, plan.templateVersion, {}, {}, {}}));
        return what;
    };
}

record::GuideRef guideOf(const domain::Guide& guide)
{
    return {guide.ref.code, guide.ref.version, QString::fromLatin1(guide.ref.sm3.toHex())};
}

QVector<record::BlobRef> blobsOf(const std::vector<domain::MaterialIntake>& materials)
{
    QVector<record::BlobRef> blobs;
    const auto add = [&blobs](const domain::MaterialFile& file) {
        // One scan may serve two materials; the entry names it once.
        const record::BlobRef blob{file.blob, file.size};
        if (!blobs.contains(blob)) {
            blobs.append(blob);
        }
    };
    for (const domain::MaterialIntake& material : materials) {
        for (const domain::MaterialFile& file : material.files) {
            add(file);
        }
        if (material.bound) {
            add(*material.bound);
        }
    }
    return blobs;
}

} // namespace ow::desk
