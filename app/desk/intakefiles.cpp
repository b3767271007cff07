// SPDX-License-Identifier: GPL-3.0-or-later
// What IntakeDesk does with materials and their files.
#include "desk/intakedesk.h"
#include "ledger/ledger.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ow::desk {

using domain::MaterialFile;
using domain::MaterialIntake;
using domain::MaterialState;
using domain::Result;
using ledger::Ledger;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IntakeDesk)
};

MaterialIntake slotOf(const domain::Intake& intake, const QString& material)
{
    const MaterialIntake* known = intake.material(material);
    MaterialIntake slot = known != nullptr ? *known : MaterialIntake();
    slot.id = material;
    return slot;
}

/// What was known of the pages from the earlier case went with them.
void forgetReused(MaterialIntake& slot)
{
    slot.reused.reset();
    slot.grade = domain::TrustGrade::C;
    slot.validUntil = {};
}

/// The application was put aside while its file was under way: the draft takes it.
Result<void> appendToDraft(Ledger& ledger, const QString& draftId, const QString& material,
                           const MaterialFile& file, const QString& name)
{
    auto draft = readDraft(ledger, draftId);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (auto appended = appendFile(draft->intake.materialSlot(material), file, name); !appended) {
        return appended;
    }
    return ledger.drafts().save(draftId, draft->owner, draftContent(draft->intake, draft->note));
}

} // namespace

QString IntakeDesk::materialName(const QString& material) const
{
    const domain::GuideMaterial* known = isActive() ? guide().material(material) : nullptr;
    return known != nullptr ? known->name : material;
}

void IntakeDesk::stepMaterial(const QString& name, const QString& material, const QString& merge)
{
    step({name.arg(materialName(material)), merge, {Place::Region::Materials, material}});
}

void IntakeDesk::setMaterialState(const QString& material, MaterialState state, const QString& unfitReason)
{
    if (!mayChange()) {
        return;
    }
    stepMaterial(Words::tr("mark on %1"), material);
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    slot.state = state;
    slot.unfitReason = state == MaterialState::Unfit ? unfitReason : QString();
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setDemanded(const QString& material, bool demanded)
{
    if (!mayChange()) {
        return;
    }
    stepMaterial(Words::tr("mark on %1"), material);
    m_sheet->change().materialSlot(material).demanded = demanded;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setGrade(const QString& material, domain::TrustGrade grade)
{
    if (!mayChange()) {
        return;
    }
    stepMaterial(Words::tr("mark on %1"), material);
    m_sheet->change().materialSlot(material).grade = grade;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setValidUntil(const QString& material, QDate day)
{
    if (!mayChange()) {
        return;
    }
    stepMaterial(Words::tr("expiry of %1"), material, u"expiry/" + material);
    m_sheet->change().materialSlot(material).validUntil = day;
    m_sheet->refresh();
    touched();
}

QFuture<Result<void>> IntakeDesk::addFile(const QString& material, const QString& path)
{
    return take(material, m_workplace.files().examineFile(path), {domain::FileOrigin::File, false});
}

QFuture<Result<void>> IntakeDesk::addBytes(const QString& material, const QByteArray& bytes,
                                           const QString& title, domain::FileOrigin origin, bool incomplete)
{
    return take(material, m_workplace.files().examineBytes(bytes, title), {origin, incomplete});
}

QFuture<Result<void>> IntakeDesk::addPicture(const QString& material, const QImage& picture,
                                             const QString& title)
{
    return take(material, examinePicture(m_workplace, this, picture, title), {});
}

QFuture<Result<void>> IntakeDesk::take(const QString& material, Taken examined, FileSource source)
{
    if (!mayChange()) {
        return QtFuture::makeReadyFuture(Result<void>(
            domain::fail(domain::ErrorCode::NotAllowed, QStringLiteral("no application to change"))));
    }
    ++m_filesUnderWay;
    Q_EMIT changed();
    const auto keep = [this, material, name = materialName(material),
                       draft = sheet()](const Result<MaterialFile>& stored) -> QFuture<Result<void>> {
        --m_filesUnderWay;
        if (!stored) {
            Q_EMIT changed();
            return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(stored.error())));
        }
        if (isActive() && intake().draftId == draft) {
            Result<void> added = addStored(material, *stored);
            if (!added) {
                Q_EMIT changed(); // one less is under way
            }
            return QtFuture::makeReadyFuture(std::move(added));
        }
        Q_EMIT changed();
        return m_workplace.ledger().run([draft, material, name, file = *stored](Ledger& ledger) {
            return appendToDraft(ledger, draft, material, file, name);
        });
    };
    return storeExamined(m_workplace, this, std::move(examined), source).then(this, keep).unwrap();
}

Result<void> IntakeDesk::addStored(const QString& material, const MaterialFile& file)
{
    if (!mayChange()) {
        return domain::fail(domain::ErrorCode::NotAllowed, QStringLiteral("no application to change"));
    }
    MaterialIntake after = slotOf(intake(), material);
    if (Result<void> added = appendFile(after, file, materialName(material)); !added) {
        return added;
    }
    stepMaterial(Words::tr("file for %1"), material);
    m_sheet->change().materialSlot(material) = std::move(after);
    m_sheet->refresh();
    touched();
    return {};
}

Result<void> IntakeDesk::reuse(const QString& material, const domain::ReusedFrom& from,
                               const std::vector<MaterialFile>& files)
{
    if (!mayChange() || files.empty()) {
        return domain::fail(domain::ErrorCode::NotAllowed, QStringLiteral("nothing to reuse"));
    }
    MaterialIntake slot = slotOf(intake(), material);
    for (const MaterialFile& file : files) {
        MaterialFile again = file;
        again.origin = domain::FileOrigin::Reused;
        if (Result<void> added = appendFile(slot, again, materialName(material)); !added) {
            return added;
        }
    }
    slot.reused = from;
    slot.grade = from.grade;
    slot.validUntil = from.validUntil;
    stepMaterial(Words::tr("earlier scan for %1"), material);
    m_sheet->change().materialSlot(material) = std::move(slot);
    m_sheet->refresh();
    touched();
    return {};
}

void IntakeDesk::removeReused(const QString& material)
{
    const MaterialIntake* before = intake().material(material);
    if (!mayChange() || before == nullptr || !before->reused) {
        return;
    }
    stepMaterial(Words::tr("taking an earlier scan off %1"), material);
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    std::erase_if(slot.files,
                  [](const MaterialFile& file) { return file.origin == domain::FileOrigin::Reused; });
    forgetReused(slot);
    if (slot.files.empty() && slot.state == MaterialState::Received) {
        slot.state = MaterialState::Missing;
    }
    m_sheet->refresh();
    touched();
}

void IntakeDesk::removeFile(const QString& material, int index)
{
    if (!mayChange() || !hasFile(intake().material(material), index)) {
        return;
    }
    stepMaterial(Words::tr("taking a file off %1"), material);
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    takeFileOff(slot, index);
    const auto isReused = [](const MaterialFile& file) { return file.origin == domain::FileOrigin::Reused; };
    if (slot.reused && std::ranges::none_of(slot.files, isReused)) {
        forgetReused(slot);
    }
    m_sheet->refresh();
    touched();
}

void IntakeDesk::moveFile(const QString& material, int from, int to)
{
    const MaterialIntake* before = intake().material(material);
    if (!mayChange() || !hasFile(before, from) || !hasFile(before, to) || from == to) {
        return;
    }
    stepMaterial(Words::tr("order of %1"), material);
    moveFileTo(m_sheet->change().materialSlot(material), from, to);
    m_sheet->refresh();
    touched();
}

void IntakeDesk::editFile(const QString& material, int index, const domain::PageEdit& edit)
{
    const MaterialIntake* before = intake().material(material);
    if (!mayChange() || !hasFile(before, index) ||
        before->files[static_cast<std::size_t>(index)].edit == edit) {
        return;
    }
    stepMaterial(Words::tr("page of %1"), material);
    m_sheet->change().materialSlot(material).files[static_cast<std::size_t>(index)].edit = edit;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::replaceFile(const QString& material, int index, const MaterialFile& file)
{
    if (!mayChange() || !hasFile(intake().material(material), index)) {
        return;
    }
    stepMaterial(Words::tr("page of %1"), material);
    m_sheet->change().materialSlot(material).files[static_cast<std::size_t>(index)] = file;
    m_sheet->refresh();
    touched();
}

} // namespace ow::desk
