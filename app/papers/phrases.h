// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "papers/papertemplate.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

namespace ow::papers {

/// The small phrases every template must bring, with the placeholders each may use: the code holds no
/// Chinese.
[[nodiscard]] const QMap<QString, QStringList>& phraseTable();

/// The values of all placeholders for one request: names to ready words, empty where there is nothing to say.
[[nodiscard]] QMap<QString, QString> placeholderValues(const PaperTemplate& paper,
                                                       const PaperRequest& request);

/// The names placeholderValues() gives, which are those a template may use beside its regimes' own words.
[[nodiscard]] const QStringList& knownPlaceholders();

/// A phrase filled in and without style.
[[nodiscard]] QString phrase(const PaperTemplate& paper, const QString& name,
                             const QMap<QString, QString>& values = {});

/// A day as this paper writes days; empty for none.
[[nodiscard]] QString dateWords(const PaperTemplate& paper, const QDate& date);

/// Words from outside made fit for paper: no control or direction marks, tabs and runs of blanks as one
/// blank, line breaks kept only when asked for.
[[nodiscard]] QString printable(const QString& words, bool keepLines = false);

[[nodiscard]] QString plain(const StyledText& text);

} // namespace ow::papers
