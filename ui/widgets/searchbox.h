// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fieldedit.h"
#include "ui/widgets/searchrow.h"

#include <QPointer>

namespace ow::ui {

class SearchPopup;

/// The one search box (F2). What is typed goes out as `queryChanged`; the page answers with `setResults`,
/// also with what it understood ("按拼音首字母查找，4 项"). ↑↓ choose, Enter takes, Ctrl+Enter only shows the
/// guide, Esc empties, a second Esc leaves. While an IME composes, the keys belong to it.
class SearchBox : public FieldEdit
{
    Q_OBJECT

public:
    explicit SearchBox(const Theme& theme, QWidget* parent = nullptr);
    ~SearchBox() override;

    /// Opens the list, or closes it when there are no hits. Ignored when the box was left in the meantime.
    void setResults(std::vector<SearchRow> hits, const QString& understood);
    void setFooter(std::vector<KeyWord> keys);
    void closeResults();
    [[nodiscard]] bool isOpen() const;

    /// nullptr before the first results.
    [[nodiscard]] SearchPopup* popup() const;

    [[nodiscard]] const QString& understood() const { return m_understood; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void queryChanged(const QString& query);
    void hitActivated(const SearchRow& hit);
    /// Ctrl+Enter: only look at the guide.
    void guideWanted(const SearchRow& hit);
    /// Esc in an empty box: give the focus back to the page.
    void left();
    /// The box wants to be wider or not (760 with the list open, else 440).
    void opened(bool open);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool listKey(const QKeyEvent& event);
    void take(int hit, bool guideOnly);
    void placePopup();
    void speak(int hit);
    void layOutTrailing();

    QPointer<SearchPopup> m_popup; ///< child of the window
    std::vector<KeyWord> m_footer;
    QString m_understood;
    QToolButton* m_clear;
};

} // namespace ow::ui
