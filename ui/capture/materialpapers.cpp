// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/materialpapers.h"

#include "ui/capture/materialviewer.h"
#include "ui/capture/scanlane.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QMimeData>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kFilesAtOnce = 40; // of one drop; more is a folder dropped by mistake

} // namespace

MaterialPapers::MaterialPapers(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target,
                               MaterialList& list, QWidget& area, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_target(target)
    , m_list(list)
    , m_area(area)
    , m_viewer(new MaterialViewer(theme, workplace, target, &area, this))
{
    list.setPageSource([this](const MaterialPage& page, QSize size) { return picture(page, size); });
    connect(&workplace.previews(), &desk::PagePreviews::ready, &list, &MaterialList::repaintPages);
    connect(&list, &MaterialList::scanWanted, this, &MaterialPapers::scan);
    connect(&list, &MaterialList::pageActivated, this, [this](int row, int file) {
        if (!m_target.sheet().isEmpty()) {
            m_viewer->open(m_list.row(row).id, file);
        }
    });
    connect(&list, &MaterialList::pageMoved, this,
            [this](int row, int from, int to) { m_target.moveFile(m_list.row(row).id, from, to); });
    connect(&list, &MaterialList::filesDropped, this,
            [this](int row, const QList<QUrl>& files) { addFiles(m_list.row(row).id, files); });
    connect(&list, &MaterialList::currentRowChanged, this, &MaterialPapers::chooseProfile);
    connect(m_viewer, &MaterialViewer::retakeWanted, this, &MaterialPapers::startScan);
}

void MaterialPapers::setScanDesk(desk::ScanDesk& scan)
{
    m_scan = &scan;
    m_lane = new ScanLane(m_workplace, m_target, scan, this);
    connect(m_lane, &ScanLane::refused, this, &MaterialPapers::refuse);
    connect(m_lane, &ScanLane::arrived, this,
            [this](const QString& material, const capture::ScannedPage& page) {
                Q_EMIT arrived(material);
                hint(page);
            });
}

/// What the scanner says of a page. It is a suggestion only: no page is dropped or turned for it.
void MaterialPapers::hint(const capture::ScannedPage& page)
{
    if (page.incomplete) {
        Q_EMIT said(Tone::Warn, tr("A page came incomplete. Please scan it again."));
    } else if (page.blankHint) {
        Q_EMIT said(Tone::Info, tr("Page %1 looks empty. Delete takes it off.").arg(page.number));
    } else if (page.skewHint != 0) {
        Q_EMIT said(Tone::Info, tr("Page %1 lies askew. Enter opens it, L levels it.").arg(page.number));
    }
}

void MaterialPapers::chooseProfile()
{
    if (m_lane != nullptr && !current().isEmpty()) {
        m_lane->choose(current());
    }
}

QString MaterialPapers::current() const
{
    const int row = m_list.currentRow();
    return row < 0 ? QString() : m_list.row(row).id;
}

void MaterialPapers::scan()
{
    if (m_viewer->isOpen()) {
        startScan(m_viewer->material(), m_viewer->currentBlob());
    } else if (m_lane != nullptr && !m_scan->devices().isEmpty()) {
        startScan(current(), {});
    } else {
        chooseFiles();
    }
}

void MaterialPapers::startScan(const QString& material, const QString& blob)
{
    if (m_lane == nullptr || m_scan->devices().isEmpty()) {
        m_viewer->say(Tone::Info, tr("There is no scanner here."));
        return;
    }
    if (material.isEmpty()) {
        return;
    }
    Q_EMIT begun(material);
    const domain::Result<void> started =
        blob.isEmpty() ? m_lane->start(material) : m_lane->retake(material, blob);
    if (started) {
        m_viewer->say(Tone::Info, tr("Scanning this page again…"));
    } else {
        refuse(material, started.error());
    }
}

QString MaterialPapers::refusal(const QString& material, const domain::Error& error) const
{
    const ErrorText words = errorText(error.code);
    return tr("%1: %2").arg(m_target.materialName(material), words.what + words.next);
}

void MaterialPapers::refuse(const QString& material, const domain::Error& error)
{
    const ErrorText words = errorText(error.code);
    m_viewer->say(Tone::Block, words.what + words.next);
    Q_EMIT refused(material, error, m_scan != nullptr && m_scan->lastError() == error);
}

void MaterialPapers::chooseFiles()
{
    const QString material = current();
    if (material.isEmpty()) {
        return;
    }
    auto* dialog = new QFileDialog(&m_area, tr("Files for this material"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    // The dialog stays open as long as it likes; what is chosen in it is for whom it was opened.
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, material, sheet = m_target.sheet()](const QStringList& paths) {
                if (m_target.sheet() != sheet) {
                    return;
                }
                for (const QString& path : paths.first(std::min<qsizetype>(paths.size(), kFilesAtOnce))) {
                    addPath(material, path);
                }
            });
    dialog->open();
}

bool MaterialPapers::takeFiles(const QMimeData& papers)
{
    const QString material = current();
    if (material.isEmpty()) {
        return false;
    }
    bool took = addFiles(material, papers.urls());
    if (!took && papers.hasImage()) {
        const auto image = papers.imageData().value<QImage>();
        took = !image.isNull();
        if (took) {
            watch(material, m_target.addPicture(material, image, tr("Pasted picture.png")));
        }
    }
    return took;
}

bool MaterialPapers::addFiles(const QString& material, const QList<QUrl>& files)
{
    bool took = false;
    for (const QUrl& file : files.first(std::min<qsizetype>(files.size(), kFilesAtOnce))) {
        if (file.isLocalFile()) {
            addPath(material, file.toLocalFile());
            took = true;
        }
    }
    return took;
}

void MaterialPapers::paste()
{
    if (m_target.sheet().isEmpty()) {
        return;
    }
    const QMimeData* held = QApplication::clipboard()->mimeData();
    if (held == nullptr || !takeFiles(*held)) {
        Q_EMIT said(Tone::Info, tr("The clipboard holds no picture and no file."));
    }
}

bool MaterialPapers::canTake(const QMimeData& papers) const
{
    return !m_target.sheet().isEmpty() && (papers.hasUrls() || papers.hasImage());
}

void MaterialPapers::addPath(const QString& material, const QString& path)
{
    if (!m_target.sheet().isEmpty() && !path.isEmpty()) {
        watch(material, m_target.addFile(material, path));
    }
}

void MaterialPapers::watch(const QString& material, const QFuture<domain::Result<void>>& taken)
{
    Q_EMIT begun(material);
    whenAnswered(taken, this, [this, material, sheet = m_target.sheet()](const domain::Result<void>& done) {
        if (m_target.sheet() != sheet || sheet.isEmpty()) {
            return; // the clerk went on to the next applicant
        }
        if (!done) {
            refuse(material, done.error());
        } else {
            Q_EMIT arrived(material);
        }
    });
}

/// From the cache of the whole window; a page that is not there is made off this thread and painted then.
QPixmap MaterialPapers::picture(const MaterialPage& page, QSize size)
{
    const qreal ratio = m_list.devicePixelRatioF();
    const QImage image =
        m_workplace.previews().picture(page.blob, 0, (QSizeF(size) * ratio).toSize(), page.edit);
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace ow::ui
