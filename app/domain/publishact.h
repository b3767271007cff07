// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QLatin1StringView>
#include <QString>

namespace ow::domain {

/// The three steps by which a new version of a guide comes into force: one administrator proposes the whole
/// document, another approves it, and either of them may decline it. Each is an entry of Kind::Publish.
enum class PublishStep { Propose, Approve, Decline };

[[nodiscard]] QLatin1StringView publishStepKey(PublishStep step);

/// What a publish entry says: the body without its salt. The window writes it and the centre judges it, both
/// by this one form. The header's guide names the proposed version.
struct PublishAct
{
    /// A proposal travels inside one entry (record::kMaxBodyBytes), with room for escapes and the rest.
    static constexpr qsizetype kMaxDocument = qsizetype(96) * 1024; ///< UTF-8 bytes
    static constexpr qsizetype kMaxText = 500;                      ///< characters of a note or reason

    PublishStep step = PublishStep::Propose;
    // of a proposal
    GuideRef base;       ///< the version that was current for its author
    QByteArray document; ///< UTF-8, exactly the bytes whose SM3 becomes the guide's identity
    // of approval and decline
    QString proposal; ///< id of the proposing entry
    QString text;     ///< why: of a proposal and of a decline; may be empty
};

[[nodiscard]] QCborMap publishToCbor(const PublishAct& act);
/// EntryInvalid naming the member when the map is no such act or too large.
[[nodiscard]] Result<PublishAct> publishFromCbor(const QCborMap& map);

} // namespace ow::domain
