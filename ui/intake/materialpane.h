// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QList>
#include <QUrl>
#include <QWidget>

class QMimeData;

namespace ow::ui {

class FieldEdit;
class KeyButton;
class MaterialList;
class MessageLine;
class PaneHeader;

/// The materials of the situation (F4). Space marks the current one as here, or missing again; files come by
/// dialog, by dropping them or by pasting; Delete takes the last file off; what cannot be used is marked with
/// the reason.
class MaterialPane : public QWidget
{
    Q_OBJECT

public:
    MaterialPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);
    ~MaterialPane() override;

    /// Off where the tab over the region says the same.
    void setHeaderVisible(bool visible);
    void rebuild();
    void refresh();
    void focusList();
    bool focusMaterial(const QString& id);

    /// The current material takes what was dropped or pasted. False when there was nothing to take.
    bool takeFiles(const QMimeData& papers);
    void pasteFiles();
    void chooseFiles();
    /// The reason field opens for the current material.
    void askReason();

    [[nodiscard]] int missing() const { return m_missing; }

Q_SIGNALS:
    /// A file could not be taken in: words for the banner.
    void refused(const QString& sentence);
    void countsChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString current() const;
    void toggle();
    void removeLast();
    void giveReason();
    void closeReason();
    void addPath(const QString& material, const QString& path);
    void addBytes(const QString& material, const QByteArray& bytes, const QString& title);
    void watch(const QString& material, QFuture<domain::Result<void>> taken);
    [[nodiscard]] QPixmap page(const QString& blob, QSize size);

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    PaneHeader* m_header;
    MaterialList* m_list;
    MessageLine* m_message;
    QWidget* m_reasonBox;
    FieldEdit* m_reason;
    KeyButton* m_here;
    KeyButton* m_unfit;
    KeyButton* m_add;
    QHash<QString, QString> m_refusals; ///< by material: why its last file was not taken
    QString m_reasonFor;
    QString m_shown; ///< what the list shows, to leave it alone when nothing of it changed
    int m_missing = 0;
};

} // namespace ow::ui
