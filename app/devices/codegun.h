// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ow::devices {

/// One key as it arrives: what it types, or that it ends a code.
struct GunStroke
{
    qint64 at = 0; ///< ms of the event itself, not of its handling: a busy window must not look like a gun
    QString text;  ///< empty for the ending key
    bool ends = false; ///< Enter or Tab
    int tag = 0;       ///< the caller's, to find the key event again
};

/// Tells a code gun that types like a keyboard from a person, by time alone: a gun sends key after key at
/// most kGunGapMs apart, and a person does not for kShortestCode keys. No character is reserved, so a code
/// may hold anything and a person may type anything.
///
/// Only a key that follows another within the gap is held back; the first of a row passes at once where
/// somebody types (so typing costs nothing), and is held as well where single keys are commands (a code that
/// begins with A must not approve a case). What is held is given back in order as soon as the row breaks: by
/// a slower key, or by silence (call `silence` when kGunGapMs have gone by). Pure; any thread, one at a time.
class CodeGun
{
public:
    static constexpr qint64 kGunGapMs = 25; ///< guns: 1–20 ms a key; two fingers that roll over: 30 and more
    static constexpr int kShortestCode = 6;
    static constexpr int kLongestCode = 512;

    enum class First {
        Passes, ///< the focus takes text
        IsHeld, ///< single keys mean something here
    };

    struct Verdict
    {
        bool passes = false;            ///< the stroke itself goes on as if nobody had looked
        std::vector<GunStroke> replay;  ///< held before; to be typed now, in this order, before the stroke
        QString code;                   ///< not empty: a gun has sent this; nothing of it is to be typed
        std::vector<GunStroke> strokes; ///< of the code, those that were held, in order, its end included
        bool firstPassed = false;       ///< of the code: its first key was typed before it was known
    };

    /// A key that types a character, or ends a code.
    [[nodiscard]] Verdict stroke(const GunStroke& stroke, First first);
    /// Anything that no gun sends: a command key, a repeated key, a composition, another window. Whatever was
    /// held comes back and nothing is remembered.
    [[nodiscard]] Verdict interrupt();
    /// No key for kGunGapMs: a row that is long enough was a gun without an ending key.
    [[nodiscard]] Verdict silence();

    [[nodiscard]] bool isHolding() const { return !m_held.empty(); }

private:
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] Verdict takeCode();
    [[nodiscard]] Verdict giveBack();

    QString m_text; ///< of the row, its first key included
    std::vector<GunStroke> m_held;
    bool m_firstPassed = false;
    qint64 m_last = 0;
};

} // namespace ow::devices
