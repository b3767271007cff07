// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "ui/theme/theme.h"

#include <QCborValue>
#include <QObject>

namespace ow::ui {

/// One answer of a form, whatever it is typed into. Values are those of domain::formValue: text, array of
/// text, bool, array of rows, undefined for not given. Owned by its widget.
class FieldInput : public QObject
{
    Q_OBJECT

public:
    /// The editor for a field of a guide, made as a child of `parent`.
    [[nodiscard]] static FieldInput* make(const Theme& theme, const domain::GuideField& field,
                                          QWidget* parent);

    /// What stands in the form and is walked by Enter; has the property "empty" when it is no usual editor.
    [[nodiscard]] virtual QWidget* widget() const = 0;
    [[nodiscard]] virtual QCborValue value() const = 0;
    /// Shows a value without saying edited().
    virtual void setValue(const QCborValue& value) = 0;

    /// The focus came or went: numbers are grouped and dates completed only after the person has left them.
    virtual void enter() {}

    virtual void leave() {}

Q_SIGNALS:
    void edited();

protected:
    explicit FieldInput(QWidget* widget);
};

} // namespace ow::ui
