// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/lineinput.h"

#include "domain/division.h"
#include "domain/divisiontable.h"
#include "domain/formvalue.h"

#include <QAbstractItemView>
#include <QCborArray>
#include <QCompleter>
#include <QDate>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

namespace ow::ui {

namespace {

constexpr int kMaxTyped = 2000;
constexpr int kAreaLines = 3;

/// 20261203, 2026-12-3, 2026/12/03, 2026.12.03 and 2026年12月3日; nothing when it is no date.
QDate typedDate(const QString& typed)
{
    static const QRegularExpression together(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    static const QRegularExpression parted(QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?$"));
    const QString text = typed.trimmed();
    QRegularExpressionMatch match = together.match(text);
    if (!match.hasMatch()) {
        match = parted.match(text);
    }
    return match.hasMatch()
               ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
               : QDate();
}

QString divisionLine(const QString& code)
{
    const auto division = domain::Division::parse(code);
    return division ? QStringLiteral("%1 %2").arg(code, division->fullName()) : code;
}

/// What can be chosen while typing: every division of Gansu in force.
const QStringList& divisionLines()
{
    static const QStringList lines = [] {
        QStringList all;
        for (const domain::DivisionRow& row : domain::gansuDivisions()) {
            if (row.status == domain::DivisionStatus::Current) {
                all << divisionLine(QString::number(row.code));
            }
        }
        return all;
    }();
    return lines;
}

/// The code in "620102 …", or of the one division whose name ends or begins with the words.
QString divisionCode(const QString& typed)
{
    static const QRegularExpression leading(QStringLiteral("^\\d{6}(?=\\s|$)"));
    const QString text = typed.trimmed();
    if (const auto match = leading.match(text); match.hasMatch()) {
        return match.captured();
    }
    QString code;
    for (const domain::DivisionRow& row : domain::gansuDivisions()) {
        if (text.size() >= 2 && row.status == domain::DivisionStatus::Current &&
            (row.name.startsWith(text) || text.endsWith(row.name))) {
            if (!code.isEmpty() && row.name != text) {
                return text; // two could be meant
            }
            code = QString::number(row.code);
        }
    }
    return code.isEmpty() ? text : code;
}

} // namespace

QString groupedDecimal(const QString& decimal)
{
    const qsizetype point = decimal.indexOf(u'.');
    QString text = decimal;
    const qsizetype first = decimal.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? decimal.size() : point) - 3; at > first; at -= 3) {
        text.insert(at, u',');
    }
    return text;
}

LineInput::LineInput(const Theme& theme, int maxLength, QWidget* parent)
    : FieldInput(parent)
    , m_edit(new FieldEdit(theme, parent))
{
    // Longer than allowed can be typed, so that the sentence can say it; without any bound nothing is taken.
    m_edit->setMaxLength(maxLength > 0 ? maxLength * 2 : kMaxTyped);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldInput::edited);
}

void WordInput::setValue(const QCborValue& value)
{
    m_value = value;
    edit().setText(value.isBool() ? value.toBool() ? tr("Yes") : tr("No") : value.toString());
}

NumberInput::NumberInput(const Theme& theme, const QString& unit, QWidget* parent)
    : LineInput(theme, 0, parent)
{
    edit().setNumeric(unit);
    edit().setInputMethodHints(Qt::ImhFormattedNumbersOnly);
}

QCborValue NumberInput::value() const
{
    const QString text = edit().text().trimmed();
    return domain::normaliseDecimal(text).value_or(text);
}

void NumberInput::setValue(const QCborValue& value)
{
    edit().setText(value.toString());
    leave();
}

void NumberInput::enter()
{
    if (edit().isReadOnly()) {
        return;
    }
    const QString plain = value().toString();
    if (plain != edit().text()) {
        const bool all = edit().hasSelectedText(); // by Tab: what is typed replaces it
        edit().setText(plain);
        if (all) {
            edit().selectAll();
        }
    }
}

void NumberInput::leave()
{
    if (const auto number = domain::normaliseDecimal(edit().text())) {
        edit().setText(groupedDecimal(*number));
    }
}

DateInput::DateInput(const Theme& theme, QWidget* parent)
    : LineInput(theme, 0, parent)
{
    edit().setPlaceholderText(tr("YYYYMMDD"));
    edit().setInputMethodHints(Qt::ImhDate);
}

QCborValue DateInput::value() const
{
    const QDate date = typedDate(edit().text());
    return date.isValid() ? date.toString(Qt::ISODate) : edit().text().trimmed();
}

void DateInput::leave()
{
    edit().setText(value().toString());
}

DivisionInput::DivisionInput(const Theme& theme, QWidget* parent)
    : LineInput(theme, 0, parent)
    , m_completer(new QCompleter(divisionLines(), this))
{
    edit().setPlaceholderText(tr("Name or six digits"));
    // Not the edit's own completer: that one lets its list down also over a finished code.
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setWidget(&edit());
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), &edit(), &QLineEdit::setText);
    connect(&edit(), &QLineEdit::textChanged, this, [this](const QString& text) {
        if (edit().hasFocus()) {
            m_code = divisionCode(text);
            offer(text);
            Q_EMIT edited();
        }
    });
}

void DivisionInput::offer(const QString& text)
{
    // Who types digits knows the code; who types words is helped.
    if (text.isEmpty() || text.front().isDigit() || domain::Division::parse(m_code)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(text.trimmed());
    m_completer->complete();
}

void DivisionInput::setValue(const QCborValue& value)
{
    m_code = value.toString();
    edit().setText(divisionLine(m_code));
}

void DivisionInput::enter()
{
    const QSignalBlocker quiet(edit());
    edit().setText(m_code);
    edit().selectAll();
}

void DivisionInput::leave()
{
    m_completer->popup()->hide();
    const QSignalBlocker quiet(edit());
    edit().setText(divisionLine(m_code));
}

QCborValue WordsInput::value() const
{
    static const QRegularExpression mark(QStringLiteral("[、，,;；\\s]+"));
    const QStringList words = edit().text().split(mark, Qt::SkipEmptyParts);
    return words.isEmpty() ? QCborValue() : QCborArray::fromStringList(words);
}

void WordsInput::setValue(const QCborValue& value)
{
    QStringList words;
    for (const QCborValue& word : value.toArray()) {
        words << word.toString();
    }
    edit().setText(words.join(u'、'));
}

AreaInput::AreaInput(const Theme& theme, QWidget* parent)
    : FieldInput(parent)
    , m_theme(theme)
    , m_edit(new QPlainTextEdit(parent))
{
    m_edit->setTabChangesFocus(true);
    connect(&theme, &Theme::changed, this, &AreaInput::layOut);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldInput::edited);
    layOut();
}

QWidget* AreaInput::widget() const
{
    return m_edit;
}

QCborValue AreaInput::value() const
{
    return m_edit->toPlainText().trimmed();
}

void AreaInput::setValue(const QCborValue& value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(value.toString());
}

void AreaInput::layOut()
{
    m_edit->setFixedHeight(kAreaLines * m_theme.lineHeight(TextStyle::Body) + m_theme.k(16));
}

} // namespace ow::ui
