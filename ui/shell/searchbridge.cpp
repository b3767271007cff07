// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbridge.h"

#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

namespace ow::ui {

namespace {

constexpr QChar kCaseMark = u'#';     // before a case number in SearchRow::code, which item codes never have
constexpr QChar kProgressMark = u'?'; ///< before what was typed: how far is it?
constexpr int kMostItems = 12;

QString groupOf(const catalogue::Hit& hit)
{
    using How = catalogue::MatchedHow;
    switch (hit.how) {
    case How::Code:
        return SearchBridge::tr("By code");
    case How::Text:
        return SearchBridge::tr("As written");
    case How::Pinyin:
        return SearchBridge::tr("By pinyin %1").arg(hit.letters);
    case How::Initials:
        return SearchBridge::tr("By initials %1").arg(hit.letters);
    case How::Slip:
        return SearchBridge::tr("Close to %1").arg(hit.letters);
    }
    return {};
}

QString roleWords(const domain::Guide& guide)
{
    switch (guide.windowRole) {
    case domain::WindowRole::Accept:
        return SearchBridge::tr("Accepted here");
    case domain::WindowRole::PassOn:
        return SearchBridge::tr("Received and passed on");
    case domain::WindowRole::Advise:
        return SearchBridge::tr("Advice only");
    }
    return {};
}

QString secondLine(const domain::Guide& guide, const catalogue::Hit& hit)
{
    QStringList parts{guide.ref.code, guide.type};
    if (guide.handling == domain::Handling::Timed) {
        parts.append(SearchBridge::tr("promised %1 working days").arg(guide.promisedDays));
    } else {
        parts.append(SearchBridge::tr("on the spot"));
    }
    if (hit.field == catalogue::MatchedField::Alias) {
        parts.append(SearchBridge::tr("also called %1").arg(hit.term));
    }
    return parts.join(QStringLiteral("·"));
}

SearchRow caseRow(const desk::CaseLine& line)
{
    SearchRow row;
    row.group = SearchBridge::tr("Cases");
    row.code = kCaseMark + line.number;
    row.title = line.number;
    row.second = line.itemName + QStringLiteral("·") + line.applicant;
    row.right1 = stateWord(line.state, line.deficient).word;
    row.right2 = dayWord(line.received);
    return row;
}

SearchRow progressRow(const QString& query)
{
    SearchRow row;
    row.group = SearchBridge::tr("Cases");
    row.code = kProgressMark + query.trimmed();
    row.title = SearchBridge::tr("How far is it?");
    row.second = SearchBridge::tr("Answer the applicant, in sentences to be read out");
    return row;
}

} // namespace

SearchBridge::SearchBridge(SearchBox& box, desk::Workplace& workplace, desk::Finder& finder, QObject* parent)
    : QObject(parent)
    , m_box(box)
    , m_workplace(workplace)
    , m_finder(finder)
{
    connect(&m_box, &SearchBox::queryChanged, this, &SearchBridge::ask);
    const auto take = [this](const SearchRow& hit) {
        m_box.clear();
        m_box.closeResults();
        if (hit.code.startsWith(kCaseMark)) {
            Q_EMIT caseWanted(hit.code.mid(1));
        } else if (hit.code.startsWith(kProgressMark)) {
            Q_EMIT progressWanted(hit.code.mid(1));
        } else {
            m_finder.noteUse(hit.code);
            Q_EMIT itemWanted(hit.code);
        }
    };
    connect(&m_box, &SearchBox::hitActivated, this, take);
    connect(&m_box, &SearchBox::guideWanted, this, [this, take](const SearchRow& hit) {
        if (hit.code.startsWith(kCaseMark)) {
            take(hit); // a case has no guide of its own to show
            return;
        }
        m_box.clear();
        m_box.closeResults();
        Q_EMIT guideWanted(hit.code);
    });
    m_box.setFooter({{QStringLiteral("↑ ↓"), tr("choose")},
                     {QStringLiteral("Enter"), tr("begin or open")},
                     {QStringLiteral("Esc"), tr("back")}});
}

void SearchBridge::ask(const QString& query)
{
    const quint64 question = ++m_question;
    std::vector<SearchRow> rows = itemRows(query);
    m_box.setResults(rows, understood(query, rows.size()));
    m_finder.cases(query).then(
        this, [this, question, query, rows](const domain::Result<std::vector<desk::CaseLine>>& cases) {
            if (question != m_question || !cases || cases->empty()) {
                return;
            }
            std::vector<SearchRow> all;
            for (const desk::CaseLine& line : *cases) {
                all.push_back(caseRow(line));
            }
            all.push_back(progressRow(query));
            all.insert(all.end(), rows.begin(), rows.end());
            m_box.setResults(all, understood(query, all.size()));
        });
}

std::vector<SearchRow> SearchBridge::itemRows(const QString& query) const
{
    std::vector<SearchRow> rows;
    const auto& rules = m_workplace.rules();
    for (const catalogue::Hit& hit : m_finder.items(query, kMostItems)) {
        const catalogue::GuidePtr guide = rules->catalogue.current(hit.code);
        if (!guide) {
            continue;
        }
        SearchRow row;
        row.group = groupOf(hit);
        row.code = hit.code;
        row.title = hit.name;
        if (hit.field == catalogue::MatchedField::Name) {
            row.titleMarks = {{hit.start, hit.length}};
        }
        row.second = secondLine(*guide, hit);
        row.right1 = roleWords(*guide);
        row.right1Tone = guide->windowRole == domain::WindowRole::Accept ? Tone::Second : Tone::Warn;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString SearchBridge::understood(const QString& query, std::size_t hits) const
{
    const auto count = QString::number(hits);
    switch (desk::Finder::understand(query)) {
    case desk::Understood::Nothing:
        return {};
    case desk::Understood::CaseNumber:
        return tr("By case number, %1 found").arg(count);
    case desk::Understood::Identifier:
        return tr("By identifier, %1 found").arg(count);
    case desk::Understood::Phone:
        return tr("By telephone, %1 found").arg(count);
    case desk::Understood::Name:
        return tr("Items and names, %1 found").arg(count);
    case desk::Understood::Item:
        return tr("Items, %1 found").arg(count);
    }
    return {};
}

} // namespace ow::ui
