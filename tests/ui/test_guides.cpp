// SPDX-License-Identifier: GPL-3.0-or-later
// The page of guides over a real ledger, by keys.
#include "ui/adminkit.h"
#include "ui/frame/mainwindow.h"
#include "ui/guides/changepane.h"
#include "ui/guides/guidefacts.h"
#include "ui/guides/guidespage.h"
#include "ui/support.h"
#include "ui/today/queuelist.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kPage = u"guides"_s;
const QString kItem = u"62-JT-GG-0007"_s; // promised 7 of 15 days; its second material may follow in 5

struct Opened
{
    explicit Opened(desk::Workplace& workplace, desk::GuidesDesk& guides)
        : page(new GuidesPage(tests::theme(), workplace, guides))
    {
        window.addPage({kPage, u"指南"_s, u"book"_s, domain::AnyPerson}, page);
        page->addActions(window.actions(), kPage);
        window.setRoles(domain::Administrator);
        window.showPage(kPage);
        tests::show(window, {1366, 768});
        page->showGuide(kItem);
    }

    [[nodiscard]] bool waitReady(bool wanted)
    {
        return QTest::qWaitFor([&] { return page->change().action().isEnabled() == wanted; }, 20'000);
    }

    [[nodiscard]] bool waitFault()
    {
        return QTest::qWaitFor(
            [this] {
                for (const MessageLine* line : page->change().findChildren<MessageLine*>())
                    if (line->tone() == Tone::Block && !line->text().isEmpty())
                        return true;
                return false;
            },
            20'000);
    }

    MainWindow window{tests::theme()};
    GuidesPage* page;
};

} // namespace

TEST_CASE("an administrator changes days and sends the proposal which waits for the line")
{
    tests::AdminKit kit;
    Opened opened(kit.workplace(), kit.guides());
    FieldEdit* days = opened.page->change().fieldFor(u"promised"_s);
    REQUIRE(days != nullptr);
    CHECK(days->text() == u"7"_s);
    CHECK_FALSE(opened.page->change().action().isEnabled());

    days->setText(u"16"_s); // the law gives 15
    REQUIRE(opened.waitFault());
    CHECK_FALSE(opened.page->change().action().isEnabled());

    days->setText(u"4"_s);
    opened.page->change().fieldFor(u"M02"_s)->setText(u"0"_s);
    REQUIRE(opened.waitReady(true));
    opened.page->change().action().setFocus();
    QTest::keyClick(&opened.page->change().action(), Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return tests::answerOf(kit.guides().sent())->size() == 1; }, 20'000));
    const auto sent = tests::answerOf(kit.guides().sent())->front();
    CHECK(sent.code == kItem);
    CHECK(sent.version == 2);
    CHECK(sent.state == desk::SyncState::Pending);
    CHECK(opened.waitReady(false));
    // The button that had the focus is off.
    CHECK(QTest::qWaitFor([&] { return opened.page->isAncestorOf(QApplication::focusWidget()); }, 20'000));
    // Nothing is in force yet.
    CHECK(QTest::qWaitFor([&] { return days->text() == u"7"_s; }, 20'000));
}

TEST_CASE("who is no administrator reads every guide and has nothing to change")
{
    tests::CaseKit kit;
    desk::Connection connection(kit.workplace());
    desk::GuidesDesk guides(kit.workplace(), connection);
    Opened opened(kit.workplace(), guides);
    CHECK(opened.page->list().count() == 63);
    CHECK(opened.page->change().fieldFor(u"promised"_s) == nullptr);
    CHECK_FALSE(opened.page->change().action().isVisible());
}

TEST_CASE("every built-in guide has its whole card in words")
{
    tests::CaseKit kit;
    for (const auto& guide : kit.workplace().rules()->catalogue.listByUse()) {
        INFO(guide->ref.code.toStdString());
        const auto parts = guideParts(*guide);
        std::size_t facts = 0;
        for (const GuidePart& part : parts) {
            CHECK_FALSE(part.title.isEmpty());
            facts += part.facts.size();
        }
        CHECK(facts > guide->materials.size() + guide->fields.size() + guide->rules.size() +
                          guide->conditions.size());
    }
}
