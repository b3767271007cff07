// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/guidefault.h"
#include "domain/guide.h"
#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>

namespace ow::catalogue {

class GuideSchema;

/// What reading one document gave: the guide when nothing forbids its use, and everything found on the way.
struct GuideReading
{
    std::optional<domain::Guide> guide;
    GuideFaults faults; ///< errors when there is no guide, else warnings only

    [[nodiscard]] bool usable() const { return guide.has_value(); }
};

/// Turns the bytes of a guide document into a domain::Guide: strict JSON (no doubled keys, nothing but
/// integers), the JSON Schema (draft-07) in resources/schema, then what a schema cannot say (ids that are
/// named must exist, a promise may not outlast the law, …). Const use from several threads is safe.
class GuideReader
{
public:
    /// SM3 of the document's bytes, the third part of a guide's identity; given by record::CryptoProvider.
    using Hash = std::function<QByteArray(QByteArrayView)>;

    static constexpr qsizetype kMaxBytes = qsizetype(256) * 1024;

    /// Reads the schema built into the program. Internal when that one is broken.
    [[nodiscard]] static domain::Result<GuideReader> make(Hash sm3);

    GuideReader(GuideReader&&) noexcept;
    GuideReader& operator=(GuideReader&&) noexcept;
    ~GuideReader();

    /// `file` is only used to name the place of faults.
    [[nodiscard]] GuideReading examine(QByteArrayView document, const QString& file) const;

    /// examine() for those who only want to know yes or no: GuideInvalid with the first error, its path in
    /// `field`.
    [[nodiscard]] domain::Result<domain::Guide> read(QByteArrayView document, const QString& file) const;

private:
    GuideReader(Hash sm3, std::unique_ptr<const GuideSchema> schema);

    Hash m_sm3;
    std::unique_ptr<const GuideSchema> m_schema;
};

} // namespace ow::catalogue
