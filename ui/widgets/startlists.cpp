// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/startlists.h"

#include "ui/widgets/rowpainter.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <functional>

namespace ow::ui {

namespace {

class StartButton : public QAbstractButton
{
public:
    StartButton(const Theme& theme, const StartRow& row, bool keyAtRight, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_row(row)
        , m_keyAtRight(keyAtRight)
    {
        setText(row.text);
        setAccessibleName(row.text);
        setAccessibleDescription(QString(row.key + u' ' + row.right).trimmed());
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setToolTip(row.text);
    }

    [[nodiscard]] QSize sizeHint() const override { return {m_theme.k(160), m_theme.metrics().listRow}; }

    void onRemove(std::function<void()> remove) { m_remove = std::move(remove); }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            click();
            return;
        case Qt::Key_Down:
            focusNextChild();
            return;
        case Qt::Key_Up:
            focusPreviousChild();
            return;
        case Qt::Key_Delete:
            if (m_remove) {
                m_remove();
            }
            return;
        default:
            QAbstractButton::keyPressEvent(event);
        }
    }

    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        RowPainter row(painter, m_theme);
        row.ground(rect(), {.hovered = underMouse(), .plain = Token::Window});
        const int gap = m_theme.k(10);
        const int side = m_theme.metrics().icon;
        int left = 0;
        int right = width();
        if (!m_row.icon.isEmpty()) {
            row.icon(QRect(0, (height() - side) / 2, side, side), m_row.icon, Token::Text);
            left = side + gap;
        }
        if (!m_row.key.isEmpty()) {
            const int wide = RowPainter::keyCapSize(m_theme, m_row.key).width();
            if (m_keyAtRight) {
                right -= wide;
                row.keyCap(rect(), right, m_row.key);
                right -= gap;
            } else {
                left += row.keyCap(rect(), left, m_row.key) + gap;
            }
        }
        const int note = RowPainter::textWidth(m_theme, m_row.right, TextStyle::Body);
        row.text(QRect(right - note, 0, note, height()), m_row.right, TextStyle::Body, Token::Text2);
        right -= note == 0 ? 0 : note + gap;
        row.text(QRect(left, 0, right - left, height()), m_row.text, TextStyle::Body, Token::Text);
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Token::Focus), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -2));
        }
    }

private:
    const Theme& m_theme;
    StartRow m_row;
    bool m_keyAtRight;
    std::function<void()> m_remove;
};

} // namespace

StartLists::StartLists(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &StartLists::rebuild);
}

void StartLists::setColumns(std::vector<StartColumn> columns)
{
    m_columns = std::move(columns);
    rebuild();
}

void StartLists::rebuild()
{
    delete m_content;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.k(28));
    for (const StartColumn& column : m_columns) {
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        auto* head = new QHBoxLayout;
        head->setSpacing(m_theme.k(8));
        auto* title = new QLabel(column.title, m_content);
        title->setProperty("type", QStringLiteral("title"));
        auto* note = new QLabel(column.note, m_content);
        setTone(*note, Tone::Second);
        head->addWidget(title);
        head->addWidget(note, 1, Qt::AlignBottom);
        lines->addLayout(head);
        lines->addSpacing(m_theme.k(8));
        auto* line = new QFrame(m_content);
        line->setProperty("role", QStringLiteral("line"));
        lines->addWidget(line);
        for (const StartRow& entry : column.rows) {
            auto* button = new StartButton(m_theme, entry, column.keyAtRight, m_content);
            connect(button, &QAbstractButton::clicked, this, [this, id = entry.id] { Q_EMIT chosen(id); });
            button->setContextMenuPolicy(Qt::CustomContextMenu);
            connect(button, &QWidget::customContextMenuRequested, this, [this, button, id = entry.id] {
                Q_EMIT menuWanted(id, button->mapToGlobal(QPoint(0, button->height())));
            });
            button->onRemove([this, id = entry.id] { Q_EMIT removeWanted(id); });
            lines->addWidget(button);
        }
        if (!column.foot.isEmpty()) {
            auto* foot = new QLabel(column.foot, m_content);
            setTone(*foot, Tone::Second);
            foot->setWordWrap(true);
            lines->addSpacing(m_theme.k(8));
            lines->addWidget(foot);
        }
        lines->addStretch(1);
        row->addLayout(lines, column.keyAtRight ? 3 : 5);
    }
}

} // namespace ow::ui
