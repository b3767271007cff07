// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/search.h"
#include "desk/casedesk.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace ow::desk {

/// What the one search box took the text for; it says so at its right.
enum class Understood { Nothing, Item, CaseNumber, Identifier, Phone, Name };

/// The one search box (F2): items by code, name, alias and pinyin, at once; cases by number, identifier,
/// phone and name, from the ledger.
class Finder : public QObject
{
    Q_OBJECT

public:
    explicit Finder(Workplace& workplace, QObject* parent = nullptr);

    [[nodiscard]] static Understood understand(const QString& text);
    /// In memory, quick enough for every key. Empty until the house's data is loaded.
    [[nodiscard]] std::vector<catalogue::Hit> items(const QString& text, int limit = 20) const;
    /// Cases the text may mean; empty when it is too short to mean one.
    [[nodiscard]] QFuture<domain::Result<std::vector<CaseLine>>> cases(const QString& text, int limit = 8);

    /// Items to begin with, the most used first.
    [[nodiscard]] std::vector<catalogue::GuidePtr> usual(int limit = 9) const;
    void noteUse(const QString& itemCode); ///< ranks the item higher for the rest of the day

private:
    Workplace& m_workplace;
    CaseDesk m_cases;
    QHash<QString, int> m_uses;
};

} // namespace ow::desk
