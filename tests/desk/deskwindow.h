// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/connection.h"
#include "desk/intakedesk.h"
#include "desk/paperdesk.h"
#include "desk/signindesk.h"
#include "domain/systemclock.h"
#include "support/centreprocess.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace ow::test {

/// The machine's time, with the wall clock set wrong by as much as a test likes.
class WrongClock final : public domain::Clock
{
public:
    [[nodiscard]] qint64 utcMs() const override { return m_true.utcMs() + m_offsetMs; }

    [[nodiscard]] qint64 monotonicMs() const override { return m_true.monotonicMs(); }

    [[nodiscard]] QString bootId() const override { return m_true.bootId(); }

    void setOffset(qint64 ms) { m_offsetMs = ms; }

private:
    domain::SystemClock m_true;
    std::atomic<qint64> m_offsetMs{0};
};

/// What outlives the program at one window: its folder and its clock.
struct DeskPlace
{
    QTemporaryDir folder;
    QByteArray machineId = "0123456789abcdef0123456789abcdef";
    WrongClock clock;
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
};

/// One run of the program at a window, without its widgets: everything ui/ would call.
class DeskWindow
{
public:
    explicit DeskWindow(DeskPlace& place);
    ~DeskWindow(); ///< an end without a farewell: nobody signs out

    void enrol(const CentreProcess& centre);
    void open(); ///< the profile that is there
    void signIn(const QString& user = CentreProcess::kClerk);

    /// Begins the item these tests use and fills in everything its form and its list of materials ask for.
    /// `applicant` tells applicants apart.
    void fillIn(int applicant);
    /// fillIn and 受理; a doubtful clock is confirmed.
    desk::Decided accept(int applicant);
    desk::Decided decide(domain::Answer answer);
    [[nodiscard]] desk::FinishedPaper paper(const desk::Decided& decided);
    [[nodiscard]] desk::CaseDetail caseOf(const QString& number);
    [[nodiscard]] std::vector<desk::DraftLine> drafts();

    /// Until the strip says: online, nothing waits.
    [[nodiscard]] bool waitSynced();
    /// Until the strip says that nobody answers.
    [[nodiscard]] bool waitOffline();

    desk::Workplace workplace;
    desk::Connection connection{workplace};
    desk::SignInDesk signInDesk{workplace};
    desk::IntakeDesk intake{workplace};
    desk::CaseDesk cases{workplace};
    desk::PaperDesk papers{workplace};

    static const QString kItem;

private:
    void drain();
};

/// A valid resident number whose serial is `applicant` (GB 11643).
[[nodiscard]] QString residentNumber(int applicant);

} // namespace ow::test
