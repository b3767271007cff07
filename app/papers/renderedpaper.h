// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ow::papers {

/// A finished paper: the bytes that are sealed into the ledger and printed.
struct RenderedPaper
{
    QByteArray pdf; ///< same request, template, fonts and Qt: same bytes
    int pages = 0;  ///< of all copies together
};

} // namespace ow::papers
