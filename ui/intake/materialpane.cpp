// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/materialpane.h"

#include "ui/intake/materialrows.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QPixmapCache>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kLargeFrom = 1600; // logical width of the window from which pages are always shown
constexpr int kFilesAtOnce = 40; // of one drop; more is a folder dropped by mistake

QByteArray packed(const QImage& image)
{
    QByteArray png;
    QBuffer buffer(&png);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? png : QByteArray();
}

} // namespace

MaterialPane::MaterialPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_header(new PaneHeader(theme, tr("Materials"), QStringLiteral("F4"), this))
    , m_list(new MaterialList(theme, tr("Materials"), this))
    , m_message(new MessageLine(theme, this))
    , m_reasonBox(new QWidget(this))
    , m_reason(new FieldEdit(theme, m_reasonBox))
    , m_here(new KeyButton(theme, tr("Here"), KeyButton::Look::Flat, this))
    , m_unfit(new KeyButton(theme, tr("Cannot be used…"), KeyButton::Look::Flat, this))
    , m_add(new KeyButton(theme, tr("Add a file…"), KeyButton::Look::Flat, this))
{
    setProperty("role", QStringLiteral("sidepane"));
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    m_here->setKey(tr("Space"));
    m_add->setKey(QStringLiteral("F9"));
    m_add->setIconName(QStringLiteral("plus"));
    m_reason->setPlaceholderText(tr("Why it cannot be used; the notice will say it"));
    m_reason->setAccessibleName(tr("Why the material cannot be used"));
    auto* reasonRow = new QHBoxLayout(m_reasonBox);
    reasonRow->setContentsMargins(theme.k(16), theme.k(6), theme.k(16), theme.k(6));
    reasonRow->addWidget(m_reason, 1);
    auto* give = new KeyButton(theme, tr("Mark"), KeyButton::Look::Secondary, m_reasonBox);
    give->setKey(QStringLiteral("Enter"));
    reasonRow->addWidget(give);
    m_reasonBox->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme.k(11), theme.k(4), theme.k(11), theme.k(4));
    buttons->setSpacing(theme.k(4));
    buttons->addWidget(m_here);
    buttons->addWidget(m_unfit);
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // the line at the left
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    column->addWidget(m_reasonBox);
    column->addLayout(buttons);
    m_message->setContentsMargins(theme.k(16), 0, theme.k(16), 0);

    m_list->installEventFilter(this);
    m_reason->installEventFilter(this);
    m_list->setPageSource([this](const QString& blob, QSize size) { return page(blob, size); });
    connect(m_list, &MaterialList::scanWanted, this, &MaterialPane::chooseFiles);
    connect(m_list, &MaterialList::filesDropped, this, [this](int row, const QList<QUrl>& files) {
        const QString material = m_list->row(row).id;
        for (const QUrl& file : files.first(std::min<qsizetype>(files.size(), kFilesAtOnce))) {
            addPath(material, file.toLocalFile());
        }
    });
    connect(m_here, &KeyButton::clicked, this, &MaterialPane::toggle);
    connect(m_unfit, &KeyButton::clicked, this, &MaterialPane::askReason);
    connect(m_add, &KeyButton::clicked, this, &MaterialPane::chooseFiles);
    connect(give, &KeyButton::clicked, this, &MaterialPane::giveReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &MaterialPane::giveReason);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
        m_header->setActive(now != nullptr && isAncestorOf(now));
    });
}

MaterialPane::~MaterialPane()
{
    // The children lose the focus when they go, and nobody is left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

void MaterialPane::setHeaderVisible(bool visible)
{
    m_header->setVisible(visible);
}

void MaterialPane::rebuild()
{
    m_refusals.clear();
    m_shown.clear();
    m_message->clear();
    closeReason();
    if (!m_desk.isActive()) {
        m_list->setRows({});
        return;
    }
    refresh();
    m_list->setCurrentRow(0);
}

void MaterialPane::refresh()
{
    if (!m_desk.isActive()) {
        return;
    }
    std::vector<MaterialRow> rows = materialRows(m_desk, m_refusals);
    QString shown;
    int here = 0;
    m_missing = 0;
    for (const MaterialRow& row : rows) {
        shown += row.id + rowSentence(row) + QString::number(row.pages.size()) + u'\n';
        here += row.state.tone == Tone::Ok ? 1 : 0;
        m_missing += row.state.tone == Tone::Block ? 1 : 0;
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    const auto due = static_cast<int>(rows.size());
    m_list->setRows(std::move(rows));
    const QString busy = m_desk.filesUnderWay() > 0 ? tr("taking files in…") + u' ' : QString();
    m_header->setNote(busy + tr("%1 of %2 here").arg(here).arg(due));
    if (m_list->currentRow() < 0 && due > 0) {
        m_list->setCurrentRow(0);
    }
    Q_EMIT countsChanged();
}

QString MaterialPane::current() const
{
    const int row = m_list->currentRow();
    return row < 0 ? QString() : m_list->row(row).id;
}

void MaterialPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

bool MaterialPane::focusMaterial(const QString& id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->row(row).id == id) {
            m_list->setCurrentRow(row);
            focusList();
            return true;
        }
    }
    return false;
}

void MaterialPane::toggle()
{
    const QString id = current();
    if (id.isEmpty()) {
        return;
    }
    const domain::MaterialIntake* taken = m_desk.intake().material(id);
    const bool here = taken != nullptr && taken->state == domain::MaterialState::Received;
    const int row = m_list->currentRow();
    m_refusals.remove(id);
    m_desk.setMaterialState(id, here ? domain::MaterialState::Missing : domain::MaterialState::Received);
    // What is here goes to the end: the next one to look at now stands in the same place.
    if (!here && row < m_list->count()) {
        m_list->setCurrentRow(row);
    }
}

void MaterialPane::removeLast()
{
    const QString id = current();
    const domain::MaterialIntake* taken = m_desk.intake().material(id);
    if (taken != nullptr && !taken->files.empty()) {
        m_desk.removeFile(id, static_cast<int>(taken->files.size()) - 1);
    }
}

void MaterialPane::askReason()
{
    if (current().isEmpty()) {
        return;
    }
    m_reasonFor = current();
    const domain::MaterialIntake* taken = m_desk.intake().material(m_reasonFor);
    m_reason->setText(taken == nullptr ? QString() : taken->unfitReason);
    m_reasonBox->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void MaterialPane::giveReason()
{
    if (!m_reasonFor.isEmpty() && m_desk.isActive()) {
        m_desk.setMaterialState(m_reasonFor, domain::MaterialState::Unfit, m_reason->text().trimmed());
    }
    closeReason();
    focusList();
}

void MaterialPane::closeReason()
{
    m_reasonFor.clear();
    m_reasonBox->hide();
    m_reason->clear();
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
    bool took = false;
    const QList<QUrl> urls = papers.urls();
    for (const QUrl& url : urls.first(std::min<qsizetype>(urls.size(), kFilesAtOnce))) {
        if (url.isLocalFile()) {
            addPath(material, url.toLocalFile());
            took = true;
        }
    }
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
    taken.then(this, [this, material, draft](const domain::Result<void>& done) {
        if (!m_desk.isActive() || m_desk.intake().draftId != draft) {
            return; // the clerk went on to the next applicant
        }
        if (!done) {
            const ErrorText words = errorText(done.error().code);
            m_refusals.insert(material, words.what);
            m_message->setMessage(Tone::Block, words.what + words.next);
            Q_EMIT refused(words.sentence());
        }
        refresh();
    });
}

QPixmap MaterialPane::page(const QString& blob, QSize size)
{
    const QImage image = m_desk.thumbnail(blob);
    if (image.isNull() || size.isEmpty()) {
        return {};
    }
    const qreal ratio = devicePixelRatioF();
    const QString key =
        QStringLiteral("intake/%1/%2x%3@%4").arg(blob).arg(size.width()).arg(size.height()).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        const QSize wanted = (QSizeF(size) * ratio).toSize();
        pixmap =
            QPixmap::fromImage(image.scaled(wanted, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)
                                   .copy(QRect(QPoint(), wanted)));
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

bool MaterialPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_reason && key == Qt::Key_Escape) {
        closeReason();
        focusList();
        return true;
    }
    if (watched == m_list && key == Qt::Key_Space) {
        toggle();
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        removeLast();
        return true;
    }
    return QWidget::eventFilter(watched, event);
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

void MaterialPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_list->setLargePages(window()->width() >= m_theme.k(kLargeFrom));
}

} // namespace ow::ui
