// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace ow::ui {

class KeyButton;

/// Somebody known from before: one line at the foot of the form, where nothing moves when it comes, offering
/// to fill in what was given last time (带出上次填写).
class OfferRow : public QFrame
{
    Q_OBJECT

public:
    OfferRow(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void taken();

private:
    void layOut();

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    QLabel* m_icon;
    QLabel* m_sentence;
    KeyButton* m_bring;
    QString m_shown; ///< number of the case the sentence is about
};

} // namespace ow::ui
