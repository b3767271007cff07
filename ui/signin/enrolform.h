// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ow::ui {

class FieldEdit;
class FormField;
class KeyButton;
class PrimaryButton;

/// The first start of a device: address of the centre and a code that works once, or the training mode. Real
/// cases are taken only by a device the centre has given a window number.
class EnrolForm : public QWidget
{
    Q_OBJECT

public:
    explicit EnrolForm(const Theme& theme, QWidget* parent = nullptr);

    void showError(const QString& sentence);
    void setBusy(bool busy);
    void forget();
    void proposeCentre(const QString& address, bool fixed);
    void focusFirst();

Q_SIGNALS:
    void enrolRequested(const QString& centre, const QString& code);
    void trainingRequested();

private:
    void connectAll();
    void enrol();

    FieldEdit* m_centre;
    FieldEdit* m_code;
    FormField* m_centreField;
    FormField* m_codeField;
    PrimaryButton* m_enrol;
    KeyButton* m_training;
    bool m_busy = false;
};

} // namespace ow::ui
