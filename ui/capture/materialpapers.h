// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagetarget.h"
#include "desk/scandesk.h"
#include "desk/workplace.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QObject>
#include <QPixmap>
#include <QUrl>

class QMimeData;

namespace ow::ui {

class MaterialList;
class MaterialViewer;
class ScanLane;
struct MaterialPage;

/// How papers come to the materials of a list, and how they are looked at: from the scanner, by dialog,
/// dropped or pasted; in the strip of pages and in the viewer over it. The intake, a supplement and a signed
/// promise have this in common.
class MaterialPapers : public QObject
{
    Q_OBJECT

public:
    /// The page viewer opens over `area`. All of them outlive this.
    MaterialPapers(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target,
                   MaterialList& list, QWidget& area, QObject* parent = nullptr);

    /// Without one, scan() asks for files.
    void setScanDesk(desk::ScanDesk& scan);
    /// The profile the current material had last is chosen.
    void chooseProfile();

    [[nodiscard]] MaterialViewer& viewer() { return *m_viewer; }

    /// Id of the current material, or empty.
    [[nodiscard]] QString current() const;

    /// F9: a run of the scanner into the current material; from the page viewer in place of its page.
    void scan();
    void chooseFiles();
    /// The current material takes what was dropped or pasted. False when there was nothing to take.
    bool takeFiles(const QMimeData& papers);
    void paste();
    /// The list takes what can be dropped on the pane around it.
    [[nodiscard]] bool canTake(const QMimeData& papers) const;
    /// "The material: what happened, what to do", for who stands further away than its row.
    [[nodiscard]] QString refusal(const QString& material, const domain::Error& error) const;

Q_SIGNALS:
    void begun(const QString& material); ///< something is on its way; what was refused before is of no matter
    void arrived(const QString& material);
    /// `shown`: what ended a run stands in the scan panel already, and is no fault of this material.
    void refused(const QString& material, const ow::domain::Error& error, bool shown);
    void said(ow::ui::Tone tone, const QString& sentence); ///< also what the scanner suggests of a page

private:
    void startScan(const QString& material, const QString& blob);
    void refuse(const QString& material, const domain::Error& error);
    bool addFiles(const QString& material, const QList<QUrl>& files);
    void addPath(const QString& material, const QString& path);
    void hint(const capture::ScannedPage& page);
    void watch(const QString& material, const QFuture<domain::Result<void>>& taken);
    [[nodiscard]] QPixmap picture(const MaterialPage& page, QSize size);

    desk::Workplace& m_workplace;
    desk::PageTarget& m_target;
    MaterialList& m_list;
    QWidget& m_area;
    MaterialViewer* m_viewer;
    desk::ScanDesk* m_scan = nullptr;
    ScanLane* m_lane = nullptr;
};

} // namespace ow::ui
