// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/escpos.h"

#include <algorithm>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr char kEsc = 0x1b;
constexpr char kGs = 0x1d;
constexpr char kDle = 0x10;
constexpr char kEot = 0x04;
constexpr int kBandRows = 128; ///< 9 KiB, below the smallest buffer seen
constexpr int kFeedBeforeCut = 96;
constexpr int kHalf = 128;

// DLE EOT answers have bits 1 and 4 set and 0 and 7 clear; the rest means something.
constexpr int kFixedMask = 0x93;
constexpr int kFixedBits = 0x12;
constexpr int kPaperOut = 0x60;  ///< DLE EOT 4, bits 5 and 6
constexpr int kCoverOpen = 0x04; ///< DLE EOT 2, bit 2
constexpr int kPaperEnd = 0x20;  ///< DLE EOT 2, bit 5
constexpr int kFault = 0x40;     ///< DLE EOT 2, bit 6

QByteArray band(const QImage& picture, int top, int rows)
{
    constexpr int kBytes = kReceiptDots / 8;
    QByteArray out;
    out.append(kGs).append('v').append('0').append('\0');
    out.append(char(kBytes & 0xff)).append(char(kBytes >> 8));
    out.append(char(rows & 0xff)).append(char(rows >> 8));
    for (int y = top; y < top + rows; ++y) {
        const uchar* line = picture.constScanLine(y);
        for (int byte = 0; byte < kBytes; ++byte) {
            int bits = 0;
            for (int bit = 0; bit < 8; ++bit) {
                bits = bits << 1 | (line[byte * 8 + bit] < kHalf ? 1 : 0);
            }
            out.append(char(bits));
        }
    }
    return out;
}

} // namespace

Result<QByteArray> escposReceipt(const QImage& picture)
{
    if (picture.width() != kReceiptDots || picture.height() < 1 || picture.height() > kMostReceiptRows) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no picture of a receipt"));
    }
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray out;
    out.append(kEsc).append('@');
    for (int top = 0; top < grey.height(); top += kBandRows) {
        out += band(grey, top, std::min(kBandRows, grey.height() - top));
    }
    out.append(kEsc).append('J').append(char(kFeedBeforeCut));
    out.append(kGs).append('V').append('B').append('\0');
    return out;
}

QByteArray escposStatusQuery()
{
    return QByteArray().append(kDle).append(kEot).append('\4').append(kDle).append(kEot).append('\2');
}

Result<void> escposStatus(const QByteArray& answer)
{
    if (answer.size() < 2) {
        return {};
    }
    const int paper = uchar(answer[0]);
    const int offline = uchar(answer[1]);
    if ((paper & kFixedMask) != kFixedBits || (offline & kFixedMask) != kFixedBits) {
        return {}; // not the language we asked in
    }
    if ((paper & kPaperOut) == kPaperOut || (offline & (kCoverOpen | kPaperEnd)) != 0) {
        return fail(ErrorCode::ReceiptNoPaper, QStringLiteral("status %1 %2").arg(paper).arg(offline));
    }
    if ((offline & kFault) != 0) {
        return fail(ErrorCode::ReceiptFailed, QStringLiteral("status %1 %2").arg(paper).arg(offline));
    }
    return {};
}

} // namespace ow::devices
