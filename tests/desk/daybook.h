// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/deskwindow.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace ow::test {

/// What a person at the window has written down of a day beside the program: each case, what was done to it
/// and which papers went over the desk. Everything the program and the centre say in the evening is held
/// against it.
class DayBook
{
public:
    struct Case
    {
        domain::CaseState state = domain::CaseState::None;
        QStringList paperNumbers;
        QStringList flags;  ///< of the centre
        int ownTasks = 0;   ///< of the chief, still open
        QStringList kinds;  ///< of the case's entries but those of its papers
        QStringList asides; ///< looks and prints: about the case, no part of it
    };

    void opened(const QString& number, domain::CaseState state, const std::vector<desk::GivenPaper>& papers,
                const QStringList& kinds);
    void moved(const QString& number, domain::CaseState state, const std::vector<desk::GivenPaper>& papers,
               const QStringList& kinds);
    /// An entry that moves nothing and gives no paper.
    void noted(const QString& number, const QString& kind);
    void lookedAt(const QString& number, const QString& kind);
    void returned(const QString& number, int openTasks);
    /// The centre will find something in it; that is a task of the chief's there.
    void willBeFlagged(const QString& number, const QString& flag);

    [[nodiscard]] const QMap<QString, Case>& cases() const { return m_cases; }

    /// The program's lists, its opened cases and every paper's PDF.
    void checkAtWindow(DeskWindow& window) const;
    /// Serials without a gap and without one twice, by day and by series.
    void checkNumbers() const;
    /// What the centre exports: every entry once, accepted, the same states.
    void checkAtCentre(const CentreProcess& centre) const;

private:
    [[nodiscard]] QMap<domain::CaseState, int> counts() const;

    QMap<QString, Case> m_cases;
};

/// The ledger finds no fault in itself, and what it shows is what its entries say, now and made anew.
void checkLedger(DeskWindow& window, const QStringList& numbers);

} // namespace ow::test
