// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casefilter.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;

namespace ow::ui {

class KeyButton;

/// What a list of cases is narrowed to besides the text: state, item, where it was received, when, until when
/// something is due, and what is still open about it. One box each, every choice by digits or arrows.
class CaseFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit CaseFilterBar(const Theme& theme, QWidget* parent = nullptr);

    struct Item
    {
        QString code;
        QString name;
    };

    /// Items to choose from, in this order; the chosen one stays chosen while it is among them.
    void setItems(const std::vector<Item>& items);
    /// The window's own station, and today for the choices of days.
    void setPlace(const QString& station, QDate today);

    [[nodiscard]] desk::CaseFilter filter() const;
    /// How many of the boxes narrow the list.
    [[nodiscard]] int narrowing() const;
    void reset();

Q_SIGNALS:
    void changed();
    void left(); ///< Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addChoices(QHBoxLayout& across);
    QComboBox* add(const QString& name, const QStringList& choices);
    void layOut();

    const Theme& m_theme;
    QString m_station;
    QDate m_today;
    std::vector<QComboBox*> m_boxes;
    QComboBox* m_state = nullptr;
    QComboBox* m_item = nullptr;
    QComboBox* m_where = nullptr;
    QComboBox* m_received = nullptr;
    QComboBox* m_due = nullptr;
    QComboBox* m_open = nullptr;
    KeyButton* m_reset = nullptr;
};

} // namespace ow::ui
