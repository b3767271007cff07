// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusstrip.h"

#include <QAbstractButton>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

class StatusStrip::Part : public QAbstractButton
{
public:
    Part(const Theme& theme, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
    }

    void setPart(StripPart part)
    {
        m_part = std::move(part);
        QString words;
        for (TextRun& run : m_part.runs) {
            words += run.text;
            if (run.color == Token::Text) {
                run.color = toneText(m_part.tone);
            }
        }
        setText(words);
        setAccessibleName(words);
        update();
    }

    [[nodiscard]] const StripPart& part() const { return m_part; }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int icon = m_part.icon.isEmpty() ? 0 : m_theme.metrics().icon + m_theme.k(6);
        return {RowPainter::runsWidth(m_theme, m_part.runs) + icon + 2 * m_theme.k(12),
                m_theme.metrics().statusStrip};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        if (underMouse()) {
            painter.fillRect(rect(), m_theme.color(Token::Hover));
        }
        RowPainter row(painter, m_theme);
        int x = m_theme.k(12);
        if (!m_part.icon.isEmpty()) {
            const int side = m_theme.metrics().icon;
            row.icon(QRect(x, (height() - side) / 2, side, side), m_part.icon, toneText(m_part.tone));
            x += side + m_theme.k(6);
        }
        row.runs(QRect(x, 0, width() - x, height()), m_part.runs);
        const int inset = m_theme.k(4);
        painter.fillRect(QRect(m_part.right ? 0 : width() - 1, inset, 1, height() - 2 * inset),
                         m_theme.color(Token::Hairline));
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Token::Focus), 1));
            painter.drawRect(rect().adjusted(1, 1, -2, -2));
        }
    }

private:
    const Theme& m_theme;
    StripPart m_part;
};

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        layOut();
    });
}

void StatusStrip::setParts(std::vector<StripPart> parts)
{
    while (m_parts.size() > parts.size()) {
        delete m_parts.back();
        m_parts.pop_back();
    }
    while (m_parts.size() < parts.size()) {
        auto* part = new Part(m_theme, this);
        connect(part, &QAbstractButton::clicked, this, [this, part] { Q_EMIT partClicked(part->part().id); });
        m_parts.push_back(part);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        m_parts[i]->setPart(std::move(parts[i]));
    }
    layOut();
}

void StatusStrip::setGround(Tone tone)
{
    m_ground = tone;
    update();
}

QSize StatusStrip::sizeHint() const
{
    return {m_theme.k(400), m_theme.metrics().statusStrip};
}

QSize StatusStrip::minimumSizeHint() const
{
    return {m_theme.k(100), m_theme.metrics().statusStrip};
}

void StatusStrip::layOut()
{
    std::vector<Part*> shown = m_parts;
    const auto total = [&shown] {
        int width = 0;
        for (const Part* part : shown) {
            width += part->sizeHint().width();
        }
        return width;
    };
    while (total() > width()) {
        const auto least =
            std::ranges::max_element(shown, {}, [](const Part* p) { return p->part().dropOrder; });
        if (least == shown.end() || (*least)->part().dropOrder == 0) {
            break;
        }
        shown.erase(least);
    }
    int left = 0;
    int right = width();
    for (Part* part : m_parts) {
        part->setVisible(std::ranges::find(shown, part) != shown.end());
    }
    for (Part* part : shown) {
        if (!part->part().right) {
            part->setGeometry(left, 1, part->sizeHint().width(), height() - 1);
            left += part->width();
        }
    }
    for (auto it = shown.rbegin(); it != shown.rend(); ++it) {
        if ((*it)->part().right) {
            right -= (*it)->sizeHint().width();
            (*it)->setGeometry(right, 1, (*it)->sizeHint().width(), height() - 1);
        }
    }
}

void StatusStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(toneGround(m_ground)));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Hairline));
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layOut();
}

} // namespace ow::ui
