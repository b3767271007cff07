// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicatedecision.h"

#include <QCborMap>

#include <array>

namespace ow::desk {

namespace {

const QString kWith = QStringLiteral("with");
const QString kDecision = QStringLiteral("decision");
const QString kReason = QStringLiteral("reason");

constexpr std::array kAll{DuplicateDecision::Different, DuplicateDecision::KeepBoth,
                          DuplicateDecision::WithdrawLater};

} // namespace

QString decisionKey(DuplicateDecision decision)
{
    switch (decision) {
    case DuplicateDecision::Different:
        return QStringLiteral("different");
    case DuplicateDecision::KeepBoth:
        return QStringLiteral("keepBoth");
    case DuplicateDecision::WithdrawLater:
        return QStringLiteral("withdrawLater");
    }
    return {};
}

std::optional<DuplicateDecision> decisionFromKey(const QString& key)
{
    for (const DuplicateDecision decision : kAll) {
        if (decisionKey(decision) == key) {
            return decision;
        }
    }
    return std::nullopt;
}

QCborArray twinsToCbor(const std::vector<TwinDecision>& twins)
{
    QCborArray list;
    for (const TwinDecision& twin : twins) {
        list.append(
            QCborMap{{kWith, twin.other}, {kDecision, decisionKey(twin.decision)}, {kReason, twin.reason}});
    }
    return list;
}

std::vector<TwinDecision> twinsFromCbor(const QCborArray& list)
{
    std::vector<TwinDecision> twins;
    for (const QCborValue& value : list) {
        const QCborMap map = value.toMap();
        if (const auto decision = decisionFromKey(map.value(kDecision).toString())) {
            twins.push_back({map.value(kWith).toString(), *decision, map.value(kReason).toString()});
        }
    }
    return twins;
}

ledger::ActDraft duplicateNote(const QString& number, const std::optional<QString>& head,
                               const QString& actor, const TwinDecision& said)
{
    ledger::ActDraft act;
    act.kind = domain::Kind::Note;
    act.actor = actor;
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = number;
    act.seenHead = head;
    act.body = ledger::fixedBody({{QStringLiteral("about"), QStringLiteral("duplicate")},
                                  {kWith, said.other},
                                  {kDecision, decisionKey(said.decision)},
                                  {kReason, said.reason}});
    return act;
}

} // namespace ow::desk
