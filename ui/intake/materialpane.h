// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/intakeoffers.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QKeyEvent;
class QVBoxLayout;

namespace ow::desk {
class ScanDesk;
} // namespace ow::desk

namespace ow::ui {

class FieldEdit;
class KeyButton;
class MaterialList;
class MaterialPapers;
class MessageLine;
class PaneHeader;
struct MaterialRow;

/// The materials of the situation (F4). Space marks the current one as here, or missing again; pages come
/// from the scanner (F9), by dialog, by dropping or pasting files; ← → choose a page, Enter or Space open it
/// large, Delete takes it (or the last one) off; O says it was compared with the original; what cannot be
/// used is marked with the reason. Where an earlier scan of the same applicant can stand in, the row says so:
/// U takes it, Shift+U shows the next one.
class MaterialPane : public QWidget
{
    Q_OBJECT

public:
    /// The page viewer opens over `parent`.
    MaterialPane(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk, QWidget* parent);
    ~MaterialPane() override;

    /// Without one, F9 asks for files.
    void setScanDesk(desk::ScanDesk& scan);
    /// Stands between the list and its buttons; taken over.
    void setScanPanel(QWidget* panel);
    /// Off where the tab over the region says the same.
    void setHeaderVisible(bool visible);
    void rebuild();
    void refresh();
    void focusList();
    bool focusMaterial(const QString& id);

    void pasteFiles();
    /// F9: a run of the scanner into the current material; from the page viewer in place of its page. Files
    /// are asked for where there is no scanner.
    void scan();

    [[nodiscard]] bool isViewing() const;
    /// The reason field opens for the current material.
    void askReason();

    [[nodiscard]] int missing() const { return m_missing; }

Q_SIGNALS:
    /// A file could not be taken in: words for the banner.
    void refused(const QString& sentence);
    void countsChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString current() const;
    void toggle();
    void remove();
    void reuse(const QString& material);
    void toggleCompared();
    void connectPapers();
    void refuse(const QString& material, const domain::Error& error, bool shown);
    void build();
    void connectList();
    bool listKey(QKeyEvent* event);
    void giveReason();
    void closeReason();

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    desk::IntakeOffers m_offers;
    QVBoxLayout* m_column;
    PaneHeader* m_header;
    MaterialList* m_list;
    MaterialPapers* m_papers;
    MessageLine* m_message;
    QWidget* m_reasonBox;
    FieldEdit* m_reason;
    KeyButton* m_here;
    KeyButton* m_unfit;
    KeyButton* m_add;
    QHash<QString, QString> m_refusals; ///< by material: why its last file was not taken
    QString m_reasonFor;
    std::vector<MaterialRow> m_shown; ///< as the list has it, to leave it alone when nothing changed
    int m_missing = 0;
};

} // namespace ow::ui
