// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "ui/intake/formpane.h"
#include "ui/intake/intakekit.h"

#include <QApplication>
#include <QCborArray>

namespace ow::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int kFields = 200;

domain::FormRule rule(const QString& id, domain::RuleKind kind, const QString& target)
{
    domain::FormRule made;
    made.id = id;
    made.kind = kind;
    made.targets = {target};
    if (kind == domain::RuleKind::Valid) {
        made.sentence = u"too small"_s;
    }
    made.why = u"because"_s;
    return made;
}

QCborArray fieldOf(int i)
{
    return {u"field"_s, u"f%1"_s.arg(i)};
}

/// Five fields each of text, number, date and choice in turn; 10 rules show, 10 compute a sum, 10 check one.
std::shared_ptr<domain::Guide> bigGuide(const domain::Guide& like)
{
    auto guide = std::make_shared<domain::Guide>(like);
    guide->ref = {u"62-JT-XX-0200"_s, 1, QByteArray(32, 'x')};
    guide->fields.clear();
    guide->rules.clear();
    guide->axes.clear();
    guide->sections.clear();
    for (int s = 0; s < 10; ++s) {
        guide->sections.push_back({u"s%1"_s.arg(s), u"第 %1 部分"_s.arg(s + 1)});
    }
    for (int i = 0; i < kFields; ++i) {
        domain::GuideField field;
        field.key = u"f%1"_s.arg(i);
        field.label = u"第 %1 项"_s.arg(i);
        field.required = i % 3 == 0;
        field.section = u"s%1"_s.arg(i / 20);
        field.type = i % 4 == 1   ? domain::FieldType::Number
                     : i % 4 == 3 ? domain::FieldType::Select
                                  : domain::FieldType::Text;
        if (field.type == domain::FieldType::Select) {
            field.options = {u"甲"_s, u"乙"_s, u"丙"_s};
        }
        guide->fields.push_back(field);
    }
    for (int i = 0; i < 10; ++i) {
        const int base = i * 20;
        auto shown = rule(u"v%1"_s.arg(i), domain::RuleKind::Visible, u"f%1"_s.arg(base + 4));
        shown.when = QCborArray{u"="_s, fieldOf(base + 3), u"甲"_s};
        auto sum = rule(u"c%1"_s.arg(i), domain::RuleKind::Computed, u"f%1"_s.arg(base + 9));
        sum.value = QCborArray{u"+"_s, fieldOf(base + 1), fieldOf(base + 5)};
        auto valid = rule(u"k%1"_s.arg(i), domain::RuleKind::Valid, u"f%1"_s.arg(base + 13));
        valid.when = QCborArray{u"<"_s, fieldOf(base + 9), fieldOf(base + 13)};
        guide->rules.insert(guide->rules.end(), {shown, sum, valid});
    }
    return guide;
}

/// Until what was invalidated is laid out and painted.
double paintedAfter(const std::function<void()>& work)
{
    return timed([&work] {
        work();
        QCoreApplication::processEvents();
    });
}

/// The form shown: the first time, with its widgets to be made, comes first.
std::vector<double> showForm(test::IntakeKit& kit, const catalogue::GuidePtr& guide, int runs)
{
    std::vector<double> shown;
    for (int i = 0; i < runs; ++i) {
        static_cast<void>(test::IntakeKit::await(kit.desk->putAside()));
        QTest::qWait(50);
        shown.push_back(paintedAfter([&] { demand(kit.desk->begin(guide)); }));
    }
    return shown;
}

/// Into a text and a number in turns, 20 strokes each, the last one takes a letter back.
std::vector<double> typeKeys(const test::IntakeKit& kit, int count)
{
    std::vector<double> keys;
    QWidget* text = kit.editor(u"f2"_s);
    QWidget* number = kit.editor(u"f1"_s);
    for (int i = 0; i < count; ++i) {
        QWidget* edit = i % 40 < 20 ? text : number;
        if (i % 20 == 0) {
            edit->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
        }
        keys.push_back(paintedAfter([&] {
            if (i % 20 == 19) {
                QTest::keyClick(edit, Qt::Key_Backspace);
            } else {
                QTest::keyClick(edit, static_cast<char>('1' + i % 9));
            }
        }));
    }
    return keys;
}

/// A choice shows a field and hides it again.
std::vector<double> switchRule(const test::IntakeKit& kit, int count)
{
    std::vector<double> rules;
    QWidget* choice = kit.editor(u"f3"_s);
    choice->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < count; ++i) {
        rules.push_back(paintedAfter([&] { QTest::keyClick(choice, i % 2 == 0 ? '1' : '2'); }));
        if (kit.editor(u"f4"_s)->isVisible() != (i % 2 == 0)) {
            giveUp({domain::ErrorCode::Internal, u"the rule does nothing"_s, {}});
        }
    }
    return rules;
}

} // namespace

Figures measureForm(const Sizes& sizes, const ui::Theme& theme)
{
    test::IntakeKit kit(theme);
    const auto guide = bigGuide(*kit.workplace->rules()->catalogue.current(u"62-JT-GG-0003"_s));
    const std::vector<double> shown = showForm(kit, guide, sizes.runs);
    const std::vector<double> keys = typeKeys(kit, sizes.keys);
    const std::vector<double> rules = switchRule(kit, sizes.keys / 4);
    const QString form = u"form of 200 fields with 30 rules: "_s;
    const auto figure = [&form](const QString& name, double ours, double peer, double limit) {
        const Budget budget = limit > 0 ? Budget{Budget::Kind::AtMost, limit} : Budget{};
        const auto baseline = peer > 0 ? std::optional(peer) : std::nullopt;
        return Figure{
            form + name, u"ms"_s, ours, baseline, baseline ? u"the best peer, measured once"_s : QString(),
            budget};
    };
    return {figure(u"shown the first time"_s, shown.front(), 596, 100),
            figure(u"shown again, median"_s, median(shown), 0, 100),
            figure(u"key to painted, p50"_s, median(keys), 0, 0),
            figure(u"key to painted, p95"_s, percentile(keys, 0.95), 19, 8),
            figure(u"rule to visible, p95"_s, percentile(rules, 0.95), 89, 16)};
}

} // namespace ow::bench
