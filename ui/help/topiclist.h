// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"

namespace ow::ui {

/// One section of the manual, as its list shows it.
struct TopicRow
{
    QString id;
    QString title;
};

[[nodiscard]] QString rowSentence(const TopicRow& row);

/// The sections of the manual.
class TopicList : public RowList
{
    Q_OBJECT

public:
    explicit TopicList(const Theme& theme, QWidget* parent = nullptr);

    /// The row of `current` is chosen, or the first.
    void setTopics(std::vector<TopicRow> topics, const QString& current);
    [[nodiscard]] QString currentTopic() const; ///< id; empty when there is none

private:
    RowModel<TopicRow> m_rows;
};

} // namespace ow::ui
