// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/connection.h"
#include "desk/guideedit.h"
#include "domain/publishact.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace ow::desk {

/// Which guides the list shows.
struct GuideFilter
{
    QString text;           ///< code, name, alias, pinyin, as the one search box takes it; empty = all
    QString domain;         ///< empty = all
    bool onlyNoted = false; ///< only with a warning, a doubt or a proposal that waits
};

/// A row of the list.
struct GuideLine
{
    QString code;
    QString name;
    QString domain;
    int version = 0;
    bool published = false; ///< false: came with the program
    int promisedDays = 0;
    int statutoryDays = 0;
    int warnings = 0;
    bool doubtful = false;
    bool waiting = false; ///< a new version waits for a second administrator
};

/// A version in the history of a guide.
struct GuideVersion
{
    int version = 0;
    bool published = false;
    bool current = false;
    qint64 publishedAt = 0; ///< UTC ms; 0 for a built-in
    QString proposedBy;     ///< names when known, else staff ids
    QString approvedBy;
    QString note;
};

/// A new version that waits, with all that differs from the one in force.
struct GuideProposal
{
    QString id;
    QString code;
    QString item; ///< name
    int version = 0;
    QString by; ///< name or staff id
    qint64 at = 0;
    QString note;
    bool own = false; ///< the person here proposed it: somebody else has to approve
    std::vector<GuideDifference> differences;
    QStringList warnings;
    QString refused; ///< not empty: this program finds the document bad, and why
};

/// What an intended change would come to.
struct GuidePreview
{
    domain::Guide guide;
    QByteArray document;
    std::vector<GuideDifference> differences;
    QStringList warnings; ///< that the version in force does not have
};

/// Something this window has sent to the centre about a guide.
struct SentPublish
{
    domain::PublishStep step = domain::PublishStep::Propose;
    QString code;
    int version = 0;
    qint64 at = 0;
    SyncState state = SyncState::Pending;
    QString reason; ///< of a rejected one: see Outcome in the contract
};

/// The words for a reason of the centre.
[[nodiscard]] QString publishReasonWords(const QString& reason);

/// 指南: reading guides, and changing one with a second person through the centre. Everybody may read; an
/// administrator proposes, another one approves; the same person is refused here and by the centre. Nothing
/// is in force before the centre has said so and the window has fetched it. Lives on the GUI thread.
class GuidesDesk : public QObject
{
    Q_OBJECT

public:
    GuidesDesk(Workplace& workplace, Connection& connection, QObject* parent = nullptr);

    static constexpr int kMaxSent = 50;

    [[nodiscard]] bool mayPublish() const;
    /// False: what is proposed now waits for the line to the centre.
    [[nodiscard]] bool isOnline() const;

    // -- reading, from memory
    [[nodiscard]] std::vector<GuideLine> list(const GuideFilter& filter) const;
    [[nodiscard]] QStringList domains() const;
    [[nodiscard]] catalogue::GuidePtr current(const QString& code) const;
    /// What was noted about the version in force, errors of newer ones that were left out included.
    [[nodiscard]] QStringList notes(const QString& code) const;

    // -- reading, from the ledger
    [[nodiscard]] QFuture<domain::Result<std::vector<GuideVersion>>> history(const QString& code);
    [[nodiscard]] QFuture<domain::Result<std::vector<SentPublish>>> sent();
    /// The proposals the centre told of last, each compared with the version in force. In memory only.
    [[nodiscard]] QFuture<domain::Result<std::vector<GuideProposal>>> proposals();

    // -- publishing
    /// GuideInvalid with the first fault when the change cannot stand (a promise beyond the law's limit);
    /// InvalidInput when it changes nothing.
    [[nodiscard]] QFuture<domain::Result<GuidePreview>> preview(const QString& code,
                                                                const GuideChange& change);
    /// RoleMissing, NotEnrolled in training, NotAllowed while another proposal of this guide waits.
    [[nodiscard]] QFuture<domain::Result<void>> propose(const QString& code, const GuideChange& change,
                                                        const QString& note);
    /// NotAllowed for one's own proposal; NotFound when it no longer waits.
    [[nodiscard]] QFuture<domain::Result<void>> approve(const QString& proposal);
    /// One's own proposal may be taken back in the same way.
    [[nodiscard]] QFuture<domain::Result<void>> decline(const QString& proposal, const QString& reason);

    /// Asks the centre now.
    void refresh();

Q_SIGNALS:
    /// Guides, proposals or what became of an own one.
    void changed();

private:
    [[nodiscard]] domain::Result<QString> author() const;
    [[nodiscard]] QFuture<domain::Result<void>> append(const domain::PublishAct& act,
                                                       const domain::GuideRef& about);
    [[nodiscard]] domain::Result<sync::WaitingProposal> waiting(const QString& proposal) const;
    void takeProposals(const std::vector<sync::WaitingProposal>& proposals);

    Workplace& m_workplace;
    Connection& m_connection;
    std::vector<sync::WaitingProposal> m_waiting;
    int m_unsettled = 0; ///< own entries the centre has not answered
};

} // namespace ow::desk
