// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/guidefault.h"
#include "catalogue/guidereader.h"
#include "domain/guide.h"
#include "domain/result.h"

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace ow::catalogue {

using GuidePtr = std::shared_ptr<const domain::Guide>;

/// Folder (Qt resource) of the guides the program brings along; all are version 1, origin "builtin".
inline const QString kBuiltinGuides = QStringLiteral(":/onewindow/guides");

/// Every guide this program knows, all versions. A case keeps the version it began with; new cases take the
/// current one: the highest published, or the built-in where nothing was published. Guides are immutable and
/// shared, so a pointer stays good after the catalogue has changed. A value of one thread: copy it to hand it
/// to another.
class Catalogue
{
public:
    static constexpr std::size_t kMaxGuides = 20000; ///< documents, all versions
    static constexpr int kMaxFiles = 20000;          ///< looked at in one folder

    /// GuideInvalid when (code, version, origin) is known with other bytes; the same document again is no
    /// error. NotAllowed when the catalogue is full.
    [[nodiscard]] domain::Result<GuidePtr> add(domain::Guide guide);

    struct LoadReport
    {
        int loaded = 0;
        GuideFaults faults; ///< errors and warnings; at most kMaxFaults a file
    };

    /// Reads every *.json of a folder, in the order of the names. A bad document is reported and left out,
    /// the others are kept. The name of a file must be CODE.vVERSION.json, as its content says.
    LoadReport loadFolder(const QString& folder, const GuideReader& reader);

    [[nodiscard]] GuidePtr current(const QString& code) const;
    /// The published one where a built-in has the same number.
    [[nodiscard]] GuidePtr find(const QString& code, int version) const;
    /// Exactly this document.
    [[nodiscard]] GuidePtr find(const domain::GuideRef& ref) const;
    /// Current guides, the most used first (uses by code, given by the caller), then by code.
    [[nodiscard]] std::vector<GuidePtr> listByUse(const QHash<QString, int>& uses = {}) const;
    /// Versions of one code, oldest first, built-in before published.
    [[nodiscard]] std::vector<GuidePtr> versions(const QString& code) const;

    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    std::map<QString, std::vector<GuidePtr>> m_byCode; ///< each sorted: the current one is last
    std::size_t m_count = 0;
};

} // namespace ow::catalogue
