// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>
#include <cstddef>
#include <optional>

namespace ow::ui {

/// The colours by their use. The names are those of resources/themes/tokens.json and of `@name` in theme.qss.
#define OW_TOKENS(X)                                                                                         \
    X(Window, "window")                                                                                      \
    X(Surface, "surface")                                                                                    \
    X(Sunken, "sunken")                                                                                      \
    X(Raised, "raised")                                                                                      \
    X(Hairline, "hairline")                                                                                  \
    X(Border, "border")                                                                                      \
    X(Text, "text")                                                                                          \
    X(Text2, "text2")                                                                                        \
    X(Disabled, "disabled")                                                                                  \
    X(Accent, "accent")                                                                                      \
    X(AccentHover, "accentHover")                                                                            \
    X(AccentPress, "accentPress")                                                                            \
    X(OnAccent, "onAccent")                                                                                  \
    X(Selection, "selection")                                                                                \
    X(Hover, "hover")                                                                                        \
    X(Focus, "focus")                                                                                        \
    X(Block, "block")                                                                                        \
    X(BlockBg, "blockBg")                                                                                    \
    X(Warn, "warn")                                                                                          \
    X(WarnBg, "warnBg")                                                                                      \
    X(Ok, "ok")                                                                                              \
    X(OkBg, "okBg")                                                                                          \
    X(Info, "info")                                                                                          \
    X(InfoBg, "infoBg")                                                                                      \
    X(Mute, "mute")                                                                                          \
    X(MuteBg, "muteBg")                                                                                      \
    X(Link, "link")                                                                                          \
    X(Mark, "mark")                                                                                          \
    X(Paper, "paper")                                                                                        \
    X(Seal, "seal")                                                                                          \
    X(ReadOnlyBorder, "readOnlyBorder")

enum class Token {
#define X(name, text) name,
    OW_TOKENS(X)
#undef X
};

inline constexpr std::array kTokenNames{
#define X(name, text) QLatin1StringView(text),
    OW_TOKENS(X)
#undef X
};

inline constexpr std::size_t kTokenCount = kTokenNames.size();

/// nullopt when no colour has this name.
[[nodiscard]] inline std::optional<Token> tokenFromName(QStringView name)
{
    for (std::size_t i = 0; i < kTokenCount; ++i) {
        if (name == kTokenNames[i]) {
            return static_cast<Token>(i);
        }
    }
    return std::nullopt;
}

/// How a state is coloured. The colour never stands alone: an icon and a word say the same.
enum class Tone { Plain, Second, Info, Ok, Warn, Block, Mute };

/// The value of the dynamic property "tone" in the style sheet.
[[nodiscard]] constexpr QLatin1StringView toneName(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return QLatin1StringView("plain");
    case Tone::Second:
        return QLatin1StringView("second");
    case Tone::Info:
        return QLatin1StringView("info");
    case Tone::Ok:
        return QLatin1StringView("ok");
    case Tone::Warn:
        return QLatin1StringView("warn");
    case Tone::Block:
        return QLatin1StringView("block");
    case Tone::Mute:
        return QLatin1StringView("mute");
    }
    return QLatin1StringView("plain");
}

[[nodiscard]] constexpr Token toneText(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return Token::Text;
    case Tone::Second:
        return Token::Text2;
    case Tone::Info:
        return Token::Info;
    case Tone::Ok:
        return Token::Ok;
    case Tone::Warn:
        return Token::Warn;
    case Tone::Block:
        return Token::Block;
    case Tone::Mute:
        return Token::Mute;
    }
    return Token::Text;
}

/// The ground a tone stands on in pills, banners and the status strip.
[[nodiscard]] constexpr Token toneGround(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::Second:
        return Token::Sunken;
    case Tone::Info:
        return Token::InfoBg;
    case Tone::Ok:
        return Token::OkBg;
    case Tone::Warn:
        return Token::WarnBg;
    case Tone::Block:
        return Token::BlockBg;
    case Tone::Mute:
        return Token::MuteBg;
    }
    return Token::Sunken;
}

} // namespace ow::ui
