// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/paperdesk.h"
#include "desk/printdesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace ow::ui {

class KeyButton;
class MessageLine;
class PaperPages;

/// A finished paper over the page that opened it: its pages, 打印 (Ctrl+P), 关闭 (Esc), Ctrl + / − / 0 for
/// the size of the paper while it is open. The title has the two numbers and nothing about a person.
class PaperView : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    PaperView(const Theme& theme, desk::PrintDesk& printer, QWidget* parent = nullptr);

    void showPaper(const desk::FinishedPaper& paper);
    /// Lets go of the bytes.
    void clear();

    [[nodiscard]] const desk::FinishedPaper& paper() const { return m_paper; }

    [[nodiscard]] PaperPages& pages() { return *m_pages; }

    /// Whoever shows papers that count writes each print down first: then print() only says printWanted(),
    /// and printNow() or giveUpPrint() follows. Until then print() does nothing, so that a key held down is
    /// one print and one entry.
    void setRecorded(bool recorded) { m_recorded = recorded; }

    void print();
    /// `time` > 0: which print it is, said while it goes on.
    void printNow(int time = 0);
    /// What was wanted could not be written down.
    void giveUpPrint();

Q_SIGNALS:
    void printWanted(const QString& caseNumber, const QString& paperNumber);
    void closeWanted();
    /// The print service says it came out.
    void printed(const QString& caseNumber, const QString& paperNumber);
    void failed(const ow::domain::Error& error);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    void say(Tone tone, const QString& sentence);
    void showProgress(const desk::PrintProgress& progress);
    void finish(const domain::Result<desk::Printed>& result);
    void showZoom();
    void layOut();

    const Theme& m_theme;
    desk::PrintDesk& m_printer;
    desk::FinishedPaper m_paper;
    desk::FinishedPaper m_underWay; ///< handed to the print service, not answered yet
    bool m_printing = false;
    bool m_recording = false; ///< printWanted() is not answered yet
    bool m_recorded = false;
    QWidget* m_bar = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_zoom = nullptr;
    MessageLine* m_message = nullptr;
    KeyButton* m_print = nullptr;
    KeyButton* m_close = nullptr;
    PaperPages* m_pages;
};

} // namespace ow::ui
