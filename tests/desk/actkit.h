// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/casedesk.h"
#include "desk/intakedesk.h"
#include "desk/paperdesk.h"
#include "desk/signindesk.h"
#include "desk/supplementdesk.h"
#include "support/await.h"
#include "support/manualclock.h"
#include "ui/filledform.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace ow::test {

template <class T> T good(domain::Result<T> result)
{
    INFO((result ? QString()
                 : QString(domain::errorName(result.error().code)) + u' ' + result.error().detail + u' ' +
                       result.error().field)
             .toStdString());
    REQUIRE(result);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A window in training, signed in, on a Monday morning after the program was built; everything a page of
/// cases would call, real but for the clock.
class ActKit
{
public:
    ActKit();
    ~ActKit(); ///< waits until everything asked has been answered

    /// Everything the item asks for, right and here; `change` then takes something away.
    void fillIn(const QString& item, const std::function<void(desk::IntakeDesk&)>& change = {},
                const ui::tests::Person& person = {});
    [[nodiscard]] desk::Decided decide(domain::Answer answer, const QString& reason = {});
    [[nodiscard]] desk::CaseToAct look(const QString& number);
    /// Kinds of the entries of a case, in order.
    [[nodiscard]] QStringList kinds(const QString& number);
    /// The text of a paper, without blanks; made now when it is missing.
    [[nodiscard]] QString text(const QString& caseNumber, const desk::GivenPaper& paper);

    void nextDays(int days) { clock.advance(qint64(days) * 24 * 60 * 60 * 1000); }

    [[nodiscard]] QDate workday(int days) const; ///< from today
    /// The path of a small picture of one colour, to be taken in as a scan.
    [[nodiscard]] QString picture(const QString& name, Qt::GlobalColor color = Qt::darkGreen) const;

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
    std::unique_ptr<desk::Workplace> workplace;
    std::unique_ptr<desk::SignInDesk> signIn;
    std::unique_ptr<desk::IntakeDesk> intake;
    std::unique_ptr<desk::CaseDesk> cases;
    std::unique_ptr<desk::PaperDesk> papers;
    std::unique_ptr<desk::ActDesk> acts;
    std::unique_ptr<desk::SupplementDesk> supplement;
};

/// A permit with four materials, M03 and M04 tolerable for five days of a promised seven.
extern const QString kPermit;

/// For ActKit::fillIn: these are missing.
[[nodiscard]] std::function<void(desk::IntakeDesk&)> without(const QStringList& materials);
[[nodiscard]] QStringList kindsOf(const std::vector<desk::GivenPaper>& papers);
/// A day as papers write it.
[[nodiscard]] QString dayOnPaper(QDate day);

} // namespace ow::test
