// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/intake/formparts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldwalk.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QScrollArea;

namespace ow::ui {

class ChannelButton;
class FieldInput;
class FormField;
class FormGrid;
class OfferRow;
class PaneHeader;
class Section;

/// The form of an item (F3), made from its guide: sections of fields, built when first opened. What is wrong
/// with an answer shows under it after it was left, or when somebody tries to decide; after that only the
/// fields change whose finding changed. Rules show, hide, demand and compute fields; what then appears or
/// goes moves everything but the field the cursor stands in. A finished section folds when Enter goes on from
/// it.
class FormPane : public QWidget
{
    Q_OBJECT

public:
    FormPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);
    ~FormPane() override;

    /// Off where the tab over the region says the same.
    void setHeaderVisible(bool visible);
    /// Another application: makes the form of its guide. Without one the form is empty.
    void rebuild();
    /// Takes over findings and what the rules make of each field.
    void refresh();
    /// Answers changed other than here (undo, carried over): every editor takes its value over.
    void takeOver();
    /// Somebody tried to decide: every finding is shown from now on.
    void revealAll();
    /// Opens the section of a field and goes there. False when the form has no such field, or hides it.
    bool focusField(const QString& key);
    /// The first empty required field, else the first.
    void focusFirst();
    /// Ctrl+G: the next field with something wrong, around the end; empty ones when nothing else is. False
    /// when all is well.
    bool focusNextFault();
    /// Key of the field the cursor stands in; empty elsewhere.
    [[nodiscard]] QString currentField();

    /// 手填, 读卡, 沿用, 扫码.
    [[nodiscard]] static QString sourceWord(domain::AnswerSource source);

    /// The field as it stands in the form; nullptr while its section was never opened.
    [[nodiscard]] FormField* fieldFor(const QString& key) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void structureChanged(); ///< a section was built, fields came or went: the tab order has new members
    void completed();        ///< Enter, and nothing required is empty any more
    void earlierWanted();    ///< the offer at the foot was taken

private:
    struct Entry
    {
        domain::GuideField field;
        domain::FieldState state; ///< as shown
        FormField* box = nullptr;
        FieldInput* input = nullptr;
        FormGrid* grid = nullptr;
        std::size_t section = 0;
        bool edited = false;
        bool shown = false; ///< its finding may be shown
    };

    struct Part
    {
        FormPart plan;
        Section* section = nullptr;
        bool pinned = false; ///< opened by hand: it stays open
    };

    void makeSections();
    QWidget* buildFields(std::size_t part, QWidget* parent);
    void addEntry(int place, std::size_t part, FormGrid& grid);
    void sectionToggled(std::size_t part, bool open);
    void spaceSection(const Section& section);
    void orderWalk();
    void placeChannel();
    void focusMoved(QWidget* old, QWidget* now);
    void take(Entry& entry);
    void applyStates();
    void applyState(Entry& entry, const domain::FieldState& state, QSet<FormGrid*>& moved);
    void showSections();
    void showFinding(Entry& entry, const domain::Finding* finding);
    void showNote(Entry& entry);
    void keepPlace(const std::function<void()>& change);
    [[nodiscard]] bool isFinished(std::size_t part) const;
    void foldFinishedBefore(std::size_t part);
    void summarise(std::size_t part);
    void leaveForm();
    [[nodiscard]] Entry* entryOf(QWidget* widget);
    [[nodiscard]] Entry* entryOf(const QString& key);
    [[nodiscard]] domain::FieldState stateOf(const QString& key) const;

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    PaneHeader* m_header;
    ChannelButton* m_channel;
    QScrollArea* m_scroll;
    OfferRow* m_offer;
    QWidget* m_content = nullptr;
    std::vector<Part> m_parts;
    QSet<QString> m_alwaysComputed; ///< keys a rule gives without a condition
    std::map<int, Entry> m_entries; ///< by the order of the form, of what is built
    QHash<const QWidget*, int> m_boxes;
    QHash<QString, int> m_orders; ///< by key
    FieldWalk m_walk;
    bool m_revealed = false;
    bool m_folding = false; ///< sections fold by themselves, not by hand
    bool m_headerShown = true;
};

} // namespace ow::ui
