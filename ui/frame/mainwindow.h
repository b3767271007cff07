// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/actioncatalog.h"
#include "ui/frame/pageinfo.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statusstrip.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;

namespace ow::ui {

class Banner;
class KeySheet;
class Rail;
class SearchBox;
class TopBar;

/// The one window: rail by role, top bar with the search box, banner, pages, status strip. Before sign-in and
/// while locked, a gate (the sign-in page) stands in place of all of it but the strip. Knows no use cases:
/// pages are given to it, what is wanted goes out as signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ActionCatalog& actions() { return m_actions; }

    [[nodiscard]] Banner& banner() { return *m_banner; }

    [[nodiscard]] SearchBox& search();

    [[nodiscard]] TopBar& topBar() { return *m_topBar; }

    [[nodiscard]] KeySheet& keySheet() { return *m_keySheet; }

    /// Where pages are made: a tree of widgets that changes its parent is styled all over again.
    [[nodiscard]] QWidget* pageParent() const;

    /// Takes the page over; the order of adding is the order in the rail. `side` stands at the right of the
    /// top bar while the page is shown.
    void addPage(const PageInfo& info, QWidget* page, QWidget* side = nullptr);
    /// Whose pages the rail shows. The current page stays if it is among them, else the first is shown.
    void setRoles(domain::Roles roles);
    /// A page that is not offered stands in no rail (training, outside of it).
    void setOffered(const QString& page, bool offered);
    void showPage(const QString& id);
    /// The pages in the rail now, in its order.
    [[nodiscard]] const std::vector<PageInfo>& pages() const;

    [[nodiscard]] const QString& currentPage() const { return m_page; }

    void setBadge(const QString& page, int count);

    /// Takes the gate over.
    void setGate(QWidget* gate);
    /// Blanks the pages and shows the gate; false opens the pages again.
    void setGated(bool gated);
    [[nodiscard]] bool isGated() const;

    /// 演练: a red frame around everything, and words in the strip.
    void setTraining(bool training);

    [[nodiscard]] bool isTraining() const { return m_training; }

    /// Parts of the strip; its ground turns to offline by `ground`, training goes before.
    void setStatus(std::vector<StripPart> parts, Tone ground = Tone::Plain);
    [[nodiscard]] WidthClass widthClass() const;

Q_SIGNALS:
    void pageChanged(const QString& id);
    void widthClassChanged(WidthClass width);
    void statusClicked(const QString& id);
    /// Ctrl + / − / 0: the scale wanted, in percent.
    void scaleWanted(int percent);
    /// F1 while the key sheet is open, or its button: the manual, at what it says of this page.
    void manualWanted(const QString& page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Root;

    struct Page
    {
        PageInfo info;
        QWidget* widget; ///< child of the stack
    };

    void addActions();
    void choosePage(int place);
    void doPrimary();
    void stepScale(int by);
    void toggleKeySheet();
    void openManual();
    void adaptWidth();
    void showStatus();

    const Theme& m_theme;
    ActionCatalog m_actions;
    Root* m_root;
    QStackedWidget* m_outer; ///< pages or gate
    QStackedWidget* m_stack;
    Rail* m_rail;
    TopBar* m_topBar;
    Banner* m_banner;
    StatusStrip* m_strip;
    KeySheet* m_keySheet;
    QWidget* m_gate = nullptr;
    std::vector<Page> m_pages;
    QStringList m_withheld; ///< ids of pages that are not offered
    domain::Roles m_roles = domain::NoRole;
    QString m_page;
    std::vector<StripPart> m_status;
    Tone m_ground = Tone::Plain;
    WidthClass m_width = WidthClass::ThreeColumns;
    bool m_training = false;
};

} // namespace ow::ui
