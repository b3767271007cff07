// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casebrowser.h"
#include "ui/cases/caselistmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ow::ui {

class DataTable;

/// The list of cases at the left: the table, or a sentence where it would be empty, and below it how many
/// there are, in which order, and the keys.
class CaseListPane : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    CaseListPane(const Theme& theme, const CaseBrowser& browser, QWidget* parent = nullptr);

    /// Shows what the browser has now. The chosen case stays chosen; if it is no longer listed, the row in
    /// its place is. Says caseChosen() again, because the case may have changed.
    void takeList();
    /// The case to be chosen when it is listed.
    void chooseCase(const QString& number);
    /// A sentence in the place of the table, when the list could not be had.
    void sayInstead(const QString& sentence);

    [[nodiscard]] bool isEmpty() const { return m_model.rowCount() == 0; }

    [[nodiscard]] DataTable& table() { return *m_table; }

    /// "42", "500+" for a list that was cut, empty when not known.
    [[nodiscard]] static QString countWord(std::optional<int> count);

Q_SIGNALS:
    void caseChosen(const QString& number);
    void caseEntered();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFoot();
    void chooseRow(int row);
    [[nodiscard]] QString orderSentence() const;
    [[nodiscard]] QString emptySentence() const;
    void layOut();

    const Theme& m_theme;
    const CaseBrowser& m_browser;
    CaseListModel m_model;
    QString m_chosen; ///< number of the case that is shown, or will be
    QStackedWidget* m_rows;
    DataTable* m_table;
    QLabel* m_empty;
    QWidget* m_foot = nullptr;
    QLabel* m_order = nullptr;
};

} // namespace ow::ui
