// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/fieldinput.h"

#include <QStringList>

#include <vector>

class QAbstractButton;

namespace ow::ui {

class ChoiceBox;

/// One of a list; digits choose.
class ChoiceInput : public FieldInput
{
    Q_OBJECT

public:
    ChoiceInput(const Theme& theme, const QStringList& options, QWidget* parent);

    [[nodiscard]] QWidget* widget() const override;
    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;
    void setOptions(const QStringList& options) override;

private:
    ChoiceBox* m_box;
};

/// Buttons in a box that stands as one editor in the form: keeps the property "empty" for Enter's walk.
class ButtonsInput : public FieldInput
{
    Q_OBJECT

public:
    [[nodiscard]] QWidget* widget() const override { return m_box; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    ButtonsInput(QWidget* box);
    /// In reading order; `exclusive` buttons choose by digits, others are ticked by them.
    void setButtons(std::vector<QAbstractButton*> buttons, int perRow, int gap);
    void noteEmpty(bool empty);

    [[nodiscard]] const std::vector<QAbstractButton*>& buttons() const { return m_buttons; }

private:
    QWidget* m_box;
    std::vector<QAbstractButton*> m_buttons;
};

/// Several of a list.
class TicksInput : public ButtonsInput
{
    Q_OBJECT

public:
    /// `narrow`: stands beside other fields, so fewer in a row.
    TicksInput(const Theme& theme, const QStringList& options, bool narrow, QWidget* parent);

    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;
};

/// Yes, no, or not answered yet.
class YesNoInput : public ButtonsInput
{
    Q_OBJECT

public:
    YesNoInput(const Theme& theme, QWidget* parent);

    [[nodiscard]] QCborValue value() const override;
    void setValue(const QCborValue& value) override;
};

} // namespace ow::ui
