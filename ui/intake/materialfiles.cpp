// SPDX-License-Identifier: GPL-3.0-or-later
// How papers come to MaterialPane: from the scanner, by dialog, dropped, pasted.
#include "ui/capture/materialpapers.h"
#include "ui/capture/materialviewer.h"
#include "ui/intake/materialpane.h"
#include "ui/widgets/messageline.h"
#include "ui/words/errortext.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace ow::ui {

void MaterialPane::connectPapers()
{
    connect(&m_papers->viewer(), &MaterialViewer::closed, this, [this] { focusList(); });
    connect(&m_papers->viewer(), &MaterialViewer::unfitWanted, this, [this](const QString& material) {
        focusMaterial(material);
        askReason();
    });
    m_papers->viewer().setWatermarks(
        [this](const QString& material) { return m_offers.watermark(material); });
    connect(m_papers, &MaterialPapers::begun, this, [this](const QString& material) {
        m_refusals.remove(material);
        m_message->clear();
    });
    connect(m_papers, &MaterialPapers::refused, this, &MaterialPane::refuse);
    connect(m_papers, &MaterialPapers::said, this,
            [this](Tone tone, const QString& sentence) { m_message->setMessage(tone, sentence); });
    connect(m_papers, &MaterialPapers::arrived, this, [this](const QString& material) {
        m_refusals.remove(material);
        refresh();
    });
}

void MaterialPane::setScanDesk(desk::ScanDesk& scan)
{
    m_papers->setScanDesk(scan);
}

void MaterialPane::scan()
{
    m_papers->scan();
}

void MaterialPane::pasteFiles()
{
    m_papers->paste();
}

void MaterialPane::refuse(const QString& material, const domain::Error& error, bool shown)
{
    const ErrorText words = errorText(error.code);
    if (!shown) {
        m_refusals.insert(material, words.what);
        m_message->setMessage(Tone::Block, m_papers->refusal(material, error));
    }
    Q_EMIT refused(words.sentence());
    refresh();
}

void MaterialPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_papers->canTake(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void MaterialPane::dropEvent(QDropEvent* event)
{
    if (m_desk.isActive() && m_papers->takeFiles(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

} // namespace ow::ui
