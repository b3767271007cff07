// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

class QMenu;

namespace ow::ui {

/// A button that prints its key beside its word: 暂存 [F5]. With choices it shows a chevron instead. The key
/// is only printed here; it works through the ActionCatalog.
class KeyButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Look {
        Secondary, ///< 32 px, edge
        Tall,      ///< 40 px, beside the primary action
        Link,      ///< words only
        Flat,      ///< icon and words without edge, in bars
        Primary,   ///< only PrimaryButton
    };

    KeyButton(const Theme& theme, const QString& text, Look look = Look::Secondary,
              QWidget* parent = nullptr);

    void setKey(const QString& key);

    [[nodiscard]] const QString& key() const { return m_key; }

    /// What pressing it offers; taken over. QPushButton's own menu would run an event loop of its own while
    /// it is open, in which the ledger's answers arrive in the middle of a key press.
    void setChoices(QMenu* choices);

    [[nodiscard]] QMenu* choices() const { return m_choices; }

    /// Under the button, or over it where the screen ends.
    void openChoices();
    /// Shown left of the word; follows the theme.
    void setIconName(const QString& name, Tone tone = Tone::Plain);
    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }

private:
    [[nodiscard]] TextStyle textStyle() const;
    [[nodiscard]] Token textToken() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int sidePadding() const;

    const Theme& m_theme;
    Look m_look;
    QString m_key;
    QString m_icon;
    Tone m_iconTone = Tone::Plain;
    Tone m_tone = Tone::Plain;
    QMenu* m_choices = nullptr;
};

} // namespace ow::ui
