// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace ow::ui {

/// Icon and one sentence under a field or beside an action. Takes no room while it is empty, unless it is
/// kept.
class MessageLine : public QWidget
{
    Q_OBJECT

public:
    explicit MessageLine(const Theme& theme, QWidget* parent = nullptr);

    /// An empty sentence hides the line. `icon` is chosen by the tone when empty; Plain and Second have none.
    void setMessage(Tone tone, const QString& sentence, const QString& icon = {});

    void clear() { setMessage(Tone::Plain, {}); }

    /// Keeps its height when empty, for places where nothing below may move.
    void setKept(bool kept);
    [[nodiscard]] QString text() const;

    [[nodiscard]] Tone tone() const { return m_tone; }

private:
    void refresh();

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    Tone m_tone = Tone::Plain;
    QString m_iconName;
    bool m_kept = false;
};

/// check, warn, block, info … for a tone; empty for Plain and Second.
[[nodiscard]] QString toneIcon(Tone tone);

} // namespace ow::ui
