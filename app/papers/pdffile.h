// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/fontset.h"
#include "papers/sheet.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

class QPainter;

namespace ow::papers {

/// Paints one sheet on a painter whose unit is a millimetre.
void paintSheet(QPainter& painter, const Sheet& sheet, const FontSet& fonts);

/// The PDF of these sheets, on the thread of the caller. QPdfWriter draws it; libqpdf then writes it anew
/// with the given creation time and a file id made from the content, so the same sheets give the same bytes,
/// and with a text map of our own: Qt's maps common characters to look-alike radicals (日 to U+2F47) and
/// forgets rare ones (𠮷), and an archive in which one cannot find a name is worth little. Maps that would
/// not agree with the font are refused (PaperFailed), never written.
[[nodiscard]] domain::Result<QByteArray> writePdf(const std::vector<Sheet>& sheets, const QString& title,
                                                  const QDateTime& createdAt);

} // namespace ow::papers
