// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/frame/railbutton.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ow::ui {

Rail::Rail(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_keys(new RailButton(theme, tr("Keys F1"), QStringLiteral("key"), this))
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_column->addWidget(m_keys);
    m_group.setExclusive(true);
    connect(m_keys, &QAbstractButton::clicked, this, &Rail::keysWanted);
    connect(&m_group, &QButtonGroup::idClicked, this,
            [this](int at) { Q_EMIT pageChosen(m_pages[static_cast<std::size_t>(at)].id); });
    connect(&theme, &Theme::changed, this, &Rail::layOut);
    layOut();
}

void Rail::setPages(std::vector<PageInfo> pages)
{
    for (RailButton* button : m_buttons) {
        delete button;
    }
    m_buttons.clear();
    m_pages = std::move(pages);
    int at = 0;
    for (const PageInfo& page : m_pages) {
        auto* button = new RailButton(m_theme, page.word, page.icon, this);
        button->setObjectName(QStringLiteral("rail.") + page.id);
        button->setCheckable(true);
        m_group.addButton(button, at);
        m_column->insertWidget(at, button);
        m_buttons.push_back(button);
        ++at;
    }
    layOut();
}

void Rail::setCurrent(const QString& id)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id) {
            m_buttons[i]->setChecked(true);
        }
    }
    // One place for Tab, the arrows lead on; Qt forgets it when buttons of a group are made anew.
    for (RailButton* button : m_buttons) {
        button->setFocusPolicy(button->isChecked() ? Qt::TabFocus : Qt::NoFocus);
    }
}

void Rail::setBadge(const QString& id, int count)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id) {
            m_buttons[i]->setBadge(count);
        }
    }
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    layOut();
}

QSize Rail::sizeHint() const
{
    const Metrics& m = m_theme.metrics();
    return {m_narrow ? m.railWidthNarrow : m.railWidth, m.railItem};
}

void Rail::layOut()
{
    m_column->setContentsMargins(0, m_theme.metrics().topBar, 0, 0);
    for (RailButton* button : m_buttons) {
        button->setNarrow(m_narrow);
    }
    m_keys->setNarrow(m_narrow);
    updateGeometry();
    update();
}

void Rail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Sunken));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Token::Hairline));
    const int bar = m_theme.metrics().topBar;
    painter.fillRect(QRect(0, bar - 1, width(), 1), m_theme.color(Token::Hairline));
    const int side = m_theme.k(m_narrow ? 22 : 28);
    painter.drawPixmap((width() - side) / 2, (bar - side) / 2,
                       m_theme.pixmap(QStringLiteral("logo"), Token::Focus, side, devicePixelRatioF()));
}

} // namespace ow::ui
