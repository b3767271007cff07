// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentbar.h"

#include "ui/widgets/rowpainter.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace ow::ui {

namespace {

class SegmentButton : public QAbstractButton
{
public:
    SegmentButton(const Theme& theme, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setCheckable(true);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setSegment(const Segment& segment, bool first, bool last)
    {
        m_segment = segment;
        m_first = first;
        m_last = last;
        setText(segment.word);
        setAccessibleName(segment.count.isEmpty() ? segment.word : segment.word + u' ' + segment.count);
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        // As wide as in bold, so that choosing moves nothing.
        int width = RowPainter::textWidth(m_theme, m_segment.word, TextStyle::BodyBold) + 2 * m_theme.k(12);
        if (!m_segment.count.isEmpty()) {
            width += RowPainter::textWidth(m_theme, m_segment.count, TextStyle::BodyBold) + m_theme.k(6);
        }
        return {width, m_theme.metrics().button};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal radius = m_theme.metrics().radius;
        // The outer corners are round: the rest of the rounded shape lies outside the widget.
        QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, 0.5, -0.5);
        shape.adjust(m_first ? 0 : -2 * radius, 0, m_last ? -1 : 2 * radius, 0);
        painter.setPen(QPen(m_theme.color(Token::Border), 1));
        const Token fill = isChecked() ? Token::Selection : underMouse() ? Token::Hover : Token::Surface;
        painter.setBrush(m_theme.color(fill));
        painter.drawRoundedRect(shape, radius, radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (!m_last) {
            painter.fillRect(QRect(width() - 1, 1, 1, height() - 2), m_theme.color(Token::Hairline));
        }
        if (isChecked()) {
            painter.fillRect(QRect(1, height() - 3, width() - 2, 2), m_theme.color(Token::Focus));
        }
        RowPainter row(painter, m_theme);
        const TextStyle style = isChecked() ? TextStyle::BodyBold : TextStyle::Body;
        int wide = RowPainter::textWidth(m_theme, m_segment.word, style);
        if (!m_segment.count.isEmpty()) {
            wide += m_theme.k(6) + RowPainter::textWidth(m_theme, m_segment.count, TextStyle::BodyBold);
        }
        int x = (width() - wide) / 2;
        x += row.text(QRect(x, 0, width(), height()), m_segment.word, style, Token::Text) + m_theme.k(6);
        row.text(QRect(x, 0, width(), height()), m_segment.count, TextStyle::BodyBold,
                 toneText(m_segment.tone));
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Token::Focus), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect().adjusted(2, 2, -3, -3));
        }
    }

private:
    const Theme& m_theme;
    Segment m_segment;
    bool m_first = false;
    bool m_last = false;
};

} // namespace

SegmentBar::SegmentBar(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            Q_EMIT currentChanged(id);
        }
    });
    connect(&theme, &Theme::changed, this, [this] {
        for (QAbstractButton* button : m_group.buttons()) {
            button->updateGeometry();
        }
    });
}

void SegmentBar::setSegments(const std::vector<Segment>& segments)
{
    const int count = static_cast<int>(segments.size());
    const auto had = m_group.buttons().size();
    if (had != count) {
        for (QAbstractButton* button : m_group.buttons()) {
            m_group.removeButton(button);
            delete button;
        }
        for (int i = 0; i < count; ++i) {
            auto* button = new SegmentButton(m_theme, this);
            m_group.addButton(button, i);
            layout()->addWidget(button);
        }
        if (count > 0) {
            m_group.button(0)->setChecked(true);
        }
    }
    for (int i = 0; i < count; ++i) {
        static_cast<SegmentButton*>(m_group.button(i))
            ->setSegment(segments[static_cast<std::size_t>(i)], i == 0, i == count - 1);
    }
}

void SegmentBar::setCurrent(int index)
{
    if (QAbstractButton* button = m_group.button(index)) {
        button->setChecked(true);
    }
}

} // namespace ow::ui
