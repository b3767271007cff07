// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/fieldinput.h"
#include "ui/widgets/fieldedit.h"

class QCompleter;
class QPlainTextEdit;

namespace ow::ui {

/// "118600.5" -> "118,600.5".
[[nodiscard]] QString groupedDecimal(const QString& decimal);

/// One line of text.
class LineInput : public FieldInput
{
    Q_OBJECT

public:
    LineInput(const Theme& theme, int maxLength, QWidget* parent);

    [[nodiscard]] QWidget* widget() const override { return m_edit; }

    [[nodiscard]] QCborValue value() const override { return m_edit->text().trimmed(); }

    void setValue(const QCborValue& value) override { m_edit->setText(value.toString()); }

    void setComputed(bool computed) override { m_edit->setComputed(computed); }

    void setHint(const QString& hint) override { m_edit->setPlaceholderText(hint); }

protected:
    [[nodiscard]] FieldEdit& edit() const { return *m_edit; }

private:
    FieldEdit* m_edit;
};

/// A value a rule gives as a word: a choice, yes or no, a date. Never typed.
class WordInput : public LineInput
{
    Q_OBJECT

public:
    WordInput(const Theme& theme, QWidget* parent)
        : LineInput(theme, 0, parent)
    {
        LineInput::setComputed(true);
    }

    [[nodiscard]] QCborValue value() const override { return m_value; }

    void setValue(const QCborValue& value) override;

    void setComputed(bool /*computed*/) override {}

private:
    QCborValue m_value;
};

/// A decimal: at the right, its unit behind it; thousands are grouped after it was left.
class NumberInput : public LineInput
{
    Q_OBJECT

public:
    NumberInput(const Theme& theme, const QString& unit, QWidget* parent);

    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;
    void enter() override;
    void leave() override;
};

/// A date as eight digits or 2026-12-03.
class DateInput : public LineInput
{
    Q_OBJECT

public:
    DateInput(const Theme& theme, QWidget* parent);

    [[nodiscard]] QCborValue value() const override;
    void leave() override;
};

/// An administrative division by its six digits or a part of its name; shows the full name after it was left.
class DivisionInput : public LineInput
{
    Q_OBJECT

public:
    DivisionInput(const Theme& theme, QWidget* parent);

    [[nodiscard]] QCborValue value() const override { return m_code; }

    void setValue(const QCborValue& value) override;
    void enter() override;
    void leave() override;

private:
    void offer(const QString& text);

    QCompleter* m_completer;
    QString m_code; ///< as typed when it names no division
};

/// Several words in one line, parted by 、 or commas: choices the guide does not list.
class WordsInput : public LineInput
{
    Q_OBJECT

public:
    WordsInput(const Theme& theme, QWidget* parent)
        : LineInput(theme, 0, parent)
    {
    }

    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;
};

/// Several lines of text; Tab goes on to the next field.
class AreaInput : public FieldInput
{
    Q_OBJECT

public:
    AreaInput(const Theme& theme, QWidget* parent);

    [[nodiscard]] QWidget* widget() const override;
    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;

private:
    void layOut();

    const Theme& m_theme;
    QPlainTextEdit* m_edit;
};

} // namespace ow::ui
