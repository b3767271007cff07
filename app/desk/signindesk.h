// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

namespace ow::desk {

/// What the sign-in page says before anybody is signed in: nothing private.
struct SignInFacts
{
    QStringList users; ///< ids
    QString hallName;
    QString station;
    bool training = false;
    QDate today;
    bool workday = true;
    QDate answerBy;        ///< five working days from today
    int calendarUntil = 0; ///< last year the calendar covers
    int guides = 0;
    qint64 entries = 0;  ///< of the ledger
    qint64 pending = -1; ///< waiting for the centre; -1 = not known
    QString readOnly;    ///< name of the error that keeps the ledger read-only, or empty
};

/// Comes and goes: first start, sign-in, lock, sign-out, change of password. Every success is an entry.
class SignInDesk : public QObject
{
    Q_OBJECT

public:
    explicit SignInDesk(Workplace& workplace, QObject* parent = nullptr);

    [[nodiscard]] QFuture<domain::Result<SignInFacts>> facts();
    /// PasswordWrong, PasswordLocked (field: seconds to wait), UserUnknown.
    [[nodiscard]] QFuture<domain::Result<Person>> signIn(const QString& user, const QString& password);
    [[nodiscard]] QFuture<domain::Result<void>> lock();
    [[nodiscard]] QFuture<domain::Result<void>> unlock(const QString& password);
    /// Another person goes on at a station that somebody left locked. With a wrong password the first stays
    /// signed in and locked; with the right one the entry of the sign-in says whose place it is.
    [[nodiscard]] QFuture<domain::Result<Person>> takeOver(const QString& user, const QString& password);
    [[nodiscard]] QFuture<domain::Result<void>> signOut();
    [[nodiscard]] QFuture<domain::Result<void>> changePassword(const QString& oldPassword,
                                                               const QString& newPassword);

    /// Opens the training profile, made on first use with one learner whose password the page shows.
    [[nodiscard]] QFuture<domain::Result<void>> beginTraining();
    /// Throws nothing away: the training profile that was is moved aside, a new one begins, and the learner
    /// is signed in again. `backMs`: Workplace::renewTraining(). NotAllowed while a real window is open.
    [[nodiscard]] QFuture<domain::Result<Person>> startTrainingOver(qint64 backMs = 0);
    [[nodiscard]] static QString trainingUser();
    /// What the learner is called: 学员.
    [[nodiscard]] static QString trainingName();
    [[nodiscard]] static QString trainingPassword();

private:
    Workplace& m_workplace;
};

} // namespace ow::desk
