// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/housestyle.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/tokenicon.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStyle>
#include <QWidget>

namespace ow::ui {

namespace {

Q_LOGGING_CATEGORY(log, "ow.ui")

using domain::ErrorCode;
using domain::fail;

constexpr QLatin1StringView kTable(":/ow/themes/tokens.json");
constexpr QLatin1StringView kSheet(":/ow/themes/theme.qss");

struct PaletteRole
{
    QLatin1StringView name;
    QPalette::ColorRole role;
};

constexpr PaletteRole kPaletteRoles[] = {
    {QLatin1StringView("Window"), QPalette::Window},
    {QLatin1StringView("WindowText"), QPalette::WindowText},
    {QLatin1StringView("Base"), QPalette::Base},
    {QLatin1StringView("AlternateBase"), QPalette::AlternateBase},
    {QLatin1StringView("Text"), QPalette::Text},
    {QLatin1StringView("PlaceholderText"), QPalette::PlaceholderText},
    {QLatin1StringView("Button"), QPalette::Button},
    {QLatin1StringView("ButtonText"), QPalette::ButtonText},
    {QLatin1StringView("Highlight"), QPalette::Highlight},
    {QLatin1StringView("HighlightedText"), QPalette::HighlightedText},
    {QLatin1StringView("Link"), QPalette::Link},
    {QLatin1StringView("LinkVisited"), QPalette::LinkVisited},
    {QLatin1StringView("ToolTipBase"), QPalette::ToolTipBase},
    {QLatin1StringView("ToolTipText"), QPalette::ToolTipText},
    {QLatin1StringView("Light"), QPalette::Light},
    {QLatin1StringView("Midlight"), QPalette::Midlight},
    {QLatin1StringView("Mid"), QPalette::Mid},
    {QLatin1StringView("Dark"), QPalette::Dark},
    {QLatin1StringView("Shadow"), QPalette::Shadow},
    {QLatin1StringView("BrightText"), QPalette::BrightText},
};

struct TypeRow
{
    TextStyle style;
    QLatin1StringView px;
    bool bold;
};

constexpr TypeRow kTypeRows[] = {
    {TextStyle::Keycap, QLatin1StringView("keycap"), false},
    {TextStyle::Body, QLatin1StringView("body"), false},
    {TextStyle::BodyBold, QLatin1StringView("body"), true},
    {TextStyle::Title, QLatin1StringView("title"), true},
    {TextStyle::TitlePlain, QLatin1StringView("title"), false},
    {TextStyle::Page, QLatin1StringView("page"), true},
    {TextStyle::ApplicantBody, QLatin1StringView("applicantBody"), false},
    {TextStyle::ApplicantTitle, QLatin1StringView("applicantTitle"), true},
    {TextStyle::Date, QLatin1StringView("date"), true},
};
static_assert(std::size(kTypeRows) == kTextStyleCount);

std::optional<QByteArray> contentOf(QLatin1StringView path)
{
    QFile file{QString(path)};
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll();
}

} // namespace

QLatin1StringView themeKey(ThemeId id)
{
    switch (id) {
    case ThemeId::Light:
        return QLatin1StringView("light");
    case ThemeId::Dark:
        return QLatin1StringView("dark");
    case ThemeId::Contrast:
        return QLatin1StringView("contrast");
    }
    return QLatin1StringView("light");
}

domain::Result<std::unique_ptr<Theme>> Theme::load()
{
    const auto table = contentOf(kTable);
    const auto sheet = contentOf(kSheet);
    if (!table || !sheet) {
        return fail(ErrorCode::Internal, QStringLiteral("the theme is not embedded"));
    }
    std::unique_ptr<Theme> theme(new Theme); // the constructor is private
    const auto read = theme->read(QJsonDocument::fromJson(*table).object(), QString::fromUtf8(*sheet));
    if (!read) {
        return tl::unexpected(read.error());
    }
    return theme;
}

domain::Result<void> Theme::read(const QJsonObject& table, const QString& sheet)
{
    const QJsonObject themes = table.value(u"themes").toObject();
    for (const ThemeId id : kThemeIds) {
        const QJsonObject colors = themes.value(themeKey(id)).toObject();
        for (std::size_t i = 0; i < kTokenCount; ++i) {
            const QColor color(colors.value(kTokenNames[i]).toString());
            if (!color.isValid()) {
                return fail(ErrorCode::Internal,
                            QStringLiteral("no colour %1 in %2").arg(kTokenNames[i], themeKey(id)));
            }
            m_colors[static_cast<std::size_t>(id)][i] = color;
        }
    }
    m_table = table;
    m_sheet = sheet;
    measure(100);
    const auto filled = styleSheet();
    if (!filled) {
        return tl::unexpected(filled.error());
    }
    return {};
}

QColor Theme::colorIn(ThemeId id, Token token) const
{
    return m_colors[static_cast<std::size_t>(id)][static_cast<std::size_t>(token)];
}

int Theme::focusWidth() const
{
    return highContrast() ? m_metrics.focusContrast : m_metrics.focus;
}

void Theme::measure(int percent)
{
    m_metrics = Metrics(m_table, percent);
    const QJsonObject type = m_table.value(u"type").toObject();
    const QJsonObject px = type.value(u"px").toObject();
    const QJsonObject lines = type.value(u"line").toObject();
    QStringList families;
    for (const auto& family : type.value(u"family").toArray()) {
        families << family.toString();
    }
    for (const TypeRow& row : kTypeRows) {
        const int size = px.value(row.px).toInt();
        QFont font(families);
        font.setPixelSize(qMax(1, k(size)));
        font.setBold(row.bold);
        m_fonts[static_cast<std::size_t>(row.style)] = font;
        m_lines[static_cast<std::size_t>(row.style)] = k(lines.value(QString::number(size)).toInt());
    }
}

QPixmap Theme::pixmap(const QString& icon, Token token, int px, qreal ratio) const
{
    return m_icons.pixmap(icon, color(token), px, ratio);
}

QIcon Theme::icon(const QString& name, Token token) const
{
    return QIcon(new TokenIcon(*this, name, token)); // QIcon owns the engine
}

QPalette Theme::palette() const
{
    const QJsonObject roles = m_table.value(u"palette").toObject();
    const QJsonObject disabled = roles.value(u"disabled").toObject();
    QPalette result;
    const auto colorOf = [&](const QJsonValue& name) -> QColor {
        const auto token = tokenFromName(name.toString());
        return token ? color(*token) : QColor();
    };
    for (const PaletteRole& role : kPaletteRoles) {
        result.setColor(role.role, colorOf(roles.value(role.name)));
        if (disabled.contains(role.name)) {
            result.setColor(QPalette::Disabled, role.role, colorOf(disabled.value(role.name)));
        }
    }
    return result;
}

domain::Result<QString> Theme::styleSheet() const
{
    const StyleSheetInput input{
        .color = [this](QStringView name) -> QString {
            const auto token = tokenFromName(name);
            return token ? color(*token).name(QColor::HexRgb) : QString();
        },
        .scaled = [this](int px) { return k(px); },
        .focusWidth = focusWidth(),
    };
    return fillStyleSheet(m_sheet, input);
}

std::vector<int> Theme::scales() const
{
    std::vector<int> result;
    for (const auto& percent : m_table.value(u"type").toObject().value(u"scalePercent").toArray()) {
        result.push_back(percent.toInt());
    }
    return result;
}

void Theme::apply(QApplication& application, ThemeId id, int percent)
{
    m_id = id;
    measure(qBound(50, percent, 300));
    m_icons.clear();
    const auto sheet = styleSheet();
    if (!sheet) {
        // load() filled the same template, so only a broken build comes here; Fusion's own look stays
        // readable.
        qCCritical(log) << "style sheet:" << sheet.error().detail;
    }
    // The sheet goes first and comes back last: every step in between would else polish all widgets anew.
    application.setStyleSheet({});
    application.setStyle(new HouseStyle(*this)); // the application owns its style
    application.setPalette(palette());
    application.setFont(font(TextStyle::Body));
    application.setStyleSheet(sheet.value_or(QString()));
    Q_EMIT changed();
}

void setStyleProperty(QWidget& widget, const char* name, QLatin1StringView value)
{
    if (widget.property(name).toString() == value) {
        return;
    }
    widget.setProperty(name, QString(value));
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace ow::ui
