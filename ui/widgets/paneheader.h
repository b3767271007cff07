// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace ow::ui {

/// 32 px over a pane: its name, the key that goes there, at the right what it holds. The pane with the focus
/// has a 2 px line on top.
class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    PaneHeader(const Theme& theme, const QString& title, const QString& key = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    void setActive(bool active);
    /// A small choice at the right end, the note stands before it; nullptr takes it away.
    void setCorner(QWidget* corner);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeCorner();

    const Theme& m_theme;
    QPointer<QWidget> m_corner;
    QString m_title;
    QString m_key;
    QString m_note;
    bool m_active = false;
};

/// A date as a fact in the case bar: what it is for, the day in bold, the working days. Promised is marked by
/// the accent bar, statutory stands beside it with a quiet one.
struct DueFact
{
    QString caption = {};
    QString day = {};
    QString rest = {};
    bool promised = false;
};

class DueFacts : public QWidget
{
    Q_OBJECT

public:
    explicit DueFacts(const Theme& theme, QWidget* parent = nullptr);
    void setFacts(std::vector<DueFact> facts);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthOf(const DueFact& fact) const;

    const Theme& m_theme;
    std::vector<DueFact> m_facts;
};

} // namespace ow::ui
