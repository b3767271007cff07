// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/widgets/rowpainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ow::ui {

SectionHeader::SectionHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, [this] {
        describe();
        updateGeometry();
    });
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    describe();
}

void SectionHeader::setNote(const QString& note)
{
    m_note = note;
    describe();
    update();
}

void SectionHeader::setSummary(const SectionSummary& summary)
{
    m_summary = summary;
    describe();
    updateGeometry();
    update();
}

void SectionHeader::describe()
{
    setAccessibleName(text());
    const QString state = isChecked() ? tr("open") : tr("folded");
    setAccessibleDescription(m_summary.values.isEmpty() ? state : state + u' ' + m_summary.values);
}

QSize SectionHeader::sizeHint() const
{
    const bool line = !isChecked() && !m_summary.values.isEmpty();
    const Metrics& m = m_theme.metrics();
    return {m_theme.k(200), line ? m.summaryRow : m.sectionHeader};
}

void SectionHeader::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void SectionHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    RowPainter row(painter, m_theme);
    const int side = m_theme.metrics().icon;
    const int gap = m_theme.k(8);
    const QRect square(0, (height() - side) / 2, side, side);
    const bool summary = !isChecked() && !m_summary.values.isEmpty();
    if (underMouse()) {
        painter.fillRect(rect(), m_theme.color(Token::Hover));
    }
    int right = width();
    if (summary) {
        row.icon(square, QStringLiteral("check"), Token::Ok);
        right -= side;
        row.icon(square.translated(right, 0), QStringLiteral("right"), Token::Text2);
        const int source = RowPainter::textWidth(m_theme, m_summary.source, TextStyle::Body);
        right -= source + gap;
        row.text(QRect(right, 0, source, height()), m_summary.source, TextStyle::Body, Token::Text2);
        right -= gap;
    } else {
        row.icon(square, isChecked() ? QStringLiteral("down") : QStringLiteral("right"), Token::Text);
    }
    int x = side + gap;
    x += row.text(QRect(x, 0, right - x, height()), text(), TextStyle::BodyBold, Token::Text) + gap;
    const QString rest = summary ? m_summary.values : m_note;
    row.text(QRect(x, 0, right - x, height()), rest, TextStyle::Body, summary ? Token::Text : Token::Text2);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Focus), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    } else if (summary) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
    }
}

Section::Section(const Theme& theme, const QString& title, Build build, QWidget* parent)
    : QWidget(parent)
    , m_header(new SectionHeader(theme, title, this))
    , m_column(new QVBoxLayout(this))
    , m_build(std::move(build))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    connect(m_header, &QAbstractButton::toggled, this, &Section::show);
}

void Section::setOpen(bool open)
{
    m_header->setChecked(open);
}

void Section::show(bool open)
{
    if (open && m_content == nullptr && m_build) {
        m_content = m_build(this);
        m_column->addWidget(m_content);
    }
    if (m_content != nullptr) {
        m_content->setVisible(open);
    }
    Q_EMIT opened(open);
}

} // namespace ow::ui
