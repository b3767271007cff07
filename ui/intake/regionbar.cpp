// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/regionbar.h"

#include "ui/widgets/keybutton.h"
#include "ui/words/daywords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kHeight = 40;

} // namespace

RegionBar::RegionBar(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_tabs{new KeyButton(theme, tr("Guide"), KeyButton::Look::Flat, this),
             new KeyButton(theme, tr("Form"), KeyButton::Look::Flat, this),
             new KeyButton(theme, tr("Materials"), KeyButton::Look::Flat, this)}
    , m_dates(new QLabel(this))
{
    setProperty("role", QStringLiteral("bar"));
    m_tabs[1]->setKey(QStringLiteral("F3"));
    m_tabs[2]->setKey(QStringLiteral("F4"));
    m_dates->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_dates->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        row->addWidget(m_tabs[i]);
        m_tabs[i]->setCheckable(true);
        connect(m_tabs[i], &KeyButton::clicked, this,
                [this, i] { Q_EMIT chosen(static_cast<IntakeRegion>(i)); });
    }
    row->addWidget(m_dates, 1);
    connect(&theme, &Theme::changed, this, &RegionBar::layOut);
    layOut();
}

void RegionBar::layOut()
{
    setFixedHeight(m_theme.k(kHeight));
    const int pad = m_theme.k(12);
    layout()->setContentsMargins(pad, 0, m_theme.k(16), 0);
    layout()->setSpacing(m_theme.k(8));
}

void RegionBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    QRect tab = m_tabs[static_cast<std::size_t>(m_current)]->geometry();
    tab.setTop(0);
    tab.setBottom(height() - 1);
    painter.fillRect(tab, m_theme.color(Token::Surface));
    painter.fillRect(QRect(tab.left(), 0, tab.width(), m_theme.metrics().bar), m_theme.color(Token::Focus));
}

void RegionBar::setCurrent(IntakeRegion region)
{
    m_current = region;
    update();
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const bool here = i == static_cast<std::size_t>(region);
        m_tabs[i]->setChecked(here);
        m_tabs[i]->setTone(here ? Tone::Plain : Tone::Second);
    }
}

void RegionBar::refresh(int missingMaterials)
{
    if (!m_desk.isActive()) {
        return;
    }
    const auto empty = std::ranges::count_if(m_desk.findings(), [](const domain::Finding& finding) {
        return !finding.field.isEmpty() && domain::displacesAcceptance(finding.effect);
    });
    const QStringList words{tr("Guide"), empty > 0 ? tr("Form, %1 open").arg(empty) : tr("Form"),
                            missingMaterials > 0 ? tr("Materials, %1 missing").arg(missingMaterials)
                                                 : tr("Materials")};
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const QString& word = words.at(static_cast<qsizetype>(i));
        if (m_tabs[i]->text() != word) {
            m_tabs[i]->setText(word);
            m_tabs[i]->updateGeometry();
        }
    }
    if (!m_desk.isSituationDecided()) {
        m_dates->setText(tr("The dates follow from the form"));
        return;
    }
    const domain::DueDates& due = m_desk.due();
    m_dates->setText(tr("Promised %1  by law %2").arg(dayWord(due.promised), dayWord(due.statutory)));
}

} // namespace ow::ui
