// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace ow::ui {

class DueFacts;
class KeyButton;
struct DueFact;

/// What an application is and by when it must be answered: item, code, type, version of the guide; at the
/// right the dates as facts.
class CaseBar : public QFrame
{
    Q_OBJECT

public:
    CaseBar(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk,
            QWidget* parent = nullptr);

    void refresh();
    /// The guide is folded: a button shows the situation and opens it.
    void setGuideFolded(bool folded);

Q_SIGNALS:
    void guideWanted();

private:
    [[nodiscard]] std::vector<DueFact> facts() const;
    void layOut();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::IntakeDesk& m_desk;
    QLabel* m_name;
    QLabel* m_second;
    KeyButton* m_guide;
    DueFacts* m_facts;
    QString m_shown;
};

} // namespace ow::ui
