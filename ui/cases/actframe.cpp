// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/actframe.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QVBoxLayout>

#include <utility>

namespace ow::ui {

namespace {

constexpr int kSlowMs = 1000; // work that takes longer shows that it goes on

} // namespace

ActFrame::ActFrame(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scroll(new ScrollPane(this))
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(makeBar());
    down->addWidget(m_scroll, 1);
    down->addWidget(makeFoot());
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, m_progress, &QWidget::show);
    connect(&theme, &Theme::changed, this, &ActFrame::layOut);
    layOut();
}

QWidget* ActFrame::makeBar()
{
    m_bar = new QWidget(this);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_bar);
    m_back = new KeyButton(m_theme, tr("Back"), KeyButton::Look::Secondary, m_bar);
    m_back->setKey(QStringLiteral("Esc"));
    m_title = new QLabel(m_bar);
    m_title->setProperty("type", QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    m_about = new QLabel(m_bar);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setMinimumWidth(0);
    m_about->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTone(*m_about, Tone::Second);
    across->addWidget(m_back);
    across->addWidget(m_title);
    across->addWidget(m_about, 1);
    connect(m_back, &QPushButton::clicked, this, &ActFrame::left);
    return m_bar;
}

QWidget* ActFrame::makeFoot()
{
    m_foot = new QWidget(this);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_sentence = new QLabel(m_foot);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_progress = new QProgressBar(m_foot);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_other = new KeyButton(m_theme, tr("Other answers"), KeyButton::Look::Tall, m_foot);
    m_menu = new QMenu(m_other);
    m_other->setChoices(m_menu);
    m_primary = new PrimaryButton(m_theme, QString(), m_foot);
    m_primary->setKey(QStringLiteral("Ctrl ↵"));
    m_primary->setObjectName(QStringLiteral("act.primary"));
    across->addWidget(m_sentence, 1);
    across->addWidget(m_progress);
    across->addWidget(m_other);
    across->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, &ActFrame::trigger);
    return m_foot;
}

void ActFrame::setTitle(const QString& title, const QString& about)
{
    m_title->setText(title);
    m_about->setText(about);
    m_about->setToolTip(about);
    setAccessibleName(title);
}

void ActFrame::setBody(QWidget* body)
{
    body->setProperty("role", QStringLiteral("plain"));
    m_scroll->setWidget(body);
}

void ActFrame::setFoot(const QString& sentence, const QString& verb, bool ready)
{
    m_ready = ready;
    m_clock = false;
    m_sentence->setText(m_busy ? tr("Writing it into the ledger…") : sentence);
    if (m_primary->text() != verb) {
        m_primary->setText(verb);
        m_primary->updateGeometry();
    }
    m_primary->setEnabled(m_ready && !m_busy);
    m_other->setEnabled(!m_busy);
}

void ActFrame::showOthers(bool show)
{
    m_other->setVisible(show);
}

void ActFrame::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) {
        m_slow.start();
    } else {
        m_slow.stop();
        m_progress->hide();
    }
    if (m_scroll->widget() != nullptr) {
        m_scroll->widget()->setEnabled(!busy);
    }
    m_back->setEnabled(!busy);
    setFoot(m_sentence->text(), m_primary->text(), m_ready);
}

void ActFrame::trigger()
{
    if (!m_ready || m_busy) {
        return;
    }
    if (std::exchange(m_clock, false)) {
        Q_EMIT clockConfirmed();
    } else {
        Q_EMIT triggered();
    }
}

void ActFrame::askClock(const QString& sentence)
{
    setFoot(sentence, tr("The time is right, go on"), true);
    m_clock = true;
}

QString ActFrame::verb() const
{
    return m_primary->text();
}

QString ActFrame::sentence() const
{
    return m_sentence->text();
}

void ActFrame::focusFirst()
{
    if (m_scroll->widget() != nullptr) {
        for (QWidget* widget : m_scroll->widget()->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled()) {
                widget->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
    m_primary->setFocus(Qt::OtherFocusReason);
}

void ActFrame::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_busy) {
        Q_EMIT left();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        trigger();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ActFrame::layOut()
{
    const int pad = m_theme.k(16);
    m_bar->setFixedHeight(m_theme.metrics().pageBar);
    m_bar->layout()->setContentsMargins(pad, 0, pad, 1);
    m_bar->layout()->setSpacing(m_theme.k(12));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(12));
    m_progress->setFixedWidth(m_theme.k(120));
}

} // namespace ow::ui
