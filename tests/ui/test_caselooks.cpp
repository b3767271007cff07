// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at cases: long lists, whole numbers, prints, duplicates, progress, earlier materials.
#include "desk/duplicatedesk.h"
#include "desk/materialshelf.h"
#include "ledger/ledger.h"
#include "ui/casekit.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/caselistmodel.h"
#include "ui/cases/casespage.h"
#include "ui/cases/duplicateview.h"
#include "ui/cases/unmaskrow.h"
#include "ui/progress/answerlist.h"
#include "ui/progress/progresspage.h"
#include "ui/support.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/factgrid.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>

namespace ow::ui {

namespace {

using tests::answerOf;
using tests::CaseKit;
using tests::Person;

const QString kItem = QStringLiteral("62-JT-GG-0003");

Person anna()
{
    Person person;
    person.name = QStringLiteral("兰州丙丁运输有限公司");
    person.uscc = QStringLiteral("91620100MA71ABCD3R");
    person.agent = QStringLiteral("李四");
    person.agentId = QStringLiteral("620422199111035529");
    person.phone = QStringLiteral("13893120002");
    return person;
}

QString textOf(const QWidget& page)
{
    QStringList words;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        words << label->text();
    }
    return words.join(u'\n');
}

/// Entries of this kind about a case, opened.
std::vector<ledger::TimelineEntry> looks(CaseKit& kit, const QString& number, domain::Kind kind)
{
    auto entries = answerOf(kit.workplace().ledger().run(
        [number](ledger::Ledger& ledger) { return ledger.cases().looks(number); }));
    REQUIRE(entries);
    std::erase_if(*entries, [kind](const ledger::TimelineEntry& entry) {
        return entry.entry.header.kind != domain::kindInfo(kind).key;
    });
    return *entries;
}

bool wait(const std::function<bool()>& done)
{
    return QTest::qWaitFor(done, 20'000);
}

} // namespace

TEST_CASE("a list of a hundred thousand cases asks only for the rows that are looked at")
{
    CaseListModel model;
    QSignalSpy wanted(&model, &CaseListModel::pageWanted);
    std::vector<qint64> keys(100'000);
    std::iota(keys.begin(), keys.end(), 1);
    model.setKeys(keys, {});
    CHECK(model.rowCount() == 100'000);
    QCoreApplication::processEvents();
    const auto look = [&](int row) { return model.index(row, 0).data().toString(); };
    CHECK(look(70'000).isEmpty());
    CHECK(look(70'001).isEmpty());
    REQUIRE(wait([&] { return !wanted.isEmpty(); }));
    QTest::qWait(0);
    REQUIRE(wanted.size() >= 1);
    CHECK(wanted.back().at(0).toInt() == 70'000 / CaseListModel::kPageRows);
    const auto asked = wanted.back().at(1).value<std::vector<qint64>>();
    REQUIRE(asked.size() == CaseListModel::kPageRows);

    std::vector<desk::CaseLine> lines;
    for (const qint64 key : asked) {
        if (key != asked[3]) { // one is gone since
            desk::CaseLine line;
            line.key = key;
            line.number = QString::number(key);
            lines.push_back(line);
        }
    }
    model.setLines(70'000 / CaseListModel::kPageRows, lines);
    CHECK(look(70'000) == QStringLiteral("70001")); // keys began at 1
    CHECK(look(static_cast<int>(asked[3]) - 1).isEmpty());
    CHECK(look(static_cast<int>(asked[4]) - 1) == QString::number(asked[4]));
    const auto before = wanted.size();
    CHECK(look(70'002) == QStringLiteral("70003"));
    QTest::qWait(0);
    CHECK(wanted.size() == before); // known, so not asked for again
}

TEST_CASE("the digits order the list by a column and turn it round")
{
    CaseKit kit;
    const QString first = kit.receive(kItem);
    const QString second = kit.receive(QStringLiteral("62-JT-XK-0002"), anna());
    desk::CaseFilter filter;
    filter.which = desk::CaseList::All;
    const auto numbers = [&](desk::CaseColumn column, bool backwards) {
        filter.order = desk::CaseOrder{column, backwards};
        QStringList found;
        const auto keys = answerOf(kit.cases().keys(filter));
        REQUIRE(keys);
        for (const desk::CaseLine& line : keys->first) {
            found.append(line.number);
        }
        return found;
    };
    CHECK(numbers(desk::CaseColumn::Number, false) == QStringList({first, second}));
    CHECK(numbers(desk::CaseColumn::Number, true) == QStringList({second, first}));
    CHECK(numbers(desk::CaseColumn::Item, false) == QStringList({first, second}));
    CHECK(numbers(desk::CaseColumn::Item, true) == QStringList({second, first}));
    // 甘 gān before 兰 lán.
    CHECK(numbers(desk::CaseColumn::Applicant, false) == QStringList({first, second}));
    CHECK(numbers(desk::CaseColumn::Applicant, true) == QStringList({second, first}));

    filter = {};
    filter.which = desk::CaseList::Today;
    filter.text = anna().phone;
    const auto byPhone = answerOf(kit.cases().keys(filter));
    REQUIRE(byPhone);
    CHECK(byPhone->first.size() == 1);
    filter.text = QStringLiteral("包车客运");
    CHECK(answerOf(kit.cases().keys(filter))->first.front().number == first);
    filter.text.clear();
    filter.mine = true;
    CHECK(answerOf(kit.cases().keys(filter))->keys.size() == 2);
    filter.item = QStringLiteral("62-JT-XK-0002");
    CHECK(answerOf(kit.cases().keys(filter))->keys.size() == 1);
    filter.station = QStringLiteral("W99");
    CHECK(answerOf(kit.cases().keys(filter))->keys.empty());
    const auto counts = answerOf(kit.cases().counts());
    REQUIRE(counts);
    CHECK(counts->front() == 2); // today
    CHECK(counts->back() == 2);  // all
}

TEST_CASE("whole numbers are shown after an entry with a reason and are gone with the next case")
{
    CaseKit kit;
    desk::PrintDesk printer;
    QMainWindow window;
    auto* page = new CasesPage(tests::theme(), kit.workplace(), kit.cases(), kit.papers(), printer, &window);
    window.setCentralWidget(page);
    const QString first = kit.receive(kItem);
    const QString second = kit.receive(kItem, anna());
    tests::show(window, {1366, 768});
    page->showCase(first);
    REQUIRE(wait([&] { return page->detail().detail() && page->detail().detail()->line.number == first; }));
    CHECK_FALSE(textOf(*page).contains(Person().agentId));

    auto* row = page->findChild<UnmaskRow*>();
    REQUIRE(row != nullptr);
    row->toggle(); // asks why; nothing is shown for that
    CHECK(looks(kit, first, domain::Kind::Unmask).empty());
    Q_EMIT row->wanted(desk::UnmaskReason::Contact);
    REQUIRE(wait([&] { return row->isShown(); }));
    CHECK(textOf(*page).contains(Person().agentId));
    CHECK(textOf(*page).contains(Person().phone));
    const auto entries = looks(kit, first, domain::Kind::Unmask);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().what.value(QLatin1StringView("why")).toString() == QStringLiteral("contact"));
    // What was shown, and not whose.
    CHECK_FALSE(entries.front().what.toCborValue().toDiagnosticNotation().contains(Person().agentId));

    page->showCase(second);
    REQUIRE(wait([&] { return page->detail().detail()->line.number == second; }));
    CHECK_FALSE(row->isShown());
    CHECK_FALSE(textOf(*page).contains(anna().agentId));
    page->showCase(first);
    REQUIRE(wait([&] { return page->detail().detail()->line.number == first; }));
    CHECK_FALSE(textOf(*page).contains(Person().agentId));
}

TEST_CASE("each print of a paper has its number before it is made and stands in the timeline")
{
    CaseKit kit;
    const QString number = kit.receive(kItem);
    const auto detail = answerOf(kit.cases().open(number));
    REQUIRE(detail);
    const QString paper = detail->file.papers.back().number;
    CHECK(answerOf(kit.cases().notePrint(number, paper))->time == 1);
    CHECK(answerOf(kit.cases().notePrint(number, paper))->time == 2);
    CHECK(answerOf(kit.cases().notePrint(number, QStringLiteral("nothing"))).error().code ==
          domain::ErrorCode::NotFound);
    const auto after = answerOf(kit.cases().open(number));
    REQUIRE(after->timeline.size() == detail->timeline.size() + 2);
    CHECK(after->timeline.back().kind == domain::Kind::Reprint);
    CHECK(after->timeline.back().detail.contains(paper));
    CHECK(after->file.lastEntry == detail->file.lastEntry); // the case itself has not moved
}

TEST_CASE("two open cases of one applicant and item are decided about once and stay both")
{
    CaseKit kit;
    const QString first = kit.receive(kItem);
    Person changed;
    changed.phone = QStringLiteral("13909310009");
    const QString second = kit.receive(kItem, changed);
    kit.receive(kItem, anna()); // somebody else's
    CHECK(answerOf(kit.cases().open(second))->duplicates == QStringList{first});
    CHECK(answerOf(kit.cases().open(first))->duplicates == QStringList{second});

    DuplicateView view(tests::theme(), kit.workplace());
    QSignalSpy opened(&view, &DuplicateView::opened);
    QSignalSpy decided(&view, &DuplicateView::decided);
    view.begin(second, first); // in whichever order
    REQUIRE(wait([&] { return !opened.isEmpty(); }));
    const QAbstractItemModel& rows = *view.table().model();
    CHECK(rows.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString().contains(first));
    CHECK(rows.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().contains(second));
    int differing = 0;
    for (int row = 0; row < rows.rowCount(); ++row) {
        differing += rows.index(row, 1).data(BoldRole).toBool() ? 1 : 0;
        CHECK_FALSE(rows.index(row, 2).data().toString().contains(changed.phone)); // masked
    }
    CHECK(differing == 1); // the telephone
    view.choose(desk::DuplicateDecision::KeepBoth);
    view.record(); // no reason, no entry
    CHECK(decided.isEmpty());
    view.setReason(QStringLiteral("两台车分别申请"));
    view.record();
    REQUIRE(wait([&] { return !decided.isEmpty(); }));
    for (const QString& number : {first, second}) {
        const auto detail = answerOf(kit.cases().open(number));
        CHECK(detail->duplicates.isEmpty());
        CHECK(detail->timeline.back().kind == domain::Kind::Note);
        CHECK(domain::isOpen(detail->line.state));
    }
}

TEST_CASE("progress is answered by every number a person may have and says nothing about him")
{
    CaseKit kit;
    const QString waiting = kit.receive(kItem, {}, false);
    const QString accepted = kit.receive(kItem, anna());
    desk::ProgressDesk progress(kit.workplace());
    const auto asked = [&](const QString& text) {
        QStringList numbers;
        const auto report = answerOf(progress.ask(text));
        REQUIRE(report);
        for (const desk::ProgressAnswer& answer : report->answers) {
            numbers.append(answer.line.number);
        }
        return numbers;
    };
    QString plain = accepted;
    CHECK(asked(accepted) == QStringList{accepted});
    CHECK(asked(plain.remove(u'-').toLower()) == QStringList{accepted});
    CHECK(asked(accepted.section(u'-', -2)) == QStringList{accepted});
    CHECK(asked(QStringLiteral("OW1|%1|7|0011223344556677").arg(accepted)) == QStringList{accepted});
    CHECK(asked(anna().agentId) == QStringList{accepted});
    CHECK(asked(anna().phone) == QStringList{accepted});
    CHECK(asked(Person().uscc) == QStringList{waiting});
    CHECK(asked(QStringLiteral("丙丁")) == QStringList{accepted});
    CHECK(asked(QStringLiteral("13")).isEmpty()); // means nobody
    CHECK(asked(QStringLiteral("620422199111035528")).isEmpty());

    ProgressPage page(tests::theme(), kit.workplace());
    page.ask(waiting);
    REQUIRE(wait([&] { return !page.sentences().isEmpty(); }));
    const auto detail = answerOf(kit.cases().open(waiting));
    REQUIRE_FALSE(detail->file.noticed.empty());
    CHECK(page.sentences().contains(detail->file.noticed.front().sentence));
    for (const QString& secret : {Person().name, Person().agent, Person().uscc, Person().phone}) {
        CHECK_FALSE(page.sentences().contains(secret));
    }
    QSignalSpy wanted(&page, &ProgressPage::caseWanted);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.front().front().toString() == waiting);
    REQUIRE(answerOf(kit.signIn().signOut()));
    CHECK(page.sentences().isEmpty());
}

TEST_CASE("an earlier scan of the same applicant is offered with its grade and taken by its own blob")
{
    CaseKit kit;
    desk::IntakeDesk intake(kit.workplace());
    REQUIRE(intake.begin(kItem));
    tests::fillRequired(intake, {});
    const desk::ShelfRules rules = desk::ShelfRules::builtIn().value();
    const auto& materials = intake.guide().materials;
    const auto found = std::ranges::find_if(
        materials, [&](const domain::GuideMaterial& one) { return rules.serveAgain(one.name); });
    REQUIRE(found != materials.end());
    const QString material = found->id;
    const auto stored = answerOf(kit.workplace().ledger().run(
        [](ledger::Ledger& ledger) { return ledger.blobs().put(QByteArray("a scan")); }));
    REQUIRE(stored);
    intake.addStored(material, {stored->id,
                                stored->sm3,
                                stored->size,
                                QStringLiteral("image/jpeg"),
                                2,
                                QStringLiteral("a.jpg"),
                                domain::FileOrigin::Scanner,
                                {},
                                false});
    intake.setGrade(material, domain::TrustGrade::B);
    const QDate end = kit.workplace().today().addDays(100);
    intake.setValidUntil(material, end);
    const auto decided = answerOf(intake.decide(intake.answer()));
    REQUIRE(decided);

    desk::MaterialShelf shelf(kit.workplace());
    const auto guide = kit.workplace().rules()->catalogue.current(kItem);
    const auto offers = answerOf(shelf.offers(Person().uscc, guide));
    REQUIRE(offers);
    REQUIRE(offers->value(material).size() == 1);
    const desk::ShelfItem item = offers->value(material).front();
    CHECK(item.from.caseNumber == decided->caseNumber);
    CHECK(item.from.grade == domain::TrustGrade::B);
    CHECK(item.from.validUntil == end);
    CHECK(item.files.front().blob == stored->id);
    CHECK(item.pages == 2);
    CHECK(answerOf(shelf.offers(anna().uscc, guide))->isEmpty());
    CHECK(desk::MaterialShelf::rowText(item).contains(end.toString(Qt::ISODate)));

    REQUIRE(intake.begin(kItem));
    tests::fillRequired(intake, {});
    intake.reuse(material, item.from, item.files);
    const domain::MaterialIntake* taken = intake.intake().material(material);
    REQUIRE(taken != nullptr);
    CHECK(taken->reused == item.from);
    CHECK(shelf.watermark(*taken, guide->name).contains(guide->name));
    CHECK(shelf.watermark({}, guide->name).isEmpty());
    CHECK(rules.sameName(QStringLiteral("《营业执照》（副本）复印件")) ==
          rules.sameName(QStringLiteral("营业执照")));
    CHECK_FALSE(rules.serveAgain(QStringLiteral("包车客运标志牌备案申请表")));
    kit.settle();
}

TEST_CASE("what a list of 100000 cases costs the window", "[.bench]")
{
    CaseListModel model;
    DataTable table(tests::theme(), QStringLiteral("cases"));
    table.setModel(&model);
    table.setColumnWidths({208, 0, 240, 112, 100, 88});
    table.resize(1000, 600);
    table.show();
    std::vector<qint64> keys(100'000);
    std::iota(keys.begin(), keys.end(), 1);
    QElapsedTimer timer;
    for (int run = 0; run < 4; ++run) {
        std::ranges::reverse(keys);
        timer.restart();
        model.setKeys(keys, {});
        table.setCurrentRow(run % 2 == 0 ? 0 : 99'999);
        table.viewport()->repaint();
        std::printf("keys taken over and painted in %.2f ms\n",
                    static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
}

} // namespace ow::ui
