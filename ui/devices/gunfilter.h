// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/scannedcode.h"

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

class QWidget;

namespace ow::ui {

/// Lets a code gun that types like a keyboard work anywhere in a window. Looks at the keys as they come to
/// the window, before any widget or shortcut, and asks desk::CodeGun whether a person or a gun sends them;
/// keys that were held for a person go on in their order, to the focus or to the shortcut they mean.
///
/// A composition of an input method is never touched: what it takes does not come here as keys, and while it
/// is open every key passes. GUI thread.
class GunFilter : public QObject
{
    Q_OBJECT

public:
    /// True when the code was used; else it is typed where the focus is.
    using Take = std::function<bool(const QString& code)>;

    /// `window` is a top-level widget and outlives this.
    GunFilter(QWidget& window, Take take, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What stood in the editor before a key passed that may be the first of a code.
    struct Before
    {
        QPointer<QObject> editor;
        QString text;
        QString selected;
        int from = 0;
        QString key;
    };

    [[nodiscard]] bool isOurs(const QObject* watched) const;
    bool claim(QKeyEvent& event);
    bool press(QKeyEvent& event);
    void silence();
    bool follow(const desk::CodeGun::Verdict& verdict);
    void replay(const std::vector<desk::GunStroke>& strokes);
    void send(const QKeyEvent& key);
    void remember(const QString& key);
    void takeBackFirst();
    [[nodiscard]] desk::CodeGun::First first() const;

    QWidget& m_window;
    Take m_take;
    desk::CodeGun m_gun;
    QTimer m_silence;
    std::map<int, std::unique_ptr<QKeyEvent>> m_held; ///< by GunStroke::tag
    int m_tag = 0;
    Before m_before;
    bool m_composing = false;
    bool m_replaying = false;
};

} // namespace ow::ui
