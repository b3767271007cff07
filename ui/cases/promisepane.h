// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/promisepages.h"
#include "ui/cases/actframe.h"

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class PaperRows;

/// The signed 承诺书 of a case accepted with deficiencies: its pages from the scanner, by dialog or dropped,
/// and one action that keeps them with the case.
class PromisePane : public ActFrame
{
    Q_OBJECT

public:
    PromisePane(const Theme& theme, desk::Workplace& workplace, desk::ActDesk& desk,
                QWidget* parent = nullptr);

    void setScanDesk(desk::ScanDesk& scan);

    void begin(const desk::CaseToAct& seen);
    /// Nothing of a case stays in the widgets; pages taken in are there again when it is begun again.
    void clear();
    /// The clerk has looked at a doubtful clock: what was tried is tried again.
    void writeAgain();

    [[nodiscard]] PaperRows& papers() { return *m_rows; }

    [[nodiscard]] desk::PromisePages& pages() { return m_pages; }

Q_SIGNALS:
    void wrote(const ow::desk::ActDone& done);
    void failed(const ow::domain::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void write();

    desk::ActDesk& m_desk;
    desk::PromisePages m_pages;
    desk::CaseToAct m_seen;
    PaperRows* m_rows;
};

} // namespace ow::ui
