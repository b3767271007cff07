// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/draftshelf.h"

#include "desk/casedesk.h"
#include "ledger/ledger.h"

#include <QHash>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

const QString kIntake = QStringLiteral("intake");
const QString kPlace = QStringLiteral("place");
const QString kMissing = QStringLiteral("missing");
const QString kHandedBy = QStringLiteral("handedBy");
const QString kHandedAt = QStringLiteral("handedAt");
const QString kTwins = QStringLiteral("twins");

DraftNote noteFrom(const QCborMap& content)
{
    return {placeFromCbor(content.value(kPlace).toMap()),
            static_cast<int>(content.value(kMissing).toInteger()), content.value(kHandedBy).toString(),
            content.value(kHandedAt).toInteger(), twinsFromCbor(content.value(kTwins).toArray())};
}

QHash<QString, QString> namesOf(Ledger& ledger)
{
    QHash<QString, QString> names;
    if (const auto persons = ledger.people().persons()) {
        for (const ledger::People::Person& person : *persons) {
            names.insert(person.id, person.name);
        }
    }
    return names;
}

} // namespace

QCborMap draftContent(const domain::Intake& intake, const DraftNote& note)
{
    QCborMap content{
        {kIntake, domain::intakeToCbor(intake)}, {kPlace, placeToCbor(note.place)}, {kMissing, note.missing}};
    if (!note.handedBy.isEmpty()) {
        content.insert(kHandedBy, note.handedBy);
        content.insert(kHandedAt, note.handedAt);
    }
    if (!note.twins.empty()) {
        content.insert(kTwins, twinsToCbor(note.twins));
    }
    return content;
}

Result<KeptDraft> readDraft(Ledger& ledger, const QString& id)
{
    const auto draft = ledger.drafts().load(id);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    auto intake = domain::intakeFromCbor(draft->content.value(kIntake).toMap());
    if (!intake) {
        return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("the draft is no intake"));
    }
    return KeptDraft{draft->id, draft->actor, std::move(*intake), noteFrom(draft->content)};
}

Result<std::vector<DraftLine>> listDrafts(Ledger& ledger, const HouseRules& rules, const QString& user)
{
    const auto drafts = ledger.drafts().list();
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    const QHash<QString, QString> names = namesOf(ledger);
    const auto nameOf = [&names](const QString& id) { return names.value(id, id); };
    std::vector<DraftLine> lines;
    for (const ledger::Drafts::Draft& draft : *drafts) {
        DraftLine line;
        line.id = draft.id;
        line.savedAt = draft.saved;
        line.owner = draft.actor;
        line.ownerName = nameOf(draft.actor);
        const DraftNote note = noteFrom(draft.content);
        line.missing = note.missing;
        line.handedBy = note.handedBy.isEmpty() ? QString() : nameOf(note.handedBy);
        if (const auto intake = domain::intakeFromCbor(draft.content.value(kIntake).toMap())) {
            const catalogue::GuidePtr guide = rules.catalogue.current(intake->guide.code);
            line.itemName = guide != nullptr ? guide->name : intake->guide.code;
            line.applicant = maskedName(intake->applicant.name);
        } else {
            line.unreadable = true;
        }
        lines.push_back(std::move(line));
    }
    std::ranges::stable_partition(lines, [&user](const DraftLine& line) { return line.owner == user; });
    if (lines.size() > kMaxDraftLines) {
        lines.resize(kMaxDraftLines);
    }
    return lines;
}

Result<void> handOverDraft(Ledger& ledger, const QString& id, const QString& from, const QString& to,
                           qint64 nowMs)
{
    const auto users = ledger.people().users();
    if (!users) {
        return tl::unexpected(users.error());
    }
    if (!users->contains(to)) {
        return domain::fail(ErrorCode::UserUnknown, QStringLiteral("cannot sign in here"));
    }
    auto draft = readDraft(ledger, id);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (draft->owner != from || to == from) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("not one's own draft, or to oneself"));
    }
    draft->note.handedBy = from;
    draft->note.handedAt = nowMs;
    return ledger.drafts().save(id, to, draftContent(draft->intake, draft->note));
}

} // namespace ow::desk
