// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/intake.h"

#include <QCborArray>

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr std::array kChannels{QLatin1StringView("window"), QLatin1StringView("online"),
                               QLatin1StringView("post"), QLatin1StringView("assisted"),
                               QLatin1StringView("kiosk")};

constexpr std::array kSources{QLatin1StringView("typed"), QLatin1StringView("card"),
                              QLatin1StringView("earlier"), QLatin1StringView("code")};

constexpr std::array kMaterialStates{QLatin1StringView("missing"), QLatin1StringView("received"),
                                     QLatin1StringView("notApplicable"), QLatin1StringView("unfit")};

constexpr std::array kOrigins{QLatin1StringView("file"), QLatin1StringView("scanner"),
                              QLatin1StringView("camera"), QLatin1StringView("clipboard"),
                              QLatin1StringView("reused")};

constexpr std::array kGrades{QLatin1StringView("A"), QLatin1StringView("B"), QLatin1StringView("C"),
                             QLatin1StringView("D")};

struct EditMember
{
    QLatin1StringView key;
    int PageEdit::*member;
};

constexpr std::array kEditMembers{
    EditMember{QLatin1StringView("turns"), &PageEdit::quarterTurns},
    EditMember{QLatin1StringView("skew"), &PageEdit::skew},
    EditMember{QLatin1StringView("left"), &PageEdit::cutLeft},
    EditMember{QLatin1StringView("top"), &PageEdit::cutTop},
    EditMember{QLatin1StringView("right"), &PageEdit::cutRight},
    EditMember{QLatin1StringView("bottom"), &PageEdit::cutBottom},
};

template <class Enum, std::size_t N>
std::optional<Enum> fromKey(const std::array<QLatin1StringView, N>& keys, const QString& key)
{
    const auto found = std::ranges::find_if(keys, [&key](QLatin1StringView k) { return key == k; });
    if (found == keys.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - keys.begin());
}

QString text(const QCborMap& map, QLatin1StringView key)
{
    return map.value(key).toString();
}

QCborMap personToCbor(const Agent& agent)
{
    return {{QStringLiteral("name"), agent.name},
            {QStringLiteral("idNumber"), agent.idNumber},
            {QStringLiteral("phone"), agent.phone}};
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QDate day(const QCborMap& map, QLatin1StringView key)
{
    return QDate::fromString(text(map, key), Qt::ISODate);
}

/// Members that say nothing are left out, so that entries written before there were edits read the same.
QCborMap fileToCbor(const MaterialFile& file)
{
    QCborMap map{{QStringLiteral("blob"), file.blob},   {QStringLiteral("sm3"), file.plainSm3},
                 {QStringLiteral("size"), file.size},   {QStringLiteral("mime"), file.mime},
                 {QStringLiteral("pages"), file.pages}, {QStringLiteral("title"), file.title}};
    if (file.origin != FileOrigin::File) {
        map.insert(QStringLiteral("origin"), QString(kOrigins.at(static_cast<std::size_t>(file.origin))));
    }
    if (file.incomplete) {
        map.insert(QStringLiteral("incomplete"), true);
    }
    QCborMap edit;
    for (const EditMember& row : kEditMembers) {
        if (const int value = file.edit.*(row.member); value != 0) {
            edit.insert(QString(row.key), value);
        }
    }
    if (!edit.isEmpty()) {
        map.insert(QStringLiteral("edit"), edit);
    }
    return map;
}

MaterialFile fileFromCbor(const QCborMap& map)
{
    MaterialFile file{
        text(map, QLatin1StringView("blob")),
        text(map, QLatin1StringView("sm3")),
        map.value(QLatin1StringView("size")).toInteger(),
        text(map, QLatin1StringView("mime")),
        static_cast<int>(map.value(QLatin1StringView("pages")).toInteger(1)),
        text(map, QLatin1StringView("title")),
        fromKey<FileOrigin>(kOrigins, text(map, QLatin1StringView("origin"))).value_or(FileOrigin::File),
        {},
        map.value(QLatin1StringView("incomplete")).toBool(false)};
    const QCborMap edit = map.value(QLatin1StringView("edit")).toMap();
    for (const EditMember& row : kEditMembers) {
        file.edit.*(row.member) = static_cast<int>(edit.value(row.key).toInteger(0));
    }
    return file;
}

QCborMap reusedToCbor(const ReusedFrom& reused)
{
    QCborMap map{{QStringLiteral("case"), reused.caseNumber},
                 {QStringLiteral("material"), reused.material},
                 {QStringLiteral("verifiedOn"), dayText(reused.verifiedOn)},
                 {QStringLiteral("grade"), gradeKey(reused.grade)}};
    if (reused.validUntil.isValid()) {
        map.insert(QStringLiteral("validUntil"), dayText(reused.validUntil));
    }
    return map;
}

ReusedFrom reusedFromCbor(const QCborMap& map)
{
    return {text(map, QLatin1StringView("case")), text(map, QLatin1StringView("material")),
            day(map, QLatin1StringView("verifiedOn")), day(map, QLatin1StringView("validUntil")),
            gradeFromKey(text(map, QLatin1StringView("grade"))).value_or(TrustGrade::C)};
}

QCborMap materialToCbor(const MaterialIntake& material)
{
    QCborArray files;
    for (const MaterialFile& file : material.files) {
        files.append(fileToCbor(file));
    }
    QCborMap map{
        {QStringLiteral("id"), material.id},
        {QStringLiteral("state"), QString(kMaterialStates.at(static_cast<std::size_t>(material.state)))},
        {QStringLiteral("files"), files}};
    if (!material.unfitReason.isEmpty()) {
        map.insert(QStringLiteral("unfitReason"), material.unfitReason);
    }
    if (material.demanded) {
        map.insert(QStringLiteral("demanded"), true);
    }
    if (material.grade != TrustGrade::C) {
        map.insert(QStringLiteral("grade"), gradeKey(material.grade));
    }
    if (material.validUntil.isValid()) {
        map.insert(QStringLiteral("validUntil"), dayText(material.validUntil));
    }
    if (material.reused) {
        map.insert(QStringLiteral("reused"), reusedToCbor(*material.reused));
    }
    if (material.bound) {
        map.insert(QStringLiteral("bound"), fileToCbor(*material.bound));
    }
    return map;
}

std::optional<MaterialIntake> materialFromCbor(const QCborMap& map)
{
    const auto state = fromKey<MaterialState>(kMaterialStates, text(map, QLatin1StringView("state")));
    if (!state) {
        return std::nullopt;
    }
    MaterialIntake material;
    material.id = text(map, QLatin1StringView("id"));
    material.state = *state;
    material.unfitReason = text(map, QLatin1StringView("unfitReason"));
    for (const QCborValue& value : map.value(QLatin1StringView("files")).toArray()) {
        material.files.push_back(fileFromCbor(value.toMap()));
    }
    material.demanded = map.value(QLatin1StringView("demanded")).toBool(false);
    material.grade = gradeFromKey(text(map, QLatin1StringView("grade"))).value_or(TrustGrade::C);
    material.validUntil = day(map, QLatin1StringView("validUntil"));
    if (const QCborValue reused = map.value(QLatin1StringView("reused")); reused.isMap()) {
        material.reused = reusedFromCbor(reused.toMap());
    }
    if (const QCborValue bound = map.value(QLatin1StringView("bound")); bound.isMap()) {
        material.bound = fileFromCbor(bound.toMap());
    }
    return material;
}

Applicant applicantFromCbor(const QCborMap& map)
{
    return {text(map, QLatin1StringView("kind")) == QLatin1StringView("legal") ? ApplicantKind::Legal
                                                                               : ApplicantKind::Natural,
            text(map, QLatin1StringView("name")),
            text(map, QLatin1StringView("idNumber")),
            text(map, QLatin1StringView("phone")),
            text(map, QLatin1StringView("address")),
            text(map, QLatin1StringView("division"))};
}

QCborMap applicantToCbor(const Applicant& applicant)
{
    return {{QStringLiteral("kind"),
             applicant.kind == ApplicantKind::Legal ? QStringLiteral("legal") : QStringLiteral("natural")},
            {QStringLiteral("name"), applicant.name},
            {QStringLiteral("idNumber"), applicant.idNumber},
            {QStringLiteral("phone"), applicant.phone},
            {QStringLiteral("address"), applicant.address},
            {QStringLiteral("division"), applicant.division}};
}

} // namespace

const MaterialIntake* Intake::material(const QString& id) const
{
    const auto found = std::ranges::find(materials, id, &MaterialIntake::id);
    return found == materials.end() ? nullptr : &*found;
}

MaterialIntake& Intake::materialSlot(const QString& id)
{
    const auto found = std::ranges::find(materials, id, &MaterialIntake::id);
    if (found != materials.end()) {
        return *found;
    }
    MaterialIntake& slot = materials.emplace_back();
    slot.id = id;
    return slot;
}

QCborMap guideRefToCbor(const GuideRef& ref)
{
    return {{QStringLiteral("code"), ref.code},
            {QStringLiteral("version"), ref.version},
            {QStringLiteral("sm3"), QString::fromLatin1(ref.sm3.toHex())}};
}

GuideRef guideRefFromCbor(const QCborMap& map)
{
    return {text(map, QLatin1StringView("code")),
            static_cast<int>(map.value(QLatin1StringView("version")).toInteger()),
            QByteArray::fromHex(text(map, QLatin1StringView("sm3")).toLatin1())};
}

QCborMap intakeToCbor(const Intake& intake)
{
    QCborMap situations;
    for (auto it = intake.situations.cbegin(); it != intake.situations.cend(); ++it) {
        situations.insert(it.key(), it.value());
    }
    QCborMap answers;
    for (auto it = intake.answers.cbegin(); it != intake.answers.cend(); ++it) {
        answers.insert(it.key(), it.value());
    }
    QCborArray materials;
    for (const MaterialIntake& material : intake.materials) {
        materials.append(materialToCbor(material));
    }
    QCborMap map{{QStringLiteral("draft"), intake.draftId},
                 {QStringLiteral("guide"), guideRefToCbor(intake.guide)},
                 {QStringLiteral("channel"), channelKey(intake.channel)},
                 {QStringLiteral("situations"), situations},
                 {QStringLiteral("answers"), answers},
                 {QStringLiteral("applicant"), applicantToCbor(intake.applicant)},
                 {QStringLiteral("fields"), intake.fields},
                 {QStringLiteral("materials"), materials}};
    if (intake.agent) {
        map.insert(QStringLiteral("agent"), personToCbor(*intake.agent));
    }
    if (!intake.sources.isEmpty()) {
        QCborMap sources;
        for (auto it = intake.sources.cbegin(); it != intake.sources.cend(); ++it) {
            sources.insert(it.key(), kSources.at(static_cast<std::size_t>(it.value())));
        }
        map.insert(QStringLiteral("sources"), sources);
    }
    return map;
}

std::optional<Intake> intakeFromCbor(const QCborMap& map)
{
    const auto channel = channelFromKey(text(map, QLatin1StringView("channel")));
    if (!channel || !map.value(QLatin1StringView("applicant")).isMap()) {
        return std::nullopt;
    }
    Intake intake;
    intake.draftId = text(map, QLatin1StringView("draft"));
    intake.guide = guideRefFromCbor(map.value(QLatin1StringView("guide")).toMap());
    intake.channel = *channel;
    for (const auto& [axis, situation] : map.value(QLatin1StringView("situations")).toMap()) {
        intake.situations.insert(axis.toString(), situation.toString());
    }
    for (const auto& [id, answer] : map.value(QLatin1StringView("answers")).toMap()) {
        intake.answers.insert(id.toString(), answer.toBool());
    }
    intake.applicant = applicantFromCbor(map.value(QLatin1StringView("applicant")).toMap());
    if (const QCborValue agent = map.value(QLatin1StringView("agent")); agent.isMap()) {
        const QCborMap person = agent.toMap();
        intake.agent =
            Agent{text(person, QLatin1StringView("name")), text(person, QLatin1StringView("idNumber")),
                  text(person, QLatin1StringView("phone"))};
    }
    intake.fields = map.value(QLatin1StringView("fields")).toMap();
    for (const auto& [key, source] : map.value(QLatin1StringView("sources")).toMap()) {
        if (const auto known = fromKey<AnswerSource>(kSources, source.toString())) {
            intake.sources.insert(key.toString(), *known);
        }
    }
    for (const QCborValue& value : map.value(QLatin1StringView("materials")).toArray()) {
        auto material = materialFromCbor(value.toMap());
        if (!material) {
            return std::nullopt;
        }
        intake.materials.push_back(std::move(*material));
    }
    return intake;
}

QString gradeKey(TrustGrade grade)
{
    return kGrades.at(static_cast<std::size_t>(grade));
}

std::optional<TrustGrade> gradeFromKey(const QString& key)
{
    return fromKey<TrustGrade>(kGrades, key);
}

QString channelKey(Channel channel)
{
    return kChannels.at(static_cast<std::size_t>(channel));
}

std::optional<Channel> channelFromKey(const QString& key)
{
    return fromKey<Channel>(kChannels, key);
}

} // namespace ow::domain
