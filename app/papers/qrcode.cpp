// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/qrcode.h"

#include <memory>

extern "C" {
#include <zint.h>
}

namespace ow::papers {

namespace {

constexpr int kLevelM = 2;

struct SymbolDeleter
{
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

} // namespace

domain::Result<QrShape> qrShape(const QString& payload)
{
    const std::unique_ptr<zint_symbol, SymbolDeleter> symbol(ZBarcode_Create());
    if (!symbol) {
        return domain::fail(domain::ErrorCode::PaperFailed, QStringLiteral("no memory for the code"));
    }
    symbol->symbology = BARCODE_QRCODE;
    symbol->input_mode = UNICODE_MODE;
    symbol->option_1 = kLevelM;
    const QByteArray bytes = payload.toUtf8();
    if (ZBarcode_Encode_and_Buffer_Vector(symbol.get(),
                                          reinterpret_cast<const unsigned char*>(bytes.constData()),
                                          static_cast<int>(bytes.size()), 0) >= ZINT_ERROR ||
        symbol->vector == nullptr || symbol->rows == 0) {
        return domain::fail(domain::ErrorCode::PaperFailed,
                            QStringLiteral("code: %1").arg(QString::fromUtf8(symbol->errtxt)));
    }
    QrShape shape;
    shape.modules = symbol->rows;
    // One path with winding fill: neighbouring squares of one path leave no hair lines between them.
    shape.path.setFillRule(Qt::WindingFill);
    const double side = static_cast<double>(symbol->vector->width);
    for (const zint_vector_rect* rect = symbol->vector->rectangles; rect != nullptr; rect = rect->next) {
        shape.path.addRect(static_cast<double>(rect->x) / side, static_cast<double>(rect->y) / side,
                           static_cast<double>(rect->width) / side, static_cast<double>(rect->height) / side);
    }
    return shape;
}

QString paperPayload(const QString& caseNumber, qint64 seq, const QString& hash16)
{
    return QStringLiteral("OW1|%1|%2|%3").arg(caseNumber, QString::number(seq), hash16);
}

} // namespace ow::papers
