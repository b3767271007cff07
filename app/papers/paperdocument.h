// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/paperrequest.h"
#include "papers/papertemplate.h"
#include "papers/renderedpaper.h"
#include "papers/sheet.h"

#include <QImage>
#include <QString>

#include <vector>

class QPainter;

namespace ow::papers {

/// A paper laid out on A4 sheets, from which the PDF, the preview and the printer's pages are all painted, so
/// they cannot differ. A value: it may be laid out on one thread and painted on another, not at the same
/// time. Needs a QGuiApplication (fonts), not a QApplication; made to run on a worker thread.
class PaperDocument
{
public:
    /// More sheets than this in one copy is refused: no honest request needs them.
    static constexpr int kMaxSheets = 60;

    /// Refuses (InvalidInput, field = placeholder or member) a request that lacks what the regime demands,
    /// does not fit the template, or carries an unmasked identity number; (NotFound) an unknown regime;
    /// (PaperFailed) missing fonts or a character no font has, because a name must never be printed as an
    /// empty box.
    [[nodiscard]] static domain::Result<PaperDocument> layOut(const PaperTemplate& paper,
                                                              const PaperRequest& request);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_sheets.size()); }

    /// Paints a page (from 0) on a painter scaled so that one unit is one millimetre, origin at the sheet's
    /// corner.
    void paint(QPainter& painter, int page) const;
    [[nodiscard]] QImage toImage(int page, int dpi) const;
    /// The PDF, fonts embedded. Its title is the paper's title and number: no personal data.
    [[nodiscard]] domain::Result<RenderedPaper> toPdf() const;

private:
    QString m_title;
    QDateTime m_issuedAt;
    std::vector<Sheet> m_sheets;
};

/// layOut and toPdf in one go.
[[nodiscard]] domain::Result<RenderedPaper> renderPaper(const PaperTemplate& paper,
                                                        const PaperRequest& request);

} // namespace ow::papers
