// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/caseprojection.h"

#include "center/placedentry.h"
#include "domain/masking.h"
#include "record/canonical.h"

#include <QCborArray>

namespace ow::center {

using domain::CaseFile;
using domain::CaseState;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

bool awaitsAnswer(CaseState state)
{
    return state == CaseState::Received || state == CaseState::Resubmitted;
}

} // namespace

Result<CaseFile> foldStored(Store& store, const Vault& vault, const QString& number)
{
    const auto entries = store.entriesOf(number);
    if (!entries)
        return tl::unexpected(entries.error());
    CaseFile file;
    file.number = number;
    for (const EntryRow& row : *entries) {
        const record::EntryHeader& header = row.entry.header;
        const auto kind = domain::kindFromKey(header.kind);
        if (row.verdict.outcome != Outcome::Accepted || !kind ||
            domain::kindInfo(*kind).audience != domain::Audience::Case)
            continue;
        const auto bytes = readBody(store, vault, header.id);
        if (!bytes)
            return tl::unexpected(bytes.error());
        QCborMap what;
        if (*bytes) {
            const auto body = record::parseBody(**bytes);
            if (!body)
                return tl::unexpected(body.error());
            what = body->what;
        }
        auto next = domain::fold(file, {*kind, header.id, header.base.value_or(QString()), header.at,
                                        header.actor, header.station, what});
        // A body that was forgotten cannot be folded; what came before stands.
        if (next)
            file = std::move(*next);
        else if (*bytes)
            return tl::unexpected(next.error());
    }
    return file;
}

bool isInFull(const CaseFile& file)
{
    switch (file.state) {
    case CaseState::AwaitingSupplement:
    case CaseState::Granted:
    case CaseState::Refused:
    case CaseState::ReadyToIssue:
        return true;
    default:
        return domain::isOpen(file.state) && !file.openDeficiencies().empty();
    }
}

Result<CaseRow> projectCase(const Vault& vault, const CaseRow& before, const CaseFile& file)
{
    CaseRow row = before;
    row.state = file.state;
    row.head = file.lastEntry;
    row.due = dayText(file.due.promised);
    row.answerDue = awaitsAnswer(file.state) && file.due.certain ? dayText(file.due.answer) : QString();
    row.supplementDue.clear();
    for (const domain::Deficiency& owed : file.deficiencies) {
        const QString due = dayText(owed.due);
        if (owed.isOpen() && !owed.lapsed && (row.supplementDue.isEmpty() || due < row.supplementDue))
            row.supplementDue = due;
    }
    row.inFull = isInFull(file);
    const QString identity = file.intake.applicant.idNumber.trimmed().toUpper();
    if (!identity.isEmpty()) {
        row.applicantMac = vault.mac("applicant", identity.toUtf8());
        row.last4Mac = vault.mac("last4", (row.number + u'\n' + identity.right(4)).toUtf8());
    }
    const auto summary = record::writeCanonical(caseSummary(file));
    if (!summary)
        return tl::unexpected(summary.error());
    auto sealed = vault.seal("case_file", row.number, "summary", *summary);
    if (!sealed)
        return tl::unexpected(sealed.error());
    row.summarySealed = std::move(*sealed);
    return row;
}

QCborMap caseSummary(const CaseFile& file)
{
    const domain::Applicant& applicant = file.intake.applicant;
    const bool natural = applicant.kind == domain::ApplicantKind::Natural;
    QCborMap map{{u"item"_s, file.intake.guide.code},
                 {u"guide_version"_s, qint64(file.intake.guide.version)},
                 {u"name"_s, natural ? domain::maskedName(applicant.name) : applicant.name},
                 {u"id"_s, domain::maskedNumber(applicant.idNumber)},
                 {u"phone"_s, domain::maskedNumber(applicant.phone)},
                 {u"agent"_s, file.intake.agent ? domain::maskedName(file.intake.agent->name) : u""_s},
                 {u"received"_s, dayText(file.receivedOn)},
                 {u"answer_due"_s, dayText(file.due.answer)},
                 {u"promised_due"_s, dayText(file.due.promised)},
                 {u"statutory_due"_s, dayText(file.due.statutory)},
                 {u"deficiency_due"_s, dayText(file.openDeficiencyDue())},
                 {u"open_tasks"_s, qint64(file.openTasks().size())}};
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (it.value().isString() && it.value().toString().isNull())
            it.value() = u""_s;
    }
    return map;
}

Result<QCborMap> openSummary(const Vault& vault, const CaseRow& row)
{
    if (row.summarySealed.isEmpty())
        return QCborMap();
    const auto map = vault.open("case_file", row.number, "summary", row.summarySealed)
                         .and_then([](const QByteArray& bytes) { return record::parseCanonical(bytes); });
    if (!map)
        return tl::unexpected(map.error());
    return map->toMap();
}

} // namespace ow::center
