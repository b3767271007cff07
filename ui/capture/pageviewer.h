// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/pagepreviews.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace ow::ui {

class PageCanvas;
class PageSide;
class PaneHeader;

/// One page to be looked at: page `page` of a stored file.
struct ViewedPage
{
    QString blob = {};
    int page = 0;
    domain::PageEdit edit = {};
    bool editable = false;   ///< a picture of one page; a PDF is shown as it is
    bool incomplete = false; ///< the scanner gave less than the whole page
    bool isPdf = false;
    QString watermark = {}; ///< drawn over what is shown of it, never into it
    friend bool operator==(const ViewedPage&, const ViewedPage&) = default;
};

/// What is known of the material its pages belong to.
struct ViewedMaterial
{
    QString name = {};
    bool compared = false; ///< with the original, at the window
    QDate validUntil = {};
    friend bool operator==(const ViewedMaterial&, const ViewedMaterial&) = default;
};

/// The pages of one material, large, one at a time, with everything that may be done to them beside them.
/// Changes nothing itself: it asks by signals and is told by showPages(). With editing off it only shows, for
/// pages of cases.
///
/// Keys: ← → pages · + − 0 1 zoom · ↑ ↓ move · R, Shift+R turn · C cut · L level · Alt+← → order · Del take
/// off · F9 scan again · O compared with the original · X cannot be used · Esc back.
class PageViewer : public QWidget
{
    Q_OBJECT

public:
    PageViewer(const Theme& theme, desk::PagePreviews& previews, QWidget* parent = nullptr);
    ~PageViewer() override;

    void setEditing(bool editing);
    /// Keeps the place where it can: the same page, else the same number.
    void showPages(const ViewedMaterial& material, const std::vector<ViewedPage>& pages);
    /// Another material, from its page `index` on.
    void openAt(const ViewedMaterial& material, const std::vector<ViewedPage>& pages, int index);
    /// Nothing is kept of what was shown.
    void forget();
    void goTo(int index);

    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] PageCanvas& canvas() { return *m_canvas; }

    /// A line under the facts: a scan that came in, why a page could not be taken.
    void say(Tone tone, const QString& sentence);

Q_SIGNALS:
    void editWanted(int index, const ow::domain::PageEdit& edit);
    void moveWanted(int from, int to);
    void removeWanted(int index);
    void retakeWanted(int index);
    void comparedWanted(bool compared);
    void validUntilWanted(QDate day); ///< invalid: without an end
    void unfitWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void refresh();
    void load();
    void loadWhole();
    void lookAt();
    void take(const QImage& picture, bool whole);
    [[nodiscard]] const ViewedPage* page() const;
    void turn(int quarters);
    void cut();
    void level();
    void movePage(int by);
    bool editKey(QKeyEvent* event);

    desk::PagePreviews& m_previews;
    PaneHeader* m_header;
    PageCanvas* m_canvas;
    PageSide* m_side;
    ViewedMaterial m_material;
    std::vector<ViewedPage> m_pages;
    int m_current = 0;
    int m_expected = 0; ///< where the page shown will stand when the pages come anew
    bool m_isEditing = true;
    quint64 m_asked = 0; ///< answers to older questions are let go
    int m_suggested = 0; ///< skew the helper suggests for the page shown; 0 = none
};

} // namespace ow::ui
