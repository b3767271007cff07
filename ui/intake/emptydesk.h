// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/finder.h"
#include "desk/intakedesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QWidget>

namespace ow::ui {

class StartLists;

/// Nothing is begun: the items usual here (1 to 9), what was put aside, and other ways to begin.
class EmptyDesk : public QWidget
{
    Q_OBJECT

public:
    EmptyDesk(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk, desk::Finder& finder,
              QWidget* parent = nullptr);

    /// Reads what was put aside anew.
    void refresh();

Q_SIGNALS:
    void itemChosen(const QString& code);
    void draftChosen(const QString& id);
    void searchWanted();
    void thrownAway(const QString& name); ///< a draft; the desk can bring it back
    void messagePosted(const ow::ui::BannerMessage& message);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void list();
    [[nodiscard]] int rowsThatFit() const;
    void choose(const QString& id);
    [[nodiscard]] QString rightOf(const desk::DraftLine& draft) const;
    [[nodiscard]] QString draftName(const QString& id) const;
    void throwAway(const QString& id);
    void showMenu(const QString& id, const QPoint& at);
    void handOver(const QString& id, const desk::Person& to);
    void place();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::IntakeDesk& m_desk;
    desk::Finder& m_finder;
    StartLists* m_lists;
    QString m_fault; ///< why the drafts cannot be listed
    std::vector<desk::DraftLine> m_drafts;
    int m_rows = 0;      ///< as many as each list shows
    QStringList m_usual; ///< codes, in the order of their digits
};

} // namespace ow::ui
