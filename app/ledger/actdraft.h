// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "domain/result.h"
#include "record/entry.h"

#include <QCborMap>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace ow::ledger {

class Numbers;

/// One act to be written down. Several in one append() stand or fall together (即办件: receive, accept,
/// grant, issue).
struct ActDraft
{
    enum class Case {
        None,     ///< config and device kinds
        Open,     ///< a new case: its number is drawn in the same transaction
        AsBefore, ///< the case of the act before this one in the same append()
        Existing, ///< `caseNumber`
    };

    domain::Kind kind = domain::Kind::Note;
    QString actor; ///< user id
    Case about = Case::None;
    QString caseNumber;
    /// Last entry the person had before his eyes; when the case has moved on since, the append fails with
    /// CaseMoved. Not set: no check.
    std::optional<QString> seenHead;
    std::optional<record::GuideRef> guide;
    QVector<record::BlobRef> blobs; ///< each must already be in the blob store
    /// A draft this act is made from: deleted in the same transaction, so that it cannot be decided twice.
    QString settlesDraft;

    /// The body, made inside the transaction, on the ledger thread. The ledger adds `number` (only to the act
    /// that opens a case) and `drawn`. Must be pure but for Numbers; an error undoes the whole append.
    std::function<domain::Result<QCborMap>(Numbers&)> body;
};

/// A body that needs no numbers.
[[nodiscard]] inline std::function<domain::Result<QCborMap>(Numbers&)> fixedBody(const QCborMap& what)
{
    return [what](Numbers&) -> domain::Result<QCborMap> { return what; };
}

/// An entry as it was written, with its body.
struct WrittenEntry
{
    record::Entry entry;
    QCborMap what;
};

} // namespace ow::ledger
