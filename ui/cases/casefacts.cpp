// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casefacts.h"

#include "domain/legaldate.h"
#include "ui/words/daywords.h"
#include "ui/words/kindwords.h"

#include <QCoreApplication>

#include <utility>

namespace ow::ui {

namespace {

/// The sentences people read.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseFacts)
};

constexpr int kYellowDays = 1; ///< working days left from which the light is yellow

/// Facts are joined as the look has it: 张三·620102********1234.
QString joined(const QStringList& facts)
{
    QStringList said = facts;
    said.removeAll(QString());
    return said.join(u'·');
}

StateWord syncWord(desk::SyncState state, bool training)
{
    if (training) {
        return {Words::tr("not sent"), {}, Tone::Mute};
    }
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

QString limitWords(int days)
{
    return days == 0 ? Words::tr("on the spot") : Words::tr("%1 working days").arg(days);
}

QString materialsSentence(const domain::Intake& intake)
{
    int here = 0;
    int pages = 0;
    for (const domain::MaterialIntake& material : intake.materials) {
        if (material.state != domain::MaterialState::Received) {
            continue;
        }
        ++here;
        for (const domain::MaterialFile& file : material.files) {
            pages += file.pages;
        }
    }
    return Words::tr("%1 material(s), %2 page(s) taken in").arg(here).arg(pages);
}

QString deficiencySentence(const domain::Deficiency& deficiency, const domain::Guide* guide)
{
    const domain::GuideMaterial* material = guide == nullptr ? nullptr : guide->material(deficiency.material);
    return Words::tr("%1, by %2")
        .arg(material == nullptr ? deficiency.material : material->name, dayWord(deficiency.due));
}

void addDates(std::vector<Fact>& facts, const desk::CaseDetail& detail)
{
    const domain::CaseFile& file = detail.file;
    facts.push_back({.label = Words::tr("Received"), .value = dayWord(file.receivedOn)});
    if (file.acceptedOn) {
        facts.push_back({.label = Words::tr("Accepted"), .value = dayWord(*file.acceptedOn)});
        facts.push_back({.label = Words::tr("Promised"),
                         .value = dayWord(file.due.promised),
                         .bold = true,
                         .rest = limitWords(file.promisedDays)});
        facts.push_back({.label = Words::tr("Statutory"),
                         .value = dayWord(file.due.statutory),
                         .rest = limitWords(file.statutoryDays)});
    } else if (file.due.answer.isValid() && domain::isOpen(file.state)) {
        facts.push_back({.label = Words::tr("Answer by"), .value = dayWord(file.due.answer), .bold = true});
    }
    if (file.issueBy.isValid() && !file.issuedOn) {
        facts.push_back({.label = Words::tr("Hand over by"), .value = dayWord(file.issueBy), .bold = true});
    }
    if (!file.due.certain || !detail.line.dueCertain) {
        facts.push_back({.label = Words::tr("Calendar"),
                         .value = Words::tr("Not yet issued for these days; the dates may move"),
                         .icon = QStringLiteral("info"),
                         .tone = Tone::Info});
    }
}

} // namespace

LeftWord leftWord(const desk::CaseLine& line)
{
    if (line.state == domain::CaseState::Paused) {
        return {Words::tr("paused"), {}, Tone::Mute, LightLook::Paused};
    }
    if (!line.nextDue.isValid()) {
        return {QStringLiteral("–"), {}, Tone::Second, LightLook::Green};
    }
    const int left = line.workdaysLeft;
    if (left < 0) {
        const StateWord red = stateWord(LightLook::Red);
        return {Words::tr("%1 d over").arg(-left), red.icon, red.tone, LightLook::Red};
    }
    const QString word = left == 0 ? Words::tr("today") : Words::tr("%1 d").arg(left);
    if (left <= kYellowDays) {
        const StateWord yellow = stateWord(LightLook::Yellow);
        return {word, yellow.icon, yellow.tone, LightLook::Yellow};
    }
    return {word, {}, Tone::Plain, LightLook::Green};
}

QString lightSentence(const desk::CaseLine& line)
{
    const LeftWord left = leftWord(line);
    switch (left.light) {
    case LightLook::Green:
    case LightLook::Paused:
        return {};
    case LightLook::Yellow:
        return line.workdaysLeft == 0 ? Words::tr("Yellow light, due today")
                                      : Words::tr("Yellow light, %1 working day left").arg(line.workdaysLeft);
    case LightLook::Red:
        return Words::tr("Red light, %1 working day(s) over").arg(-line.workdaysLeft);
    }
    return {};
}

int constantPart(const QString& number)
{
    const auto first = number.indexOf(u'-');
    const auto second = first < 0 ? first : number.indexOf(u'-', first + 1);
    return second < 0 ? 0 : static_cast<int>(second) + 1;
}

std::vector<Fact> caseFacts(const desk::CaseDetail& detail, const domain::Guide* guide)
{
    std::vector<Fact> facts;
    facts.push_back({.label = Words::tr("Applicant"), .value = detail.applicantName});
    if (!detail.applicantIdMasked.isEmpty()) {
        facts.push_back({.label = Words::tr("Number"), .value = detail.applicantIdMasked});
    }
    if (!detail.agentName.isEmpty() || !detail.agentIdMasked.isEmpty()) {
        facts.push_back(
            {.label = Words::tr("Agent"), .value = joined({detail.agentName, detail.agentIdMasked})});
    }
    if (!detail.phoneMasked.isEmpty()) {
        facts.push_back({.label = Words::tr("Phone"), .value = detail.phoneMasked});
    }
    addDates(facts, detail);
    facts.push_back({.label = Words::tr("Materials"), .value = materialsSentence(detail.file.intake)});
    for (const domain::Deficiency& deficiency : detail.file.openDeficiencies()) {
        const StateWord look = stateWord(MaterialLook::Tolerated);
        facts.push_back({.label = Words::tr("Follows"),
                         .value = deficiencySentence(deficiency, guide),
                         .icon = look.icon,
                         .tone = look.tone});
    }
    if (!detail.file.declineReason.isEmpty()) {
        facts.push_back({.label = Words::tr("Reason"), .value = detail.file.declineReason});
    }
    return facts;
}

std::vector<Fact> actFacts(const desk::CaseToAct& seen)
{
    const domain::CaseFile& file = seen.file;
    const domain::Intake& intake = file.intake;
    const StateWord state = stateWord(file.state, !file.openDeficiencies().empty());
    std::vector<Fact> facts;
    facts.push_back({.label = Words::tr("Applicant"), .value = desk::maskedName(intake.applicant.name)});
    if (intake.agent) {
        facts.push_back({.label = Words::tr("Agent"), .value = desk::maskedName(intake.agent->name)});
    }
    facts.push_back({.label = Words::tr("Received"), .value = dayWord(file.receivedOn)});
    facts.push_back(
        {.label = Words::tr("State"), .value = state.word, .icon = state.icon, .tone = state.tone});
    return facts;
}

std::vector<TimelineRow> caseTimeline(const desk::CaseDetail& detail, bool training)
{
    std::vector<TimelineRow> rows;
    rows.reserve(detail.timeline.size());
    for (auto line = detail.timeline.rbegin(); line != detail.timeline.rend(); ++line) {
        const QDateTime at = domain::legalTime(line->at);
        const bool known = domain::kindFromKey(line->kindKey).has_value();
        const StateWord act = known ? kindWord(line->kind) : unknownKindWord(line->kindKey);
        const StateWord sync = syncWord(line->sync, training);
        rows.push_back({.day = at.toString(u"MM-dd"),
                        .time = at.toString(u"HH:mm"),
                        .icon = act.icon,
                        .tone = act.tone,
                        .act = act.word,
                        .detail = joined({line->detail, line->actor}),
                        .sync = sync.word,
                        .syncTone = sync.tone,
                        .number = u'#' + QString::number(line->seq)});
    }
    return rows;
}

} // namespace ow::ui
