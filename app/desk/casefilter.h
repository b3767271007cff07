// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/caseline.h"
#include "domain/kinds.h"

#include <QDate>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ow::desk {

/// Which cases a list shows.
enum class CaseList {
    Today, ///< received today
    Open,
    DueSoon, ///< open, with a date until the next working day or over
    AwaitingSupplement,
    ToIssue, ///< decided and not handed over
    All
};
inline constexpr std::array kCaseLists{CaseList::Today,   CaseList::Open,
                                       CaseList::DueSoon, CaseList::AwaitingSupplement,
                                       CaseList::ToIssue, CaseList::All};

enum class CaseColumn { Number, Item, Applicant, State, Due };

/// By which column and in which direction. Cases without a date always come last.
struct CaseOrder
{
    CaseColumn column = CaseColumn::Number;
    bool backwards = false;
    friend bool operator==(const CaseOrder&, const CaseOrder&) = default;
};

/// What a list is narrowed to. Empty members do not filter.
struct CaseFilter
{
    CaseList which = CaseList::Open;
    /// Number, part of one, name of applicant or agent, identifier, phone, or words of the item's name.
    QString text;
    std::optional<domain::CaseState> state;
    QString item;          ///< code
    QString station;       ///< where it was received
    bool mine = false;     ///< received by the person signed in
    bool pending = false;  ///< something the centre has not answered
    bool conflict = false; ///< a person has to decide
    bool deficient = false;
    bool tasks = false; ///< the chief wants something done
    QDate from;         ///< day of receipt
    QDate to;
    QDate dueUntil;
    std::optional<CaseOrder> order; ///< none: as suits the list

    /// Nothing but the list itself.
    [[nodiscard]] bool isPlain() const
    {
        CaseFilter plain;
        plain.which = which;
        plain.order = order;
        return *this == plain;
    }

    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

/// How a list is ordered when nobody chose: open ones by date, the others newest first.
[[nodiscard]] CaseOrder usualOrder(CaseList which);

/// The cases of a list, by keys for CaseDesk::lines(): 100,000 are 800 KB.
struct CaseKeys
{
    std::vector<qint64> keys;
    qint64 elsewhere = 0;        ///< fit the text, but are in none but the list of all
    std::vector<CaseLine> first; ///< lines of the first keys, at most kFirstLines
};

inline constexpr std::size_t kFirstLines = 64;

/// How long each list is, without any filter; in the order of kCaseLists.
using CaseCounts = std::array<qint64, kCaseLists.size()>;

} // namespace ow::desk
