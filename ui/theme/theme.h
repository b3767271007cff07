// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ui/theme/iconset.h"
#include "ui/theme/metrics.h"
#include "ui/theme/token.h"

#include <QFont>
#include <QIcon>
#include <QJsonObject>
#include <QObject>
#include <QPalette>

#include <array>
#include <memory>
#include <vector>

class QApplication;
class QWidget;

namespace ow::ui {

enum class ThemeId { Light, Dark, Contrast };
inline constexpr std::array kThemeIds{ThemeId::Light, ThemeId::Dark, ThemeId::Contrast};
[[nodiscard]] QLatin1StringView themeKey(ThemeId id);

/// Noto Sans CJK SC; only Regular and Bold exist in Debian's package.
enum class TextStyle {
    Keycap,         ///< 12
    Body,           ///< 14: everything a person must read
    BodyBold,       ///< the thing itself, at most one a line
    Title,          ///< 16 bold: item name, page name, primary action
    TitlePlain,     ///< 16: facts at sign-in
    Page,           ///< 20 bold: sign-in, product name
    ApplicantBody,  ///< 20
    ApplicantTitle, ///< 24 bold
    Date,           ///< 32 bold: the date at sign-in
};
inline constexpr std::size_t kTextStyleCount = static_cast<std::size_t>(TextStyle::Date) + 1;

/// One table of colours, sizes and type for everything that is painted (resources/themes). Lists and buttons
/// that paint themselves read it directly; Qt's own widgets get it as palette and one application style
/// sheet. Made once in main() and handed to every page; it must outlive them. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Reads the embedded tables. Fails with ErrorCode::Internal when they are not complete.
    [[nodiscard]] static domain::Result<std::unique_ptr<Theme>> load();

    [[nodiscard]] ThemeId id() const { return m_id; }

    [[nodiscard]] QColor color(Token token) const { return colorIn(m_id, token); }

    [[nodiscard]] QColor colorIn(ThemeId id, Token token) const;

    [[nodiscard]] const Metrics& metrics() const { return m_metrics; }

    [[nodiscard]] int k(double px) const { return m_metrics.k(px); }

    [[nodiscard]] int focusWidth() const;

    [[nodiscard]] bool highContrast() const { return m_id == ThemeId::Contrast; }

    [[nodiscard]] const QFont& font(TextStyle style) const
    {
        return m_fonts[static_cast<std::size_t>(style)];
    }

    /// Height of a line of text of this style, as the type table has it.
    [[nodiscard]] int lineHeight(TextStyle style) const { return m_lines[static_cast<std::size_t>(style)]; }

    [[nodiscard]] QPixmap pixmap(const QString& icon, Token token, int px, qreal ratio) const;
    /// Follows the theme: painted anew after a change without being set again.
    [[nodiscard]] QIcon icon(const QString& name, Token token = Token::Text) const;

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] domain::Result<QString> styleSheet() const;
    /// The scales a person can choose, in percent.
    [[nodiscard]] std::vector<int> scales() const;

    /// tokens.json as read, for tests and tools.
    [[nodiscard]] const QJsonObject& table() const { return m_table; }

    /// Changes theme and scale, and style, palette, font and style sheet of the application in one go.
    void apply(QApplication& application, ThemeId id, int percent);

Q_SIGNALS:
    /// After apply(): parts that keep sizes or pictures lay themselves out anew.
    void changed();

private:
    Theme() = default;
    [[nodiscard]] domain::Result<void> read(const QJsonObject& table, const QString& sheet);
    void measure(int percent);

    QJsonObject m_table;
    QString m_sheet;
    std::array<std::array<QColor, kTokenCount>, kThemeIds.size()> m_colors;
    ThemeId m_id = ThemeId::Light;
    Metrics m_metrics;
    std::array<QFont, kTextStyleCount> m_fonts;
    std::array<int, kTextStyleCount> m_lines{};
    mutable IconSet m_icons;
};

/// Sets the dynamic property a style-sheet rule looks at and repolishes this one widget, if it changed.
void setStyleProperty(QWidget& widget, const char* name, QLatin1StringView value);

inline void setTone(QWidget& widget, Tone tone)
{
    setStyleProperty(widget, "tone", toneName(tone));
}

} // namespace ow::ui
