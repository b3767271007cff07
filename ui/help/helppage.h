// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/pageinfo.h"
#include "ui/help/helpbook.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTextBrowser;
class QVBoxLayout;

namespace ow::ui {

class ActionCatalog;
class FieldEdit;
class KeyButton;
class TopicList;

/// 使用手册: sections at the left, the text at the right, a box that finds in all of it. Opened by F1 twice
/// or from the key sheet, at the section of the page one comes from; Esc goes back there.
class HelpPage : public QWidget
{
    Q_OBJECT

public:
    explicit HelpPage(const Theme& theme, QWidget* parent = nullptr);
    ~HelpPage() override;

    /// In no rail: one comes from a page and goes back to it.
    [[nodiscard]] static PageInfo info();

    void addActions(ActionCatalog& actions);
    /// The section of this id, or the first.
    void showSection(const QString& id);

    [[nodiscard]] const HelpBook& book() const { return m_book; }

    [[nodiscard]] QString section() const; ///< id of the one shown

Q_SIGNALS:
    void backWanted();

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void find();
    void showCurrent();
    void write();
    void dress();
    void markFound();

    const Theme& m_theme;
    HelpBook m_book;
    std::vector<int> m_listed; ///< places in m_book
    QString m_section;
    FieldEdit* m_find;
    QLabel* m_count;
    TopicList* m_topics;
    QTextBrowser* m_text;
    QWidget* m_bar;
    KeyButton* m_back;
    QHBoxLayout* m_row;
    QHBoxLayout* m_across;
};

} // namespace ow::ui
