// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowpainter.h"

#include <QFrame>

namespace ow::ui {

/// One thing the strip says: 张三 窗口人员 · W03 交通综合窗口 · 网络正常 · 待同步 3·最久 12 分钟.
struct StripPart
{
    QString id = {}; ///< goes out with partClicked
    QString icon = {};
    std::vector<TextRun> runs = {}; ///< colours other than Text stay; Text takes the tone
    Tone tone = Tone::Plain;
    bool right = false; ///< at the right end
    int dropOrder = 0;  ///< when there is no room, the highest go first; 0 never goes
};

/// The line at the bottom of the window, 28 px: who, station, network, what waits for the centre, devices,
/// count, date. Each part is a button to its page. Offline and training change its ground, always with words.
class StatusStrip : public QFrame
{
    Q_OBJECT

public:
    explicit StatusStrip(const Theme& theme, QWidget* parent = nullptr);

    void setParts(std::vector<StripPart> parts);
    /// Plain; Warn: offline; Info: training.
    void setGround(Tone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void partClicked(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Part;
    void layOut();

    const Theme& m_theme;
    std::vector<Part*> m_parts; ///< children
    Tone m_ground = Tone::Plain;
};

} // namespace ow::ui
