// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casefilter.h"
#include "desk/caseline.h"
#include "desk/casetimeline.h"
#include "desk/unmask.h"
#include "desk/workplace.h"
#include "domain/casefile.h"

#include <QFuture>
#include <QObject>
#include <QSet>

#include <vector>

namespace ow::desk {

/// A case opened: what the detail pane shows.
struct CaseDetail
{
    CaseLine line;
    domain::CaseFile file;
    QString applicantName;
    QString applicantIdMasked;
    QString agentName;
    QString agentIdMasked;
    QString phoneMasked;
    QString situations;
    int guideVersion = 0;
    QStringList duplicates; ///< open cases of the same applicant and item nobody has decided about
    std::vector<TimelineLine> timeline; ///< oldest first
};

/// Looking cases up: lists, one case, and what has to be said about the looking. Lives on the GUI thread;
/// answers come as futures.
class CaseDesk : public QObject
{
    Q_OBJECT

public:
    explicit CaseDesk(Workplace& workplace, QObject* parent = nullptr);

    /// The cases of a list in its order. "20261101-20261123" as text means days of receipt.
    [[nodiscard]] QFuture<domain::Result<CaseKeys>> keys(const CaseFilter& filter);
    /// The lines of some keys, in their order, at most 1,000; keys no longer there are left out.
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> lines(std::vector<qint64> keys);
    [[nodiscard]] QFuture<domain::Result<CaseCounts>> counts();
    /// keys() and lines() of the first `limit`.
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> list(CaseList which, int limit = 500);
    /// By number (with or without hyphens), name, item, a whole identifier or phone, or the last four or more
    /// of one; the newest first.
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> find(const QString& text, int limit = 50);

    /// A case with its timeline. Of a case received at another window the looking is an entry, written before
    /// anything is shown, once a case while somebody is signed in.
    [[nodiscard]] QFuture<domain::Result<CaseDetail>> open(const QString& number);
    /// Everything masked of a case; the entry that says what was shown and why is durable before it arrives.
    [[nodiscard]] QFuture<domain::Result<Unmasked>> unmask(const QString& number, UnmaskReason why);
    /// Records that a paper is about to be printed, and which time it is. Print when it has arrived.
    [[nodiscard]] QFuture<domain::Result<PrintNote>> notePrint(const QString& caseNumber,
                                                               const QString& paperNumber);

private:
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> first(const CaseFilter& filter, int limit);

    /// The same answer, after which the workplace says that there is something new to send.
    template <class T> QFuture<domain::Result<T>> written(QFuture<domain::Result<T>> answer)
    {
        return answer.then(this, [this](domain::Result<T> done) {
            if (done) {
                m_workplace.noteWritten();
            }
            return done;
        });
    }

    Workplace& m_workplace;
    QSet<QString> m_lookedAt; ///< cases of other windows whose opening is recorded
};

} // namespace ow::desk
