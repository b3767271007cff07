// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/actionpane.h"

#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/words/answerwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kSlowMs = 1000; // work that takes longer shows that it goes on

int countOf(const domain::Findings& findings, domain::Effect effect)
{
    return static_cast<int>(std::ranges::count(findings, effect, &domain::Finding::effect));
}

} // namespace

ActionPane::ActionPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_sentence(new QLabel(this))
    , m_reason(new FieldEdit(theme, this))
    , m_progress(new QProgressBar(this))
    , m_other(new KeyButton(theme, tr("Other answers"), KeyButton::Look::Tall, this))
    , m_menu(new QMenu(this))
    , m_hold(new KeyButton(theme, tr("Put aside"), KeyButton::Look::Tall, this))
    , m_primary(new PrimaryButton(theme, QString(), this))
    , m_column(new QVBoxLayout(this))
{
    setProperty("role", QStringLiteral("footbar"));
    setAttribute(Qt::WA_StyledBackground);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(0);
    m_reason->setPlaceholderText(tr("Reason of the decline; Esc: back"));
    m_reason->setAccessibleName(tr("Reason of the decline"));
    m_reason->installEventFilter(this);
    m_reason->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    buildMenu();
    m_other->setChoices(m_menu);
    m_hold->setKey(QStringLiteral("F5"));
    m_primary->setKey(QStringLiteral("Ctrl ↵"));
    m_primary->setObjectName(QStringLiteral("intake.primary"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.k(8));
    buttons->addWidget(m_other);
    buttons->addWidget(m_hold);
    buttons->addStretch(1);
    buttons->addWidget(m_primary);
    m_column->addWidget(m_sentence, 1);
    m_column->addWidget(m_reason);
    m_column->addWidget(m_progress);
    m_column->addLayout(buttons);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_progress->show();
        setCursor(Qt::BusyCursor);
    });
    connect(m_hold, &KeyButton::clicked, this, &ActionPane::holdWanted);
    connect(m_primary, &KeyButton::clicked, this, &ActionPane::trigger);
    connect(m_reason, &QLineEdit::textChanged, this, &ActionPane::refresh);
    connect(&theme, &Theme::changed, this, &ActionPane::layOut);
    layOut();
}

void ActionPane::buildMenu()
{
    m_notice = m_menu->addAction(answerVerb(domain::Answer::Notice));
    m_acceptOnly = m_menu->addAction(tr("Accept, decide later"));
    m_receiveOnly = m_menu->addAction(tr("Receive only, answer later"));
    m_decline = m_menu->addAction(tr("Do not accept…"));
    const auto give = [this](QAction* action, domain::Answer answer) {
        connect(action, &QAction::triggered, this, [this, answer] { Q_EMIT answered(answer, {}); });
    };
    give(m_notice, domain::Answer::Notice);
    give(m_acceptOnly, domain::Answer::Accept);
    give(m_receiveOnly, domain::Answer::ReceiveOnly);
    connect(m_decline, &QAction::triggered, this, &ActionPane::askReason);
    connect(m_menu, &QMenu::aboutToShow, this, &ActionPane::offerPromises);
}

/// Which tolerable materials follow by a promise and which the applicant would rather bring: one tick each.
void ActionPane::offerPromises()
{
    qDeleteAll(m_promises);
    m_promises.clear();
    if (!m_desk.isActive()) {
        return;
    }
    for (const domain::DueMaterial& due : m_desk.situation().materials) {
        const QString id = due.material->id;
        const domain::MaterialIntake* slot = m_desk.intake().material(id);
        const bool demanded = slot != nullptr && slot->demanded;
        const bool may = std::ranges::any_of(m_desk.findings(), [&id](const domain::Finding& finding) {
            return finding.material == id && finding.effect == domain::Effect::DeficiencyPossible;
        });
        if (!demanded && !may) {
            continue;
        }
        if (m_promises.isEmpty()) {
            m_promises << m_menu->addSection(tr("Follows by promise"));
        }
        QAction* follows = m_menu->addAction(due.material->name);
        follows->setCheckable(true);
        follows->setChecked(may);
        connect(follows, &QAction::toggled, this,
                [this, id](bool promised) { m_desk.setDemanded(id, !promised); });
        m_promises << follows;
    }
}

QString ActionPane::sentence() const
{
    if (m_busy) {
        return tr("Writing it into the ledger…");
    }
    const domain::Findings& findings = m_desk.findings();
    if (m_desk.filesUnderWay() > 0) {
        return tr("Files are still being taken in.");
    }
    switch (m_desk.answer()) {
    case domain::Answer::Accept:
    case domain::Answer::ReceiveOnly: // never the one the findings call for
        return tr("Complete; it can be accepted.");
    case domain::Answer::AcceptAndGrant:
        return tr("Complete; it can be decided at once.");
    case domain::Answer::AcceptDeficient:
        return tr("It can be accepted now; %n paper(s) may follow.", nullptr,
                  countOf(findings, domain::Effect::DeficiencyPossible));
    case domain::Answer::Notice:
        return tr("%n thing(s) missing. Accepted once they are here, else one notice says all.", nullptr,
                  domain::displacingCount(findings));
    case domain::Answer::Decline:
    case domain::Answer::NotRequired:
    case domain::Answer::PassOn:
        break;
    }
    const auto reason = std::ranges::find_if(findings, [](const domain::Finding& finding) {
        return finding.effect == domain::Effect::NotOurs || finding.effect == domain::Effect::NotRequired;
    });
    return reason == findings.end() ? QString() : reason->sentence + reason->where;
}

void ActionPane::refresh()
{
    if (!m_desk.isActive()) {
        return;
    }
    const domain::Answer answer = m_desk.answer();
    m_sentence->setText(sentence());
    m_sentence->setToolTip(m_sentence->text());
    const QString word = answerVerb(m_asking ? domain::Answer::Decline : answer);
    if (m_primary->text() != word) {
        m_primary->setText(word);
        m_primary->updateGeometry();
    }
    const bool ready = !m_busy && m_desk.filesUnderWay() == 0;
    m_primary->setEnabled(ready && (!m_asking || !m_reason->text().trimmed().isEmpty()));
    m_other->setEnabled(ready);
    m_hold->setEnabled(!m_busy);
    m_notice->setVisible(answer == domain::Answer::AcceptDeficient);
    m_acceptOnly->setVisible(answer == domain::Answer::AcceptAndGrant);
    m_decline->setVisible(answer != domain::Answer::Decline);
}

void ActionPane::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) {
        m_slow.start();
    } else {
        m_slow.stop();
        m_progress->hide();
        unsetCursor();
    }
    m_reason->setEnabled(!busy);
    refresh();
}

void ActionPane::trigger()
{
    if (!m_primary->isEnabled() || !m_desk.isActive()) {
        return;
    }
    if (m_asking) {
        Q_EMIT answered(domain::Answer::Decline, m_reason->text().trimmed());
    } else {
        Q_EMIT answered(m_desk.answer(), {});
    }
}

void ActionPane::askReason()
{
    m_asking = true;
    m_sentence->hide();
    m_reason->show();
    m_reason->setFocus(Qt::OtherFocusReason);
    refresh();
}

void ActionPane::cancelReason()
{
    m_asking = false;
    m_reason->hide();
    m_reason->clear();
    m_sentence->show();
    refresh();
}

bool ActionPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_reason && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        cancelReason();
        m_primary->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ActionPane::setFlat(bool flat)
{
    m_flat = flat;
    m_column->setDirection(flat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    layOut();
}

void ActionPane::layOut()
{
    const int pad = m_theme.k(16);
    const int tight = m_theme.k(8);
    m_column->setContentsMargins(pad, tight, pad, tight);
    m_column->setSpacing(m_theme.k(m_flat ? 12 : 4));
    // As high as the findings beside it, so that nothing of the page moves.
    const Metrics& m = m_theme.metrics();
    setFixedHeight(m_flat ? m_theme.k(56) : 3 * m.findingRow + m_theme.k(2));
}

} // namespace ow::ui
