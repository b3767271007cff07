// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/queuerows.h"

#include "ui/cases/casefacts.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueueRows)
};

QueueRow rowOf(const desk::TodayLine& line)
{
    QueueRow row;
    row.id = line.line.number;
    row.title = line.line.itemName;
    row.second = line.line.applicant;
    const LeftWord left = leftWord(line.line);
    row.right = left.word;
    row.third = desk::riskSentence(line.risk);
    if (line.standing == desk::Standing::Returned) {
        row.icon = QStringLiteral("ret");
        row.tone = Tone::Mute;
        row.third = line.task;
        row.thirdTone = Tone::Second;
        return row;
    }
    switch (line.risk.level) {
    case desk::RiskLevel::Red:
        row.tone = row.rightTone = row.thirdTone = Tone::Block;
        row.icon = stateWord(LightLook::Red).icon;
        break;
    case desk::RiskLevel::Yellow:
        row.tone = row.rightTone = row.thirdTone = Tone::Warn;
        row.icon = stateWord(LightLook::Yellow).icon;
        break;
    case desk::RiskLevel::Normal: {
        const StateWord state = stateWord(line.line.state, line.line.deficient);
        row.icon = state.icon;
        row.tone = state.tone;
        row.third.clear();
        break;
    }
    }
    return row;
}

} // namespace

std::vector<QueueRow> queueRows(const desk::TodayList& list)
{
    std::vector<QueueRow> rows;
    const auto head = [&rows](const QString& word, int count, const QString& note) {
        if (count > 0) {
            rows.push_back({.title = word, .right = note, .second = QString::number(count)});
        }
    };
    int place = 0;
    head(Words::tr("Look first"), list.risky, Words::tr("by risk"));
    for (const desk::TodayLine& line : list.lines) {
        if (place == list.risky) {
            head(Words::tr("Normal"), list.toCheck - list.risky, Words::tr("by time of receipt"));
        }
        if (place == list.toCheck) {
            head(Words::tr("Returned"), list.returned, Words::tr("waiting for the window"));
        }
        rows.push_back(rowOf(line));
        ++place;
    }
    return rows;
}

} // namespace ow::ui
