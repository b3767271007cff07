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
    void takeLines(int page, const std::vector<desk::CaseLine>& lines);
    /// A case that is to be chosen; which row it has comes with found().
    void chooseCase(const QString& number);
    /// The case that was to be chosen has this key.
    void found(const desk::CaseLine& line);
    /// A sentence in the place of the table, when the list could not be had.
    void sayInstead(const QString& sentence);

    [[nodiscard]] bool isEmpty() const { return m_model.rowCount() == 0; }

    [[nodiscard]] DataTable& table() { return *m_table; }

    /// "42", "118,600"; empty when not known.
    [[nodiscard]] static QString countWord(std::optional<qint64> count);

Q_SIGNALS:
    void caseChosen(const QString& number);
    void caseEntered();
    void orderWanted(ow::desk::CaseColumn column);
    void linesWanted(int page, const std::vector<qint64>& keys);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFoot();
    void chooseRow(int row);
    [[nodiscard]] QString orderWords() const;
    [[nodiscard]] QString orderSentence() const;
    [[nodiscard]] QString emptySentence() const;
    void layOut();

    const Theme& m_theme;
    const CaseBrowser& m_browser;
    CaseListModel m_model;
    qint64 m_chosen = 0; ///< key of the case that is shown; 0 while only its number is known
    QString m_wanted;    ///< number of a case whose key is not known yet
    int m_untold = -1;   ///< row that was chosen before its line was there
    QStackedWidget* m_rows;
    DataTable* m_table;
    QLabel* m_empty;
    QWidget* m_foot = nullptr;
    QLabel* m_order = nullptr;
};

} // namespace ow::ui
