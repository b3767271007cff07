// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/paperrows.h"

#include "desk/scandesk.h"
#include "ui/capture/materialpapers.h"
#include "ui/capture/materialviewer.h"
#include "ui/capture/pageviewer.h"
#include "ui/capture/scanpanel.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>

namespace ow::ui {

PaperRows::PaperRows(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target,
                     const QString& name, QWidget& area, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_target(target)
    , m_list(new MaterialList(theme, name, this))
    , m_papers(new MaterialPapers(theme, workplace, target, *m_list, area, this))
    , m_message(new MessageLine(theme, this))
    , m_here(new KeyButton(theme, tr("Received on paper"), KeyButton::Look::Flat, this))
    , m_add(new KeyButton(theme, tr("Add a file…"), KeyButton::Look::Flat, this))
{
    setAcceptDrops(true);
    m_list->setGrows(true);
    m_list->installEventFilter(this);
    build();
    connect(m_here, &QPushButton::clicked, this, [this] {
        if (!m_papers->current().isEmpty()) {
            Q_EMIT marked(m_papers->current());
        }
    });
    connect(m_add, &QPushButton::clicked, m_papers, &MaterialPapers::chooseFiles);
    connect(m_list, &MaterialList::currentRowChanged, this, &PaperRows::nameCurrent);
    connect(m_list, &MaterialList::actionTriggered, this,
            [this](int row) { Q_EMIT notApplicable(m_list->row(row).id); });
    connect(&m_papers->viewer(), &MaterialViewer::closed, this,
            [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_papers, &MaterialPapers::begun, this, [this] { m_message->clear(); });
    connect(m_papers, &MaterialPapers::said, this,
            [this](Tone tone, const QString& sentence) { m_message->setMessage(tone, sentence); });
    connect(m_papers, &MaterialPapers::refused, this,
            [this](const QString& material, const domain::Error& error, bool shown) {
                if (!shown) {
                    m_message->setMessage(Tone::Block, m_papers->refusal(material, error));
                }
                Q_EMIT refused(error);
            });
}

void PaperRows::build()
{
    m_here->setKey(tr("Space"));
    m_add->setKey(QStringLiteral("F9"));
    m_add->setIconName(QStringLiteral("plus"));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_list);
    down->addWidget(m_message);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(m_theme.k(11), m_theme.k(4), m_theme.k(11), m_theme.k(4));
    buttons->setSpacing(m_theme.k(4));
    buttons->addWidget(m_here);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    down->addLayout(buttons);
    m_message->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), 0);
}

void PaperRows::setScanDesk(desk::ScanDesk& scan)
{
    constexpr int kBehindList = 1;
    m_papers->setScanDesk(scan);
    m_panel = new ScanPanel(m_theme, scan, this);
    static_cast<QVBoxLayout*>(layout())->insertWidget(kBehindList, m_panel);
    m_add->setKey({}); // F9 is the scanner's now
    connect(m_panel, &ScanPanel::scanWanted, m_papers, &MaterialPapers::scan);
}

void PaperRows::setMarkable(bool markable)
{
    m_here->setVisible(markable);
}

void PaperRows::start(const std::vector<MaterialRow>& rows)
{
    m_message->clear();
    m_shown.clear();
    setRows(rows);
    m_list->setCurrentRow(0);
}

void PaperRows::setRows(const std::vector<MaterialRow>& rows)
{
    m_papers->viewer().refresh();
    if (rows == m_shown) {
        return;
    }
    m_shown = rows;
    m_list->setRows(rows);
    if (m_list->currentRow() < 0 && !rows.empty()) {
        m_list->setCurrentRow(0);
    }
    nameCurrent();
}

void PaperRows::choose(const QString& material)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->row(row).id == material) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

void PaperRows::clear()
{
    m_papers->viewer().close();
    m_message->clear();
    m_shown.clear();
    m_list->setRows({});
}

void PaperRows::nameCurrent()
{
    const int row = m_list->currentRow();
    const QString name = row < 0 ? QString() : m_list->row(row).name;
    m_here->setAccessibleName(
        QCoreApplication::translate("ow::ui::SupplementPane", "Received on paper: %1").arg(name));
}

void PaperRows::scan()
{
    m_papers->scan();
}

void PaperRows::paste()
{
    m_papers->paste();
}

/// The page chosen, or the last one.
void PaperRows::remove()
{
    const QString id = m_papers->current();
    const domain::MaterialIntake* taken = m_target.taken(id);
    if (taken != nullptr && !taken->files.empty()) {
        const int chosen = m_list->currentPage();
        m_target.removeFile(id, chosen >= 0 ? chosen : static_cast<int>(taken->files.size()) - 1);
    }
}

bool PaperRows::listKey(QKeyEvent* event)
{
    const QString id = m_papers->current();
    if (event->modifiers() != Qt::NoModifier || id.isEmpty()) {
        return false;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        if (m_list->currentPage() >= 0) {
            return false; // the list opens the page
        }
        Q_EMIT marked(id);
        return true;
    case Qt::Key_N:
        if (m_list->row(m_list->currentRow()).action.isEmpty()) {
            return false;
        }
        Q_EMIT notApplicable(id);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        remove();
        return true;
    default:
        return false;
    }
}

bool PaperRows::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && listKey(static_cast<QKeyEvent*>(event))) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PaperRows::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_papers->canTake(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void PaperRows::dropEvent(QDropEvent* event)
{
    if (m_papers->takeFiles(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void PaperRows::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_papers->chooseProfile(); // another page may have used the scanner meanwhile
}

} // namespace ow::ui
