// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the page of today, and what they may do now.
#include "ui/frame/actioncatalog.h"
#include "ui/today/pagepane.h"
#include "ui/today/queuelist.h"
#include "ui/today/readingpane.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/primarybutton.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace ow::ui {

void TodayPage::addActions(ActionCatalog& actions, const QString& page)
{
    m_checkAction = actions.add({.id = page + QStringLiteral(".check"),
                                 .word = tr("Checked: nothing to object"),
                                 .keys = QKeySequence(Qt::Key_A),
                                 .page = page});
    m_returnAction = actions.add({.id = page + QStringLiteral(".return"),
                                  .word = tr("Return to the window, with the reason"),
                                  .keys = QKeySequence(Qt::Key_R),
                                  .page = page});
    connect(m_checkAction, &QAction::triggered, this, &TodayPage::check);
    connect(m_returnAction, &QAction::triggered, this, &TodayPage::startReturn);
    actions.note(QStringLiteral("↑ ↓"), tr("Previous and next case"), page);
    actions.note(QStringLiteral("Shift ↑ ↓"), tr("Choose several that were shown"), page);
    actions.note(QStringLiteral("Space"), tr("Next page of the materials"), page);
    actions.note(QStringLiteral("Shift Space"), tr("Previous page of the materials"), page);
    sayActions();
}

void TodayPage::sayActions()
{
    const bool acts = m_today.mayAct();
    const qsizetype chosen = m_queue->chosen().size();
    const bool ready = chosen > 0 && !m_busy && m_reading->shown().has_value() && !m_right->isHidden();
    m_return->setVisible(acts);
    m_check->setVisible(acts && !m_returning);
    m_check->setEnabled(ready);
    m_return->setEnabled(m_returning ? !m_busy : ready && chosen == 1);
    m_check->setText(chosen > 1 ? tr("Checked: %1 cases").arg(chosen) : tr("Checked"));
    m_return->setKey(m_returning ? QStringLiteral("↵") : QStringLiteral("R"));
    for (QAction* action : {m_checkAction, m_returnAction}) {
        if (action != nullptr) {
            action->setVisible(acts); // else the key sheet does not print it either
            action->setEnabled(acts && !m_returning);
        }
    }
    m_hint->setText(acts ? QString() : tr("Read only"));
    if (!acts) {
        m_why->setText(tr("Only a chief representative checks and returns."));
    } else if (m_returning) {
        m_why->setText(tr("Esc: leave it"));
    } else if (m_list.toCheck == 0) {
        m_why->setText(tr("Everything of today is checked."));
    } else {
        m_why->setText(tr("Still to check: %1").arg(m_list.toCheck));
    }
}

void TodayPage::keyPressEvent(QKeyEvent* event)
{
    const bool walks = m_inReading && m_side->isHidden() && !m_returning;
    if (walks && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        m_queue->step(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (walks && event->key() == Qt::Key_Space) {
        m_reading->pages().step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Escape && (m_returning || m_inReading)) {
        m_inReading = m_returning && m_inReading;
        if (m_returning) {
            endReturn();
        }
        adaptWidth();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
