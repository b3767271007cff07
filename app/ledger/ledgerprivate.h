// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "ledger/ledgercore.h"
#include "ledger/lockout.h"
#include "ledger/mirror.h"
#include "ledger/numbers.h"
#include "ledger/profilelock.h"
#include "ledger/projections.h"
#include "record/chain.h"
#include "record/wire.h"

#include <memory>
#include <optional>

namespace ow::ledger {

/// Inside of Ledger: what is opened together, and the steps of its larger acts. Not for other folders.
class Ledger::Private
{
public:
    Private(const LedgerOptions& given, ProfileLock taken, Database database, DeviceIdentity who);

    // -- opening (ledgeropen.cpp)
    struct Files
    {
        ProfileLock lock;
        Database database;
        bool unclean = false;
    };

    [[nodiscard]] static domain::Result<Files> openFiles(const LedgerOptions& options, bool mayCreate);
    [[nodiscard]] domain::Result<void> writeEnrolment(const Enrolment& enrolment);
    [[nodiscard]] domain::Result<void> storeGiven(const Enrolment& enrolment);
    [[nodiscard]] domain::Result<void> checkPlace();
    void checkMirror(Mirror::Place place);
    void fork(const QString& reason);

    // -- keys (ledgerkeys.cpp)
    void takeKeys(record::SecretBytes master);
    void dropKeys();
    [[nodiscard]] domain::Result<void> putSecret(const QString& name, const QByteArray& value);
    [[nodiscard]] domain::Result<void> loadChain();
    [[nodiscard]] domain::Result<void> storeChain(const record::ChainState& state) const;
    void checkSealedMarks();

    // -- acts (ledgerappend.cpp)
    struct Running ///< the case the acts of one append() are about, as far as they are written
    {
        domain::CaseFile file;
        std::vector<TimelineEntry> entries; ///< read before the first act, and what the acts added
        bool loaded = false;
    };

    struct Batch
    {
        record::ChainState chain;
        std::vector<WrittenEntry> written;
        QHash<QString, Running> cases;
        QString lastCase;
        std::vector<record::WireEntry> journal; ///< for the sidecar, once committed
    };

    [[nodiscard]] domain::Result<void> appendOne(const ActDraft& act, Batch& batch);
    [[nodiscard]] domain::Result<void> checkCase(const ActDraft& act, const QString& number, Batch& batch);
    [[nodiscard]] domain::Result<void> checkBlobs(const ActDraft& act) const;
    [[nodiscard]] domain::Result<void> materialsSent(const CaseHistory& history) const;
    [[nodiscard]] domain::Result<QCborMap> makeBody(const ActDraft& act, Numbers& numbers) const;
    [[nodiscard]] record::EntryHeader makeHeader(const ActDraft& act, const Numbers& numbers) const;
    [[nodiscard]] std::optional<record::ClockReading> clockReading() const;
    void absorbTouched();
    void forgetNames();
    /// Rebuilds the projections once after a step of the schema that left them to be filled.
    [[nodiscard]] domain::Result<void> refreshProjections();
    [[nodiscard]] domain::Result<void> rebuildProjections();

    // -- the journal beside it (ledgersidecar.cpp)
    void startSidecar();
    void attachSidecar();
    void feedSidecar();
    void journal(const std::vector<record::WireEntry>& entries) const;
    /// How the last entry of the journal stands to the ledger's own of that seq.
    enum class Standing { Ours, Unknown, Ahead, Differs };
    [[nodiscard]] Standing standingOf(const SidecarExtent& found) const;
    [[nodiscard]] domain::Result<void> importEntry(qint64 seq, const QByteArray& seal, SidecarImport& import,
                                                   record::ChainState& state);
    [[nodiscard]] domain::Result<void> importBlobs(const record::EntryHeader& header, SidecarImport& import);
    [[nodiscard]] domain::Result<void> finishImport(const record::ChainState& state, SidecarImport& import);
    [[nodiscard]] domain::Result<void> mayImport() const;

    // -- what is kept no longer (ledgertidy.cpp)
    [[nodiscard]] domain::Result<bool> wipeFiles();
    [[nodiscard]] domain::Result<void> wipeCopies();
    [[nodiscard]] domain::Result<void> dropOldForeign();
    [[nodiscard]] domain::Result<void> dropMeta(const QString& name);
    [[nodiscard]] domain::Result<RetentionRule> retention() const;

    // -- trust (ledgertrust.cpp)
    /// Why the mirror there says that this is another ledger, or an older one; nothing when it does not.
    [[nodiscard]] std::optional<QString> mirrorFault(Mirror::Place place) const;
    [[nodiscard]] domain::Result<ChainHead> storedHead() const;
    [[nodiscard]] domain::Result<QMap<QString, qint64>> mirroredSerials() const;

    struct ClockOffset
    {
        qint64 offsetMs = 0;
        qint64 tick = 0;
        QString boot;
    };

    LedgerOptions options;
    ProfileLock lock;
    DeviceIdentity identity;
    NumberingIdentity numbering;
    QString machine;
    LedgerCore core;
    Mirror mirror;
    Projections projections;
    CaseQueries cases;
    Drafts drafts;
    BlobStore blobs;
    Outbox outbox;
    People people;
    Lockout lockout;
    std::unique_ptr<Sidecar> sidecar; ///< none in training
    qint64 sidecarSettled = 0;        ///< the seq it was last told of
    QString tidiedUpTo;               ///< case tidy() has come to; begins anew at the end

    record::ChainState chain;
    bool chainLoaded = false;
    QString user;
    bool locked = false;
    NameIndex names;
    qint64 namesUpTo = 0;
    bool namesLoaded = false;
    std::optional<ClockOffset> clockOffset;
    std::optional<qint64> mirroredSeq;
    bool unclean = false;
    bool closed = false;
};

} // namespace ow::ledger
