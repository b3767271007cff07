// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/chainverifier.h"

#include <algorithm>

namespace ow::record {

namespace {

struct Span
{
    qint64 first = 0;
    qint64 last = 0;
};

} // namespace

class ChainVerifier::Private
{
public:
    Private(const CryptoProvider& crypto, QString ledger, SecretBytes enrolmentKey,
            QVector<ChainWitness> seen)
        : provider(crypto)
        , device(std::move(ledger))
        , key(std::move(enrolmentKey))
        , witnesses(std::move(seen))
    {
        std::stable_sort(witnesses.begin(), witnesses.end(),
                         [](const ChainWitness& a, const ChainWitness& b) { return a.seq < b.seq; });
        report.lastHash = QByteArray(kHashSize, 0);
    }

    void fault(ChainFaultKind kind, qint64 first, qint64 last, QString reason)
    {
        if (report.faults.size() >= kMaxFaults) {
            report.faultsLeftOut = true;
            return;
        }
        report.faults.append({first, last, kind, std::move(reason)});
    }

    void fault(ChainFaultKind kind, qint64 seq, const char* reason)
    {
        fault(kind, seq, seq, QString::fromLatin1(reason));
    }

    void addOutOfPlace(qint64 seq);
    void openGap(qint64 first, qint64 last);
    bool checkMac(const Entry& entry);
    bool checkBody(const Entry& entry, BodyState state, QByteArrayView bodyBytes);
    bool checkWitnesses(const Entry& entry);
    void note(qint64 seq, ChainGrade grade);
    void closeGaps();
    void checkEnd();
    QVector<GradeRange> finalGrades() const;

    const CryptoProvider& provider;
    const QString device;
    SecretBytes key; ///< of the next expected entry; empty when not known
    QVector<ChainWitness> witnesses;
    qsizetype nextWitness = 0;
    qint64 expected = 1;
    qint64 unbrokenSince = 1;   ///< first entry that the coming hashes still vouch for
    bool previousKnown = true;  ///< false after a gap or an unreadable row: no hash to hold the link against
    QVector<Span> gaps;         ///< not yet seen; an entry may turn up at another place
    QVector<Span> receipted;    ///< what receipts cover
    QVector<GradeRange> grades; ///< as walked, before receipts
    ChainReport report;
};

void ChainVerifier::Private::note(qint64 seq, ChainGrade grade)
{
    if (!grades.isEmpty() && grades.last().grade == grade && grades.last().last + 1 == seq)
        grades.last().last = seq;
    else
        grades.append({seq, seq, grade});
}

void ChainVerifier::Private::openGap(qint64 first, qint64 last)
{
    if (gaps.size() < kMaxFaults)
        gaps.append({first, last});
    else
        report.faultsLeftOut = true;
    const qint64 steps = last - first + 1;
    if (!key.isEmpty() && steps > kMaxKeySteps)
        key.clear();
    for (qint64 i = 0; i < steps && !key.isEmpty(); ++i)
        key = nextMacKey(provider, key);
    previousKnown = false;
    unbrokenSince = last + 1;
}

/// An entry whose seq the walk has passed: it was missing (swapped) or was there already (inserted).
void ChainVerifier::Private::addOutOfPlace(qint64 seq)
{
    for (qsizetype i = 0; i < gaps.size(); ++i) {
        const Span gap = gaps.at(i);
        if (seq < gap.first || seq > gap.last)
            continue;
        gaps.removeAt(i);
        if (seq < gap.last)
            gaps.insert(i, Span{seq + 1, gap.last});
        if (seq > gap.first)
            gaps.insert(i, Span{gap.first, seq - 1});
        fault(ChainFaultKind::Swapped, seq, "stands behind entries with higher numbers");
        return;
    }
    fault(ChainFaultKind::Inserted, seq, "a second entry with this number");
}

bool ChainVerifier::Private::checkMac(const Entry& entry)
{
    const auto good = verifyMac(provider, key, entry);
    key = nextMacKey(provider, key);
    if (!good)
        fault(ChainFaultKind::MacWrong, entry.header.seq, "the MAC is not made with this device's key");
    return good.has_value();
}

bool ChainVerifier::Private::checkBody(const Entry& entry, BodyState state, QByteArrayView bodyBytes)
{
    if (state == BodyState::Missing) {
        fault(ChainFaultKind::BodyMissing, entry.header.seq, "no body, and no entry says it was forgotten");
        return false;
    }
    if (state != BodyState::Present || verifyBody(provider, entry, bodyBytes))
        return true;
    fault(ChainFaultKind::BodyEdited, entry.header.seq, "the body is not the one that was hashed");
    return false;
}

bool ChainVerifier::Private::checkWitnesses(const Entry& entry)
{
    const qint64 seq = entry.header.seq;
    bool good = true;
    for (; nextWitness < witnesses.size() && witnesses.at(nextWitness).seq <= seq; ++nextWitness) {
        const ChainWitness& witness = witnesses.at(nextWitness);
        if (witness.seq < seq)
            continue; // in a gap: named there
        if (!equalBytes(witness.hash, entry.hash)) {
            fault(ChainFaultKind::WitnessDiffers, seq,
                  witness.isReceipt ? "the centre's receipt names another hash"
                                    : "the mirror names another hash");
            good = false;
        } else if (witness.isReceipt && unbrokenSince <= seq) {
            if (!receipted.isEmpty() && receipted.last().first == unbrokenSince)
                receipted.last().last = seq;
            else
                receipted.append({unbrokenSince, seq});
        }
    }
    return good;
}

void ChainVerifier::Private::closeGaps()
{
    for (const Span& gap : gaps)
        fault(ChainFaultKind::Gap, gap.first, gap.last, QStringLiteral("removed"));
    gaps.clear();
}

void ChainVerifier::Private::checkEnd()
{
    if (witnesses.isEmpty() || witnesses.last().seq < expected)
        return;
    const bool byReceipt =
        std::any_of(witnesses.cbegin(), witnesses.cend(), [this](const ChainWitness& witness) {
            return witness.isReceipt && witness.seq >= expected;
        });
    fault(ChainFaultKind::CutOff, expected, witnesses.last().seq,
          byReceipt ? QStringLiteral("the centre has receipted later entries")
                    : QStringLiteral("the mirror knows later entries"));
}

/// Lays the receipts over what the walk found. Faulty stays faulty: a receipt speaks for the hash, not for
/// the body.
QVector<GradeRange> ChainVerifier::Private::finalGrades() const
{
    QVector<GradeRange> result;
    const auto append = [&result](qint64 first, qint64 last, ChainGrade grade) {
        if (first > last)
            return;
        if (!result.isEmpty() && result.last().grade == grade && result.last().last + 1 == first)
            result.last().last = last;
        else
            result.append({first, last, grade});
    };
    qsizetype at = 0;
    for (const GradeRange& range : grades) {
        if (range.grade == ChainGrade::Faulty) {
            append(range.first, range.last, range.grade);
            continue;
        }
        qint64 from = range.first;
        while (at < receipted.size() && receipted.at(at).last < from)
            ++at;
        for (qsizetype i = at; i < receipted.size() && receipted.at(i).first <= range.last; ++i) {
            const qint64 first = std::max(from, receipted.at(i).first);
            const qint64 last = std::min(range.last, receipted.at(i).last);
            append(from, first - 1, range.grade);
            append(first, last, ChainGrade::Receipted);
            from = std::max(from, last + 1);
        }
        append(from, range.last, range.grade);
    }
    return result;
}

ChainVerifier::ChainVerifier(const CryptoProvider& provider, QString device, SecretBytes enrolmentKey,
                             QVector<ChainWitness> witnesses)
    : d(std::make_unique<Private>(provider, std::move(device), std::move(enrolmentKey), std::move(witnesses)))
{
}

ChainVerifier::~ChainVerifier() = default;

void ChainVerifier::add(const Entry& entry, BodyState state, QByteArrayView bodyBytes)
{
    ++d->report.entries;
    const qint64 seq = entry.header.seq;
    if (entry.header.device != d->device) {
        d->fault(ChainFaultKind::OtherDevice, seq, "belongs to another ledger");
        return;
    }
    if (seq < d->expected) {
        d->addOutOfPlace(seq);
        return;
    }
    if (seq > d->expected)
        d->openGap(d->expected, seq - 1);

    bool good = true;
    if (!verifyHash(d->provider, entry)) {
        d->fault(ChainFaultKind::Edited, seq, "header, prev, body hash or hash was changed");
        d->unbrokenSince = seq + 1;
        good = false;
    } else if (d->previousKnown && !equalBytes(entry.prev, d->report.lastHash)) {
        d->fault(ChainFaultKind::LinkBroken, seq,
                 "does not continue the entry before: one of the two was replaced");
        d->unbrokenSince = seq;
        good = false;
    }
    const bool keyed = !d->key.isEmpty();
    if (keyed)
        good = d->checkMac(entry) && good;
    good = d->checkBody(entry, state, bodyBytes) && good;
    good = d->checkWitnesses(entry) && good;
    d->note(seq, !good ? ChainGrade::Faulty : keyed ? ChainGrade::MacTrue : ChainGrade::ChainOnly);

    d->expected = seq + 1;
    d->previousKnown = true;
    d->report.lastSeq = seq;
    d->report.lastHash = entry.hash;
}

void ChainVerifier::addUnreadable(qint64 storedSeq, const QString& reason)
{
    ++d->report.entries;
    if (storedSeq < d->expected) {
        d->addOutOfPlace(storedSeq);
        return;
    }
    if (storedSeq > d->expected)
        d->openGap(d->expected, storedSeq - 1);
    d->fault(ChainFaultKind::Unreadable, storedSeq, storedSeq, reason);
    d->note(storedSeq, ChainGrade::Faulty);
    if (!d->key.isEmpty())
        d->key = nextMacKey(d->provider, d->key);
    d->expected = storedSeq + 1;
    d->unbrokenSince = storedSeq + 1;
    d->previousKnown = false;
    d->report.lastSeq = storedSeq;
}

ChainReport ChainVerifier::finish()
{
    d->closeGaps();
    d->checkEnd();
    std::stable_sort(d->report.faults.begin(), d->report.faults.end(),
                     [](const ChainFault& a, const ChainFault& b) { return a.seq < b.seq; });
    d->report.grades = d->finalGrades();
    return std::exchange(d->report, {});
}

QLatin1StringView chainFaultKey(ChainFaultKind kind)
{
    static constexpr const char* kKeys[] = {
        "unreadable", "other_device", "edited",   "body_edited", "body_missing",    "link_broken",
        "gap",        "swapped",      "inserted", "mac_wrong",   "witness_differs", "cut_off"};
    return QLatin1StringView(kKeys[static_cast<int>(kind)]);
}

} // namespace ow::record
