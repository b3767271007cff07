// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/intakefile.h"

#include "domain/casefile.h"
#include "domain/formvalue.h"
#include "domain/situation.h"
#include "record/canonical.h"

#include <QCborArray>
#include <QDir>
#include <QUuid>

#include <algorithm>
#include <array>

namespace ow::ctl {

namespace {

using domain::ErrorCode;
using domain::Result;

constexpr qsizetype kMaxOrder = 1024 * 1024;
constexpr std::size_t kMaxFiles = 500;

tl::unexpected<domain::Error> refuse(const QString& field, const char* why)
{
    return domain::fail(ErrorCode::InvalidInput, QString::fromLatin1(why), field);
}

Result<void> onlyMembers(const QCborMap& map, const QStringList& known, const QString& where)
{
    for (const auto& [key, value] : map) {
        if (!known.contains(key.toString())) {
            return refuse(where + key.toString(), "no such member");
        }
    }
    return {};
}

/// Numbers travel as integers or decimal strings; a form holds text, and tables hold rows of it.
QCborValue asFormValue(const QCborValue& value)
{
    if (value.isArray()) {
        QCborArray list;
        for (const QCborValue& item : value.toArray()) {
            list.append(asFormValue(item));
        }
        return list;
    }
    return value.isInteger() ? QCborValue(QString::number(value.toInteger())) : value;
}

QString text(const QCborMap& map, const char* key)
{
    return asFormValue(map.value(QLatin1StringView(key))).toString();
}

bool isText(const QCborValue& value)
{
    return value.isString() || value.isInteger();
}

/// Known members only, each of them text.
Result<void> onlyTexts(const QCborMap& map, const QStringList& known, const QString& where)
{
    for (const auto& [key, value] : map) {
        if (!isText(value)) {
            return refuse(where + key.toString(), "text is expected");
        }
    }
    return onlyMembers(map, known, where);
}

/// Members that are there have the shape they must have, so that nothing somebody wrote is passed over.
Result<void> checkShapes(const QCborMap& map)
{
    for (const char* key : {"situations", "answers", "applicant", "agent", "fields"}) {
        const QCborValue value = map.value(QLatin1StringView(key));
        if (!value.isUndefined() && !value.isMap()) {
            return refuse(QString::fromLatin1(key), "an object is expected");
        }
    }
    for (const char* key : {"item", "channel"}) {
        const QCborValue value = map.value(QLatin1StringView(key));
        if (!value.isUndefined() && !value.isString()) {
            return refuse(QString::fromLatin1(key), "text is expected");
        }
    }
    const QCborValue materials = map.value(QLatin1StringView("materials"));
    return materials.isUndefined() || materials.isArray()
               ? Result<void>()
               : refuse(QStringLiteral("materials"), "a list is expected");
}

Result<void> readSituations(IntakeOrder& order, const QCborMap& map)
{
    for (const auto& [axis, situation] : map) {
        const domain::GuideAxis* known = order.guide->axis(axis.toString());
        const bool offered =
            known != nullptr && std::ranges::any_of(known->situations, [&situation](const auto& one) {
                return one.id == situation.toString();
            });
        if (!offered) {
            return refuse(QStringLiteral("situations.") + axis.toString(), "no such axis or situation");
        }
        order.intake.situations.insert(axis.toString(), situation.toString());
    }
    return {};
}

Result<void> readPeople(IntakeOrder& order, const QCborMap& map)
{
    const QCborMap person = map.value(QLatin1StringView("applicant")).toMap();
    static const QStringList known{QStringLiteral("kind"),    QStringLiteral("name"),
                                   QStringLiteral("id"),      QStringLiteral("phone"),
                                   QStringLiteral("address"), QStringLiteral("division")};
    if (auto good = onlyTexts(person, known, QStringLiteral("applicant.")); !good) {
        return good;
    }
    const QString kind = text(person, "kind");
    if (kind != QLatin1StringView("natural") && kind != QLatin1StringView("legal")) {
        return refuse(QStringLiteral("applicant.kind"), "natural or legal");
    }
    order.intake.applicant = {kind == QLatin1StringView("legal") ? domain::ApplicantKind::Legal
                                                                 : domain::ApplicantKind::Natural,
                              text(person, "name"),
                              text(person, "id"),
                              text(person, "phone"),
                              text(person, "address"),
                              text(person, "division")};
    if (const QCborValue agent = map.value(QLatin1StringView("agent")); agent.isMap()) {
        const QCborMap one = agent.toMap();
        if (auto good =
                onlyTexts(one, {QStringLiteral("name"), QStringLiteral("id"), QStringLiteral("phone")},
                          QStringLiteral("agent."));
            !good) {
            return good;
        }
        order.intake.agent = domain::Agent{text(one, "name"), text(one, "id"), text(one, "phone")};
    }
    return {};
}

Result<void> readAnswers(IntakeOrder& order, const QCborMap& map)
{
    for (const auto& [material, answer] : map) {
        if (order.guide->material(material.toString()) == nullptr || !answer.isBool()) {
            return refuse(QStringLiteral("answers.") + material.toString(),
                          "no such material, or not true or false");
        }
        order.intake.answers.insert(material.toString(), answer.toBool());
    }
    return {};
}

bool canStandInForm(const QCborValue& value)
{
    if (value.isArray()) {
        return std::ranges::all_of(value.toArray(), canStandInForm);
    }
    return isText(value) || value.isBool();
}

Result<void> readFields(IntakeOrder& order, const QCborMap& map)
{
    for (const auto& [key, value] : map) {
        const QString name = key.toString();
        if (order.guide->field(name) == nullptr) {
            return refuse(QStringLiteral("fields.") + name, "no such field");
        }
        if (!canStandInForm(value)) {
            return refuse(QStringLiteral("fields.") + name,
                          "text, true or false, or a list of them is expected");
        }
        const QCborValue typed = asFormValue(value);
        // What stands under applicant or agent is said there; a field may repeat it, not contradict it.
        const QCborValue before = domain::formValue(order.intake, name);
        if (!domain::isBlank(before) && before != typed) {
            return refuse(QStringLiteral("fields.") + name, "contradicts applicant or agent");
        }
        domain::setFormValue(order.intake, name, typed);
    }
    return {};
}

Result<void> readFiles(IntakeOrder& order, const QString& id, const QCborValue& files, const QString& folder)
{
    const QString where = QStringLiteral("materials.") + id + QStringLiteral(".files");
    if (!files.isUndefined() && !files.isArray()) {
        return refuse(where, "a list is expected");
    }
    for (const QCborValue& file : files.toArray()) {
        if (!file.isString() || file.toString().isEmpty()) {
            return refuse(where, "paths are expected");
        }
        order.files.push_back({id, QDir(folder).absoluteFilePath(file.toString())});
    }
    return order.files.size() > kMaxFiles ? refuse(QStringLiteral("materials"), "too many files")
                                          : Result<void>();
}

Result<void> readMaterial(IntakeOrder& order, const QCborMap& map, const QString& folder)
{
    const QString id = text(map, "id");
    const QString where = QStringLiteral("materials.") + id;
    if (order.guide->material(id) == nullptr) {
        return refuse(where, "no such material");
    }
    static const QStringList known{QStringLiteral("id"), QStringLiteral("files"), QStringLiteral("unfit")};
    if (auto good = onlyMembers(map, known, where + u'.'); !good) {
        return good;
    }
    domain::MaterialIntake& slot = order.intake.materialSlot(id);
    slot.state = domain::MaterialState::Received;
    if (const QCborValue unfit = map.value(QLatin1StringView("unfit")); !unfit.isUndefined()) {
        if (!unfit.isString() || unfit.toString().trimmed().isEmpty()) {
            return refuse(where + QStringLiteral(".unfit"), "a reason is expected");
        }
        slot.state = domain::MaterialState::Unfit;
        slot.unfitReason = unfit.toString();
    }
    return readFiles(order, id, map.value(QLatin1StringView("files")), folder);
}

Result<void> readMaterials(IntakeOrder& order, const QCborArray& list, const QString& folder)
{
    for (const QCborValue& value : list) {
        if (!value.isMap()) {
            return refuse(QStringLiteral("materials"), "objects are expected");
        }
        if (auto good = readMaterial(order, value.toMap(), folder); !good) {
            return good;
        }
    }
    return {};
}

QCborArray findingList(const domain::Findings& findings)
{
    QCborArray list;
    for (const domain::Finding& finding : findings) {
        QCborMap map = domain::findingToCbor(finding);
        if (!map.contains(QStringLiteral("source"))) {
            map.insert(QStringLiteral("source"), QString());
        }
        list.append(map);
    }
    return list;
}

/// What the file says becomes what counts: hidden answers out, computed ones in, computed axes chosen.
Result<IntakeOrder> applyRules(IntakeOrder order)
{
    const auto rules = domain::FormRules::make(*order.guide);
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    order.form = (*rules)->evaluate(order.intake);
    order.intake = domain::effectiveIntake(order.intake, order.form);
    return order;
}

/// "I" to "III" by the place of the situation on the computed axis `class`; "none" when the rules find that
/// no permission is needed. Empty for items without such an axis.
QString classOf(const IntakeOrder& order, const domain::Findings& findings)
{
    static constexpr std::array kClasses{"I", "II", "III"};
    const domain::GuideAxis* axis = order.guide->axis(QStringLiteral("class"));
    if (axis == nullptr || !axis->computed) {
        return {};
    }
    const bool needless = std::ranges::any_of(
        findings, [](const domain::Finding& one) { return one.effect == domain::Effect::NotRequired; });
    if (needless) {
        return QStringLiteral("none");
    }
    const QString chosen = order.intake.situations.value(axis->id, axis->defaultSituation);
    const auto at = std::ranges::find(axis->situations, chosen, &domain::GuideSituation::id);
    const auto place = static_cast<std::size_t>(at - axis->situations.begin());
    return place < kClasses.size() ? QString::fromLatin1(kClasses[place]) : QString();
}

} // namespace

Result<IntakeOrder> readIntakeOrder(const QByteArray& json, const QString& folder,
                                    const catalogue::Catalogue& catalogue)
{
    if (json.size() > kMaxOrder) {
        return refuse(QStringLiteral("intake"), "more than 1 MiB");
    }
    record::Limits limits;
    limits.bytes = kMaxOrder;
    const auto value = record::parseJson(json, limits);
    if (!value || !value->isMap()) {
        return value ? refuse(QStringLiteral("intake"), "an object is expected")
                     : tl::unexpected(value.error());
    }
    const QCborMap map = value->toMap();
    static const QStringList members{QStringLiteral("item"),       QStringLiteral("channel"),
                                     QStringLiteral("situations"), QStringLiteral("answers"),
                                     QStringLiteral("applicant"),  QStringLiteral("agent"),
                                     QStringLiteral("fields"),     QStringLiteral("materials")};
    if (auto good = onlyMembers(map, members, {}).and_then([&map] { return checkShapes(map); }); !good) {
        return tl::unexpected(good.error());
    }
    IntakeOrder order;
    order.guide = catalogue.current(text(map, "item"));
    if (!order.guide) {
        return refuse(QStringLiteral("item"), "no such item");
    }
    order.intake.draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.intake.guide = order.guide->ref;
    const auto channel = domain::channelFromKey(
        map.contains(QStringLiteral("channel")) ? text(map, "channel") : QStringLiteral("window"));
    if (!channel) {
        return refuse(QStringLiteral("channel"), "window, online, post, assisted or kiosk");
    }
    order.intake.channel = *channel;
    const auto at = [&map](const char* key) { return map.value(QLatin1StringView(key)); };
    auto read = readSituations(order, at("situations").toMap())
                    .and_then([&] { return readAnswers(order, at("answers").toMap()); })
                    .and_then([&] { return readPeople(order, map); })
                    .and_then([&] { return readFields(order, at("fields").toMap()); })
                    .and_then([&] { return readMaterials(order, at("materials").toArray(), folder); });
    return read ? applyRules(std::move(order)) : tl::unexpected(read.error());
}

QCborMap describe(const IntakeOrder& order, const domain::Findings& findings, const domain::DueDates& due)
{
    const auto resolved =
        domain::resolveSituation(*order.guide, order.intake.situations, order.intake.answers);
    QCborMap situations;
    for (std::size_t i = 0; i < resolved.chosen.size(); ++i) {
        situations.insert(order.guide->axes[i].id, resolved.chosen[i]->id);
    }
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    QCborMap map{{QStringLiteral("findings"), findingList(findings)},
                 {QStringLiteral("situations"), situations},
                 {QStringLiteral("statutoryDays"), resolved.statutoryDays},
                 {QStringLiteral("promisedDays"), resolved.promisedDays},
                 {QStringLiteral("due"), day(due.promised)},
                 {QStringLiteral("dueStatutory"), day(due.statutory)},
                 {QStringLiteral("dueCertain"), due.certain}};
    if (due.answer.isValid()) {
        map.insert(QStringLiteral("answerBy"), day(due.answer));
    }
    if (const QString name = classOf(order, findings); !name.isEmpty()) {
        map.insert(QStringLiteral("class"), name);
    }
    return map;
}

} // namespace ow::ctl
