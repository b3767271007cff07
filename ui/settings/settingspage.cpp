// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/scanprofilegroup.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

using desk::Setting;
using domain::Result;

constexpr int kLongestPassword = 128;

void choose(ChoiceBox& box, const QVariant& data)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

SettingsPage::SettingsPage(const Theme& theme, desk::Workplace& workplace, desk::SettingsDesk& settings,
                           desk::ScanDesk& scan, desk::SignInDesk& signIn, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_settings(settings)
    , m_signIn(signIn)
    , m_scroll(new ScrollPane(this))
    , m_inside(new QWidget)
    , m_column(new QVBoxLayout(m_inside))
    , m_foot(new QWidget(this))
    , m_why(new MessageLine(theme, m_foot))
    , m_change(new PrimaryButton(theme, tr("Change the password"), m_foot))
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_inside->setProperty("role", QStringLiteral("pane"));
    m_inside->setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    makeLook();
    makeIdle();
    makeProfiles(scan);
    makePrinters();
    makePassword();
    m_column->addStretch(1);
    m_scroll->setWidget(m_inside);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    m_change->setKey(QStringLiteral("Ctrl ↵"));
    auto* across = new QHBoxLayout(m_foot);
    across->addWidget(m_why, 1);
    across->addWidget(m_change);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_scroll, 1);
    down->addWidget(m_foot);
    setFocusProxy(m_themeChoice.box);
    connect(m_change, &QPushButton::clicked, this, &SettingsPage::changePassword);
    connect(&m_settings, &desk::SettingsDesk::lookChanged, this, &SettingsPage::showLook);
    connect(&m_settings, &desk::SettingsDesk::idleChanged, this, &SettingsPage::showIdle);
    connect(&workplace, &desk::Workplace::personChanged, this, &SettingsPage::forget);
    connect(&theme, &Theme::changed, this, &SettingsPage::layOut);
    layOut();
    showLook();
    showIdle();
    showPassword();
}

PageInfo SettingsPage::info()
{
    return {QStringLiteral("settings"), tr("Settings"), QStringLiteral("gear"), domain::AnyPerson};
}

void SettingsPage::layOut()
{
    m_foot->layout()->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(8));
}

void SettingsPage::makeLook()
{
    m_look = new FieldPanel(m_theme, tr("Look"), QStringLiteral("screen"), m_inside);
    m_themeChoice = choiceField(m_theme, tr("Theme"), m_look);
    m_themeChoice.box->addItem(tr("Light"), QStringLiteral("light"));
    m_themeChoice.box->addItem(tr("Dark"), QStringLiteral("dark"));
    m_themeChoice.box->addItem(tr("High contrast"), QStringLiteral("contrast"));
    m_scale = choiceField(m_theme, tr("Size of type"), m_look);
    for (const int percent : m_theme.scales()) {
        m_scale.box->addItem(QStringLiteral("%1%").arg(percent), percent);
    }
    m_language = choiceField(m_theme, tr("Language"), m_look);
    m_language.box->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language.box->addItem(tr("English"), QStringLiteral("en"));
    m_look->addField(m_themeChoice.field);
    m_look->addField(m_scale.field);
    m_look->addField(m_language.field);
    m_look->setText(
        tr("Belongs to the user of this computer. Ctrl with +, − and 0 changes the size as well."));
    fix(m_themeChoice, Setting::Theme);
    fix(m_scale, Setting::Scale);
    fix(m_language, Setting::Language);
    m_column->addWidget(m_look);
    connect(m_themeChoice.box, &QComboBox::activated, this,
            [this] { say(*m_look, m_settings.setTheme(m_themeChoice.box->currentData().toString()), {}); });
    connect(m_scale.box, &QComboBox::activated, this,
            [this] { say(*m_look, m_settings.setScale(m_scale.box->currentData().toInt()), {}); });
    connect(m_language.box, &QComboBox::activated, this, [this] {
        say(*m_look, m_settings.setLanguage(m_language.box->currentData().toString()),
            tr("The language changes when the program is started again."));
    });
}

void SettingsPage::makeIdle()
{
    m_lock = new FieldPanel(m_theme, tr("Lock"), QStringLiteral("lock"), m_inside);
    m_idle = choiceField(m_theme, tr("Lock when untouched for"), m_lock);
    for (const int minutes : desk::idleChoices(m_settings.provision())) {
        m_idle.box->addItem(minutes == 0 ? tr("Never by itself") : tr("%1 minutes").arg(minutes), minutes);
    }
    m_lock->addField(m_idle.field);
    QString text = tr("Belongs to this window. Ctrl+L locks at once; nothing on the desk is lost.");
    if (const auto most = m_settings.provision().idleAtMost) {
        text += u' ' + tr("The administrator allows %1 minutes at most.").arg(*most);
    }
    m_lock->setText(text);
    fix(m_idle, Setting::IdleLock);
    m_column->addWidget(m_lock);
    connect(m_idle.box, &QComboBox::activated, this, [this] {
        whenAnswered(m_settings.setIdleMinutes(m_idle.box->currentData().toInt()), this,
                     [this](const Result<void>& kept) { say(*m_lock, kept, {}); });
    });
}

void SettingsPage::makeProfiles(desk::ScanDesk& scan)
{
    m_profiles = new ScanProfileGroup(m_theme, scan, m_settings.isFixed(Setting::ScanProfiles), m_inside);
    m_column->addWidget(m_profiles);
}

void SettingsPage::makePrinters()
{
    auto* printers = new FieldPanel(m_theme, tr("Printers and devices"), QStringLiteral("print"), m_inside);
    m_devices = new KeyButton(m_theme, tr("Open the devices page"), KeyButton::Look::Secondary, printers);
    printers->addToHead(m_devices);
    printers->setText(
        m_settings.isFixed(Setting::Printers)
            ? tr("Printers are set by the administrator for every window; the devices page shows them.")
            : tr("Printer and tray of each paper, card reader and receipt printer stand on the devices "
                 "page."));
    m_column->addWidget(printers);
    connect(m_devices, &QPushButton::clicked, this, &SettingsPage::devicesWanted);
}

void SettingsPage::makePassword()
{
    m_passwords = new FieldPanel(m_theme, tr("My password"), QStringLiteral("key"), m_inside);
    m_old = new PasswordEdit(m_theme);
    m_new = new PasswordEdit(m_theme);
    m_again = new PasswordEdit(m_theme);
    m_passwords->addField(new FormField(m_theme, tr("Password now"), m_old, m_passwords));
    m_passwords->addField(new FormField(m_theme, tr("New password"), m_new, m_passwords));
    m_passwords->addField(new FormField(m_theme, tr("New password again"), m_again, m_passwords));
    m_column->addWidget(m_passwords);
    for (PasswordEdit* edit : {m_old, m_new, m_again}) {
        edit->setMaxLength(kLongestPassword);
        connect(edit, &QLineEdit::textChanged, this, &SettingsPage::showPassword);
    }
    connect(m_old, &QLineEdit::returnPressed, this, [this] { m_new->setFocus(Qt::TabFocusReason); });
    connect(m_new, &QLineEdit::returnPressed, this, [this] { m_again->setFocus(Qt::TabFocusReason); });
    connect(m_again, &QLineEdit::returnPressed, this, &SettingsPage::changePassword);
}

void SettingsPage::fix(const ChoiceField& choice, Setting setting)
{
    if (m_settings.isFixed(setting)) {
        choice.box->setEnabled(false);
        choice.field->setState(FieldState::Normal, tr("Set by the administrator for every window."));
        choice.field->setNote(tr("set by the administrator"));
    }
}

void SettingsPage::showLook()
{
    const desk::LookSettings& look = m_settings.look();
    choose(*m_themeChoice.box, look.theme);
    choose(*m_scale.box, look.scale);
    choose(*m_language.box, look.language);
}

void SettingsPage::showIdle()
{
    const int minutes = m_settings.idleMinutes();
    if (m_idle.box->findData(minutes) < 0) { // the administrator's own number
        m_idle.box->addItem(tr("%1 minutes").arg(minutes), minutes);
    }
    choose(*m_idle.box, minutes);
}

/// What keeps the password from being changed now stands beside the button.
void SettingsPage::showPassword()
{
    const bool training = m_workplace.profile() == desk::Profile::Training;
    for (PasswordEdit* edit : {m_old, m_new, m_again}) {
        edit->setEnabled(!training && !m_changing);
    }
    QString why;
    if (training) {
        why = tr("Training has one password for everybody; the sign-in page shows it.");
    } else if (m_old->text().isEmpty() || m_new->text().isEmpty() || m_again->text().isEmpty()) {
        why = tr("Type the password now, and the new one twice.");
    } else if (m_new->text() != m_again->text()) {
        why = tr("The new passwords differ.");
    } else if (m_new->text() == m_old->text()) {
        why = tr("The new password is the old one.");
    }
    m_why->setMessage(Tone::Second, why);
    m_change->setEnabled(why.isEmpty() && !m_changing);
}

void SettingsPage::say(FieldPanel& group, const Result<void>& kept, const QString& done)
{
    if (kept) {
        group.say(Tone::Info, done);
        return;
    }
    group.say(Tone::Block, errorText(kept.error().code).sentence());
    showLook();
    showIdle();
}

void SettingsPage::changePassword()
{
    if (!m_change->isEnabled()) {
        return;
    }
    m_changing = true;
    showPassword();
    whenAnswered(
        m_signIn.changePassword(m_old->text(), m_new->text()), this, [this](const Result<void>& changed) {
            m_changing = false;
            if (changed) {
                forget();
                m_passwords->say(Tone::Ok, tr("The password is changed. Use it from the next time."));
            } else {
                m_old->clear();
                showPassword();
                m_passwords->say(Tone::Block, errorText(changed.error().code).sentence());
                m_old->setFocus(Qt::OtherFocusReason);
            }
        });
}

void SettingsPage::forget()
{
    m_old->clear();
    m_new->clear();
    m_again->clear();
    m_passwords->say(Tone::Plain, {});
    showPassword();
}

/// Nobody finds a half-typed password on a page that was left.
void SettingsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    forget();
}

} // namespace ow::ui
