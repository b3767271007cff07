// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/guidefault.h"
#include "domain/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <memory>

namespace ow::catalogue {

/// A JSON Schema (draft-07). The validator library stays inside guideschema.cpp. Const use from several
/// threads is safe.
class GuideSchema
{
public:
    /// Internal when the bytes are no schema.
    [[nodiscard]] static domain::Result<std::unique_ptr<const GuideSchema>>
    fromJson(const QByteArray& schema);
    ~GuideSchema();
    GuideSchema(const GuideSchema&) = delete;
    GuideSchema& operator=(const GuideSchema&) = delete;

    /// Everything in the document that the schema refuses, the innermost place of each; empty = valid.
    [[nodiscard]] GuideFaults check(const QJsonValue& document, const QString& file) const;

private:
    struct Parts;
    explicit GuideSchema(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace ow::catalogue
