// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/duplicatedesk.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace ow::ui {

class DataTable;
class KeyButton;
class MessageLine;
class PrimaryButton;

/// The two cases of a comparison as a table: what, earlier, later; what differs is marked in words as well.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, EarlierColumn, LaterColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const desk::CaseComparison& comparison);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    desk::CaseComparison m_comparison;
};

/// 重复办件 over the list: two open cases of one applicant and item side by side, and what a person says of
/// them: 1, 2 or 3, with a reason. Nothing is merged and nothing vanishes: the answer is a note on both.
class DuplicateView : public QWidget
{
    Q_OBJECT

public:
    DuplicateView(const Theme& theme, desk::Workplace& workplace, QWidget* parent = nullptr);

    /// Compares and, when that can be done, says opened().
    void begin(const QString& one, const QString& other);
    /// The same, of the application on the desk and an open case: what is said of it is recorded when it is
    /// received.
    void beginOnDesk(const domain::Intake& intake, const QString& other);
    void forget();

    [[nodiscard]] DataTable& table() { return *m_table; }

    void choose(desk::DuplicateDecision decision);
    void setReason(const QString& reason);
    void record();

Q_SIGNALS:
    void opened();
    void left();
    /// Written. WithdrawLater: the withdrawal of `later` itself is still to be done.
    void decided(const QString& later, ow::desk::DuplicateDecision decision);
    /// Said of the application on the desk. WithdrawLater is written on the open case already; the
    /// application itself is still on the desk.
    void decidedOnDesk(const ow::desk::TwinDecision& said);
    void failed(const ow::domain::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeTable();
    [[nodiscard]] QWidget* makeFoot();
    void await(const QFuture<domain::Result<desk::CaseComparison>>& asked);
    void show(const desk::CaseComparison& comparison);
    void showAction();
    void layOut();

    const Theme& m_theme;
    desk::DuplicateDesk m_desk;
    ComparisonModel m_model;
    std::optional<desk::CaseComparison> m_comparison;
    bool m_writing = false;
    bool m_clockAsked = false; ///< the time was doubted; recording again says that it is right
    int m_question = 0;
    QWidget* m_bar = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_count = nullptr;
    KeyButton* m_close = nullptr;
    DataTable* m_table = nullptr;
    QWidget* m_foot = nullptr;
    QButtonGroup* m_choices = nullptr;
    QLineEdit* m_reason = nullptr;
    MessageLine* m_why = nullptr;
    PrimaryButton* m_record = nullptr;
};

} // namespace ow::ui
