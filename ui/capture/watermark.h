// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPolygonF>
#include <QString>

class QPainter;

namespace ow::ui {

/// What a reused material may serve for, drawn over a rendering of it and never into its file: slanting, as
/// wide as the page is shown, three times, so that it cannot be cut away at an edge. `paper` is the page on
/// the painter's device. Nothing for an empty sentence.
void paintWatermark(QPainter& painter, const Theme& theme, const QPolygonF& paper, const QString& sentence);

} // namespace ow::ui
