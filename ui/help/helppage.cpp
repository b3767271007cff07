// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppage.h"

#include "ui/frame/actioncatalog.h"
#include "ui/help/topiclist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextTable>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

const QString kId = QStringLiteral("help");
constexpr int kLongestWords = 60;
constexpr int kMostMarks = 500;
constexpr int kTextWidth = 760; ///< px at 100 %: longer lines are hard to follow

} // namespace

HelpPage::HelpPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_book(HelpBook::builtIn())
    , m_find(new FieldEdit(theme))
    , m_count(new QLabel(this))
    , m_topics(new TopicList(theme, this))
    , m_text(new QTextBrowser(this))
    , m_bar(new QWidget(this))
    , m_back(new KeyButton(theme, tr("Back"), KeyButton::Look::Secondary, m_bar))
    , m_row(new QHBoxLayout(m_bar))
    , m_across(new QHBoxLayout)
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_bar->setProperty("role", QStringLiteral("bar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_back->setKey(QStringLiteral("Esc"));
    m_find->setLeadingIcon(QStringLiteral("search"));
    m_find->setPlaceholderText(tr("Find in the manual"));
    m_find->setAccessibleName(tr("Find in the manual"));
    m_find->setMaxLength(kLongestWords);
    setTone(*m_count, Tone::Second);
    m_row->addWidget(m_find);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
    m_row->addWidget(m_back);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Text of the manual"));
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_across->addWidget(m_topics);
    m_across->addWidget(m_text, 1);
    m_across->setSpacing(0);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_bar);
    down->addLayout(m_across, 1);
    setTabOrder(m_find, m_topics);
    setTabOrder(m_topics, m_text);
    setTabOrder(m_text, m_back);
    connect(m_back, &QPushButton::clicked, this, &HelpPage::backWanted);
    connect(m_find, &QLineEdit::textChanged, this, &HelpPage::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_topics->setFocus(Qt::TabFocusReason); });
    connect(m_topics, &RowList::currentRowChanged, this, &HelpPage::showCurrent);
    connect(m_topics, &RowList::rowActivated, this, [this] { m_text->setFocus(Qt::TabFocusReason); });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { showSection(url.fragment()); });
    connect(&theme, &Theme::changed, this, &HelpPage::layOut);
    layOut();
    showSection({});
}

HelpPage::~HelpPage() = default;

// No focus proxy: with one, Tab would pass over what stands before the topics.
void HelpPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_topics->setFocus(event->reason());
}

PageInfo HelpPage::info()
{
    return {kId, tr("Manual"), QStringLiteral("book"), domain::NoRole};
}

void HelpPage::addActions(ActionCatalog& actions)
{
    connect(actions.add({QStringLiteral("help.find"), tr("Find in the manual"),
                         QKeySequence(Qt::CTRL | Qt::Key_F), kId}),
            &QAction::triggered, this, [this] {
                m_find->setFocus(Qt::ShortcutFocusReason);
                m_find->selectAll();
            });
    actions.note(QStringLiteral("↑ ↓"), tr("Another section"), kId);
    actions.note(QStringLiteral("Enter"), tr("Read the section"), kId);
    actions.note(QStringLiteral("Esc"), tr("Back to the page"), kId);
}

void HelpPage::layOut()
{
    m_row->setContentsMargins(m_theme.k(16), m_theme.k(6), m_theme.k(16), m_theme.k(6));
    m_row->setSpacing(m_theme.k(12));
    m_find->setFixedWidth(m_theme.k(280));
    // On a narrow window the text keeps the larger half.
    m_topics->setFixedWidth(std::min(m_theme.k(240), std::max(width(), m_theme.k(400)) / 3));
    write();
}

void HelpPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    write();
}

void HelpPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_topics->setFixedWidth(std::min(m_theme.k(240), std::max(width(), m_theme.k(400)) / 3));
    dress();
}

void HelpPage::showSection(const QString& id)
{
    if (m_book.indexOf(id) >= 0) {
        m_section = id;
    } else if (m_section.isEmpty() && !m_book.sections().empty()) {
        m_section = m_book.sections().front().id;
    }
    if (m_find->text().isEmpty()) {
        find();
    } else {
        m_find->clear(); // what was looked for last time would hide the section
    }
}

QString HelpPage::section() const
{
    return m_section;
}

void HelpPage::find()
{
    m_listed = m_book.find(m_find->text());
    std::vector<TopicRow> rows;
    for (const int place : m_listed) {
        const HelpBook::Section& section = m_book.sections()[static_cast<std::size_t>(place)];
        rows.push_back({section.id, section.title});
    }
    m_count->setText(m_find->text().isEmpty() ? QString()
                     : rows.empty()           ? tr("Nothing found")
                                              : tr("%1 sections").arg(rows.size()));
    const bool any = !rows.empty();
    m_topics->setTopics(std::move(rows), m_section);
    if (any) {
        showCurrent();
    }
}

void HelpPage::showCurrent()
{
    const QString id = m_topics->currentTopic();
    if (!id.isEmpty()) {
        m_section = id;
        write();
    }
}

void HelpPage::write()
{
    const int place = m_book.indexOf(m_section);
    if (place < 0 || !isVisible()) {
        return; // laid out when somebody looks at it: the program begins without
    }
    const HelpBook::Section& section = m_book.sections()[static_cast<std::size_t>(place)];
    m_text->setMarkdown(QStringLiteral("# ") + section.title + QStringLiteral("\n\n") + section.text);
    dress();
    markFound();
    m_text->verticalScrollBar()->setValue(0);
}

/// Markdown comes with sizes and rules of its own; the theme's take their place.
void HelpPage::dress()
{
    QTextDocument& document = *m_text->document();
    document.setDefaultFont(m_theme.font(TextStyle::Body));
    const int side = m_theme.k(24);
    document.setDocumentMargin(side);
    const int widest = m_theme.k(kTextWidth);
    const bool wide = m_text->viewport()->width() > widest;
    m_text->setLineWrapMode(wide ? QTextEdit::FixedPixelWidth : QTextEdit::WidgetWidth);
    m_text->setLineWrapColumnOrWidth(wide ? widest : 0);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? m_theme.k(14) : 0);
        format.setBottomMargin(m_theme.k(level > 0 ? 6 : 4));
        format.setLineHeight(m_theme.k(4), QTextBlockFormat::LineDistanceHeight);
        cursor.setBlockFormat(format);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        if (level > 0) {
            QTextCharFormat heading; // in place of the one there, which has a size of its own making
            heading.setFont(m_theme.font(level == 1 ? TextStyle::Page : TextStyle::Title));
            cursor.setCharFormat(heading);
        } else {
            QTextCharFormat words; // code brings another family, and takes its neighbours along
            words.setFontFamilies(m_theme.font(TextStyle::Body).families());
            words.setFontFixedPitch(false);
            cursor.mergeCharFormat(words);
        }
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(m_theme.color(Token::Hairline));
            format.setBorder(1);
            format.setBorderCollapse(true);
            format.setCellSpacing(0);
            format.setCellPadding(m_theme.k(5));
            format.setTopMargin(m_theme.k(6));
            format.setBottomMargin(m_theme.k(10));
            table->setFormat(format);
        }
    }
}

void HelpPage::markFound()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& word : m_find->text().split(u' ', Qt::SkipEmptyParts)) {
        QTextCursor found = m_text->document()->find(word);
        while (!found.isNull() && marks.size() < kMostMarks) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(m_theme.color(Token::Mark));
            marks.append(mark);
            found = m_text->document()->find(word, found);
        }
    }
    m_text->setExtraSelections(marks);
}

void HelpPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
    } else if (m_find->text().isEmpty()) {
        Q_EMIT backWanted();
    } else {
        m_find->clear();
        m_topics->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace ow::ui
