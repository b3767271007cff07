// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/keysheet.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/keycap.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

void addLines(QVBoxLayout& column, const Theme& theme, const QString& title,
              const std::vector<ActionCatalog::Line>& lines, QWidget* parent)
{
    auto* heading = new QLabel(title, parent);
    heading->setProperty("type", QStringLiteral("bold"));
    column.addWidget(heading);
    column.addSpacing(theme.k(6));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.k(12));
    grid->setVerticalSpacing(theme.k(4));
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
    column.addLayout(grid);
    column.addStretch(1);
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
    auto* sides = new QHBoxLayout;
    sides->setSpacing(m_theme.k(32));
    const auto here = catalog.lines(catalog.page());
    if (!here.empty() && !catalog.page().isEmpty()) {
        auto* left = new QVBoxLayout;
        left->setSpacing(0);
        addLines(*left, m_theme, tr("On the page %1").arg(pageWord), here, m_content);
        sides->addLayout(left, 1);
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    addLines(*right, m_theme, tr("Everywhere"), catalog.lines({}), m_content);
    sides->addLayout(right, 1);
    column->addLayout(sides);
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void KeySheet::place()
{
    const QSize room = parentWidget()->size() - QSize(m_theme.k(32), m_theme.k(32));
    const QSize wanted(qMax(m_theme.metrics().keySheet, sizeHint().width()), sizeHint().height());
    const QSize size = wanted.boundedTo(room);
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
