// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/slipcode.h"

#include <memory>

extern "C" {
#include <zint.h>
}

namespace ow::papers {

namespace {

struct SymbolDeleter
{
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

} // namespace

domain::Result<std::vector<bool>> barModules(const QString& payload)
{
    const std::unique_ptr<zint_symbol, SymbolDeleter> symbol(ZBarcode_Create());
    if (!symbol) {
        return domain::fail(domain::ErrorCode::PaperFailed, QStringLiteral("no memory for the code"));
    }
    symbol->symbology = BARCODE_CODE128;
    symbol->show_hrt = 0;
    const QByteArray bytes = payload.toLatin1();
    if (ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(bytes.constData()),
                        static_cast<int>(bytes.size())) >= ZINT_ERROR ||
        symbol->width <= 0) {
        return domain::fail(domain::ErrorCode::PaperFailed,
                            QStringLiteral("code: %1").arg(QString::fromUtf8(symbol->errtxt)));
    }
    std::vector<bool> modules;
    for (int i = 0; i < symbol->width; ++i) {
        modules.push_back((symbol->encoded_data[0][i / 8] >> (i % 8) & 1) != 0);
    }
    return modules;
}

} // namespace ow::papers
