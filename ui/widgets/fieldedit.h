// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

class QToolButton;

namespace ow::ui {

/// One-line editor of a form: with a unit at the right, a picture at the left, or the look of a computed
/// value.
class FieldEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FieldEdit(const Theme& theme, QWidget* parent = nullptr);

    /// Numbers stand at the right, their unit behind them ("118,600 kg").
    void setNumeric(const QString& unit);
    /// Computed, read only, still in the tab order; bold on a quiet ground.
    void setComputed(bool computed);
    void setLeadingIcon(const QString& name);
    /// 40 px instead of 32: only at sign-in.
    void setTall(bool tall);

    [[nodiscard]] bool isComposing() const { return m_composing; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }

    /// Room kept free at the right, besides the unit, in px.
    void setTrailingRoom(int px);

private:
    void layOutMargins();

    const Theme& m_theme;
    QString m_unit;
    QString m_icon;
    int m_trailing = 0;
    bool m_composing = false;
};

/// A password with an eye. Says when caps lock seems to be on: Qt has no way to ask, so it is read from the
/// letters that arrive (a capital without Shift, or a small one with it) and from the key itself.
class PasswordEdit : public FieldEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] bool capsLock() const { return m_capsLock; }

Q_SIGNALS:
    void capsLockChanged(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setCapsLock(bool on);
    void showLetters(bool show);
    void placeEye();

    QToolButton* m_eye;
    bool m_capsLock = false;
};

} // namespace ow::ui
