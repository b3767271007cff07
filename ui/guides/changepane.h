// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/guidesdesk.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class FactColumn;
class FieldEdit;
class KeyButton;
class MessageLine;
class PaneHeader;
class PrimaryButton;

/// Changing a guide, at the right of its card: the days of item and situations and the tolerance of each
/// material, what that differs from the version in force, what the check says; or, when a new version waits,
/// what it differs in and 批准 / 退回. Below: the history and what became of what was sent. One primary
/// action, which is what can be done now.
class ChangePane : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive this.
    ChangePane(const Theme& theme, desk::GuidesDesk& guides, QWidget* parent = nullptr);

    /// Null: nothing is chosen. Typed changes are kept while it is the same version of the same guide.
    void showGuide(const catalogue::GuidePtr& guide);
    /// Proposals, results and the line may be others than before.
    void refresh();

    /// Types into the field of an item ("promised", "axis/situation" or a material id): for tests and keys.
    [[nodiscard]] FieldEdit* fieldFor(const QString& key) const;

    /// To the first thing one can do here.
    void focusFirst();

    [[nodiscard]] PrimaryButton& action() { return *m_action; }

Q_SIGNALS:
    void failed(const ow::domain::Error& error);
    void said(const QString& sentence);

private:
    struct DayField
    {
        QString key;
        int before = 0;
        FieldEdit* edit = nullptr;
    };

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeFoot();
    void buildFields();
    void addField(const QString& key, const QString& label, int days, const QString& hint);
    [[nodiscard]] std::optional<desk::GuideChange> change() const; ///< empty when a field is no number
    void ask();
    void takePreview(const domain::Result<desk::GuidePreview>& preview);
    void takeProposals(const std::vector<desk::GuideProposal>& proposals);
    void showDifferences(const std::vector<desk::GuideDifference>& differences, const QStringList& warnings);
    void showAction();
    void act();
    void decline();
    void done(const domain::Result<void>& answer, const QString& sentence);
    void layOut();

    const Theme& m_theme;
    desk::GuidesDesk& m_guides;
    catalogue::GuidePtr m_guide;
    std::vector<DayField> m_fields;
    std::optional<desk::GuideProposal> m_proposal; ///< of m_guide, waiting
    bool m_ready = false;                          ///< the change passed the check
    bool m_busy = false;
    int m_question = 0;
    int m_lookup = 0;
    QTimer m_typing;
    PaneHeader* m_head = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_days = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_proposed = nullptr;
    QLabel* m_differencesHead = nullptr;
    FactColumn* m_differences = nullptr;
    MessageLine* m_fault = nullptr;
    MessageLine* m_warning = nullptr;
    FieldEdit* m_note = nullptr;
    QLabel* m_historyHead = nullptr;
    FactColumn* m_history = nullptr;
    QLabel* m_sentHead = nullptr;
    FactColumn* m_sent = nullptr;
    QWidget* m_foot = nullptr;
    QLabel* m_why = nullptr;
    KeyButton* m_decline = nullptr;
    PrimaryButton* m_action = nullptr;
};

} // namespace ow::ui
