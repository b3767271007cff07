// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace ow::ui {

/// Enter goes to the next empty required field of a form, Shift+Enter back to the one before. Enter keeps its
/// own meaning in multi-line editors (Ctrl+↓ leaves those), in lists, in an open choice and while an IME
/// composes. Fields are walked in the order they were added; what is hidden or disabled is passed over.
class FieldWalk : public QObject
{
    Q_OBJECT

public:
    explicit FieldWalk(QObject* parent = nullptr);

    void add(QWidget* editor, bool required);
    void setRequired(QWidget* editor, bool required);
    void clear();

    /// Next required and empty after `from`, around the end; nullptr when there is none besides `from`
    /// itself.
    [[nodiscard]] QWidget* nextRequired(QWidget* from) const;
    /// The field before `from`, whatever it holds; nullptr at the first.
    [[nodiscard]] QWidget* previous(QWidget* from) const;
    /// Required fields without a value.
    [[nodiscard]] int missing() const;
    /// Whether an editor holds nothing; one this class does not know says so in its property "empty".
    [[nodiscard]] static bool isEmpty(const QWidget& editor);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Enter goes from one field on to another; the focus is there when this is said.
    void walked(QWidget* from, QWidget* to);
    /// Enter was pressed and no required field is empty: the page moves on, to the materials or the primary
    /// action.
    void complete();

private:
    struct Step
    {
        QPointer<QWidget> editor;
        bool required;
    };

    [[nodiscard]] int indexOf(const QWidget* editor) const;
    void forward(QWidget* from);

    std::vector<Step> m_steps;
    bool m_composing = false;
};

} // namespace ow::ui
