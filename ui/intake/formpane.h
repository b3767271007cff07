// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldwalk.h"

#include <QHash>
#include <QWidget>

#include <map>
#include <vector>

class QScrollArea;

namespace ow::ui {

class FieldInput;
class FormField;
class PaneHeader;
class Section;

/// The form of an item (F3), made from its guide: sections of fields, built once when first opened. What is
/// wrong with an answer shows under it after it was left, or when somebody tries to decide; after that only
/// the fields change whose finding changed.
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
    /// Takes over findings and what is required now.
    void refresh();
    /// Somebody tried to decide: every finding is shown from now on.
    void revealAll();
    /// Opens the section of a field and goes there. False when the form has no such field.
    bool focusField(const QString& key);
    /// The first empty required field, else the first.
    void focusFirst();

    /// The field as it stands in the form; nullptr while its section was never opened.
    [[nodiscard]] FormField* fieldFor(const QString& key) const;

Q_SIGNALS:
    void structureChanged(); ///< a section was built: the tab order has new members
    void completed();        ///< Enter, and nothing required is empty any more

private:
    struct Entry
    {
        domain::GuideField field;
        FormField* box = nullptr;
        FieldInput* input = nullptr;
        std::size_t section = 0;
        bool edited = false;
        bool shown = false; ///< its finding may be shown
        bool required = false;
    };

    struct Part
    {
        QString title;
        std::vector<int> fields; ///< places in the guide
        Section* section = nullptr;
    };

    [[nodiscard]] static std::vector<Part> partsOf(const domain::Guide& guide);
    QWidget* buildFields(std::size_t part, QWidget* parent);
    void addEntry(int place, std::size_t part, QWidget* parent);
    void orderWalk();
    void focusMoved(QWidget* old, QWidget* now);
    void take(Entry& entry);
    void showFinding(Entry& entry, const domain::Finding* finding);
    void showRequired(Entry& entry);
    void summarise(std::size_t part);
    void leaveForm();
    [[nodiscard]] Entry* entryOf(QWidget* widget);
    [[nodiscard]] Entry* entryOf(const QString& key);

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    PaneHeader* m_header;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr;
    std::vector<Part> m_parts;
    std::map<int, Entry> m_entries; ///< by the order of the form, of what is built
    QHash<const QWidget*, int> m_boxes;
    FieldWalk m_walk;
    bool m_revealed = false;
};

} // namespace ow::ui
