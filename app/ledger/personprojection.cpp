// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/personprojection.h"

#include "ledger/personkey.h"
#include "ledger/projections.h"

#include <QCborArray>

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kTable("material_shelf");
constexpr QLatin1StringView kSealed("sealed");

/// Whether the materials of a case in this state may serve again. Those of a case that came to nothing, or
/// whose permit was taken back, are asked for anew.
bool servesAgain(domain::CaseState state)
{
    using domain::CaseState;
    switch (state) {
    case CaseState::Declined:
    case CaseState::Refused:
    case CaseState::Revoked:
    case CaseState::Withdrawn:
    case CaseState::Terminated:
    case CaseState::Lapsed:
        return false;
    default:
        return true;
    }
}

/// What was itself taken from the shelf stays where it first lay, with its first date.
bool belongsOnShelf(const domain::MaterialIntake& material)
{
    return material.state == domain::MaterialState::Received && !material.files.empty() && !material.reused;
}

/// The day a material came in: with the application, or later as promised.
QDate takenInOn(const domain::CaseFile& file, const QString& material)
{
    const auto owed = std::ranges::find(file.deficiencies, material, &domain::Deficiency::material);
    return owed != file.deficiencies.end() && owed->suppliedOn && owed->suppliedOn->isValid()
               ? *owed->suppliedOn
               : file.receivedOn;
}

/// A material as the intake writes it, alone.
QCborMap materialMap(const domain::MaterialIntake& material)
{
    domain::Intake one;
    one.materials = {material};
    return domain::intakeToCbor(one).value(QLatin1StringView("materials")).toArray().first().toMap();
}

std::optional<domain::MaterialIntake> materialFrom(const QCborMap& map)
{
    QCborMap whole = domain::intakeToCbor({});
    whole.insert(QStringLiteral("materials"), QCborArray{map});
    auto intake = domain::intakeFromCbor(whole);
    if (!intake || intake->materials.size() != 1)
        return std::nullopt;
    return std::move(intake->materials.front());
}

QByteArray sealedRow(const ShelfRow& row)
{
    return row.caseNumber.toUtf8() + '/' + row.material.id.toUtf8();
}

} // namespace

Result<ShelfRow> readShelfRow(const Statement& from, const ColumnSealer& sealer)
{
    ShelfRow row;
    row.caseNumber = from.text(0);
    row.verified = dayFromNumber(from.integer(1));
    row.material.id = from.text(2);
    const auto map = sealer.openMap(kTable, sealedRow(row), kSealed, from.bytes(3));
    if (!map)
        return tl::unexpected(map.error());
    row.guide = domain::guideRefFromCbor(map->value(QLatin1StringView("guide")).toMap());
    auto material = materialFrom(map->value(QLatin1StringView("material")).toMap());
    if (!material)
        return fail(ErrorCode::DatabaseCorrupt, QStringLiteral("a shelved material cannot be read"));
    row.material = std::move(*material);
    return row;
}

Result<PersonProjection::Made> PersonProjection::make(const domain::CaseFile& file) const
{
    const domain::Intake& intake = file.intake;
    const domain::Agent agent = intake.agent.value_or(domain::Agent());
    const std::pair<PersonRole, QString> persons[] = {{PersonRole::Applicant, intake.applicant.idNumber},
                                                      {PersonRole::Agent, agent.idNumber},
                                                      {PersonRole::Phone, intake.applicant.phone},
                                                      {PersonRole::Phone, agent.phone}};
    Made made;
    for (const auto& [role, number] : persons) {
        const auto key = personKey(m_sealer, role, number);
        if (!key)
            return tl::unexpected(key.error());
        if (!key->isEmpty())
            made.keys.push_back(*key);
        if (role == PersonRole::Applicant)
            made.applicant = *key;
    }
    std::ranges::sort(made.keys);
    made.keys.erase(std::ranges::unique(made.keys).begin(), made.keys.end());
    if (made.applicant.isEmpty() || !servesAgain(file.state) || !file.receivedOn.isValid())
        return made;
    for (const domain::MaterialIntake& material : intake.materials) {
        if (belongsOnShelf(material))
            made.shelf.push_back({file.number, intake.guide, takenInOn(file, material.id), material});
    }
    const auto id = [](const ShelfRow& row) { return row.material.id; };
    std::ranges::stable_sort(made.shelf, {}, id);
    made.shelf.erase(std::ranges::unique(made.shelf, {}, id).begin(), made.shelf.end());
    return made;
}

Result<void> PersonProjection::write(const QString& caseNumber, const Made& made) const
{
    for (const char* table : {"case_person", "material_shelf"}) {
        auto gone = m_database.prepare(
            QStringLiteral("DELETE FROM %1 WHERE case_no = ?").arg(QLatin1StringView(table)));
        if (!gone)
            return tl::unexpected(gone.error());
        if (auto done = gone->bind(caseNumber).run(); !done)
            return done;
    }
    auto row = m_database.prepare(QStringLiteral("INSERT INTO case_person (key, case_no) VALUES (?, ?)"));
    if (!row)
        return tl::unexpected(row.error());
    for (const QByteArray& key : made.keys) {
        if (auto done = row->bind(key).bind(caseNumber).run(); !done)
            return done;
    }
    return made.shelf.empty() ? Result<void>() : writeShelf(made);
}

Result<void> PersonProjection::writeShelf(const Made& made) const
{
    auto row = m_database.prepare(
        QStringLiteral("INSERT INTO material_shelf (applicant, verified, case_no, material, valid_until, "
                       "sealed) VALUES (?, ?, ?, ?, ?, ?)"));
    if (!row)
        return tl::unexpected(row.error());
    for (const ShelfRow& shelved : made.shelf) {
        const QCborMap map{{QStringLiteral("guide"), domain::guideRefToCbor(shelved.guide)},
                           {QStringLiteral("material"), materialMap(shelved.material)}};
        const auto sealed = m_sealer.sealMap(kTable, sealedRow(shelved), kSealed, map);
        if (!sealed)
            return tl::unexpected(sealed.error());
        auto done = row->bind(made.applicant)
                        .bind(*dayNumber(shelved.verified))
                        .bind(shelved.caseNumber)
                        .bind(shelved.material.id)
                        .bindOrNull(dayNumber(shelved.material.validUntil))
                        .bind(*sealed)
                        .run();
        if (!done)
            return done;
    }
    return {};
}

Result<PersonProjection::Made> PersonProjection::stored(const QString& caseNumber) const
{
    Made made;
    auto keys =
        m_database.prepare(QStringLiteral("SELECT key FROM case_person WHERE case_no = ? ORDER BY key"));
    auto shelf = m_database.prepare(
        QStringLiteral("SELECT case_no, verified, material, sealed, applicant FROM material_shelf "
                       "WHERE case_no = ? ORDER BY material"));
    if (!keys || !shelf)
        return tl::unexpected(keys ? shelf.error() : keys.error());
    keys->bind(caseNumber);
    for (auto more = keys->step();; more = keys->step()) {
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        made.keys.push_back(keys->bytes(0));
    }
    shelf->bind(caseNumber);
    for (auto more = shelf->step();; more = shelf->step()) {
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return made;
        auto row = readShelfRow(*shelf, m_sealer);
        if (!row)
            return tl::unexpected(row.error());
        made.applicant = shelf->bytes(4);
        made.shelf.push_back(std::move(*row));
    }
}

} // namespace ow::ledger
