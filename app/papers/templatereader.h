// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/papertemplate.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ow::papers {

/// One thing wrong in a template, said so that an administrator finds the place.
struct TemplateFault
{
    QString file;
    QString path;   ///< JSON path, /blocks/3/text
    QString reason; ///< English
    friend bool operator==(const TemplateFault&, const TemplateFault&) = default;
};

using TemplateFaults = std::vector<TemplateFault>;

/// The first fault as an error: detail "file: path: reason (and n more)", field = path.
[[nodiscard]] domain::Error toError(const TemplateFaults& faults);

/// Reads one template document (resources/papers/*.json). Strict: unknown members, unknown placeholders,
/// missing or mistyped members are all faults, and all faults of a document are given, not only the first.
/// Any thread.
class TemplateReader
{
public:
    /// Larger documents are refused unread.
    static constexpr qsizetype kMaxBytes = 256 * 1024;

    [[nodiscard]] static tl::expected<PaperTemplate, TemplateFaults> read(const QByteArray& json,
                                                                          const QString& file);
};

} // namespace ow::papers
