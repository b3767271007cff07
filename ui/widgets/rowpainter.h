// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRect>
#include <QString>

#include <vector>

class QPainter;

namespace ow::ui {

/// A piece of a line in one weight and colour.
struct TextRun
{
    QString text = {};
    bool bold = false;
    Token color = Token::Text;
};

/// Letters to be marked, as positions in the text they belong to.
struct MarkRange
{
    int start = 0;
    int length = 0;
    friend bool operator==(const MarkRange&, const MarkRange&) = default;
};

/// What lists, tables and buttons paint with: every colour, length and font comes from the theme. Made for
/// one paint call on the stack.
class RowPainter
{
public:
    RowPainter(QPainter& painter, const Theme& theme)
        : m_painter(painter)
        , m_theme(theme)
    {
    }

    /// Ground of a row: chosen (with the 3 px bar, and an edge when the list has the focus), under the
    /// pointer, or plain; then its line below.
    struct Ground
    {
        bool chosen = false;
        bool hovered = false;
        bool focused = false;
        Token plain = Token::Surface;
        bool line = true;
    };

    void ground(const QRect& row, const Ground& ground);

    void icon(const QRect& square, const QString& name, Token token);
    /// Elides at the end (codes: pass Qt::ElideMiddle). Returns the width it took.
    int text(const QRect& rect, const QString& text, TextStyle style, Token token,
             Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
             Qt::TextElideMode elide = Qt::ElideRight);
    /// Runs one after the other from the left; the one that does not fit is elided. Returns the width taken.
    int runs(const QRect& rect, const std::vector<TextRun>& runs);
    /// One line with marked letters (QTextLayout formats), elided at the end.
    void marked(const QRect& rect, const QString& text, const std::vector<MarkRange>& marks, TextStyle style,
                Token token);
    /// A key cap with its left edge at `left`, in the middle of `rect`. Returns its width.
    int keyCap(const QRect& rect, int left, const QString& key, Token token = Token::Text2,
               Token edge = Token::Border);
    /// Dashed frame of a slot that takes papers.
    void slot(const QRect& rect);

    [[nodiscard]] static int textWidth(const Theme& theme, const QString& text, TextStyle style);
    [[nodiscard]] static int runsWidth(const Theme& theme, const std::vector<TextRun>& runs);
    [[nodiscard]] static QSize keyCapSize(const Theme& theme, const QString& key);

private:
    QPainter& m_painter;
    const Theme& m_theme;
};

} // namespace ow::ui
