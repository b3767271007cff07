// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

class QCoreApplication;

namespace ow::words {

/// Makes the program speak `language` ("zh_CN"): our own texts, and those of Qt's dialogs and edits. Call
/// once, before anything is shown. English needs nothing and is always true; else false when our texts are
/// not in the program.
bool install(QCoreApplication& application, QStringView language);

} // namespace ow::words
