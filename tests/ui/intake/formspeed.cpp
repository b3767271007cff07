// SPDX-License-Identifier: GPL-3.0-or-later
// ow_form_speed: how long a form of 200 fields with 30 rules takes to be shown, to paint a key and to show
// what a rule shows. Prints JSON, milliseconds. Budgets: design §11. For measuring, not part of the product.
#include "ui/intake/formpane.h"
#include "ui/intake/intakekit.h"
#include "ui/widgets/formfield.h"

#include <QApplication>
#include <QCborArray>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using namespace ow;
using namespace Qt::StringLiterals;

constexpr int kFields = 200;
constexpr int kKeys = 400;

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

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(part * last))];
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    QCoreApplication::processEvents(); // what was invalidated is laid out and painted
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const auto theme = ui::Theme::load();
    if (!theme) {
        return 1;
    }
    (*theme)->apply(application, ui::ThemeId::Light, 100);
    test::IntakeKit kit(**theme);
    const auto guide = bigGuide(*kit.workplace->rules()->catalogue.current(u"62-JT-GG-0003"_s));
    std::vector<double> shown;
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(test::IntakeKit::await(kit.desk->putAside()));
        QTest::qWait(50);
        shown.push_back(timed([&] {
            if (const auto begun = kit.desk->begin(guide); !begun) {
                qFatal("%s %s", qUtf8Printable(begun.error().detail), qUtf8Printable(begun.error().field));
            }
        }));
    }
    std::vector<double> keys;
    QWidget* text = kit.editor(u"f2"_s);
    QWidget* number = kit.editor(u"f1"_s);
    for (int i = 0; i < kKeys; ++i) {
        QWidget* edit = i % 40 < 20 ? text : number;
        if (i % 20 == 0) {
            edit->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
        }
        const char key = i % 20 == 19 ? '\b' : static_cast<char>('1' + i % 9);
        keys.push_back(timed([&] {
            if (key == '\b') {
                QTest::keyClick(edit, Qt::Key_Backspace);
            } else {
                QTest::keyClick(edit, key);
            }
        }));
    }
    std::vector<double> rules;
    QWidget* choice = kit.editor(u"f3"_s);
    choice->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 60; ++i) {
        rules.push_back(timed([&] { QTest::keyClick(choice, i % 2 == 0 ? '1' : '2'); }));
        if (kit.editor(u"f4"_s)->isVisible() != (i % 2 == 0)) {
            qFatal("the rule does nothing");
        }
    }
    const QJsonObject figures{{u"fields"_s, kFields},
                              {u"rules"_s, static_cast<int>(guide->rules.size())},
                              {u"shown_first"_s, shown.front()},
                              {u"shown"_s, percentile(shown, 0.5)},
                              {u"key_p50"_s, percentile(keys, 0.5)},
                              {u"key_p95"_s, percentile(keys, 0.95)},
                              {u"rule_p95"_s, percentile(rules, 0.95)}};
    QTextStream(stdout) << QJsonDocument(figures).toJson();
    return 0;
}
