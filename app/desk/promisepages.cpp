// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/promisepages.h"

#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::MaterialFile;
using domain::MaterialIntake;
using domain::Result;

const QString PromisePages::kPaper = QStringLiteral("promise");

PromisePages::PromisePages(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    // Also by a take-over: the next person is not to see or to sign what this one took in.
    connect(&workplace, &Workplace::personChanged, this, &PromisePages::forget);
}

void PromisePages::begin(const CaseToAct& seen, const QString& name)
{
    if (m_case != seen.number) {
        m_slot = {};
        m_slot.id = kPaper;
    }
    m_case = seen.number;
    m_item = seen.guide->ref.code;
    m_name = name;
    m_open = true;
    m_sealed = false;
    Q_EMIT changed();
}

void PromisePages::leave()
{
    m_open = false;
}

void PromisePages::forget()
{
    m_open = false;
    m_sealed = false;
    m_case.clear();
    m_slot = {};
    Q_EMIT changed();
}

void PromisePages::seal(bool sealed)
{
    m_sealed = sealed;
    Q_EMIT changed();
}

QString PromisePages::sheet() const
{
    return m_open ? kPaper + u'-' + m_case : QString();
}

QString PromisePages::materialName(const QString& /*material*/) const
{
    return m_name;
}

const MaterialIntake* PromisePages::taken(const QString& material) const
{
    return material == kPaper ? &m_slot : nullptr;
}

QFuture<Result<void>> PromisePages::addFile(const QString& /*material*/, const QString& path)
{
    return take(m_workplace.files().examineFile(path), {});
}

QFuture<Result<void>> PromisePages::addBytes(const QString& /*material*/, const QByteArray& bytes,
                                             const QString& title, domain::FileOrigin origin, bool incomplete)
{
    return take(m_workplace.files().examineBytes(bytes, title), {origin, incomplete});
}

QFuture<Result<void>> PromisePages::addPicture(const QString& /*material*/, const QImage& picture,
                                               const QString& title)
{
    return take(examinePicture(m_workplace, this, picture, title), {});
}

QFuture<Result<void>> PromisePages::take(QFuture<Result<capture::ExaminedFile>> examined, FileSource source)
{
    ++m_filesUnderWay;
    Q_EMIT changed();
    const auto keep = [this, number = m_case](const Result<MaterialFile>& stored) -> Result<void> {
        --m_filesUnderWay;
        Result<void> added;
        if (!stored) {
            added = tl::unexpected(stored.error());
        } else if (m_case != number || m_sealed) {
            added = domain::fail(ErrorCode::NotAllowed, QStringLiteral("not asked for any more"));
        } else {
            added = appendFile(m_slot, *stored, m_name);
        }
        Q_EMIT changed();
        return added;
    };
    return storeExamined(m_workplace, this, std::move(examined), source).then(this, keep);
}

bool PromisePages::mayChange(const QString& material, int index) const
{
    return !m_sealed && material == kPaper && hasFile(&m_slot, index);
}

void PromisePages::removeFile(const QString& material, int index)
{
    if (mayChange(material, index)) {
        takeFileOff(m_slot, index);
        Q_EMIT changed();
    }
}

void PromisePages::moveFile(const QString& material, int from, int to)
{
    if (mayChange(material, from) && mayChange(material, to) && from != to) {
        moveFileTo(m_slot, from, to);
        Q_EMIT changed();
    }
}

void PromisePages::editFile(const QString& material, int index, const domain::PageEdit& edit)
{
    if (mayChange(material, index)) {
        m_slot.files[static_cast<std::size_t>(index)].edit = edit;
        Q_EMIT changed();
    }
}

void PromisePages::replaceFile(const QString& material, int index, const MaterialFile& file)
{
    if (mayChange(material, index)) {
        m_slot.files[static_cast<std::size_t>(index)] = file;
        Q_EMIT changed();
    }
}

void PromisePages::setGrade(const QString& /*material*/, domain::TrustGrade grade)
{
    m_slot.grade = grade;
    Q_EMIT changed();
}

void PromisePages::setValidUntil(const QString& /*material*/, QDate day)
{
    m_slot.validUntil = day;
    Q_EMIT changed();
}

} // namespace ow::desk
