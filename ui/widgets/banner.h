// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

#include <chrono>

class QLabel;

namespace ow::ui {

class KeyButton;

struct BannerMessage
{
    Tone tone = Tone::Info;
    QString sentence = {};
    QString action = {}; ///< word of the one action; empty: 知道了, which only puts the banner away
    QString icon = {};   ///< empty: chosen by the tone
};

/// The one place for messages, 40 px under the top bar; there are no "saved" boxes. One at a time: a new one
/// takes the place of the old. A good message leaves after 8 s or at the next act, the others stay until they
/// are answered. Never takes the focus; read out by screen readers.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    void post(const BannerMessage& message);
    void dismiss();
    /// The person did something else: a good message has been seen.
    void nextAct();

    /// How long a good message stays; 8 s unless a test says otherwise.
    void setOkDuration(std::chrono::milliseconds duration) { m_okDuration = duration; }

    [[nodiscard]] const BannerMessage& message() const { return m_message; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const Theme& m_theme;
    BannerMessage m_message;
    QLabel* m_icon;
    QLabel* m_sentence;
    KeyButton* m_action;
    QTimer m_timer;
    std::chrono::milliseconds m_okDuration{8000};
};

} // namespace ow::ui
