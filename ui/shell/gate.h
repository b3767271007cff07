// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/connection.h"
#include "desk/signindesk.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <optional>

namespace ow::ui {

/// What stands behind the sign-in page: opens the profile there is, says the facts of the day, and turns what
/// a person wants (sign in, enrol, train) into acts and their answers into words.
class Gate : public QObject
{
    Q_OBJECT

public:
    Gate(desk::Workplace& workplace, desk::SignInDesk& signIn, desk::Connection& connection,
         const Theme& theme, QObject* parent = nullptr);

    /// Taken over by the window.
    [[nodiscard]] SignInPage* page() { return m_page; }

    /// Opens the window's profile, or shows the first start. Call when the house's data is loaded.
    void begin();
    /// Back to the page after sign-out.
    void show();
    /// The page stands before a station somebody has locked: that person unlocks it, another takes it over.
    void showLocked(const desk::Person& person);
    /// The type scale was changed: the page names it.
    void showScale();

Q_SIGNALS:
    void signedIn(const ow::desk::Person& person);
    void unlocked();
    /// Another person goes on at the station that was locked.
    void takenOver(const ow::desk::Person& person);

private:
    void open(desk::Profile profile);
    void refresh();
    void showFirstStart();
    void showSettled(SignInModel& model) const;
    void enrol(const QString& centre, const QString& code);
    void train();
    void signIn(const QString& user, const QString& password);
    void unlock(const QString& password);
    void takeOver(const QString& user, const QString& password);
    void refused(const domain::Error& error);

    desk::Workplace& m_workplace;
    desk::SignInDesk& m_signIn;
    desk::Connection& m_connection;
    const Theme& m_theme;
    SignInPage* m_page;
    std::optional<desk::Person> m_lockedBy;
};

} // namespace ow::ui
