// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/caseline.h"
#include "desk/workplace.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace ow::desk {

/// What a clerk can tell somebody who asks how far it is, in sentences to be read out. Nothing in it is about
/// the person: it may be said aloud at a counter.
struct ProgressAnswer
{
    CaseLine line;       ///< the applicant masked, to tell several apart
    QString state;       ///< where it stands
    QString next;        ///< what is awaited, from whom, by when; empty when nothing is
    QStringList items;   ///< what is to be brought, one a line; empty when nothing is
    QString collect;     ///< where and with what the result is collected; empty when there is none
    QString newestPaper; ///< number of the last paper; a slip goes with it
    bool certain = true; ///< false: dates beyond the issued calendar, or entries the centre has not answered
};

struct ProgressReport
{
    std::vector<ProgressAnswer> answers; ///< the newest first; open ones before closed ones
    qint64 more = 0;                     ///< fit as well and were left out
    qint64 asOf = 0;                     ///< UTC ms of the centre's last word to this window; 0 = never
    bool training = false;               ///< there is no centre to know anything newer
};

/// 进度答复: how far a case is, by number (with or without hyphens, the text of its QR code, or its last
/// part), identifier, telephone or name. From this window's own ledger, so it works offline; says when the
/// centre was last heard. Lives on the GUI thread; answers come as futures.
class ProgressDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostAnswers = 20;

    explicit ProgressDesk(Workplace& workplace, QObject* parent = nullptr);

    /// Nothing for a text that is too short to mean somebody.
    [[nodiscard]] QFuture<domain::Result<ProgressReport>> ask(const QString& text);

private:
    Workplace& m_workplace;
};

} // namespace ow::desk
