// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace ow::desk {

/// Which cases a list shows.
enum class CaseList { Today, Open, AwaitingSupplement, All };

/// A row of the list. Names masked as lists show them.
struct CaseLine
{
    QString number;
    QString item;
    QString itemName;
    QString applicant;
    domain::CaseState state = domain::CaseState::None;
    bool deficient = false;
    QDate received;
    QDate nextDue; ///< answer before, promised after acceptance; invalid when none
    int workdaysLeft = 0;
    bool dueCertain = true;
    int pending = 0; ///< entries the centre has not answered
    int conflicts = 0;
    QStringList flags;
};

/// Where an entry stands with the centre.
enum class SyncState { Pending, Accepted, Conflict, Rejected };

struct TimelineLine
{
    qint64 seq = 0;
    qint64 at = 0;
    domain::Kind kind = domain::Kind::Note;
    QString kindKey; ///< for kinds this program does not know
    QString actor;   ///< name when known, else the id
    QString detail;  ///< ready to read: paper number, number of materials, …
    SyncState sync = SyncState::Pending;
};

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
    std::vector<TimelineLine> timeline; ///< oldest first
};

/// 张**: the name of a person; what is longer than four characters is an organisation's and stays.
[[nodiscard]] QString maskedName(const QString& name);

/// 620102********1234, 139****0001; anything that is neither keeps two characters at each end.
[[nodiscard]] QString maskedNumber(const QString& number);

/// Looking cases up. Lives on the GUI thread; answers come as futures.
class CaseDesk : public QObject
{
    Q_OBJECT

public:
    explicit CaseDesk(Workplace& workplace, QObject* parent = nullptr);

    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> list(CaseList which, int limit = 500);
    /// By number (with or without hyphens), name, or the last four or more of an identifier or phone.
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> find(const QString& text, int limit = 50);
    [[nodiscard]] QFuture<domain::Result<CaseDetail>> open(const QString& number);

private:
    Workplace& m_workplace;
};

} // namespace ow::desk
