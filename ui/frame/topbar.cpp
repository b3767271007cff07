// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/topbar.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace ow::ui {

TopBar::TopBar(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_search(new SearchBox(theme, this))
    , m_open(new KeyButton(theme, {}, KeyButton::Look::Flat, this))
    , m_title(new QLabel(this))
    , m_sides(new QStackedWidget(this))
{
    setProperty("role", QStringLiteral("bar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("type", QStringLiteral("title"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_open->setIconName(QStringLiteral("search"));
    m_open->setKey(QStringLiteral("F2"));
    m_open->setAccessibleName(tr("Search"));
    m_sides->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_sides->addWidget(new QWidget(m_sides));
    m_row->addWidget(m_title, 1);
    m_row->addWidget(m_search);
    m_row->addStretch(0);
    m_row->addWidget(m_sides);
    m_row->addWidget(m_open);
    connect(m_open, &KeyButton::clicked, this, &TopBar::openSearch);
    connect(m_search, &SearchBox::opened, this, &TopBar::layOut);
    connect(m_search, &SearchBox::left, this, [this] {
        if (m_narrow) {
            m_search->hide();
            layOut();
        }
    });
    connect(&theme, &Theme::changed, this, &TopBar::layOut);
    layOut();
}

void TopBar::openSearch()
{
    if (m_narrow) {
        m_search->show();
        layOut();
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_search->setVisible(!narrow);
    layOut();
}

void TopBar::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TopBar::addSide(const QString& page, QWidget* side)
{
    side->setProperty("page", page);
    m_sides->addWidget(side);
}

void TopBar::setPage(const QString& page)
{
    int at = 0;
    for (int i = 1; i < m_sides->count(); ++i) {
        if (m_sides->widget(i)->property("page").toString() == page) {
            at = i;
        }
    }
    // A stack is as wide as its widest page unless the others say that they need nothing.
    for (int i = 0; i < m_sides->count(); ++i) {
        const auto policy = i == at ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_sides->widget(i)->setSizePolicy(policy, policy);
    }
    m_sides->setCurrentIndex(at);
}

void TopBar::layOut()
{
    const int pad = m_theme.k(16);
    setFixedHeight(m_theme.metrics().topBar);
    // Flat buttons bring their own 5 px.
    m_row->setContentsMargins(pad, 0, pad - m_theme.k(4) - 1, 0);
    m_row->setSpacing(m_theme.k(16));
    const bool searching = m_narrow && !m_search->isHidden();
    m_title->setVisible(m_narrow && !searching);
    m_open->setVisible(m_narrow && !searching);
    m_sides->setVisible(!searching && (!m_search->isOpen() || !m_narrow));
    const Metrics& m = m_theme.metrics();
    m_search->setMaximumWidth(searching            ? QWIDGETSIZE_MAX
                              : m_search->isOpen() ? m.searchBoxOpen
                                                   : m.searchBox);
    m_row->setStretch(1, 1);
    m_row->setStretch(2, m_narrow ? 0 : 1);
    const int room = width() - 3 * pad - (m_sides->isVisible() ? m_sides->sizeHint().width() : 0);
    m_search->setMinimumWidth(m_narrow ? 0 : qMin(m_search->maximumWidth(), qMax(m.searchBox, room)));
}

} // namespace ow::ui
