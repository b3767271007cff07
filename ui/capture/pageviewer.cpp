// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/pageviewer.h"

#include "ui/capture/pagecanvas.h"
#include "ui/capture/pageside.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kPdfBox = 2200;   // px of a PDF page at 100 %: about 190 dpi on A4
constexpr int kWholeBox = 4000; // larger than any scan of A4 at 300 dpi

} // namespace

PageViewer::PageViewer(const Theme& theme, desk::PagePreviews& previews, QWidget* parent)
    : QWidget(parent)
    , m_previews(previews)
    , m_header(new PaneHeader(theme, QString(), QString(), this))
    , m_canvas(new PageCanvas(theme, this))
    , m_side(new PageSide(theme, this))
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusProxy(m_canvas);
    m_canvas->setAccessibleName(tr("Page"));
    m_header->setActive(true);
    build();
}

PageViewer::~PageViewer() = default;

void PageViewer::build()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_canvas, 1);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);
    connect(m_canvas, &PageCanvas::zoomChanged, this, &PageViewer::refresh);
    connect(m_canvas, &PageCanvas::wholeWanted, this, &PageViewer::loadWhole);
    connect(m_canvas, &PageCanvas::cutChanged, this, &PageViewer::refresh);
    connect(m_canvas, &PageCanvas::cutTaken, this,
            [this](const domain::PageEdit& edit) { Q_EMIT editWanted(m_current, edit); });
    connect(m_side, &PageSide::levelWanted, this, &PageViewer::level);
    connect(m_side, &PageSide::turnWanted, this, [this] { turn(1); });
    connect(m_side, &PageSide::cutWanted, this, &PageViewer::cut);
    connect(m_side, &PageSide::retakeWanted, this, [this] { Q_EMIT retakeWanted(m_current); });
    connect(m_side, &PageSide::removeWanted, this, [this] { Q_EMIT removeWanted(m_current); });
    connect(m_side, &PageSide::comparedWanted, this, [this] { Q_EMIT comparedWanted(!m_material.compared); });
    connect(m_side, &PageSide::validUntilGiven, this, &PageViewer::validUntilWanted);
    connect(m_side, &PageSide::unfitWanted, this, &PageViewer::unfitWanted);
    connect(m_side, &PageSide::typingDone, m_canvas, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
    connect(m_side, &PageSide::backWanted, this, &PageViewer::closed);
}

const ViewedPage* PageViewer::page() const
{
    const auto at = static_cast<std::size_t>(m_current);
    return at < m_pages.size() ? &m_pages[at] : nullptr;
}

void PageViewer::setEditing(bool editing)
{
    m_isEditing = editing;
    refresh();
}

void PageViewer::showPages(const ViewedMaterial& material, const std::vector<ViewedPage>& pages)
{
    const ViewedPage* before = page();
    const QString blob = before != nullptr ? before->blob : QString();
    const int number = before != nullptr ? before->page : 0;
    m_material = material;
    m_pages = pages;
    const auto count = static_cast<int>(m_pages.size());
    const auto isSame = [&](int at) {
        const auto& other = m_pages[static_cast<std::size_t>(at)];
        return other.blob == blob && other.page == number;
    };
    // Two sheets can be alike to the last byte: its place first, then wherever else it went.
    int same = m_expected < count && isSame(m_expected) ? m_expected : 0;
    while (same < count && !isSame(same)) {
        ++same;
    }
    const bool kept = same < count;
    m_current = kept ? same : std::clamp(m_current, 0, std::max(0, count - 1));
    m_expected = m_current;
    if (kept && page() != nullptr) {
        m_canvas->setWatermark(page()->watermark);
        m_canvas->setEdit(page()->edit);
        refresh();
    } else {
        goTo(m_current);
    }
}

void PageViewer::openAt(const ViewedMaterial& material, const std::vector<ViewedPage>& pages, int index)
{
    m_pages.clear();
    m_current = index;
    m_expected = index;
    showPages(material, pages);
}

void PageViewer::forget()
{
    ++m_asked;
    m_pages.clear();
    m_canvas->endCut(false);
    m_canvas->setMessage({});
}

void PageViewer::goTo(int index)
{
    if (index < 0 || index >= static_cast<int>(m_pages.size())) {
        return;
    }
    m_canvas->endCut(false);
    m_current = index;
    m_expected = index;
    m_suggested = 0;
    m_side->say(Tone::Plain, {});
    m_canvas->fit();
    m_canvas->setMessage(tr("Fetching the page…"));
    load();
    lookAt();
    refresh();
}

void PageViewer::load()
{
    const ViewedPage* wanted = page();
    if (wanted == nullptr) {
        return;
    }
    const quint64 asked = ++m_asked;
    whenAnswered(m_previews.fetch(wanted->blob, wanted->page, m_canvas->wantedBox()), this,
                 [this, asked](const domain::Result<QImage>& picture) {
                     if (asked != m_asked) {
                         return;
                     }
                     if (picture) {
                         take(*picture, false);
                     } else {
                         m_canvas->setMessage(errorText(picture.error().code).sentence());
                     }
                 });
}

/// What is magnified is fetched at its full size; it stays fitted until that has come.
void PageViewer::loadWhole()
{
    const ViewedPage* wanted = page();
    if (wanted == nullptr || m_canvas->isFitted()) {
        return;
    }
    const int side = wanted->isPdf ? kPdfBox : kWholeBox;
    const quint64 asked = ++m_asked;
    whenAnswered(m_previews.fetch(wanted->blob, wanted->page, QSize(side, side)), this,
                 [this, asked](const domain::Result<QImage>& picture) {
                     if (asked == m_asked && picture) {
                         take(*picture, true);
                     }
                 });
}

void PageViewer::take(const QImage& picture, bool whole)
{
    if (const ViewedPage* shown = page()) {
        m_canvas->setWatermark(shown->watermark);
        m_canvas->setPage(picture, whole, shown->edit);
    }
}

void PageViewer::lookAt()
{
    const ViewedPage* wanted = page();
    if (wanted == nullptr || !wanted->editable || !m_isEditing) {
        return;
    }
    whenAnswered(m_previews.look(wanted->blob, wanted->page), this,
                 [this, blob = wanted->blob](const domain::Result<capture::PageLook>& look) {
                     const ViewedPage* shown = page();
                     if (shown == nullptr || shown->blob != blob || !look) {
                         return;
                     }
                     m_suggested = look->suggestsLevelling() ? look->skew : 0;
                     if (look->blank) {
                         say(Tone::Info, tr("This page looks empty."));
                     }
                     refresh();
                 });
}

void PageViewer::say(Tone tone, const QString& sentence)
{
    m_side->say(tone, sentence);
}

void PageViewer::refresh()
{
    constexpr int kPercent = 100;
    const ViewedPage* shown = page();
    const auto count = static_cast<int>(m_pages.size());
    m_header->setTitle(m_material.name);
    m_header->setNote(m_canvas->isCutting()
                          ? tr("Cutting: arrows move the edge, Tab the next, Enter takes it")
                          : QString());
    PageSideFacts facts;
    facts.place = tr("Page %1 of %2").arg(std::min(m_current + 1, count)).arg(count);
    facts.zoom = m_canvas->isFitted()
                     ? tr("Fitted to the window")
                     : tr("%1 %").arg(qRound(m_canvas->scale() * devicePixelRatioF() * kPercent));
    facts.editing = m_isEditing;
    facts.compared = m_material.compared;
    facts.validUntil = m_material.validUntil;
    if (shown != nullptr) {
        facts.editable = shown->editable;
        facts.incomplete = shown->incomplete;
        facts.levelled = shown->edit.skew != 0;
        facts.lean = shown->editable && m_suggested != 0 ? m_suggested - shown->edit.skew : 0;
    }
    m_side->setFacts(facts);
}

void PageViewer::turn(int quarters)
{
    if (const ViewedPage* shown = page(); shown != nullptr && shown->editable) {
        domain::PageEdit edit = shown->edit;
        edit.quarterTurns = (edit.quarterTurns + quarters + 4) % 4;
        Q_EMIT editWanted(m_current, edit);
    }
}

void PageViewer::cut()
{
    if (const ViewedPage* shown = page(); shown != nullptr && shown->editable) {
        m_canvas->beginCut();
        m_canvas->setFocus(Qt::OtherFocusReason);
    }
}

void PageViewer::level()
{
    const ViewedPage* shown = page();
    if (shown == nullptr || !shown->editable) {
        return;
    }
    domain::PageEdit edit = shown->edit;
    edit.skew = m_suggested != 0 && edit.skew != m_suggested ? m_suggested : 0;
    if (!(edit == shown->edit)) {
        Q_EMIT editWanted(m_current, edit);
    }
}

void PageViewer::movePage(int by)
{
    const int to = m_current + by;
    if (to >= 0 && to < static_cast<int>(m_pages.size())) {
        m_expected = to;
        Q_EMIT moveWanted(m_current, to);
    }
}

bool PageViewer::editKey(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ShiftModifier;
    const bool alt = event->modifiers() == Qt::AltModifier;
    const int key = event->key();
    if (alt && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        movePage(key == Qt::Key_Left ? -1 : 1);
    } else if (plain && key == Qt::Key_R) {
        turn(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else if (plain && key == Qt::Key_C) {
        cut();
    } else if (plain && key == Qt::Key_L) {
        level();
    } else if (plain && key == Qt::Key_O) {
        Q_EMIT comparedWanted(!m_material.compared);
    } else if (plain && key == Qt::Key_X) {
        Q_EMIT unfitWanted();
    } else if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        Q_EMIT removeWanted(m_current);
    } else {
        return false;
    }
    return true;
}

void PageViewer::keyPressEvent(QKeyEvent* event)
{
    // Letters are keys only where nobody types.
    if (m_isEditing && !m_side->isTyping() && editKey(event)) {
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier;
    switch (plain && !m_side->isTyping() ? event->key() : 0) {
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        goTo(m_current - 1);
        return;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        goTo(m_current + 1);
        return;
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(static_cast<int>(m_pages.size()) - 1);
        return;
    default:
        break;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PageViewer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_canvas->isFitted() && page() != nullptr && isVisible()) {
        load();
    }
}

} // namespace ow::ui
