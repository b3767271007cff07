// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagetarget.h"
#include "desk/workplace.h"
#include "ui/capture/pageviewer.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>
#include <vector>

namespace ow::ui {

/// The page viewer over what is open: opens it on a material, hands what is wanted to the desk it belongs to
/// and shows what came of it. Covers `area` while it is open.
class MaterialViewer : public QObject
{
    Q_OBJECT

public:
    /// `area` is the part of the window the viewer covers; it outlives this.
    MaterialViewer(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target, QWidget* area,
                   QObject* parent = nullptr);
    ~MaterialViewer() override;

    /// At the first page of the file `file`.
    void open(const QString& material, int file);
    void close();
    /// After any change of the application.
    void refresh();

    /// What is drawn over pages that were reused for a material; without it nothing is.
    using Watermarks = std::function<QString(const QString& material)>;

    void setWatermarks(Watermarks watermarks) { m_watermarks = std::move(watermarks); }

    [[nodiscard]] bool isOpen() const;

    [[nodiscard]] const QString& material() const { return m_material; }

    /// Of the page shown, when one scan can take its place; empty for a page of a PDF.
    [[nodiscard]] QString currentBlob() const;

    [[nodiscard]] PageViewer* viewer() const { return m_viewer; }

    void say(Tone tone, const QString& sentence);

Q_SIGNALS:
    void closed();
    void unfitWanted(const QString& material);
    void retakeWanted(const QString& material, const QString& blob);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void make();
    [[nodiscard]] ViewedMaterial facts() const;
    [[nodiscard]] std::vector<ViewedPage> pages();
    [[nodiscard]] int fileOf(int page) const;
    [[nodiscard]] int firstPageOf(int file) const;

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::PageTarget& m_target;
    QWidget* m_area;
    QPointer<PageViewer> m_viewer; ///< made when it is first opened
    QString m_material;
    Watermarks m_watermarks;
    std::vector<int> m_files; ///< the file each page shown is of
};

} // namespace ow::ui
