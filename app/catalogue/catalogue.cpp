// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>
#include <utility>

namespace ow::catalogue {

namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Guide;
using domain::Result;

/// Built-ins lose to anything published, whatever its number.
auto rank(const Guide& guide)
{
    return std::tuple(guide.origin != QLatin1String("builtin"), guide.ref.version);
}

bool ranksBelow(const GuidePtr& a, const GuidePtr& b)
{
    return rank(*a) < rank(*b);
}

/// The bytes of one document; a fault when it cannot be read or is too large to be one.
Result<QByteArray> readDocument(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileUnreadable, file.errorString());
    }
    QByteArray bytes = file.read(GuideReader::kMaxBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::FileUnreadable, file.errorString());
    }
    return bytes;
}

} // namespace

Result<GuidePtr> Catalogue::add(Guide guide)
{
    std::vector<GuidePtr>& known = m_byCode[guide.ref.code];
    const auto same =
        std::ranges::find_if(known, [&](const GuidePtr& other) { return rank(*other) == rank(guide); });
    if (same != known.end()) {
        if ((*same)->ref == guide.ref) {
            return *same;
        }
        return fail(ErrorCode::GuideInvalid,
                    QStringLiteral("%1 version %2 is known with other bytes")
                        .arg(guide.ref.code)
                        .arg(guide.ref.version),
                    QStringLiteral("/version"));
    }
    if (m_count >= kMaxGuides) {
        if (known.empty()) {
            m_byCode.erase(guide.ref.code);
        }
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("the catalogue holds no more than %1 guides").arg(kMaxGuides));
    }
    auto shared = std::make_shared<const Guide>(std::move(guide));
    known.insert(std::ranges::upper_bound(known, shared, ranksBelow), shared);
    ++m_count;
    return shared;
}

Catalogue::LoadReport Catalogue::loadFolder(const QString& folder, const GuideReader& reader)
{
    LoadReport report;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names.mid(0, kMaxFiles)) {
        const auto bytes = readDocument(folder + QLatin1Char('/') + name);
        if (!bytes) {
            report.faults.push_back({name, QString(), bytes.error().detail, false});
            continue;
        }
        GuideReading reading = reader.examine(*bytes, name);
        report.faults.insert(report.faults.end(), reading.faults.begin(), reading.faults.end());
        if (!reading.guide) {
            continue;
        }
        const auto& ref = reading.guide->ref;
        const QString expected = QStringLiteral("%1.v%2.json").arg(ref.code).arg(ref.version);
        if (name != expected) {
            report.faults.push_back(
                {name, QStringLiteral("/code"),
                 QCoreApplication::translate("Catalogue", "the file of this guide is called %1")
                     .arg(expected),
                 false});
            continue;
        }
        if (const auto added = add(std::move(*reading.guide)); !added) {
            report.faults.push_back({name, added.error().field, added.error().detail, false});
            continue;
        }
        ++report.loaded;
    }
    if (names.size() > kMaxFiles) {
        report.faults.push_back(
            {folder, QString(),
             QCoreApplication::translate("Catalogue", "only the first %1 files were looked at")
                 .arg(kMaxFiles),
             true});
    }
    return report;
}

GuidePtr Catalogue::current(const QString& code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? nullptr : found->second.back();
}

GuidePtr Catalogue::find(const QString& code, int version) const
{
    const std::vector<GuidePtr> all = versions(code);
    const auto found = std::find_if(
        all.rbegin(), all.rend(), [version](const GuidePtr& guide) { return guide->ref.version == version; });
    return found == all.rend() ? nullptr : *found;
}

GuidePtr Catalogue::find(const domain::GuideRef& ref) const
{
    for (const GuidePtr& guide : versions(ref.code)) {
        if (guide->ref == ref) {
            return guide;
        }
    }
    return nullptr;
}

std::vector<GuidePtr> Catalogue::listByUse(const QHash<QString, int>& uses) const
{
    std::vector<GuidePtr> list;
    list.reserve(m_byCode.size());
    for (const auto& [code, all] : m_byCode) {
        list.push_back(all.back());
    }
    // The map is ordered by code already, which a stable sort keeps among equals.
    std::ranges::stable_sort(list, [&uses](const GuidePtr& a, const GuidePtr& b) {
        return uses.value(a->ref.code) > uses.value(b->ref.code);
    });
    return list;
}

std::vector<GuidePtr> Catalogue::versions(const QString& code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? std::vector<GuidePtr>() : found->second;
}

} // namespace ow::catalogue
