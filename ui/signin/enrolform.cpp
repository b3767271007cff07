// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/enrolform.h"

#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/primarybutton.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

QLabel* quiet(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    setTone(*label, Tone::Second);
    return label;
}

} // namespace

EnrolForm::EnrolForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_centre(new FieldEdit(theme))
    , m_code(new FieldEdit(theme))
    , m_centreField(new FormField(theme, tr("Address of the centre"), m_centre, this))
    , m_codeField(new FormField(theme, tr("One-time code"), m_code, this))
    , m_enrol(new PrimaryButton(theme, tr("Enrol this device"), this))
    , m_training(new KeyButton(theme, tr("Begin training"), KeyButton::Look::Tall, this))
{
    m_centre->setTall(true);
    m_centre->setMaxLength(200);
    m_centre->setPlaceholderText(QStringLiteral("https://"));
    m_centre->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_code->setTall(true);
    m_code->setMaxLength(64);
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    m_codeField->setMessageKept(true);
    m_enrol->setKey(QStringLiteral("Enter"));
    m_enrol->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* learn = new QLabel(tr("Only to learn"), this);
    learn->setProperty("type", QStringLiteral("bold"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.k(6));
    column->addWidget(quiet(tr("This device takes real cases only after the centre has given it a window "
                               "number. The administrator "
                               "has the address and a code that works once."),
                            this));
    column->addSpacing(theme.k(12));
    column->addWidget(m_centreField);
    column->addWidget(m_codeField);
    column->addWidget(m_enrol);
    column->addSpacing(theme.k(20));
    column->addWidget(learn);
    column->addWidget(quiet(
        tr("In training everything works, numbers begin with YL, and nothing leaves this device."), this));
    column->addWidget(m_training);
    column->addStretch(1);
    connectAll();
}

void EnrolForm::connectAll()
{
    connect(m_centre, &QLineEdit::returnPressed, this, [this] { m_code->setFocus(Qt::TabFocusReason); });
    connect(m_code, &QLineEdit::returnPressed, this, &EnrolForm::enrol);
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_codeField->setState(FieldState::Normal); });
    connect(m_enrol, &KeyButton::clicked, this, &EnrolForm::enrol);
    connect(m_training, &KeyButton::clicked, this, &EnrolForm::trainingRequested);
}

void EnrolForm::showError(const QString& sentence)
{
    m_codeField->setState(FieldState::Error, sentence);
    focusFirst();
}

void EnrolForm::setBusy(bool busy)
{
    m_busy = busy;
    m_enrol->setText(busy ? tr("Enrolling…") : tr("Enrol this device"));
    for (QWidget* part : {static_cast<QWidget*>(m_centre), static_cast<QWidget*>(m_code),
                          static_cast<QWidget*>(m_enrol), static_cast<QWidget*>(m_training)}) {
        part->setEnabled(!busy);
    }
}

void EnrolForm::forget()
{
    m_code->clear();
    m_codeField->setState(FieldState::Normal);
}

void EnrolForm::proposeCentre(const QString& address, bool fixed)
{
    if (m_centre->text().isEmpty() || fixed) {
        m_centre->setText(address);
    }
    m_centre->setReadOnly(fixed);
    m_centreField->setNote(fixed ? tr("set by the administrator") : QString());
}

void EnrolForm::focusFirst()
{
    (m_centre->text().isEmpty() ? m_centre : m_code)->setFocus(Qt::OtherFocusReason);
}

void EnrolForm::enrol()
{
    const QString centre = m_centre->text().trimmed();
    const QString code = m_code->text().trimmed();
    m_centreField->setState(centre.isEmpty() ? FieldState::Error : FieldState::Normal,
                            tr("Type the address the administrator gave you."));
    m_codeField->setState(code.isEmpty() ? FieldState::Error : FieldState::Normal, tr("Type the code."));
    if (centre.isEmpty() || code.isEmpty()) {
        focusFirst();
        return;
    }
    if (!m_busy) {
        Q_EMIT enrolRequested(centre, code);
    }
}

} // namespace ow::ui
