// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/templatetext.h"

#include <QHash>

namespace ow::papers {

namespace {

bool isName(QStringView name)
{
    if (name.isEmpty()) {
        return false;
    }
    for (const QChar c : name) {
        if (!(c.unicode() < 0x80 && c.isLetterOrNumber())) {
            return false;
        }
    }
    return true;
}

void append(StyledText& text, const QString& words, bool bold)
{
    if (words.isEmpty()) {
        return;
    }
    if (!text.empty() && text.back().bold == bold) {
        text.back().text += words;
    } else {
        text.push_back({words, bold});
    }
}

} // namespace

tl::expected<TemplateText, QString> TemplateText::parse(const QString& source)
{
    TemplateText text;
    bool bold = false;
    int option = -1;
    int options = 0;
    bool optionHasValue = false;
    QString literal;
    const auto flush = [&] {
        if (!literal.isEmpty()) {
            text.m_parts.push_back({literal, false, bold, option});
            literal.clear();
        }
    };
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source.at(i);
        if (c == u'{') {
            const qsizetype end = source.indexOf(u'}', i);
            const QString name = end < 0 ? QString() : source.mid(i + 1, end - i - 1);
            if (!isName(name)) {
                return tl::unexpected(QStringLiteral("'{' at %1 does not open a placeholder").arg(i));
            }
            flush();
            text.m_parts.push_back({name, true, bold, option});
            optionHasValue = true;
            i = end;
        } else if (c == u'}') {
            return tl::unexpected(QStringLiteral("'}' at %1 closes nothing").arg(i));
        } else if (c == u'*' && i + 1 < source.size() && source.at(i + 1) == u'*') {
            flush();
            bold = !bold;
            ++i;
        } else if (c == u'[') {
            if (option >= 0) {
                return tl::unexpected(QStringLiteral("'[' at %1 stands inside another").arg(i));
            }
            flush();
            option = options++;
            optionHasValue = false;
        } else if (c == u']') {
            if (option < 0) {
                return tl::unexpected(QStringLiteral("']' at %1 closes nothing").arg(i));
            }
            if (!optionHasValue) {
                return tl::unexpected(QStringLiteral("'[…]' before %1 holds no placeholder").arg(i));
            }
            flush();
            option = -1;
        } else {
            literal += c;
        }
    }
    flush();
    if (bold) {
        return tl::unexpected(QStringLiteral("'**' is not closed"));
    }
    if (option >= 0) {
        return tl::unexpected(QStringLiteral("'[' is not closed"));
    }
    return text;
}

QStringList TemplateText::placeholders() const
{
    QStringList names;
    for (const Part& part : m_parts) {
        if (part.placeholder && !names.contains(part.text)) {
            names.append(part.text);
        }
    }
    return names;
}

StyledText TemplateText::fill(const QMap<QString, QString>& values) const
{
    QHash<int, bool> dropped;
    for (const Part& part : m_parts) {
        if (part.placeholder && part.option >= 0 && values.value(part.text).isEmpty()) {
            dropped.insert(part.option, true);
        }
    }
    StyledText text;
    for (const Part& part : m_parts) {
        if (part.option >= 0 && dropped.contains(part.option)) {
            continue;
        }
        append(text, part.placeholder ? values.value(part.text) : part.text, part.bold);
    }
    return text;
}

} // namespace ow::papers
