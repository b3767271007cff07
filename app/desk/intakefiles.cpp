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

/// A file given twice is one file; two empty sheets of a scanner are two pages although their bytes are the
/// same.
void append(MaterialIntake& slot, const MaterialFile& file)
{
    const bool sheet =
        file.origin == domain::FileOrigin::Scanner || file.origin == domain::FileOrigin::Camera;
    if (sheet || std::ranges::find(slot.files, file.blob, &MaterialFile::blob) == slot.files.end()) {
        slot.files.push_back(file);
    }
    slot.state = MaterialState::Received;
    slot.unfitReason.clear();
}

/// What was known of the pages from the earlier case went with them.
void forgetReused(MaterialIntake& slot)
{
    slot.reused.reset();
    slot.grade = domain::TrustGrade::C;
    slot.validUntil = {};
}

bool has(const MaterialIntake* slot, int index)
{
    return slot != nullptr && index >= 0 && index < static_cast<int>(slot->files.size());
}

/// The application was put aside while its file was under way: the draft takes it.
Result<void> appendToDraft(Ledger& ledger, const QString& draftId, const QString& material,
                           const MaterialFile& file)
{
    auto draft = readDraft(ledger, draftId);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    append(draft->intake.materialSlot(material), file);
    return ledger.drafts().save(draftId, draft->owner, draftContent(draft->intake, draft->note));
}

} // namespace

void IntakeDesk::stepMaterial(const QString& name, const QString& material, const QString& merge)
{
    const domain::GuideMaterial* known = guide().material(material);
    step({name.arg(known != nullptr ? known->name : material), merge, {Place::Region::Materials, material}});
}

void IntakeDesk::setMaterialState(const QString& material, MaterialState state, const QString& unfitReason)
{
    if (!isActive()) {
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
    if (!isActive()) {
        return;
    }
    stepMaterial(Words::tr("mark on %1"), material);
    m_sheet->change().materialSlot(material).demanded = demanded;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setGrade(const QString& material, domain::TrustGrade grade)
{
    if (!isActive()) {
        return;
    }
    stepMaterial(Words::tr("mark on %1"), material);
    m_sheet->change().materialSlot(material).grade = grade;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::setValidUntil(const QString& material, QDate day)
{
    if (!isActive()) {
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

QFuture<Result<void>> IntakeDesk::take(const QString& material, Taken examined, FilePlace place)
{
    ++m_filesUnderWay;
    Q_EMIT changed();
    const auto store = [this,
                        place](const Result<capture::ExaminedFile>& file) -> QFuture<Result<MaterialFile>> {
        if (!file) {
            return QtFuture::makeReadyFuture(Result<MaterialFile>(tl::unexpected(file.error())));
        }
        return m_workplace.ledger().run([file = *file, place](Ledger& ledger) -> Result<MaterialFile> {
            const auto stored = ledger.blobs().put(file.bytes);
            if (!stored) {
                return tl::unexpected(stored.error());
            }
            MaterialFile taken{
                stored->id, stored->sm3, stored->size, file.mime, static_cast<int>(file.pages.size()),
                file.title, place.first};
            taken.incomplete = place.second;
            return taken;
        });
    };
    const auto keep = [this, material, draft = intake().draftId](
                          const Result<MaterialFile>& stored) -> QFuture<Result<void>> {
        --m_filesUnderWay;
        if (!stored) {
            Q_EMIT changed();
            return QtFuture::makeReadyFuture(Result<void>(tl::unexpected(stored.error())));
        }
        if (isActive() && intake().draftId == draft) {
            addStored(material, *stored);
            return QtFuture::makeReadyFuture(Result<void>());
        }
        Q_EMIT changed();
        return m_workplace.ledger().run([draft, material, file = *stored](Ledger& ledger) {
            return appendToDraft(ledger, draft, material, file);
        });
    };
    return examined.then(this, store).unwrap().then(this, keep).unwrap();
}

void IntakeDesk::addStored(const QString& material, const MaterialFile& file)
{
    if (!isActive()) {
        return;
    }
    stepMaterial(Words::tr("file for %1"), material);
    append(m_sheet->change().materialSlot(material), file);
    m_sheet->refresh();
    touched();
}

void IntakeDesk::reuse(const QString& material, const domain::ReusedFrom& from,
                       const std::vector<MaterialFile>& files)
{
    if (!isActive() || files.empty()) {
        return;
    }
    stepMaterial(Words::tr("earlier scan for %1"), material);
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    for (const MaterialFile& file : files) {
        MaterialFile again = file;
        again.origin = domain::FileOrigin::Reused;
        append(slot, again);
    }
    slot.reused = from;
    slot.grade = from.grade;
    slot.validUntil = from.validUntil;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::removeReused(const QString& material)
{
    const MaterialIntake* before = intake().material(material);
    if (before == nullptr || !before->reused) {
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
    if (!has(intake().material(material), index)) {
        return;
    }
    stepMaterial(Words::tr("taking a file off %1"), material);
    MaterialIntake& slot = m_sheet->change().materialSlot(material);
    slot.files.erase(slot.files.begin() + index);
    const auto isReused = [](const MaterialFile& file) { return file.origin == domain::FileOrigin::Reused; };
    if (slot.reused && std::ranges::none_of(slot.files, isReused)) {
        forgetReused(slot);
    }
    if (slot.files.empty() && slot.state == MaterialState::Received) {
        slot.state = MaterialState::Missing;
    }
    m_sheet->refresh();
    touched();
}

void IntakeDesk::moveFile(const QString& material, int from, int to)
{
    const MaterialIntake* before = intake().material(material);
    if (!has(before, from) || !has(before, to) || from == to) {
        return;
    }
    stepMaterial(Words::tr("order of %1"), material);
    auto& files = m_sheet->change().materialSlot(material).files;
    MaterialFile moved = std::move(files[static_cast<std::size_t>(from)]);
    files.erase(files.begin() + from);
    files.insert(files.begin() + to, std::move(moved));
    m_sheet->refresh();
    touched();
}

void IntakeDesk::editFile(const QString& material, int index, const domain::PageEdit& edit)
{
    const MaterialIntake* before = intake().material(material);
    if (!has(before, index) || before->files[static_cast<std::size_t>(index)].edit == edit) {
        return;
    }
    stepMaterial(Words::tr("page of %1"), material);
    m_sheet->change().materialSlot(material).files[static_cast<std::size_t>(index)].edit = edit;
    m_sheet->refresh();
    touched();
}

void IntakeDesk::replaceFile(const QString& material, int index, const MaterialFile& file)
{
    if (!has(intake().material(material), index)) {
        return;
    }
    stepMaterial(Words::tr("page of %1"), material);
    m_sheet->change().materialSlot(material).files[static_cast<std::size_t>(index)] = file;
    m_sheet->refresh();
    touched();
}

} // namespace ow::desk
