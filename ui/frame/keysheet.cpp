// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/keysheet.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/keycap.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace ow::ui {

namespace {

using Lines = std::vector<ActionCatalog::Line>;

constexpr int kBetweenLines = 4; ///< px at 100 %

int lineHeight(const Theme& theme)
{
    QLabel word(QStringLiteral("字"));
    word.ensurePolished();
    const int cap = KeyCap(theme, QStringLiteral("F1")).sizeHint().height();
    return std::max(cap, word.sizeHint().height()) + theme.k(kBetweenLines);
}

QLabel* headingOf(const QString& title, QWidget* parent)
{
    auto* heading = new QLabel(title, parent);
    heading->setProperty("type", QStringLiteral("bold"));
    return heading;
}

/// One column of keys and words. What a long list has more than the window is high goes on in the next one.
void addColumn(QHBoxLayout& columns, const Theme& theme, QLabel* heading,
               std::span<const ActionCatalog::Line> lines, QWidget* parent)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(theme.k(6));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.k(12));
    grid->setVerticalSpacing(theme.k(kBetweenLines));
    grid->setColumnMinimumWidth(0, theme.k(84));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ActionCatalog::Line& line : lines) {
        grid->addWidget(new KeyCap(theme, line.keys, parent), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        auto* word = new QLabel(line.word, parent);
        word->setAccessibleName(line.keys + u' ' + line.word);
        grid->addWidget(word, row, 1);
        ++row;
    }
    column->addLayout(grid);
    column->addStretch(1);
    columns.addLayout(column, 1);
}

/// As many columns as the list needs, evenly filled.
void addLines(QHBoxLayout& columns, const Theme& theme, const QString& title, const Lines& lines,
              std::size_t fitting, QWidget* parent)
{
    const std::size_t across = (lines.size() + fitting - 1) / fitting;
    const std::size_t each = across == 0 ? 0 : (lines.size() + across - 1) / across;
    for (std::size_t first = 0; first < lines.size(); first += each) {
        const std::size_t count = std::min(each, lines.size() - first);
        addColumn(columns, theme, headingOf(first == 0 ? title : QString(), parent),
                  std::span(lines).subspan(first, count), parent);
    }
}

} // namespace

KeySheet::KeySheet(const Theme& theme, QWidget* window)
    : QFrame(window)
    , m_theme(theme)
{
    setProperty("role", QStringLiteral("popup"));
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Keys"));
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    hide();
}

void KeySheet::open(const ActionCatalog& catalog, const QString& pageWord)
{
    delete m_content;
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    const int pad = m_theme.k(24);
    column->setContentsMargins(pad, m_theme.k(16), pad, m_theme.k(16));
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Keys"), m_content);
    title->setProperty("type", QStringLiteral("page"));
    head->addWidget(title);
    head->addStretch(1);
    auto* manual = new KeyButton(m_theme, tr("Manual"), KeyButton::Look::Flat, m_content);
    manual->setKey(QStringLiteral("F1"));
    manual->setFocusPolicy(Qt::NoFocus);
    connect(manual, &QPushButton::clicked, this, &KeySheet::manualWanted);
    head->addWidget(manual);
    head->addSpacing(m_theme.k(8));
    head->addWidget(new KeyCap(m_theme, QStringLiteral("Esc"), m_content));
    column->addLayout(head);
    column->addSpacing(m_theme.k(12));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(m_theme.k(32));
    const int around =
        2 * m_theme.k(16) + head->sizeHint().height() + m_theme.k(12 + 6) + lineHeight(m_theme);
    const int fitting = std::max(1, (room().height() - around) / lineHeight(m_theme));
    if (!catalog.page().isEmpty()) {
        addLines(*columns, m_theme, tr("On the page %1").arg(pageWord), catalog.lines(catalog.page()),
                 static_cast<std::size_t>(fitting), m_content);
    }
    addLines(*columns, m_theme, tr("Everywhere"), catalog.lines({}), static_cast<std::size_t>(fitting),
             m_content);
    column->addLayout(columns);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize KeySheet::room() const
{
    return parentWidget()->size() - QSize(m_theme.k(32), m_theme.k(32));
}

void KeySheet::place()
{
    const QSize wanted(qMax(m_theme.metrics().keySheet, sizeHint().width()), sizeHint().height());
    const QSize size = wanted.boundedTo(room());
    resize(size);
    move((parentWidget()->width() - size.width()) / 2, (parentWidget()->height() - size.height()) / 2);
}

void KeySheet::close()
{
    hide();
}

void KeySheet::mousePressEvent(QMouseEvent* /*event*/)
{
    close();
}

} // namespace ow::ui
