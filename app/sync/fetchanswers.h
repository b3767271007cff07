// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/people.h"
#include "record/crypto.h"
#include "sync/guideshelf.h"

#include <QCborMap>

#include <vector>

namespace ow::sync {

/// A new version of a guide that waits for a second administrator.
struct WaitingProposal
{
    QString id; ///< of the proposing entry
    QString code;
    int version = 0;
    QByteArray sm3;
    QByteArray document;
    QString proposedBy;    ///< staff id
    qint64 proposedAt = 0; ///< UTC ms, device time
    QString note;
};

/// The people of the hall as the centre has them. A revoked one has no keys.
struct HallPeople
{
    std::vector<ledger::People::Person> persons;
    std::vector<record::UserKeys> keys;
};

struct GuidesPage
{
    std::vector<PublishedGuide> guides;
    QString next;
    bool more = false;
};

// Answers are read strictly: anything but the contract is ReplyInvalid naming the member. A document whose
// SM3 is not the one it comes with is no answer; whether it is a guide is for the catalogue to say.
[[nodiscard]] domain::Result<HallPeople> readPeople(const QCborMap& body);
[[nodiscard]] domain::Result<GuidesPage> readGuides(const QCborMap& body,
                                                    const record::CryptoProvider& crypto);
[[nodiscard]] domain::Result<std::vector<WaitingProposal>>
readProposals(const QCborMap& body, const record::CryptoProvider& crypto);

} // namespace ow::sync
