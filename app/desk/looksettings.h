// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>

namespace ow::desk {

/// How the window looks to the user of this PC. Kept in a small file of that user, in the clear: it holds
/// nothing of a person, and is needed before anybody signs in.
struct LookSettings
{
    QString theme = QStringLiteral("light"); ///< light, dark or contrast
    int scale = 100;                         ///< of kScales, in percent
    QString language = QStringLiteral("zh_CN");

    static constexpr std::array kScales{100, 110, 125, 150, 175, 200};
    [[nodiscard]] static QStringList themes();
    [[nodiscard]] static QStringList languages();

    /// What of these is a choice there is; the others fall back to those of `otherwise`.
    [[nodiscard]] LookSettings orElse(const LookSettings& otherwise) const;

    /// What was never written is as in `otherwise`.
    [[nodiscard]] static LookSettings read(const QString& file, const LookSettings& otherwise);
    /// False when the file cannot be written; the look of the running window is not touched by that.
    [[nodiscard]] bool write(const QString& file) const;

    /// Where it lies for the user who runs the program.
    [[nodiscard]] static QString usualFile();

    friend bool operator==(const LookSettings&, const LookSettings&) = default;
};

} // namespace ow::desk
