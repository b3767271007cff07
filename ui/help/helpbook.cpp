// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpbook.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace ow::ui {

HelpBook HelpBook::parse(const QString& markdown)
{
    static const QRegularExpression begins(QStringLiteral("^<!-- id: ([a-z0-9-]+) -->\\n+## ([^\\n]+)\\n"),
                                           QRegularExpression::MultilineOption);
    HelpBook book;
    qsizetype from = -1; // where the text of the section before begins
    auto matches = begins.globalMatch(markdown);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (from >= 0) {
            book.m_sections.back().text = markdown.mid(from, match.capturedStart() - from).trimmed();
        }
        book.m_sections.push_back({match.captured(1), match.captured(2).trimmed(), {}});
        from = match.capturedEnd();
    }
    if (from >= 0) {
        book.m_sections.back().text = markdown.mid(from).trimmed();
    }
    return book;
}

HelpBook HelpBook::builtIn()
{
    QFile file(QStringLiteral(":/ow/manual.zh_CN.md"));
    return file.open(QIODevice::ReadOnly) ? parse(QString::fromUtf8(file.readAll())) : HelpBook();
}

int HelpBook::indexOf(const QString& id) const
{
    const auto found = std::ranges::find(m_sections, id, &Section::id);
    return found == m_sections.end() ? -1 : static_cast<int>(found - m_sections.begin());
}

std::vector<int> HelpBook::find(const QString& words) const
{
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    const QStringList wanted = words.split(blank, Qt::SkipEmptyParts);
    std::vector<int> found;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const Section& section = m_sections[i];
        if (std::ranges::all_of(wanted, [&section](const QString& word) {
                return section.title.contains(word, Qt::CaseInsensitive) ||
                       section.text.contains(word, Qt::CaseInsensitive);
            })) {
            found.push_back(static_cast<int>(i));
        }
    }
    return found;
}

} // namespace ow::ui
