// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/guidefacts.h"

#include "domain/legaldate.h"
#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GuideFacts)
};

constexpr std::size_t kSentShown = 5;

QString joined(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(u'·');
}

GuidePart basics(const domain::Guide& guide)
{
    GuidePart part{Words::tr("Item"), {}};
    part.facts.push_back({.label = Words::tr("Code"),
                          .value = guide.ref.code,
                          .rest = Words::tr("version %1").arg(guide.ref.version)});
    part.facts.push_back(
        {.label = Words::tr("Kind"), .value = joined({guide.type, guide.domain, guide.level})});
    part.facts.push_back({.label = Words::tr("Department"),
                          .value = joined({guide.leadDepartment, guide.decisionDepartment})});
    part.facts.push_back(
        {.label = Words::tr("Promised"), .value = daysWord(guide.promisedDays), .bold = true});
    part.facts.push_back({.label = Words::tr("Statutory"),
                          .value = daysWord(guide.statutoryDays),
                          .rest = guide.statutoryNote});
    for (const domain::LegalBasis& basis : guide.basis) {
        part.facts.push_back({.label = Words::tr("Basis"), .value = basis.law + basis.article});
    }
    part.facts.push_back({.label = Words::tr("Fee"),
                          .value = guide.feeCharged ? Words::tr("charged") : Words::tr("none"),
                          .rest = guide.feeNote});
    part.facts.push_back(
        {.label = Words::tr("Result"), .value = guide.resultName, .rest = guide.resultValidity});
    return part;
}

GuidePart situations(const domain::Guide& guide)
{
    GuidePart part{Words::tr("Situations"), {}};
    const auto name = [&guide](const QString& id) {
        const domain::GuideMaterial* material = guide.material(id);
        return material == nullptr ? id : material->name;
    };
    for (const domain::GuideAxis& axis : guide.axes) {
        for (const domain::GuideSituation& situation : axis.situations) {
            QStringList rest;
            for (const QString& id : situation.add) {
                rest << Words::tr("also %1").arg(name(id));
            }
            for (const QString& id : situation.drop) {
                rest << Words::tr("without %1").arg(name(id));
            }
            const QString days = situation.promisedDays ? daysWord(*situation.promisedDays) : QString();
            part.facts.push_back({.label = axis.name,
                                  .value = joined({situation.name, days}),
                                  .rest = rest.join(QStringLiteral("，"))});
        }
    }
    return part;
}

GuidePart materials(const domain::Guide& guide)
{
    GuidePart part{Words::tr("Materials"), {}};
    for (const domain::GuideMaterial& material : guide.materials) {
        QStringList rest{Words::tr("%1 original(s)").arg(material.originals)};
        if (material.photocopies > 0) {
            rest << Words::tr("%1 copies").arg(material.photocopies);
        }
        rest << material.origin << material.requiredWhen << material.pageHint;
        const StateWord tolerated = stateWord(MaterialLook::Tolerated);
        Fact fact{.label = material.id, .value = material.name, .rest = joined(rest)};
        if (material.tolerable) {
            fact.icon = tolerated.icon;
            fact.rest += u'·' + Words::tr("may follow within %1").arg(daysWord(material.tolerableDays));
        }
        part.facts.push_back(std::move(fact));
    }
    return part;
}

GuidePart form(const domain::Guide& guide)
{
    GuidePart part{Words::tr("Form"), {}};
    const auto titleOf = [&guide](const QString& id) {
        const auto found = std::ranges::find(guide.sections, id, &domain::GuideSection::id);
        return found == guide.sections.end() ? QString() : found->title;
    };
    for (const domain::GuideField& field : guide.fields) {
        QStringList rest{field.required ? QString() : Words::tr("optional"), field.unit,
                         field.options.join(QStringLiteral("、")), field.columns.join(QStringLiteral("、"))};
        const QString title = field.common ? Words::tr("Applicant") : titleOf(field.section);
        part.facts.push_back({.label = title.isEmpty() ? Words::tr("Application") : title,
                              .value = field.label,
                              .rest = joined(rest)});
    }
    return part;
}

QString ruleWord(domain::RuleKind kind)
{
    switch (kind) {
    case domain::RuleKind::Visible:
        return Words::tr("shown when");
    case domain::RuleKind::Required:
        return Words::tr("demanded when");
    case domain::RuleKind::Valid:
        return Words::tr("must hold");
    case domain::RuleKind::Computed:
        return Words::tr("computed");
    case domain::RuleKind::Choices:
        return Words::tr("choices");
    case domain::RuleKind::Axis:
        return Words::tr("situation");
    }
    return {};
}

GuidePart rules(const domain::Guide& guide)
{
    GuidePart part{Words::tr("Rules"), {}};
    for (const domain::FormRule& rule : guide.rules) {
        QStringList targets;
        for (const QString& target : rule.targets) {
            const domain::GuideField* field = guide.field(target);
            const domain::GuideAxis* axis = guide.axis(target);
            targets << (field != nullptr ? field->label : axis != nullptr ? axis->name : target);
        }
        const QString sentence = rule.sentence.isEmpty() ? rule.why : rule.sentence;
        part.facts.push_back({.label = ruleWord(rule.kind),
                              .value = joined({targets.join(QStringLiteral("、")), sentence}),
                              .rest = rule.source});
    }
    return part;
}

GuidePart lines(const QString& title, const QStringList& texts)
{
    GuidePart part{title, {}};
    int number = 0;
    for (const QString& text : texts) {
        part.facts.push_back({.label = QString::number(++number), .value = text});
    }
    return part;
}

StateWord sentWord(desk::SyncState state)
{
    switch (state) {
    case desk::SyncState::Pending:
        return stateWord(SyncLook::Pending);
    case desk::SyncState::Accepted:
        return stateWord(SyncLook::Accepted);
    case desk::SyncState::Conflict:
        return stateWord(SyncLook::Conflict);
    case desk::SyncState::Rejected:
        return stateWord(SyncLook::Rejected);
    }
    return {};
}

QString stepWord(domain::PublishStep step)
{
    switch (step) {
    case domain::PublishStep::Propose:
        return Words::tr("proposed");
    case domain::PublishStep::Approve:
        return Words::tr("approved");
    case domain::PublishStep::Decline:
        return Words::tr("declined");
    }
    return {};
}

QString timeWord(qint64 at)
{
    const QDateTime time = domain::legalTime(at);
    return dayWord(time.date()) + time.toString(u" HH:mm");
}

} // namespace

QString daysWord(int days)
{
    return days == 0 ? Words::tr("on the spot") : Words::tr("%1 working days").arg(days);
}

std::vector<GuidePart> guideParts(const domain::Guide& guide)
{
    std::vector<GuidePart> parts{basics(guide),     lines(Words::tr("Conditions"), guide.conditions),
                                 situations(guide), materials(guide),
                                 form(guide),       rules(guide)};
    QStringList steps;
    for (const domain::GuideStep& step : guide.steps) {
        steps << joined({step.name, step.counted ? daysWord(step.days) : Words::tr("not counted")});
    }
    parts.push_back(lines(Words::tr("Steps"), steps));
    std::erase_if(parts, [](const GuidePart& part) { return part.facts.empty(); });
    return parts;
}

GuidePart remarksPart(const QStringList& notes)
{
    GuidePart part{Words::tr("Remarks"), {}};
    for (const QString& note : notes) {
        part.facts.push_back({.value = note, .icon = QStringLiteral("warn"), .tone = Tone::Warn});
    }
    return part;
}

std::vector<QueueRow> guideRows(const std::vector<desk::GuideLine>& lines)
{
    std::vector<QueueRow> rows;
    for (const desk::GuideLine& line : lines) {
        QueueRow row;
        row.id = line.code;
        row.icon = QStringLiteral("book");
        row.tone = Tone::Mute;
        row.title = line.name;
        row.right = daysWord(line.promisedDays);
        row.second = joined({line.code, line.domain, Words::tr("version %1").arg(line.version)});
        QStringList notes;
        if (line.waiting) {
            notes << Words::tr("a new version waits for approval");
        }
        if (line.warnings > 0) {
            notes << Words::tr("%1 warning(s)").arg(line.warnings);
        }
        if (line.doubtful) {
            notes << Words::tr("to be confirmed");
        }
        row.third = notes.join(QStringLiteral("；"));
        row.thirdTone = Tone::Warn;
        if (!notes.isEmpty()) {
            row.icon = QStringLiteral("warn");
            row.tone = Tone::Warn;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Fact> versionFacts(const std::vector<desk::GuideVersion>& versions)
{
    std::vector<Fact> facts;
    for (const desk::GuideVersion& version : versions) {
        Fact fact{.label = Words::tr("version %1").arg(version.version), .bold = version.current};
        if (version.published) {
            fact.value = timeWord(version.publishedAt);
            fact.rest = joined({Words::tr("proposed by %1").arg(version.proposedBy),
                                Words::tr("approved by %1").arg(version.approvedBy), version.note});
        } else {
            fact.value = Words::tr("came with the program");
        }
        if (version.current) {
            fact.icon = QStringLiteral("check");
            fact.tone = Tone::Ok;
        }
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<Fact> sentFacts(const std::vector<desk::SentPublish>& sent, const QString& code)
{
    std::vector<Fact> facts;
    for (const desk::SentPublish& one : sent) {
        if (one.code != code || facts.size() == kSentShown) {
            continue;
        }
        const StateWord state = sentWord(one.state);
        facts.push_back({.label = Words::tr("version %1").arg(one.version),
                         .value = joined({stepWord(one.step), state.word}),
                         .icon = state.icon,
                         .tone = state.tone,
                         .rest = one.state == desk::SyncState::Rejected ? desk::publishReasonWords(one.reason)
                                                                        : timeWord(one.at)});
    }
    return facts;
}

} // namespace ow::ui
