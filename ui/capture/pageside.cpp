// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/pageside.h"

#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/scrollpane.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace ow::ui {

namespace {

constexpr int kWidth = 304;
constexpr int kPadding = 16;

QDate dayOf(QString text)
{
    text.remove(u'-');
    return QDate::fromString(text, QStringLiteral("yyyyMMdd"));
}

} // namespace

PageSide::PageSide(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(new QLabel(this))
    , m_zoom(new QLabel(this))
    , m_incomplete(new MessageLine(theme, this))
    , m_editing(new QWidget(this))
    , m_hint(new MessageLine(theme, m_editing))
    , m_message(new MessageLine(theme, this))
    , m_until(new FieldEdit(theme, m_editing))
    , m_untilField(new FormField(theme, tr("Paper valid until"), m_until, m_editing))
{
    setProperty("role", QStringLiteral("sidepane"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(*m_zoom, "tone", QLatin1StringView("second"));
    setStyleProperty(*m_place, "type", QLatin1StringView("bold"));
    m_untilField->setOptional(true);
    m_until->setPlaceholderText(tr("8 digits"));
    m_until->installEventFilter(this);
    connect(m_until, &QLineEdit::editingFinished, this, &PageSide::giveValidUntil);
    build();
    setFixedWidth(theme.k(kWidth));
    connect(&theme, &Theme::changed, this, [this] { setFixedWidth(m_theme.k(kWidth)); });
}

KeyButton* PageSide::addAction(QVBoxLayout* column, const QString& word, const QString& key,
                               void (PageSide::*wanted)())
{
    auto* button = new KeyButton(m_theme, word, KeyButton::Look::Secondary, m_editing);
    button->setKey(key);
    connect(button, &KeyButton::clicked, this, wanted);
    column->addWidget(button);
    return button;
}

void PageSide::build()
{
    auto* actions = new QVBoxLayout(m_editing);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(m_theme.k(6));
    actions->addWidget(m_hint);
    m_level = addAction(actions, tr("Level"), QStringLiteral("L"), &PageSide::levelWanted);
    m_turn = addAction(actions, tr("Turn"), QStringLiteral("R"), &PageSide::turnWanted);
    m_cut = addAction(actions, tr("Cut"), QStringLiteral("C"), &PageSide::cutWanted);
    m_retake = addAction(actions, tr("Scan this page again"), QStringLiteral("F9"), &PageSide::retakeWanted);
    addAction(actions, tr("Take off"), QStringLiteral("Del"), &PageSide::removeWanted);
    actions->addSpacing(m_theme.k(8));
    m_compared =
        addAction(actions, tr("Compared with the original"), QStringLiteral("O"), &PageSide::comparedWanted);
    addAction(actions, tr("Cannot be used…"), QStringLiteral("X"), &PageSide::unfitWanted);
    actions->addWidget(m_untilField);

    auto* facts = new QWidget(this);
    facts->setProperty("role", QStringLiteral("pane"));
    facts->setAttribute(Qt::WA_StyledBackground);
    auto* inner = new QVBoxLayout(facts);
    inner->setContentsMargins(m_theme.k(kPadding), m_theme.k(12), m_theme.k(kPadding), m_theme.k(8));
    inner->setSpacing(m_theme.k(6));
    inner->addWidget(m_place);
    inner->addWidget(m_zoom);
    inner->addWidget(m_incomplete);
    inner->addWidget(m_editing);
    inner->addWidget(m_message);
    inner->addStretch(1);
    auto* scroll = new ScrollPane(this);
    scroll->setWidget(facts);
    auto* back = new KeyButton(m_theme, tr("Back to the materials"), KeyButton::Look::Secondary, this);
    back->setKey(QStringLiteral("Esc"));
    connect(back, &KeyButton::clicked, this, &PageSide::backWanted);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(m_theme.k(kPadding), m_theme.k(8), m_theme.k(kPadding), m_theme.k(12));
    foot->addWidget(back);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0); // the line at the left
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
}

void PageSide::setFacts(const PageSideFacts& facts)
{
    constexpr double kHundredths = 100;
    m_place->setText(facts.place);
    m_zoom->setText(facts.zoom);
    m_incomplete->setMessage(
        Tone::Warn,
        facts.incomplete ? tr("Incomplete: the scanner stopped before the end of the page.") : QString());
    m_hint->setMessage(Tone::Info,
                       facts.lean != 0
                           ? tr("The lines lean by %1°.").arg(std::abs(facts.lean) / kHundredths, 0, 'f', 1)
                           : QString());
    m_editing->setVisible(facts.editing);
    m_level->setVisible(facts.editable && (facts.lean != 0 || facts.levelled));
    m_level->setText(facts.lean != 0 ? tr("Level") : tr("As scanned"));
    m_turn->setVisible(facts.editable);
    m_cut->setVisible(facts.editable);
    m_retake->setVisible(facts.editable);
    m_compared->setIconName(facts.compared ? QStringLiteral("check") : QStringLiteral("ring"),
                            facts.compared ? Tone::Ok : Tone::Second);
    m_compared->setAccessibleDescription(facts.compared ? tr("done") : tr("not yet"));
    m_given = facts.validUntil;
    if (!m_until->hasFocus()) {
        m_until->setText(m_given.isValid() ? m_given.toString(Qt::ISODate) : QString());
        m_untilField->setState(FieldState::Normal);
    }
}

void PageSide::say(Tone tone, const QString& sentence)
{
    m_message->setMessage(tone, sentence);
}

bool PageSide::isTyping() const
{
    return m_until->hasFocus();
}

void PageSide::giveValidUntil()
{
    const QString text = m_until->text().trimmed();
    const QDate day = dayOf(text);
    if (!text.isEmpty() && !day.isValid()) {
        m_untilField->setState(FieldState::Error, tr("Not a day: eight digits, as in 20280531."));
        return;
    }
    m_untilField->setState(FieldState::Normal);
    if (day != m_given) {
        m_given = day;
        Q_EMIT validUntilGiven(day);
    }
}

bool PageSide::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_until && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            giveValidUntil();
            Q_EMIT typingDone();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ow::ui
