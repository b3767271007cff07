// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "ui/theme/theme.h"

#include <QCborValue>
#include <QObject>
#include <QStringList>

namespace ow::ui {

/// One answer of a form, whatever it is typed into. Values are those of domain::formValue: text, array of
/// text, bool, array of rows, undefined for not given. Owned by its widget.
class FieldInput : public QObject
{
    Q_OBJECT

public:
    /// The editor for a field of a guide, made as a child of `parent`. `computed`: a rule always gives its
    /// value, nobody types it.
    [[nodiscard]] static FieldInput* make(const Theme& theme, const domain::GuideField& field,
                                          QWidget* parent, bool computed = false);

    /// What stands in the form and is walked by Enter; has the property "empty" when it is no usual editor.
    [[nodiscard]] virtual QWidget* widget() const = 0;
    [[nodiscard]] virtual QCborValue value() const = 0;
    /// Shows a value without saying edited().
    virtual void setValue(const QCborValue& value) = 0;

    /// The focus came or went: numbers are grouped and dates completed only after the person has left them.
    virtual void enter() {}

    virtual void leave() {}

    /// A rule gives the value now: it can be read and reached, not typed.
    virtual void setComputed(bool computed);

    /// What may be chosen now; a choice made before stays until it is changed.
    virtual void setOptions(const QStringList& /*options*/) {}

    /// What to type, shown while nothing is there.
    virtual void setHint(const QString& /*hint*/) {}

    /// Says something beside the label: the sum of a table. Empty: nothing.
    [[nodiscard]] virtual QString note() const { return {}; }

Q_SIGNALS:
    void edited();

protected:
    explicit FieldInput(QWidget* widget);
};

} // namespace ow::ui
