// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/finder.h"
#include "ui/widgets/searchbox.h"

#include <QObject>
#include <QPointer>

namespace ow::ui {

/// Between the one search box and the Finder: items at every key, cases as soon as the ledger has answered;
/// an answer to an older question is dropped.
class SearchBridge : public QObject
{
    Q_OBJECT

public:
    SearchBridge(SearchBox& box, desk::Workplace& workplace, desk::Finder& finder, QObject* parent = nullptr);

Q_SIGNALS:
    void itemWanted(const QString& code);
    void caseWanted(const QString& number);
    void guideWanted(const QString& code);    ///< Ctrl+Enter: only to read it
    void progressWanted(const QString& text); ///< "how far is it?" with what was typed

private:
    void ask(const QString& query);
    [[nodiscard]] std::vector<SearchRow> itemRows(const QString& query) const;
    [[nodiscard]] QString understood(const QString& query, std::size_t hits) const;

    SearchBox& m_box;
    desk::Workplace& m_workplace;
    desk::Finder& m_finder;
    quint64 m_question = 0;
};

} // namespace ow::ui
