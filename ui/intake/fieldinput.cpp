// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/fieldinput.h"

#include "ui/intake/axleinput.h"
#include "ui/intake/choiceinput.h"
#include "ui/intake/lineinput.h"
#include "ui/intake/tableinput.h"

#include <QWidget>

namespace ow::ui {

FieldInput::FieldInput(QWidget* widget)
    : QObject(widget)
{
}

void FieldInput::setComputed(bool computed)
{
    widget()->setEnabled(!computed);
}

FieldInput* FieldInput::make(const Theme& theme, const domain::GuideField& field, QWidget* parent,
                             bool computed)
{
    using domain::FieldType;
    const bool words = field.type == FieldType::Select || field.type == FieldType::Bool ||
                       field.type == FieldType::Date || field.type == FieldType::TextArea;
    if (computed && words) {
        return new WordInput(theme, parent);
    }
    switch (field.type) {
    case FieldType::Text:
        return new LineInput(theme, field.maxLength, parent);
    case FieldType::TextArea:
        return new AreaInput(theme, parent);
    case FieldType::Number:
        return new NumberInput(theme, field.unit, parent);
    case FieldType::Date:
        return new DateInput(theme, parent);
    case FieldType::Division:
        return new DivisionInput(theme, parent);
    case FieldType::Select:
        // A guide that offers nothing to choose from means free words.
        return field.options.isEmpty()
                   ? static_cast<FieldInput*>(new LineInput(theme, field.maxLength, parent))
                   : new ChoiceInput(theme, field.options, parent);
    case FieldType::MultiSelect:
        return field.options.isEmpty()
                   ? static_cast<FieldInput*>(new WordsInput(theme, parent))
                   : new TicksInput(theme, field.options, field.span > 0 && field.span < 12, parent);
    case FieldType::Bool:
        return new YesNoInput(theme, parent);
    case FieldType::Table:
        return field.across ? static_cast<FieldInput*>(new AxleInput(theme, field, parent))
                            : new TableInput(theme, field.columns, parent);
    }
    return new LineInput(theme, field.maxLength, parent);
}

} // namespace ow::ui
