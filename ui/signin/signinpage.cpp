// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpage.h"

#include "ui/signin/enrolform.h"
#include "ui/signin/personlist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

namespace ow::ui {

namespace {

QLabel* label(QWidget* parent, const char* type, Tone tone = Tone::Plain)
{
    auto* made = new QLabel(parent);
    made->setProperty("type", QString::fromLatin1(type));
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

} // namespace

SignInPage::SignInPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Sign in"));
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(makeLeft(), 1);
    across->addWidget(makeRight());
    connect(&theme, &Theme::changed, this, &SignInPage::layOut);
    layOut();
}

QWidget* SignInPage::makeLeft()
{
    m_left = new QWidget(this);
    auto* column = new QVBoxLayout(m_left);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    m_logo = new QLabel(m_left);
    auto* product = label(m_left, "page");
    product->setText(tr("OneWindow"));
    product->setWordWrap(false);
    head->addWidget(m_logo);
    head->addWidget(product, 1);
    column->addLayout(head);
    column->addStretch(2);
    m_date = label(m_left, "date");
    m_day = label(m_left, "fact", Tone::Second);
    column->addWidget(m_date);
    column->addWidget(m_day);
    column->addStretch(1);
    m_facts = new FactGrid(m_theme, FactGrid::Size::Large, m_left);
    column->addWidget(m_facts);
    column->addStretch(5);
    m_version = label(m_left, "body", Tone::Second);
    column->addWidget(m_version);
    return m_left;
}

QWidget* SignInPage::makeRight()
{
    m_right = new ScrollPane(this);
    auto* pane = new QWidget(m_right);
    pane->setProperty("role", QStringLiteral("sidepane"));
    pane->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(pane);
    column->setSpacing(0);
    m_heading = label(pane, "page");
    column->addWidget(m_heading);
    m_variants = new QStackedWidget(pane);
    m_variants->addWidget(makeSignIn());
    m_enrol = new EnrolForm(m_theme, m_variants);
    m_variants->addWidget(m_enrol);
    connect(m_enrol, &EnrolForm::enrolRequested, this, &SignInPage::enrolRequested);
    connect(m_enrol, &EnrolForm::trainingRequested, this, &SignInPage::trainingRequested);
    column->addWidget(m_variants);
    column->addStretch(1);
    column->addWidget(makeFoot());
    m_right->setWidget(pane);
    return m_right;
}

QWidget* SignInPage::makeSignIn()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_people = new PersonList(m_theme, box);
    m_people->setGrows(true);
    m_number = new FieldEdit(m_theme, box);
    m_number->setTall(true);
    m_number->setMaxLength(32);
    m_numberField = new FormField(m_theme, tr("Work number"), m_number, box);
    m_password = new PasswordEdit(m_theme, box);
    m_password->setTall(true);
    m_password->setLeadingIcon(QStringLiteral("lock"));
    m_password->setMaxLength(128);
    m_passwordField = new FormField(m_theme, tr("Password"), m_password, box);
    m_passwordField->setMessageKept(true);
    m_enter = new PrimaryButton(m_theme, tr("Sign in"), box);
    m_enter->setKey(QStringLiteral("Enter"));
    m_enter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_notice = new MessageLine(m_theme, box);
    column->addWidget(m_people);
    column->addWidget(m_numberField);
    column->addWidget(m_passwordField);
    column->addWidget(m_enter);
    column->addWidget(m_notice);
    column->addStretch(1);
    m_people->installEventFilter(this);
    connect(m_people, &RowList::currentRowChanged, this, &SignInPage::personChosen);
    connect(m_people, &RowList::rowActivated, this, [this] { focusFirst(); });
    connect(m_people, &QListView::clicked, this, [this] { focusFirst(); });
    connect(m_number, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(Qt::TabFocusReason); });
    connect(m_number, &QLineEdit::textChanged, this, &SignInPage::refreshEnabled);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        if (!m_password->capsLock() && m_model.lockedUntil.isEmpty()) {
            m_passwordField->setState(FieldState::Normal);
        }
    });
    connect(m_password, &PasswordEdit::capsLockChanged, this, [this](bool on) {
        m_passwordField->setState(on ? FieldState::Warn : FieldState::Normal,
                                  on ? tr("Caps lock is on.") : QString());
    });
    connect(m_enter, &KeyButton::clicked, this, &SignInPage::signIn);
    return box;
}

QWidget* SignInPage::makeFoot()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.k(4));
    m_scale = new KeyButton(m_theme, {}, KeyButton::Look::Flat, box);
    m_themeButton = new KeyButton(m_theme, {}, KeyButton::Look::Flat, box);
    m_trainingSwitch = new KeyButton(m_theme, tr("Training on or off"), KeyButton::Look::Flat, box);
    auto* keys = new KeyButton(m_theme, tr("Keys"), KeyButton::Look::Flat, box);
    keys->setKey(QStringLiteral("F1"));
    row->addWidget(m_scale);
    row->addWidget(m_themeButton);
    row->addStretch(1);
    row->addWidget(m_trainingSwitch);
    row->addWidget(keys);
    connect(m_scale, &KeyButton::clicked, this, &SignInPage::scaleRequested);
    connect(m_themeButton, &KeyButton::clicked, this, &SignInPage::themeRequested);
    connect(m_trainingSwitch, &KeyButton::clicked, this, &SignInPage::trainingRequested);
    connect(keys, &KeyButton::clicked, this, &SignInPage::keysRequested);
    return box;
}

void SignInPage::layOut()
{
    // On a low screen with large type the air goes before the words.
    const int top = qMin(m_theme.k(64), height() / 12);
    const int side = m_theme.k(72);
    const int foot = m_theme.k(36);
    m_left->layout()->setContentsMargins(side, top, m_theme.k(24), foot);
    m_right->setFixedWidth(m_theme.metrics().signInPane);
    m_right->widget()->layout()->setContentsMargins(m_theme.k(48), top, m_theme.k(48), foot);
    m_heading->setContentsMargins(0, 0, 0, m_theme.k(16));
    m_passwordField->setContentsMargins(0, m_theme.k(12), 0, m_theme.k(4));
    m_numberField->setContentsMargins(0, m_theme.k(12), 0, 0);
    m_notice->setContentsMargins(0, m_theme.k(16), 0, m_theme.k(16));
    m_date->setContentsMargins(0, m_theme.k(16), 0, m_theme.k(4));
    m_day->setContentsMargins(0, 0, 0, m_theme.k(24));
    const int mark = m_theme.k(32);
    m_logo->setPixmap(m_theme.pixmap(QStringLiteral("logo"), Token::Focus, mark, devicePixelRatioF()));
    m_logo->setFixedWidth(mark + m_theme.k(12));
}

void SignInPage::setModel(const SignInModel& model)
{
    m_model = model;
    m_date->setText(model.date);
    m_day->setText(model.daySentence);
    m_facts->setFacts(model.facts);
    m_version->setText(model.versionLine);
    const bool first = model.mode == SignInMode::FirstStart;
    m_heading->setText(first                       ? tr("Set this device up")
                       : model.lockedFor.isEmpty() ? tr("Sign in")
                                                   : tr("Locked"));
    m_variants->setCurrentIndex(first ? 1 : 0);
    // The stack is as high as what it shows, so that the hidden variant asks for no room.
    for (int i = 0; i < m_variants->count(); ++i) {
        const auto policy = i == m_variants->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_variants->widget(i)->setSizePolicy(QSizePolicy::Preferred, policy);
    }
    std::vector<SignInPerson> people = model.people;
    if (model.otherAllowed) {
        people.push_back({{}, tr("Somebody else…"), tr("work number")});
    }
    m_people->setPeople(std::move(people));
    m_notice->setMessage(model.notice.tone, model.notice.value, model.notice.icon);
    m_scale->setText(tr("Type %1").arg(model.scale));
    m_themeButton->setText(model.themeWord);
    m_scale->setVisible(!model.scale.isEmpty());
    m_themeButton->setVisible(!model.themeWord.isEmpty());
    m_trainingSwitch->setVisible(!first && model.lockedFor.isEmpty());
    if (!model.lockedUntil.isEmpty()) {
        m_passwordField->setState(
            FieldState::Error,
            tr("Too many wrong passwords. Locked until %1; the administrator can reset it.")
                .arg(model.lockedUntil));
    } else if (m_passwordField->state() == FieldState::Error) {
        m_passwordField->setState(FieldState::Normal);
    }
    personChosen();
}

void SignInPage::personChosen()
{
    const SignInPerson* person = m_people->currentPerson();
    m_numberField->setVisible(person != nullptr && person->id.isEmpty());
    m_enter->setText(enterWord());
    m_password->clear();
    refreshEnabled();
}

QString SignInPage::enterWord() const
{
    const SignInPerson* person = m_people->currentPerson();
    if (m_model.lockedFor.isEmpty()) {
        return tr("Sign in");
    }
    return person != nullptr && person->id == m_model.lockedFor ? tr("Unlock") : tr("Take over");
}

void SignInPage::refreshEnabled()
{
    const bool open = m_model.lockedUntil.isEmpty() && !m_busy;
    m_people->setEnabled(!m_busy);
    m_number->setEnabled(!m_busy);
    m_password->setEnabled(open);
    m_enter->setEnabled(open);
    m_enrol->setBusy(m_busy);
}

void SignInPage::showError(const QString& sentence)
{
    if (m_model.mode == SignInMode::FirstStart) {
        m_enrol->showError(sentence);
        return;
    }
    m_passwordField->setState(FieldState::Error, sentence);
    m_password->clear();
    focusFirst();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
    m_enter->setText(busy ? tr("Signing in…") : enterWord());
    refreshEnabled();
}

void SignInPage::proposeCentre(const QString& address, bool fixed)
{
    m_enrol->proposeCentre(address, fixed);
}

void SignInPage::forget()
{
    m_password->clear();
    m_number->clear();
    m_enrol->forget();
    m_passwordField->setState(FieldState::Normal);
}

void SignInPage::signIn()
{
    const SignInPerson* person = m_people->currentPerson();
    if (person == nullptr || m_busy || !m_model.lockedUntil.isEmpty()) {
        return;
    }
    const QString id = person->id.isEmpty() ? m_number->text().trimmed() : person->id;
    if (id.isEmpty()) {
        m_numberField->setState(FieldState::Error, tr("Type your work number."));
        m_number->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_numberField->setState(FieldState::Normal);
    if (m_password->text().isEmpty()) {
        m_passwordField->setState(FieldState::Error, tr("Type your password."));
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT signInRequested(id, m_password->text());
}

void SignInPage::focusFirst()
{
    if (m_model.mode == SignInMode::FirstStart) {
        m_enrol->focusFirst();
        return;
    }
    const SignInPerson* person = m_people->currentPerson();
    const bool other = person != nullptr && person->id.isEmpty();
    if (other && m_number->text().isEmpty()) {
        m_number->setFocus(Qt::OtherFocusReason);
    } else if (m_password->isEnabled()) {
        m_password->setFocus(Qt::OtherFocusReason);
    } else {
        m_people->setFocus(Qt::OtherFocusReason);
    }
}

void SignInPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SignInPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    focusFirst();
}

bool SignInPage::eventFilter(QObject* watched, QEvent* event)
{
    // Typing a letter on a chosen name goes on with the password; no click is needed.
    if (watched == m_people && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool letter = !key->text().isEmpty() && key->text().front().isPrint() &&
                            (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
        if (letter && m_password->isEnabled() && key->key() != Qt::Key_Space) {
            focusFirst();
            if (focusWidget() == m_password) {
                m_password->insert(key->text());
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ow::ui
