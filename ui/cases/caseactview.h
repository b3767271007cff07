// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/supplementdesk.h"
#include "ui/cases/caseactpane.h"

#include <QStackedWidget>

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class PromisePane;
class SupplementPane;

/// The place of acts on a received case, over the list: it asks the desks, shows the pane the act needs, and
/// says what was written. A doubtful clock is asked about at the foot of the pane.
class CaseActView : public QStackedWidget
{
    Q_OBJECT

public:
    CaseActView(const Theme& theme, desk::Workplace& workplace, QWidget* parent = nullptr);

    /// Looks at the case and, when it can be acted on, says opened().
    void begin(CaseAct act, const QString& caseNumber);
    /// Nothing of a case stays; what was taken in is put aside first.
    void forget();

    /// What was taken in goes to the disk, before the station is locked.
    void saveNow() { m_supplement.saveNow(); }

    /// Nothing is open afterwards; an error when what was taken in could not be saved and is still here.
    [[nodiscard]] QFuture<domain::Result<void>> putAside();

    /// Where pages come from besides files.
    void setScanDesk(desk::ScanDesk& scan);

    [[nodiscard]] SupplementPane& supplement() { return *m_supplementPane; }

    [[nodiscard]] PromisePane& promise() { return *m_promisePane; }

    [[nodiscard]] CaseActPane& acts() { return *m_actPane; }

Q_SIGNALS:
    void opened();
    void left();
    void wrote(const ow::desk::ActDone& done);
    void failed(const ow::domain::Error& error);

private:
    void connectPanes();
    void leave();
    void refused(ActFrame& pane, const domain::Error& error);

    desk::ActDesk m_acts;
    desk::SupplementDesk m_supplement;
    CaseActPane* m_actPane;
    SupplementPane* m_supplementPane;
    PromisePane* m_promisePane;
    int m_question = 0;
};

} // namespace ow::ui
