// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "ledger/caserow.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace ow::desk {

/// One stored file of a case and where it goes in an export.
struct Attachment
{
    QString path;  ///< "materials/03-M02.jpg": no name a person chose, it may be somebody's
    QString blob;  ///< 64 hex digits
    QString about; ///< material id or kind of paper
    QString title; ///< number of the paper, or what the person called the file
    bool isPaper = false;
};

/// Every file the entries of a case name, each once: papers first, then materials in the order they came in.
[[nodiscard]] std::vector<Attachment> attachmentsOf(const ledger::CaseHistory& history);

/// An entry for people and programs: header and body in clear, hashes, what the centre said.
[[nodiscard]] QByteArray entryDocument(const ledger::TimelineEntry& entry);

/// What an index is made from.
struct ExportIndex
{
    const ledger::CaseHistory& history;
    const std::vector<ledger::TimelineEntry>& looks;
    const QHash<QString, QString>& names; ///< of the people by their ids
    const std::vector<Attachment>& files;
    QStringList missing; ///< paths of `files` that are not there
    QString by;          ///< who exports, by name
    qint64 at = 0;       ///< UTC ms
};

/// One HTML page in the language of the program, without scripts and without anything from elsewhere.
[[nodiscard]] QByteArray indexPage(const ExportIndex& index, const HouseRules& rules);

} // namespace ow::desk
