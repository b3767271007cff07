// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/papers/paperview.h"

#include "ui/papers/paperpages.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"
#include "ui/words/printwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <utility>

namespace ow::ui {

namespace {

enum class PaperKey { None, Larger, Smaller, Fit, Print };

/// Keys that mean the paper while it is open. On most keyboards + is typed with Shift and arrives as =.
PaperKey paperKey(const QKeyEvent& event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier) || event.modifiers().testFlag(Qt::AltModifier)) {
        return PaperKey::None;
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return PaperKey::Larger;
    case Qt::Key_Minus:
        return PaperKey::Smaller;
    case Qt::Key_0:
        return PaperKey::Fit;
    case Qt::Key_P:
        return PaperKey::Print;
    default:
        return PaperKey::None;
    }
}

} // namespace

PaperView::PaperView(const Theme& theme, desk::PrintDesk& printer, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_printer(printer)
    , m_pages(new PaperPages(theme, this))
{
    setProperty("role", QStringLiteral("page"));
    setAccessibleName(tr("Paper"));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(makeBar());
    down->addWidget(m_pages, 1);
    setTabOrder(m_pages, m_print);
    setTabOrder(m_print, m_close);
    setFocusProxy(m_pages);
    connect(m_pages, &PaperPages::zoomChanged, this, &PaperView::showZoom);
    connect(m_pages, &PaperPages::opened, this, &PaperView::showZoom);
    connect(m_pages, &PaperPages::failed, this, [this](const domain::Error& error) {
        say(Tone::Block, errorText(error.code).what);
        Q_EMIT failed(error);
    });
    connect(&m_printer, &desk::PrintDesk::progressed, this,
            [this](const QString& title, const desk::PrintProgress& progress) {
                if (m_printing && title == m_underWay.caseNumber) {
                    showProgress(progress);
                }
            });
    connect(&theme, &Theme::changed, this, &PaperView::layOut);
    layOut();
}

QWidget* PaperView::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    m_title = new QLabel(m_bar);
    m_title->setProperty("type", QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    m_zoom = new QLabel(m_bar);
    setTone(*m_zoom, Tone::Second);
    m_message = new MessageLine(m_theme, m_bar);
    m_print = new KeyButton(m_theme, tr("Print"), KeyButton::Look::Secondary, m_bar);
    m_print->setKey(QStringLiteral("Ctrl P"));
    m_print->setIconName(QStringLiteral("print"));
    m_close = new KeyButton(m_theme, tr("Close"), KeyButton::Look::Secondary, m_bar);
    m_close->setKey(QStringLiteral("Esc"));
    across->addWidget(m_title);
    across->addWidget(m_zoom);
    across->addWidget(m_message, 1, Qt::AlignVCenter);
    across->addStretch(0);
    across->addWidget(m_print);
    across->addWidget(m_close);
    connect(m_print, &QPushButton::clicked, this, &PaperView::print);
    connect(m_close, &QPushButton::clicked, this, &PaperView::closeWanted);
    return m_bar;
}

void PaperView::layOut()
{
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
}

void PaperView::showPaper(const desk::FinishedPaper& paper)
{
    m_paper = paper;
    m_title->setText(paper.number + u'·' + paper.caseNumber);
    m_message->clear();
    m_print->setEnabled(!m_printing && !m_recording);
    m_pages->setPdf(paper.pdf);
}

void PaperView::clear()
{
    m_paper = {};
    m_title->clear();
    m_zoom->clear();
    m_message->clear();
    m_pages->setPdf({});
}

void PaperView::showZoom()
{
    const int pages = m_pages->pageCount();
    m_zoom->setText(pages == 0 ? QString() : tr("%1 page(s), %2 %").arg(pages).arg(m_pages->zoom()));
}

void PaperView::say(Tone tone, const QString& sentence)
{
    m_message->setMessage(tone, sentence);
}

void PaperView::print()
{
    if (m_printing || m_recording || m_paper.pdf.isEmpty()) {
        return;
    }
    if (m_recorded) {
        m_recording = true;
        m_print->setEnabled(false);
        Q_EMIT printWanted(m_paper.caseNumber, m_paper.number);
    } else {
        printNow();
    }
}

void PaperView::giveUpPrint()
{
    m_recording = false;
    m_print->setEnabled(!m_printing);
}

void PaperView::printNow(int time)
{
    giveUpPrint(); // it is written down: on to the printer
    if (m_printing || m_paper.pdf.isEmpty()) {
        return;
    }
    m_printing = true;
    m_print->setEnabled(false);
    m_underWay = {m_paper.number, m_paper.caseNumber, {}, m_paper.kind};
    say(Tone::Info, time > 1 ? tr("Print no. %1, handing it to the printer…").arg(time)
                             : tr("Handing it to the printer…"));
    whenAnswered(m_printer.print(m_paper, m_paper.kind), this,
                 [this](const domain::Result<desk::Printed>& result) { finish(result); });
}

void PaperView::showProgress(const desk::PrintProgress& progress)
{
    const PrintWord word = printWord(progress);
    say(word.tone, word.sentence);
}

void PaperView::finish(const domain::Result<desk::Printed>& result)
{
    m_printing = false;
    m_print->setEnabled(true);
    const desk::FinishedPaper paper = std::exchange(m_underWay, {});
    if (!result) {
        const bool taken = result.error().code == domain::ErrorCode::Cancelled;
        say(taken ? Tone::Warn : Tone::Block,
            taken ? tr("The job was taken out of the queue. The paper is safe and can be printed again.")
                  : errorText(result.error().code).sentence());
        Q_EMIT failed(result.error());
        return;
    }
    say(Tone::Ok, tr("%1 has been printed on %2").arg(paper.number, result->printer));
    Q_EMIT printed(paper.caseNumber, paper.number);
}

bool PaperView::event(QEvent* event)
{
    // Ctrl + / − size the type everywhere else; over a paper they size the paper.
    if (event->type() == QEvent::ShortcutOverride &&
        paperKey(*static_cast<QKeyEvent*>(event)) != PaperKey::None) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PaperView::keyPressEvent(QKeyEvent* event)
{
    switch (paperKey(*event)) {
    case PaperKey::Larger:
        m_pages->zoomBy(1);
        return;
    case PaperKey::Smaller:
        m_pages->zoomBy(-1);
        return;
    case PaperKey::Fit:
        m_pages->zoomToFit();
        return;
    case PaperKey::Print:
        if (!event->isAutoRepeat()) {
            print();
        }
        return;
    case PaperKey::None:
        break;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
