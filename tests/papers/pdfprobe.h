// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

namespace ow::tests {

/// What other programs find in a PDF: poppler's tools, and ZXing for codes.
class PdfProbe
{
public:
    explicit PdfProbe(QByteArray pdf)
        : m_pdf(std::move(pdf))
    {
    }

    /// Words of every page, all blanks and line ends taken out: lines may break anywhere.
    /// `inLines`: in the order of the lines on the sheet, not of its columns.
    [[nodiscard]] QStringList pages(bool inLines = false) const;

    /// All pages in one.
    [[nodiscard]] QString text() const { return pages().join(QString()); }

    [[nodiscard]] QString run(const QString& program, const QStringList& before,
                              const QStringList& after = {}) const;
    [[nodiscard]] std::vector<QImage> images(int dpi) const;

private:
    QByteArray m_pdf;
};

[[nodiscard]] QString squeezed(QString text);

/// Texts of all codes in a picture.
[[nodiscard]] QStringList codesIn(const QImage& image);

} // namespace ow::tests
