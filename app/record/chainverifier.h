// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/chain.h"

#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace ow::record {

enum class ChainFaultKind {
    Unreadable,  ///< header or lengths are no entry
    OtherDevice, ///< an entry of another ledger
    Edited,      ///< header, prev or hash changed: the hash does not fit
    BodyEdited,  ///< the body is not the one that was hashed
    BodyMissing, ///< no body and nothing says it was forgotten
    LinkBroken,  ///< true in itself, but does not continue the entry before: that one was replaced, or this
                 ///< one
    Gap,         ///< entries removed
    Swapped,     ///< stands at another place than its seq says
    Inserted,    ///< a second entry with a seq that was there
    MacWrong,    ///< written by somebody without the key
    WitnessDiffers, ///< the centre's receipt or the mirror names another hash for this seq
    CutOff,         ///< a receipt or the mirror knows later entries
};

/// "body_edited": stable, for ctl and logs.
[[nodiscard]] QLatin1StringView chainFaultKey(ChainFaultKind kind);

struct ChainFault
{
    qint64 seq = 0;     ///< the entry the fault is at; for Gap and CutOff the first one missing
    qint64 lastSeq = 0; ///< the last one missing; else equal to seq
    ChainFaultKind kind = ChainFaultKind::Unreadable;
    QString reason; ///< English, no personal data

    friend bool operator==(const ChainFault&, const ChainFault&) = default;
};

/// How far an entry can be believed (I6), best first.
enum class ChainGrade {
    Receipted, ///< the centre's receipt names its hash or that of a later entry of the same unbroken chain
    MacTrue,   ///< MAC checked with the enrolment key
    ChainOnly, ///< hashes fit; who can rewrite the whole file could have made them
    Faulty,    ///< named by a fault
};

struct GradeRange
{
    qint64 first = 0;
    qint64 last = 0;
    ChainGrade grade = ChainGrade::ChainOnly;

    friend bool operator==(const GradeRange&, const GradeRange&) = default;
};

struct ChainReport
{
    QVector<ChainFault> faults; ///< by seq; at most ChainVerifier::kMaxFaults
    bool faultsLeftOut = false; ///< there were more
    QVector<GradeRange> grades; ///< of the entries in place, by seq, without overlaps
    qint64 entries = 0;         ///< how many were walked
    qint64 lastSeq = 0;
    QByteArray lastHash; ///< zeros when there was none

    [[nodiscard]] bool isSound() const { return faults.isEmpty(); }
};

/// Somebody outside the database who saw the chain: a receipt of the centre, or the mirror file.
struct ChainWitness
{
    qint64 seq = 0;
    QByteArray hash;
    bool isReceipt = true; ///< its signature was checked by the caller; false = mirror, which lifts no grade
};

/// Walks one device's ledger in stored order and says what is wrong with it. Memory does not grow with sound
/// entries. One thread at a time.
class ChainVerifier final
{
public:
    static constexpr int kMaxFaults = 1000;
    /// A gap longer than this ends the checking of MACs: carrying the key over it would take for ever.
    static constexpr qint64 kMaxKeySteps = 10'000'000;

    enum class BodyState {
        Present,
        Forgotten, ///< deleted, and a forget entry says so: no fault
        Missing,
        NotLookedAt, ///< no key at hand: headers only
    };

    /// `enrolmentKey` is k_0, or empty where it is not known (at the window it was overwritten long ago).
    ChainVerifier(const CryptoProvider& provider, QString device, SecretBytes enrolmentKey,
                  QVector<ChainWitness> witnesses);
    ~ChainVerifier();
    ChainVerifier(const ChainVerifier&) = delete;
    ChainVerifier& operator=(const ChainVerifier&) = delete;

    void add(const Entry& entry, BodyState state, QByteArrayView bodyBytes = {});
    /// A row that could not be read as an entry at all.
    void addUnreadable(qint64 storedSeq, const QString& reason);
    [[nodiscard]] ChainReport finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ow::record
