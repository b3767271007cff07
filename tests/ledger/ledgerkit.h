// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ow::test {

/// What a sample applicant is called; nobody's data.
struct Person
{
    QString name = QStringLiteral("马尕让");
    QString idNumber = QStringLiteral("620102199003071234");
    QString phone = QStringLiteral("13893112345");
};

/// The person's name, number and phone as bytes that must stand in no file: UTF-8, its hex and base64, UTF-16
/// of both orders, and the name in GB18030 (the digits are the same bytes there).
[[nodiscard]] std::vector<QByteArray> tracesOf(const Person& person);
/// The name of the applicant of one act of the killed process.
[[nodiscard]] QString actName(int act);

/// A profile in a temporary folder with a manual clock, cheap passwords and one device W03 of hall JT62.
class LedgerKit
{
public:
    LedgerKit();
    /// A profile that is already there; the folder is not owned.
    explicit LedgerKit(const QString& folder);

    [[nodiscard]] ledger::LedgerOptions options() const;
    [[nodiscard]] ledger::Enrolment enrolment() const;
    /// Creates, or fails the test.
    [[nodiscard]] std::unique_ptr<ledger::Ledger> create() const;
    /// Creates and signs the clerk in.
    [[nodiscard]] std::unique_ptr<ledger::Ledger> createSignedIn() const;
    [[nodiscard]] domain::Result<std::unique_ptr<ledger::Ledger>> open() const;
    [[nodiscard]] std::unique_ptr<ledger::Ledger> openSignedIn() const;

    [[nodiscard]] QString folder() const { return m_folder; }

    [[nodiscard]] QString profile() const { return m_folder + QStringLiteral("/profile"); }

    [[nodiscard]] QString outside() const { return m_folder + QStringLiteral("/outside"); }

    [[nodiscard]] record::SecretBytes k0() const;

    [[nodiscard]] const record::Sm2Pair& centre() const { return m_centre; }

    ManualClock clock;
    std::unique_ptr<record::CryptoProvider> crypto;
    QByteArray machineId = QByteArrayLiteral("0123456789abcdef0123456789abcdef\n");
    bool training = false;
    QString device = QStringLiteral("dev-0001");
    QString station = QStringLiteral("W03");
    QString sidecar; ///< folder of the journal; empty: beside the mirror
    qint64 sidecarBytes = ledger::Sidecar::kMaxBytes;
    int sidecarRetryMs = 0;

    static const QString kClerk;
    static const QString kPassword;
    [[nodiscard]] static record::SecretBytes password(const QString& text = kPassword);

private:
    std::unique_ptr<QTemporaryDir> m_owned;
    QString m_folder;
    record::Sm2Pair m_centre;
};

/// The acts of a window, as desk makes them.
[[nodiscard]] domain::Intake sampleIntake(const Person& person);
[[nodiscard]] ledger::ActDraft receiveAct(const Person& person = {});
[[nodiscard]] ledger::ActDraft acceptAct();
/// `kind` on a case, with a small body.
[[nodiscard]] ledger::ActDraft caseAct(domain::Kind kind, const QString& caseNumber,
                                       const QString& note = {});
[[nodiscard]] ledger::ActDraft asBefore(ledger::ActDraft act);
[[nodiscard]] ledger::ActDraft plainAct(domain::Kind kind);
/// Receive + accept in one transaction; the number.
[[nodiscard]] domain::Result<QString> acceptCase(ledger::Ledger& ledger, const Person& person = {});
/// One entry of every kind and some more, over a dozen cases: at least 60. How many.
[[nodiscard]] qint64 appendAllKinds(ledger::Ledger& ledger);

/// Outcomes accepting own entries first…last, ordered by seq.
[[nodiscard]] std::vector<ledger::Outcome> acceptedOutcomes(qint64 first, qint64 last);
[[nodiscard]] ledger::Receipt receiptFor(const LedgerKit& kit, const ledger::Ledger& ledger);

} // namespace ow::test
