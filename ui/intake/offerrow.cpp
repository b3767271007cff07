// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/offerrow.h"

#include "desk/casedesk.h"
#include "ui/widgets/keybutton.h"
#include "ui/words/daywords.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ow::ui {

OfferRow::OfferRow(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_bring(new KeyButton(theme, tr("Fill in as last time"), KeyButton::Look::Link, this))
{
    setProperty("role", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    m_bring->setKey(QStringLiteral("Ctrl+R"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_bring);
    connect(m_bring, &KeyButton::clicked, this, &OfferRow::taken);
    connect(&theme, &Theme::changed, this, &OfferRow::layOut);
    layOut();
    hide();
}

void OfferRow::layOut()
{
    const int side = m_theme.metrics().icon;
    setFixedHeight(m_theme.metrics().findingRow);
    layout()->setContentsMargins(m_theme.k(16), 0, m_theme.k(16), 0);
    layout()->setSpacing(m_theme.k(8));
    m_icon->setPixmap(m_theme.pixmap(QStringLiteral("info"), Token::Info, side, devicePixelRatioF()));
}

void OfferRow::refresh()
{
    const auto& earlier = m_desk.earlier();
    const QString shown = earlier ? earlier->caseNumber : QString();
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    if (earlier) {
        const QString name = desk::maskedName(earlier->intake.applicant.name);
        m_sentence->setText(tr("%1 was here on %2.").arg(name, dayWord(earlier->receivedOn)));
        m_sentence->setToolTip(earlier->caseNumber);
    }
    setVisible(earlier.has_value());
}

} // namespace ow::ui
