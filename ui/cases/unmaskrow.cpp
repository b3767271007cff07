// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/unmaskrow.h"

#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

constexpr int kSecondMs = 1000;

QBoxLayout* bare(QBoxLayout* layout)
{
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

} // namespace

UnmaskRow::UnmaskRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_eye(new KeyButton(theme, tr("Show the whole numbers"), KeyButton::Look::Link))
    , m_reasons(makeReasons())
    , m_shownPage(new QWidget(m_stack))
    , m_left(new QLabel(m_shownPage))
{
    bare(new QVBoxLayout(this))->addWidget(m_stack);
    m_eye->setIconName(QStringLiteral("eye"), Tone::Info);
    m_eye->setKey(QStringLiteral("V"));
    auto* eyePage = new QWidget(m_stack);
    auto* eyeLine = bare(new QHBoxLayout(eyePage));
    eyeLine->addWidget(m_eye);
    eyeLine->addStretch(1);
    auto* line = bare(new QHBoxLayout(m_shownPage));
    m_left->setTextFormat(Qt::PlainText);
    ow::ui::setTone(*m_left, Tone::Second);
    auto* hide = new KeyButton(theme, tr("Hide"), KeyButton::Look::Link, m_shownPage);
    hide->setIconName(QStringLiteral("eyeoff"), Tone::Info);
    line->addWidget(m_left);
    line->addWidget(hide);
    line->addStretch(1);
    m_stack->addWidget(eyePage);
    m_stack->addWidget(m_reasons);
    m_stack->addWidget(m_shownPage);
    m_time.setInterval(kSecondMs);
    connect(&m_time, &QTimer::timeout, this, &UnmaskRow::tick);
    connect(m_eye, &QPushButton::clicked, this, &UnmaskRow::toggle);
    connect(hide, &QPushButton::clicked, this, &UnmaskRow::toggle);
    connect(&theme, &Theme::changed, this, &UnmaskRow::layOut);
    layOut();
}

QWidget* UnmaskRow::makeReasons()
{
    auto* page = new QWidget(m_stack);
    auto* down = bare(new QVBoxLayout(page));
    auto* why = new QLabel(tr("What for? The ledger notes it."), page);
    setTone(*why, Tone::Second);
    down->addWidget(why);
    int place = 0;
    for (const desk::UnmaskReason reason : desk::kUnmaskReasons) {
        auto* line = new QHBoxLayout;
        auto* button = new KeyButton(m_theme, desk::unmaskReasonWords(desk::unmaskReasonKey(reason)),
                                     KeyButton::Look::Link, page);
        button->setKey(QString::number(++place));
        line->addWidget(button);
        line->addStretch(1);
        down->addLayout(line);
        connect(button, &QPushButton::clicked, this, [this, reason] { Q_EMIT wanted(reason); });
        m_firstReason = m_firstReason == nullptr ? button : m_firstReason;
    }
    return page;
}

void UnmaskRow::layOut()
{
    m_reasons->layout()->setSpacing(m_theme.k(2));
    // Only the page that is shown takes room.
    for (int i = 0; i < m_stack->count(); ++i) {
        const bool current = i == m_stack->currentIndex();
        m_stack->widget(i)->setSizePolicy(current ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                                          current ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    }
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_stack->updateGeometry();
    adjustSize();
}

void UnmaskRow::toggle()
{
    if (isShown()) {
        reset();
        Q_EMIT over();
        return;
    }
    const bool asking = m_stack->currentWidget() == m_reasons;
    m_stack->setCurrentIndex(asking ? 0 : 1);
    layOut();
    if (!asking && isVisible()) {
        m_firstReason->setFocus(Qt::OtherFocusReason);
    }
}

void UnmaskRow::shown()
{
    m_seconds = kSecondsShown;
    m_left->setText(tr("Masked again in %1 s").arg(m_seconds));
    m_stack->setCurrentWidget(m_shownPage);
    layOut();
    m_time.start();
}

void UnmaskRow::reset()
{
    m_time.stop();
    m_stack->setCurrentIndex(0);
    layOut();
}

void UnmaskRow::tick()
{
    m_left->setText(tr("Masked again in %1 s").arg(--m_seconds));
    if (m_seconds <= 0) {
        reset();
        Q_EMIT over();
    }
}

void UnmaskRow::keyPressEvent(QKeyEvent* event)
{
    const bool asking = m_stack->currentWidget() == m_reasons;
    const int place = event->key() - Qt::Key_1;
    if (asking && place >= 0 && place < static_cast<int>(desk::kUnmaskReasons.size())) {
        Q_EMIT wanted(desk::kUnmaskReasons.at(static_cast<std::size_t>(place)));
        return;
    }
    if (asking && event->key() == Qt::Key_Escape) {
        reset();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
