// SPDX-License-Identifier: GPL-3.0-or-later
// How papers come to MaterialPane: from the scanner, by dialog, dropped, pasted.
#include "desk/scandesk.h"
#include "ui/capture/materialviewer.h"
#include "ui/capture/scanlane.h"
#include "ui/intake/materialpane.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QImage>
#include <QMimeData>
#include <QtConcurrentRun>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kFilesAtOnce = 40; // of one drop; more is a folder dropped by mistake

QByteArray packed(const QImage& image)
{
    QByteArray png;
    QBuffer buffer(&png);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? png : QByteArray();
}

} // namespace

void MaterialPane::setScanDesk(desk::ScanDesk& scan)
{
    m_scan = &scan;
    m_lane = new ScanLane(m_workplace, m_desk, scan, this);
    connect(m_lane, &ScanLane::refused, this, &MaterialPane::refuse);
    connect(m_lane, &ScanLane::arrived, this, [this](const QString& material, bool incomplete) {
        m_refusals.remove(material);
        if (incomplete) {
            m_message->setMessage(Tone::Warn, tr("A page came incomplete. Please scan it again."));
        }
        refresh();
    });
}

void MaterialPane::scan()
{
    if (m_viewer->isOpen()) {
        startScan(m_viewer->material(), m_viewer->currentBlob());
    } else if (m_lane != nullptr && !m_scan->devices().isEmpty()) {
        startScan(current(), {});
    } else {
        chooseFiles();
    }
}

void MaterialPane::startScan(const QString& material, const QString& blob)
{
    m_message->clear();
    if (m_lane == nullptr || m_scan->devices().isEmpty()) {
        m_viewer->say(Tone::Info, tr("There is no scanner here."));
        return;
    }
    if (material.isEmpty()) {
        return;
    }
    const domain::Result<void> started =
        blob.isEmpty() ? m_lane->start(material) : m_lane->retake(material, blob);
    if (started) {
        m_viewer->say(Tone::Info, tr("Scanning this page again…"));
    } else {
        refuse(material, started.error());
    }
}

void MaterialPane::refuse(const QString& material, const domain::Error& error)
{
    const ErrorText words = errorText(error.code);
    // What ended a run is said by the scan panel right below, and is no fault of this material.
    if (m_scan == nullptr || m_scan->lastError() != error) {
        m_refusals.insert(material, words.what);
        m_message->setMessage(Tone::Block, words.what + words.next);
    }
    m_viewer->say(Tone::Block, words.what + words.next);
    Q_EMIT refused(words.sentence());
    refresh();
}

void MaterialPane::chooseFiles()
{
    const QString material = current();
    if (material.isEmpty()) {
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Files for this material"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this, material](const QStringList& paths) {
        for (const QString& path : paths) {
            addPath(material, path);
        }
    });
    dialog->open();
}

bool MaterialPane::takeFiles(const QMimeData& papers)
{
    const QString material = current();
    if (material.isEmpty()) {
        return false;
    }
    bool took = addFiles(material, papers.urls());
    if (!took && papers.hasImage()) {
        const auto image = papers.imageData().value<QImage>();
        took = !image.isNull();
        // A pasted page of 8 megapixels takes a second to pack.
        QtConcurrent::run(packed, image).then(this, [this, material](const QByteArray& png) {
            if (m_desk.isActive() && !png.isEmpty()) {
                addBytes(material, png, tr("Pasted picture.png"));
            }
        });
    }
    return took;
}

bool MaterialPane::addFiles(const QString& material, const QList<QUrl>& files)
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

void MaterialPane::pasteFiles()
{
    if (!m_desk.isActive()) {
        return;
    }
    const QMimeData* held = QApplication::clipboard()->mimeData();
    if (held == nullptr || !takeFiles(*held)) {
        m_message->setMessage(Tone::Info, tr("The clipboard holds no picture and no file."));
    }
}

void MaterialPane::addPath(const QString& material, const QString& path)
{
    if (m_desk.isActive() && !path.isEmpty()) {
        watch(material, m_desk.addFile(material, path));
    }
}

void MaterialPane::addBytes(const QString& material, const QByteArray& bytes, const QString& title)
{
    watch(material, m_desk.addBytes(material, bytes, title));
}

void MaterialPane::watch(const QString& material, QFuture<domain::Result<void>> taken)
{
    m_refusals.remove(material);
    m_message->clear();
    const QString draft = m_desk.intake().draftId;
    whenAnswered(taken, this, [this, material, draft](const domain::Result<void>& done) {
        if (!m_desk.isActive() || m_desk.intake().draftId != draft) {
            return; // the clerk went on to the next applicant
        }
        if (!done) {
            refuse(material, done.error());
        } else {
            refresh();
        }
    });
}

void MaterialPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_desk.isActive() && (event->mimeData()->hasUrls() || event->mimeData()->hasImage())) {
        event->acceptProposedAction();
    }
}

void MaterialPane::dropEvent(QDropEvent* event)
{
    if (m_desk.isActive() && takeFiles(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

} // namespace ow::ui
