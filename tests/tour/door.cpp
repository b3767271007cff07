// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/door.h"

#include "ui/shell/gate.h"
#include "ui/signin/personlist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"

#include <algorithm>

namespace ow::tour {

namespace {

constexpr int kMostPeople = 20;
constexpr int kMostTabs = 20;

} // namespace

Door::Door(ui::Shell& shell, desk::Workplace& workplace, Driver& driver, QString password)
    : m_shell(shell)
    , m_workplace(workplace)
    , m_driver(driver)
    , m_password(std::move(password))
{
    QObject::connect(people().model(), &QAbstractItemModel::modelReset, &shell, [this] { ++m_shown; });
}

ui::PersonList& Door::people() const
{
    return *m_shell.gate().page()->findChild<ui::PersonList*>();
}

bool Door::awaitGate(const char* what, int before)
{
    return m_driver.until(what, [this, before] {
        return m_shown > before && m_shell.window().isGated() && m_shell.gate().page()->isEnabled() &&
               people().model()->rowCount() > 0;
    });
}

bool Door::enrol(const QString& centre, const QString& code)
{
    const int before = m_shown;
    m_driver.type(centre);
    m_driver.key(Qt::Key_Tab);
    m_driver.type(code);
    m_driver.key(Qt::Key_Return);
    return awaitGate("the window is enrolled", before) && m_shell.isEnrolled();
}

bool Door::giveName(const QString& user, const QString& password)
{
    if (!m_driver.goTo(
            "the list of people",
            [this](const QWidget& widget) { return &widget == static_cast<QWidget*>(&people()); }, true)) {
        return false;
    }
    m_driver.key(Qt::Key_Home);
    const auto isChosen = [this, &user] {
        const ui::SignInPerson* person = people().currentPerson();
        return person != nullptr && person->id == user;
    };
    for (int i = 0; i < kMostPeople && !isChosen(); ++i) {
        m_driver.key(Qt::Key_Down);
    }
    if (!isChosen()) {
        return m_driver.until(
            qPrintable(user), [] { return false; }, 0);
    }
    for (int i = 0; i < kMostTabs; ++i) {
        m_driver.key(Qt::Key_Tab);
        if (qobject_cast<ui::PasswordEdit*>(m_shell.window().focusWidget()) != nullptr) {
            break;
        }
    }
    m_driver.type(password);
    m_driver.key(Qt::Key_Return);
    return m_driver.until("somebody is at the desk", [this] { return !m_shell.window().isGated(); });
}

bool Door::enter(const QString& user)
{
    return giveName(user, m_password) && m_driver.until("the centre answers", [this] {
        return m_shell.connection().status().line == desk::LineStatus::Line::Online;
    });
}

bool Door::enterTraining()
{
    return giveName(desk::SignInDesk::trainingUser(), desk::SignInDesk::trainingPassword());
}

bool Door::leave()
{
    const int before = m_shown;
    const auto* strip = m_shell.window().findChild<ui::StatusStrip*>();
    const QString name = m_workplace.person() ? m_workplace.person()->name : QString();
    const auto isName = [strip, &name](const QWidget& widget) {
        return widget.parentWidget() == strip && !name.isEmpty() && widget.accessibleName().startsWith(name);
    };
    if (!m_driver.goTo("the person's name in the strip", isName, true)) {
        return false;
    }
    m_driver.key(Qt::Key_Space);
    return awaitGate("the person has gone", before);
}

bool Door::lock()
{
    const int before = m_shown;
    m_driver.key(Qt::Key_L, Qt::ControlModifier);
    return awaitGate("the station is locked", before);
}

bool Door::switchTraining()
{
    const int before = m_shown;
    if (!m_driver.goTo(ui::SignInPage::tr("Training on or off"))) {
        return false;
    }
    m_driver.key(Qt::Key_Space);
    return awaitGate("the other ledger is open", before);
}

bool Door::openPage(const QString& id)
{
    const auto& pages = m_shell.window().pages();
    const auto found = std::ranges::find(pages, id, &ui::PageInfo::id);
    const auto place = found - pages.begin();
    constexpr int kDigits = 8;
    if (found == pages.end() || place >= kDigits) {
        return m_driver.until(
            qPrintable(id), [] { return false; }, 0);
    }
    m_driver.key(static_cast<Qt::Key>(Qt::Key_1 + place), Qt::ControlModifier);
    return m_driver.until("the page is shown", [this, &id] { return m_shell.window().currentPage() == id; });
}

} // namespace ow::tour
