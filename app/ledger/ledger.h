// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/actdraft.h"
#include "ledger/blobstore.h"
#include "ledger/casequeries.h"
#include "ledger/caserow.h"
#include "ledger/drafts.h"
#include "ledger/ledgeroptions.h"
#include "ledger/nameindex.h"
#include "ledger/outbox.h"
#include "ledger/people.h"
#include "ledger/retention.h"
#include "ledger/verifier.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ow::ledger {

/// The durable truth at one window (台账): every act of a person, its case, its papers and its materials, in
/// one profile folder that this object alone writes. Synchronous; lives on the ledger thread (see
/// LedgerThread).
///
/// Standing: opened without anybody signed in, nothing private can be read and nothing written (KeyLocked).
/// After signIn() everything works. lock() drops the names, keeps the keys, so that sync empties the queue.
/// signOut() drops the keys. A fork (I7), a failed sync or a broken disk makes it read-only: see
/// readOnlyReason().
class Ledger
{
public:
    /// Makes a profile for a device the centre has enrolled, or for training. The folder must hold none.
    [[nodiscard]] static domain::Result<std::unique_ptr<Ledger>> create(const LedgerOptions& options,
                                                                        const Enrolment& enrolment);
    /// NotEnrolled when there is none; AlreadyOpen; DatabaseNewer; DatabaseCorrupt after a failed check. A
    /// fork is no error here: the ledger opens and can be read.
    [[nodiscard]] static domain::Result<std::unique_ptr<Ledger>> open(const LedgerOptions& options);
    [[nodiscard]] static bool exists(const LedgerOptions& options);

    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger(); ///< closes

    /// Mirrors, empties the WAL, marks the end as orderly. After it only the destructor may be called.
    [[nodiscard]] domain::Result<void> close();

    [[nodiscard]] const DeviceIdentity& identity() const;
    [[nodiscard]] const record::CryptoProvider& crypto() const;
    [[nodiscard]] const domain::Clock& clock() const;
    /// Why nothing can be written: Forked, ReadOnly, DatabaseFailed …; none when it can.
    [[nodiscard]] std::optional<domain::Error> readOnlyReason() const;
    /// The process before did not close; the database was checked.
    [[nodiscard]] bool endedUncleanly() const;

    // -- who
    // ------------------------------------------------------------------------------------------------------
    /// PasswordWrong, PasswordLocked (`field`: seconds to wait), UserUnknown. Five wrong ones lock for 15
    /// minutes. Slow by design (Argon2id).
    [[nodiscard]] domain::Result<void> signIn(const QString& user, const record::SecretBytes& password);
    void lock();
    /// Of the person signed in; the same errors as signIn.
    [[nodiscard]] domain::Result<void> unlock(const record::SecretBytes& password);
    void signOut();
    [[nodiscard]] const QString& user() const; ///< empty when nobody is signed in
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool hasKeys() const;
    /// Re-seals the key pair of the person signed in. The result travels as `config` by the caller's entry.
    [[nodiscard]] domain::Result<record::UserKeys> changePassword(const record::SecretBytes& oldPassword,
                                                                  const record::SecretBytes& newPassword);
    [[nodiscard]] People& people();

    // -- acts
    // -----------------------------------------------------------------------------------------------------
    /// Writes all acts, their bodies, numbers and projections in one transaction (I1). MoveIllegal,
    /// CaseMoved, BlobMissing, KeyLocked, DatabaseFull, ReadOnly …: then nothing happened.
    [[nodiscard]] domain::Result<std::vector<WrittenEntry>> append(std::span<const ActDraft> acts);
    /// An act of kind Forget for a settled, closed case: its body keeps what the projection needs without a
    /// person. The bodies go when the centre has accepted it.
    [[nodiscard]] domain::Result<ActDraft> forgetDraft(const QString& caseNumber, const QString& actor) const;
    /// (seq, hash) of the last entry; 0 and zeros before the first.
    [[nodiscard]] ChainHead head() const;
    /// Sync measured the clock: centre minus device, now.
    void setClockOffset(qint64 offsetMs);

    [[nodiscard]] Drafts& drafts();
    [[nodiscard]] BlobStore& blobs();
    [[nodiscard]] const CaseQueries& cases() const;
    [[nodiscard]] Outbox& outbox();

    /// Reads up to `rows` more names into memory; true when all are there. Call until true after sign-in,
    /// between other work.
    [[nodiscard]] domain::Result<bool> loadNames(int rows);
    [[nodiscard]] const NameIndex& names() const;

    // -- small things
    // ---------------------------------------------------------------------------------------------
    /// Sealed (a TLS key, a token). NotFound, KeyLocked.
    [[nodiscard]] domain::Result<void> putSecret(const QString& name, const QByteArray& value);
    [[nodiscard]] domain::Result<QByteArray> secret(const QString& name) const;
    /// In the clear: nothing private.
    [[nodiscard]] domain::Result<void> putSetting(const QString& name, const QByteArray& value);
    [[nodiscard]] domain::Result<QByteArray> setting(const QString& name) const;

    // -- trust
    // ----------------------------------------------------------------------------------------------------
    /// Call within a second of an append (LedgerThread does): (seq, hash, serials) go to both mirrors. No
    /// work when nothing changed. A mirror that cannot be written makes the ledger read-only.
    [[nodiscard]] domain::Result<void> flushMirror();
    /// The centre's last (seq, hash) of this device. Forked, from then on read-only, when it has other or
    /// later entries than this ledger.
    [[nodiscard]] domain::Result<void> compareWithCentre(qint64 seq, const QByteArray& hash);
    /// Walks everything (I6). Bodies are checked when the keys are at hand.
    [[nodiscard]] domain::Result<VerifyReport> verify(const VerifyOptions& options) const;
    /// Drops and rebuilds every projection in one transaction.
    [[nodiscard]] domain::Result<void> rebuildProjections();
    /// What a rebuild would change; empty = nothing.
    [[nodiscard]] domain::Result<QStringList> compareProjections() const;

    // -- what is kept no longer
    /// A little of the housekeeping: files of forgotten bodies, copies they may lie in, bodies of other
    /// windows' cases the rule no longer keeps. At most some ms; true when there is more to do at once. Call
    /// it now and then (LedgerThread does). Does nothing while nobody is signed in or the ledger is
    /// read-only.
    [[nodiscard]] domain::Result<bool> tidy();
    [[nodiscard]] domain::Result<RetentionRule> retention() const;
    /// By an administrator; the caller checks that. InvalidInput naming the member.
    [[nodiscard]] domain::Result<void> setRetention(const RetentionRule& rule);
    /// Own cases the rule says may be forgotten now, oldest first: each takes a forgetDraft().
    [[nodiscard]] domain::Result<QStringList> forgettable(int limit) const;

    // -- the journal beside it
    /// Brings the journal of unsent entries up to date where it is behind: call it now and then (LedgerThread
    /// does). Never waits for its disk, never fails: sidecar() says how it stands.
    void feedSidecar();
    [[nodiscard]] SidecarStatus sidecar() const;
    /// Appends from a journal of this device what this ledger lacks, for a database that was put back from an
    /// older copy. All of it or nothing: hash, link and MAC of every entry are checked, and one that differs
    /// from the ledger's own is Forked; ChainBroken when entries are missing between the two, SealBroken for
    /// a journal of another device. Lifts a fork that only said that the ledger was behind, once both mirrors
    /// agree again; then open the ledger anew. NotAllowed for any other fork.
    [[nodiscard]] domain::Result<SidecarImport> importSidecar(const QString& file);

    /// For LedgerReader on another thread; only while somebody is signed in.
    [[nodiscard]] domain::Result<ReaderTicket> readerTicket() const;

private:
    class Private;
    explicit Ledger(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace ow::ledger
