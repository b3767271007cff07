// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbox.h"

#include "ui/widgets/searchpopup.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace ow::ui {

SearchBox::SearchBox(const Theme& theme, QWidget* parent)
    : FieldEdit(theme, parent)
    , m_footer{{QStringLiteral("↑ ↓"), tr("choose")},
               {QStringLiteral("Enter"), tr("take in")},
               {QStringLiteral("Ctrl ↵").replace(u' ', QChar(0xA0)), tr("only the guide")},
               {QStringLiteral("Esc"), tr("back")}}
    , m_clear(new QToolButton(this))
{
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Item, case number, ID number, barcode"));
    setLeadingIcon(QStringLiteral("search"));
    setMaxLength(200);
    m_clear->setIcon(theme.icon(QStringLiteral("x"), Token::Text));
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setAccessibleName(tr("Empty the search"));
    m_clear->setToolTip(tr("Empty the search"));
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        if (text.isEmpty()) {
            closeResults();
        }
        layOutTrailing();
        Q_EMIT queryChanged(text);
    });
    connect(&theme, &Theme::changed, this, &SearchBox::layOutTrailing);
    layOutTrailing();
}

SearchBox::~SearchBox()
{
    delete m_popup;
}

QSize SearchBox::sizeHint() const
{
    return {isOpen() ? theme().metrics().searchBoxOpen : theme().metrics().searchBox,
            theme().metrics().field};
}

bool SearchBox::isOpen() const
{
    return m_popup && !m_popup->isHidden();
}

SearchPopup* SearchBox::popup() const
{
    return m_popup;
}

void SearchBox::setFooter(std::vector<KeyWord> keys)
{
    m_footer = std::move(keys);
    if (m_popup) {
        m_popup->setFooter(m_footer);
    }
}

void SearchBox::setResults(std::vector<SearchRow> hits, const QString& understood)
{
    m_understood = text().isEmpty() ? QString() : understood;
    layOutTrailing();
    update();
    if (hits.empty() || text().isEmpty() || !hasFocus()) {
        closeResults();
        return;
    }
    if (!m_popup || m_popup->parentWidget() != window()) {
        delete m_popup;
        m_popup = new SearchPopup(theme(), window());
        m_popup->setFooter(m_footer);
        connect(m_popup, &SearchPopup::hitClicked, this, [this](int hit) { take(hit, false); });
        connect(m_popup, &SearchPopup::currentHitChanged, this, &SearchBox::speak);
    }
    m_popup->setHits(std::move(hits));
    if (m_popup->isHidden()) {
        m_popup->show();
        updateGeometry();
        Q_EMIT opened(true);
    }
    placePopup();
}

void SearchBox::closeResults()
{
    if (isOpen()) {
        m_popup->hide();
        updateGeometry();
        Q_EMIT opened(false);
    }
}

void SearchBox::placePopup()
{
    if (isOpen()) {
        m_popup->place(QRect(mapTo(window(), QPoint(0, 0)), size()));
    }
}

void SearchBox::take(int hit, bool guideOnly)
{
    if (!m_popup || hit < 0 || hit >= static_cast<int>(m_popup->model().hits().size())) {
        return;
    }
    const SearchRow row = m_popup->model().hits()[static_cast<std::size_t>(hit)];
    closeResults();
    if (guideOnly) {
        Q_EMIT guideWanted(row);
    } else {
        Q_EMIT hitActivated(row);
    }
}

void SearchBox::speak(int hit)
{
    // The focus stays in the edit, so the chosen hit is said as its description.
    if (hit < 0 || !m_popup) {
        setAccessibleDescription({});
        return;
    }
    const SearchRow& row = m_popup->model().hits()[static_cast<std::size_t>(hit)];
    setAccessibleDescription(row.title + u' ' + row.second);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

bool SearchBox::listKey(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Down:
        m_popup->step(1);
        return true;
    case Qt::Key_Up:
        m_popup->step(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int last = static_cast<int>(m_popup->model().hits().size()) - 1;
        const int by = event.key() == Qt::Key_PageDown ? 5 : -5;
        m_popup->setCurrentHit(qBound(0, m_popup->currentHit() + by, last));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_popup->currentHit(), control);
        return true;
    default:
        return false;
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (isComposing()) {
        FieldEdit::keyPressEvent(event);
        return;
    }
    if (isOpen() && listKey(*event)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
        }
        event->accept();
        return;
    }
    FieldEdit::keyPressEvent(event);
}

bool SearchBox::event(QEvent* event)
{
    // Enter and Ctrl+Enter in an open list are ours before they are anybody's shortcut.
    if (event->type() == QEvent::ShortcutOverride && isOpen()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return FieldEdit::event(event);
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    FieldEdit::focusInEvent(event);
    layOutTrailing();
    if (!text().isEmpty() && event->reason() != Qt::ActiveWindowFocusReason) {
        selectAll();
        Q_EMIT queryChanged(text());
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    FieldEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        closeResults();
    }
    layOutTrailing();
}

void SearchBox::layOutTrailing()
{
    const int side = theme().metrics().minHit;
    m_clear->setIconSize(QSize(theme().metrics().icon, theme().metrics().icon));
    m_clear->setGeometry(width() - side - 2, (height() - side) / 2, side, side);
    int room = 0;
    if (!text().isEmpty()) {
        room = side - theme().k(4);
        if (!m_understood.isEmpty()) {
            room += RowPainter::textWidth(theme(), m_understood, TextStyle::Body) + theme().k(8);
        }
    } else {
        room = RowPainter::keyCapSize(theme(), QStringLiteral("F2")).width() + theme().k(4);
    }
    setTrailingRoom(room);
    update();
}

void SearchBox::resizeEvent(QResizeEvent* event)
{
    FieldEdit::resizeEvent(event);
    layOutTrailing();
    placePopup();
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    FieldEdit::paintEvent(event);
    QPainter painter(this);
    RowPainter row(painter, theme());
    const int pad = theme().k(9);
    if (text().isEmpty()) {
        if (!hasFocus()) {
            const QString key = QStringLiteral("F2");
            row.keyCap(rect(), width() - pad - RowPainter::keyCapSize(theme(), key).width(), key);
        }
        return;
    }
    const int right = width() - theme().metrics().minHit - theme().k(4);
    const int wide = RowPainter::textWidth(theme(), m_understood, TextStyle::Body);
    row.text(QRect(right - wide, 0, wide, height()), m_understood, TextStyle::Body, Token::Text2);
}

} // namespace ow::ui
