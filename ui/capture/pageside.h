// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class FieldEdit;
class FormField;
class KeyButton;
class MessageLine;

/// What the column beside a page says and offers.
struct PageSideFacts
{
    QString place = {}; ///< "第 3 页，共 12 页"
    QString zoom = {};
    bool editing = true;     ///< anything may be changed at all
    bool editable = false;   ///< this page may be turned, cut, levelled, scanned again
    bool incomplete = false; ///< the scanner gave less than the whole page
    int lean = 0;            ///< hundredths of a degree that levelling would turn it by; 0 = nothing to level
    bool levelled = false;
    bool compared = false; ///< the material, with the original
    QDate validUntil = {};
};

/// The column beside a page: where it is in its material, what is wrong with it, and a button with its key
/// for everything that can be done. The keys themselves are PageViewer's.
class PageSide : public QWidget
{
    Q_OBJECT

public:
    explicit PageSide(const Theme& theme, QWidget* parent = nullptr);

    void setFacts(const PageSideFacts& facts);
    void say(Tone tone, const QString& sentence);

    [[nodiscard]] bool isTyping() const;

Q_SIGNALS:
    void levelWanted();
    void turnWanted();
    void cutWanted();
    void retakeWanted();
    void removeWanted();
    void comparedWanted();
    void unfitWanted();
    void validUntilGiven(QDate day); ///< invalid: without an end
    void typingDone();
    void backWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    KeyButton* addAction(QVBoxLayout* column, const QString& word, const QString& key,
                         void (PageSide::*wanted)());
    void build();
    void giveValidUntil();

    const Theme& m_theme;
    QLabel* m_place;
    QLabel* m_zoom;
    MessageLine* m_incomplete;
    QWidget* m_editing;
    MessageLine* m_hint;
    MessageLine* m_message;
    FieldEdit* m_until;
    FormField* m_untilField;
    KeyButton* m_level = nullptr;
    KeyButton* m_turn = nullptr;
    KeyButton* m_cut = nullptr;
    KeyButton* m_retake = nullptr;
    KeyButton* m_compared = nullptr;
    QDate m_given;
};

} // namespace ow::ui
