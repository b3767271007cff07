// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/actkit.h"
#include "desk/dayapplications.h"
#include "desk/daybook.h"
#include "desk/duplicatedesk.h"
#include "desk/supplementdesk.h"
#include "desk/todaydesk.h"
#include "ledger/ledger.h"
#include "support/await.h"
#include "support/droppingproxy.h"

#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <deque>
#include <functional>
#include <memory>

namespace ow::test {

/// A small picture, another one for each `shade`.
[[nodiscard]] QByteArray photograph(int shade);

/// One run of the program.
struct Run
{
    explicit Run(DeskPlace& place)
        : window(place)
    {
    }

    ~Run()
    {
        for (int i = 0; i < 3; ++i) { // what was asked is answered before those who asked go
            const auto asked =
                window.workplace.ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); });
            static_cast<void>(waitUntil([&asked] { return asked.isFinished(); }));
            QCoreApplication::processEvents();
        }
    }

    DeskWindow window;
    desk::ActDesk acts{window.workplace};
    desk::SupplementDesk supplement{window.workplace};
    desk::TodayDesk today{window.workplace, window.cases};
    desk::DuplicateDesk duplicates{window.workplace};
};

/// A day of sixty cases at one window that is connected through a line that can be cut, and the book a person
/// keeps of it beside the program. What a step finds wrong fails the test.
class WindowDay
{
public:
    explicit WindowDay(quint32 seed);
    void earlier(); ///< three weeks ago, without a network
    void work();    ///< all sixty, in a random order
    void evening(); ///< what is held against the book

private:
    using Step = std::function<void()>;
    using Steps = std::deque<Step>;

    void open();
    void asChief(const Step& step);
    void takeOver(const QString& user);

    [[nodiscard]] desk::IntakeDesk& intake() { return m_run->window.intake; }

    void begin(const Application& application, const QStringList& missing = {});
    QString decide(const Outcome& outcome);
    desk::ActDone act(const std::function<desk::ActDesk::Answered()>& ask);
    void book(const desk::ActDone& done, domain::CaseState state, const QStringList& kinds,
              const QStringList& papers);

    [[nodiscard]] desk::CaseToAct look(const QString& number)
    {
        return good(await(m_run->acts.look(number)));
    }

    [[nodiscard]] Steps stepsOf(const Application& application);
    [[nodiscard]] Step firstStep(const Application& application, const std::shared_ptr<QString>& number);
    [[nodiscard]] Steps laterSteps(const Application& application, const std::shared_ptr<QString>& number);
    [[nodiscard]] Steps supplementSteps(const Application& application,
                                        const std::shared_ptr<QString>& number);
    void bring(const QString& number, const QStringList& materials);
    void supply(const QString& number, bool late);
    void resubmit(domain::Answer answer, domain::CaseState state, const QString& kind, const QString& paper);
    void putAsideAndResume(const Application& application);
    void handOver(const Application& application);
    void undo(const Application& application);
    void interrupted(const Application& application);
    void giveBack(const QString& number);
    void check(const QString& number);
    void compare();
    void reprintAndUnmask();
    void leaveDraft();

    QRandomGenerator m_random;
    CentreProcess m_centre;
    DeskPlace m_place;
    std::unique_ptr<DroppingProxy> m_proxy;
    std::unique_ptr<Run> m_run;
    std::vector<Application> m_applications = applicationsOfTheDay();
    DayBook m_book;
    QString m_late;
    QStringList m_duplicates;
    QStringList m_opened; ///< in the order of the day
    QString m_leftDraft;
    int m_files = 0;
};

} // namespace ow::test
