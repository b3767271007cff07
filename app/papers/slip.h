// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/paperrequest.h"

#include <QImage>
#include <QString>

namespace ow::papers {

/// The words of the 80 mm slip the applicant takes along, as data (resources/slips/slip-1.json).
struct SlipWords
{
    QString title;
    QString applicant;
    QString agent;
    QString received;
    QString dateForm; ///< of QLocale: yyyy 年 M 月 d 日 HH:mm
    QString dayForm;
    QString materials;
    QString materialCount; ///< %1 kinds, %2 pages
    QString missing;       ///< %1 of them
    QString promisedDue;
    QString supplyBy;
    QString paper;
    QString phone;
    QString scan; ///< under the code
    QString staff;
    QString training; ///< over everything of a slip that counts for nothing

    [[nodiscard]] static domain::Result<SlipWords> builtIn();
    /// TemplateInvalid naming the word that is missing.
    [[nodiscard]] static domain::Result<SlipWords> parse(const QByteArray& json);
};

/// The head of an 80 mm printer: 72 mm at 203 dpi.
inline constexpr int kSlipDots = 576;

/// The slip as it leaves the printer: kSlipDots wide, pure black on white, as long as it must be. The case's
/// number stands as Code 128 (without hyphens, which every reader of numbers here takes) and below it in
/// writing; what is missing as a list; the code of the papers at the foot when the entry is known. Facts come
/// from the request of the paper it goes with, so the two cannot differ. PaperFailed for missing fonts or a
/// character no font has. Needs a QGuiApplication; made for a worker thread.
[[nodiscard]] domain::Result<QImage> renderSlip(const SlipWords& words, const PaperRequest& request);

} // namespace ow::papers
