// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/publishact.h"

#include "domain/intake.h"

#include <array>

namespace ow::domain {

namespace {

constexpr qsizetype kSm3Bytes = 32;
constexpr qsizetype kMaxId = 64;
constexpr std::array kSteps{PublishStep::Propose, PublishStep::Approve, PublishStep::Decline};

tl::unexpected<Error> invalid(const char* member)
{
    return fail(ErrorCode::EntryInvalid, QStringLiteral("this is no publish act"),
                QStringLiteral("what.") + QLatin1StringView(member));
}

QString text(const QCborMap& map, QLatin1StringView key)
{
    return map.value(key).toString();
}

} // namespace

QLatin1StringView publishStepKey(PublishStep step)
{
    switch (step) {
    case PublishStep::Propose:
        return QLatin1StringView("propose");
    case PublishStep::Approve:
        return QLatin1StringView("approve");
    case PublishStep::Decline:
        return QLatin1StringView("decline");
    }
    return {};
}

QCborMap publishToCbor(const PublishAct& act)
{
    QCborMap map{{QStringLiteral("step"), QString(publishStepKey(act.step))}};
    if (act.step == PublishStep::Propose) {
        map.insert(QStringLiteral("base"), guideRefToCbor(act.base));
        map.insert(QStringLiteral("document"), QString::fromUtf8(act.document));
    } else {
        map.insert(QStringLiteral("proposal"), act.proposal);
    }
    if (!act.text.isEmpty()) {
        map.insert(QStringLiteral("text"), act.text);
    }
    return map;
}

Result<PublishAct> publishFromCbor(const QCborMap& map)
{
    const QString step = text(map, QLatin1StringView("step"));
    PublishAct act;
    bool known = false;
    for (const PublishStep one : kSteps) {
        if (step == publishStepKey(one)) {
            act.step = one;
            known = true;
        }
    }
    if (!known) {
        return invalid("step");
    }
    act.text = text(map, QLatin1StringView("text"));
    if (act.text.size() > PublishAct::kMaxText) {
        return invalid("text");
    }
    if (act.step != PublishStep::Propose) {
        act.proposal = text(map, QLatin1StringView("proposal"));
        return act.proposal.isEmpty() || act.proposal.size() > kMaxId
                   ? Result<PublishAct>(invalid("proposal"))
                   : Result<PublishAct>(std::move(act));
    }
    act.base = guideRefFromCbor(map.value(QLatin1StringView("base")).toMap());
    if (act.base.code.isEmpty() || act.base.version < 1 || act.base.sm3.size() != kSm3Bytes) {
        return invalid("base");
    }
    act.document = text(map, QLatin1StringView("document")).toUtf8();
    if (act.document.isEmpty() || act.document.size() > PublishAct::kMaxDocument) {
        return invalid("document");
    }
    return act;
}

} // namespace ow::domain
