// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <vector>

namespace ow::ui {

/// One thing that can be done by a key.
struct ActionInfo
{
    QString id = {};   ///< "intake.hold"
    QString word = {}; ///< as on the key sheet; empty: not printed there
    QKeySequence keys = {};
    QString page = {}; ///< only there; empty: everywhere
};

/// Every QAction of the program with its key, in one place: nothing else makes shortcuts. Actions of a page
/// are live only while it is shown, so two pages may use one key; a page may not use one that works
/// everywhere.
class ActionCatalog : public QObject
{
    Q_OBJECT

public:
    /// Live actions are attached to `host`, the window.
    explicit ActionCatalog(QWidget& host);

    /// The action is owned here; connect to its triggered(). An id used before gives back the action it has.
    QAction* add(const ActionInfo& info);
    /// A key that is no action (Enter in a form, Space in a list): only printed on the key sheet.
    void note(const QString& keys, const QString& word, const QString& page = {});
    [[nodiscard]] QAction* find(const QString& id) const;
    void setPage(const QString& page);

    [[nodiscard]] const QString& page() const { return m_page; }

    struct Line
    {
        QString keys; ///< caps, separated by spaces where there are several
        QString word;
    };

    /// What the key sheet prints: of one page, or (empty) what works everywhere; no invisible actions.
    [[nodiscard]] std::vector<Line> lines(const QString& page) const;

    /// Pairs of ids whose keys would fight. Empty in a good build; a test says so.
    [[nodiscard]] std::vector<std::pair<QString, QString>> conflicts() const;

private:
    struct Entry
    {
        ActionInfo info;
        QAction* action; ///< child of this; nullptr for a note
        QString cap;
    };

    QWidget& m_host;
    std::vector<Entry> m_entries;
    QString m_page;
};

} // namespace ow::ui
