// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/pages.h"

#include "ui/frame/keysheet.h"
#include "ui/frame/mainwindow.h"
#include "ui/gallery/samples.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmentbar.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace ow::ui::samples {

namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("type", QStringLiteral("title"));
    return label;
}

FormField* field(const Theme& theme, const char16_t* name, const char16_t* text, QWidget* parent)
{
    auto* edit = new FieldEdit(theme);
    edit->setText(QString::fromUtf16(text));
    return new FormField(theme, QString::fromUtf16(name), edit, parent);
}

QWidget* fields(const Theme& theme, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.k(12));
    grid->setVerticalSpacing(theme.k(6));
    grid->addWidget(heading(QStringLiteral("字段"), box), 0, 0, 1, 2);
    grid->addWidget(field(theme, u"平常", u"兰州市榆中县", box), 1, 0);
    auto* optional = field(theme, u"选填、空", u"", box);
    optional->setOptional(true);
    grid->addWidget(optional, 1, 1);
    auto* mass = field(theme, u"数字靠右", u"118,600", box);
    static_cast<FieldEdit*>(mass->editor())->setNumeric(QStringLiteral("kg"));
    mass->setWhy(QStringLiteral("因为总质量大于 100,000 kg。"));
    grid->addWidget(mass, 2, 0);
    auto* computed = field(theme, u"算出来的，只读", u"Ⅲ类", box);
    static_cast<FieldEdit*>(computed->editor())->setComputed(true);
    grid->addWidget(computed, 2, 1);
    auto* wrong = field(theme, u"错误", u"620102********1235", box);
    wrong->setState(FieldState::Error, QStringLiteral("校验码不对，请对照证件。"));
    grid->addWidget(wrong, 3, 0);
    auto* early = field(theme, u"提醒", u"2026-12-02", box);
    early->setState(FieldState::Warn, QStringLiteral("早于承诺办结日 12-03。"));
    grid->addWidget(early, 3, 1);
    auto* off = field(theme, u"停用", u"按前项不需填", box);
    off->editor()->setEnabled(false);
    grid->addWidget(off, 4, 0);
    auto* combo = new ChoiceBox(theme);
    combo->addItems({QStringLiteral("邮寄"), QStringLiteral("自取")});
    grid->addWidget(new FormField(theme, QStringLiteral("取件方式"), combo, box), 4, 1);
    auto* choices = new QHBoxLayout;
    auto* post = new QRadioButton(QStringLiteral("邮寄"), box);
    post->setChecked(true);
    auto* fetch = new QRadioButton(QStringLiteral("自取"), box);
    auto* seen = new QCheckBox(QStringLiteral("已核"), box);
    seen->setChecked(true);
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(post), static_cast<QAbstractButton*>(fetch),
          static_cast<QAbstractButton*>(seen),
          static_cast<QAbstractButton*>(new QCheckBox(QStringLiteral("未核"), box))}) {
        button->setAccessibleName(button->text());
        choices->addWidget(button);
    }
    grid->addLayout(choices, 5, 0, 1, 2);
    auto* section = new Section(theme, QStringLiteral("申请人"), {}, box);
    section->header().setSummary(
        {QStringLiteral("甘肃甲乙大件运输有限公司·91620100********7X"), QStringLiteral("执照扫码")});
    grid->addWidget(section, 6, 0, 1, 2);
    auto* note = new QPlainTextEdit(QStringLiteral("经办人当面确认，卸货点在柳园镇。"));
    note->setFixedHeight(theme.k(56));
    grid->addWidget(new FormField(theme, QStringLiteral("为什么这样选"), note, box), 7, 0, 1, 2);
    grid->setRowStretch(8, 1);
    return box;
}

QWidget* middle(const Theme& theme, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.k(8));
    column->addWidget(heading(QStringLiteral("唯一的主操作、次要、文字"), box));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.k(12));
    row->addWidget(new PrimaryButton(theme, QStringLiteral("一次性告知"), box));
    auto* hold = new KeyButton(theme, QStringLiteral("暂存"), KeyButton::Look::Tall, box);
    hold->setKey(QStringLiteral("F5"));
    row->addWidget(hold);
    auto* more = new KeyButton(theme, QStringLiteral("其他答复"), KeyButton::Look::Tall, box);
    more->setChoices(new QMenu(more));
    row->addWidget(more);
    row->addStretch(1);
    column->addLayout(row);
    auto* small = new QHBoxLayout;
    small->addWidget(new KeyButton(theme, QStringLiteral("导出"), KeyButton::Look::Secondary, box));
    auto* off = new KeyButton(theme, QStringLiteral("停用"), KeyButton::Look::Secondary, box);
    off->setEnabled(false);
    small->addWidget(off);
    small->addWidget(new KeyButton(theme, QStringLiteral("文字操作"), KeyButton::Look::Link, box));
    small->addWidget(new KeyCap(theme, QStringLiteral("Ctrl ↵"), box));
    small->addWidget(new KeyCap(theme, QStringLiteral("F1"), box));
    small->addStretch(1);
    column->addLayout(small);
    auto* segments = new SegmentBar(theme, QStringLiteral("办件"), box);
    segments->setSegments({{QStringLiteral("在办"), QStringLiteral("42"), Tone::Plain},
                           {QStringLiteral("临期"), QStringLiteral("3"), Tone::Warn},
                           {QStringLiteral("全部"), {}, Tone::Plain}});
    column->addWidget(segments);
    column->addWidget(heading(QStringLiteral("横幅，一次一条"), box));
    for (const auto& message :
         {BannerMessage{Tone::Ok,
                        QStringLiteral("已受理 …-0018-Y，受理通知书 2 份已打印"),
                        QStringLiteral("撤回 60 秒"),
                        {}},
          BannerMessage{Tone::Warn,
                        QStringLiteral("网络断开 4 分钟，照常收件，连上自动上传"),
                        {},
                        QStringLiteral("wifioff")},
          BannerMessage{
              Tone::Block, QStringLiteral("小票机没有打印，回执已存"), QStringLiteral("补打 F12"), {}}}) {
        auto* banner = new Banner(theme, box);
        banner->setOkDuration(std::chrono::hours(1));
        banner->post(message);
        column->addWidget(banner);
    }
    auto* pills = new QHBoxLayout;
    for (const StateWord& state : {stateWord(domain::CaseState::UnderReview),
                                   stateWord(domain::CaseState::Accepted), stateWord(MaterialLook::Tolerated),
                                   stateWord(domain::CaseState::Declined), stateWord(LightLook::Paused)}) {
        auto* pill = new Pill(theme, box);
        pill->setState(state);
        pills->addWidget(pill);
    }
    pills->addStretch(1);
    column->addLayout(pills);
    auto* due = new DueFacts(theme, box);
    due->setFacts({{QStringLiteral("一次性告知不晚于"), QStringLiteral("11-30 周一"),
                    QStringLiteral("5 个工作日"), false},
                   {QStringLiteral("受理后承诺办结"), QStringLiteral("12-03 周四"),
                    QStringLiteral("8 个工作日"), true}});
    column->addWidget(due);
    column->addStretch(1);
    return box;
}

std::unique_ptr<QWidget> components(const Theme& theme)
{
    auto page = std::make_unique<QWidget>();
    page->setProperty("role", QStringLiteral("page"));
    auto* all = new QVBoxLayout(page.get());
    const int pad = theme.k(24);
    all->setContentsMargins(pad, pad, pad, pad);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme.k(32));
    columns->addWidget(fields(theme, page.get()), 1);
    columns->addWidget(middle(theme, page.get()), 1);
    auto* right = new QVBoxLayout;
    right->addWidget(new SearchBox(theme, page.get()));
    auto* header = new PaneHeader(theme, QStringLiteral("材料"), QStringLiteral("F4"), page.get());
    header->setNote(QStringLiteral("已齐 4 / 应交 6"));
    header->setActive(true);
    right->addWidget(header);
    auto* list = new MaterialList(theme, QStringLiteral("材料"), page.get());
    list->setRows(materials());
    list->setCurrentRow(1);
    right->addWidget(list, 1);
    columns->addLayout(right, 1);
    all->addLayout(columns, 1);
    auto* findingList = new FindingList(theme, QStringLiteral("检查结果"), page.get());
    findingList->setGrows(true);
    findingList->setRows(findings());
    findingList->setCurrentRow(0);
    all->addWidget(findingList);
    auto* status = new StatusStrip(theme, page.get());
    status->setParts(strip(true));
    status->setGround(Tone::Warn);
    all->addWidget(status);
    return page;
}

QWidget* startPage(const Theme& theme)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme.k(16), theme.k(16), theme.k(28), theme.k(16));
    auto* lists = new StartLists(theme, page);
    lists->setColumns(start());
    column->addStretch(3);
    column->addWidget(lists);
    column->addStretch(1);
    return page;
}

QWidget* casesPage(const Theme& theme)
{
    auto* page = new QWidget;
    auto* across = new QHBoxLayout(page);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    auto* table = new DataTable(theme, QStringLiteral("办件"), page);
    auto* model = new QStandardItemModel(table);
    fillCases(*model);
    table->setModel(model);
    table->setColumnWidths({208, 0, 92, 100, 106, 80});
    table->setCurrentRow(0);
    across->addWidget(table, 1);
    auto* side = new QWidget(page);
    side->setProperty("role", QStringLiteral("sidepane"));
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(theme.k(432));
    auto* column = new QVBoxLayout(side);
    auto* pill = new Pill(theme, side);
    pill->setState(stateWord(domain::CaseState::UnderReview));
    column->addWidget(pill);
    auto* name = heading(QStringLiteral("公路超限运输许可（省内跨市州大件运输）"), side);
    column->addWidget(name);
    auto* facts = new FactGrid(theme, FactGrid::Size::Dense, side);
    facts->setFacts(
        {{QStringLiteral("申请人"), QStringLiteral("甘肃甲乙大件运输有限公司"), {}, Tone::Plain},
         {QStringLiteral("承诺办结"), QStringLiteral("11-24 周二，8 个工作日，已用 7"), {}, Tone::Plain}});
    column->addWidget(facts);
    auto* acts = new TimelineList(theme, QStringLiteral("台账"), side);
    acts->setRows(timeline());
    column->addWidget(acts, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(new PrimaryButton(theme, QStringLiteral("登记部门决定"), side));
    column->addLayout(foot);
    across->addWidget(side);
    return page;
}

std::unique_ptr<QWidget> frame(const QString& name, const Theme& theme)
{
    auto window = std::make_unique<MainWindow>(theme);
    auto* side = new KeyButton(theme, QStringLiteral("申请人屏"), KeyButton::Look::Flat);
    side->setIconName(QStringLiteral("screen"));
    side->setKey(QStringLiteral("F11"));
    window->addPage(
        {QStringLiteral("intake"), QStringLiteral("收件"), QStringLiteral("inbox"), domain::Clerk},
        startPage(theme), side);
    window->addPage(
        {QStringLiteral("cases"), QStringLiteral("办件"), QStringLiteral("list"), domain::AnyPerson},
        casesPage(theme));
    for (const auto& [id, word, icon] :
         {std::tuple{"pending", u"待处理", "sync"}, std::tuple{"issue", u"出件", "out"},
          std::tuple{"day", u"日结", "day"}, std::tuple{"guides", u"指南", "book"}}) {
        window->addPage(
            {QString::fromLatin1(id), QString::fromUtf16(word), QString::fromLatin1(icon), domain::AnyPerson},
            new QWidget);
    }
    window->actions().add({QStringLiteral("intake.hold"), QStringLiteral("暂存，换下一位"),
                           QKeySequence(Qt::Key_F5), QStringLiteral("intake")});
    window->actions().add({QStringLiteral("intake.card"), QStringLiteral("读卡"), QKeySequence(Qt::Key_F8),
                           QStringLiteral("intake")});
    window->setRoles(domain::Clerk);
    window->setBadge(QStringLiteral("pending"), 2);
    window->setStatus(strip(false));
    window->setTraining(name == u"training");
    if (name == u"cases") {
        window->showPage(QStringLiteral("cases"));
    }
    if (name == u"training") {
        window->banner().post({Tone::Warn,
                               QStringLiteral("网络断开 4 分钟，照常收件，连上自动上传"),
                               {},
                               QStringLiteral("wifioff")});
    }
    if (name.startsWith(u"signin")) {
        auto* gate = new SignInPage(theme);
        SignInModel model = signIn();
        if (name == u"signin-first") {
            model.mode = SignInMode::FirstStart;
        } else if (name == u"signin-locked") {
            model.lockedUntil = QStringLiteral("09:41");
        }
        gate->setModel(model);
        window->setGate(gate);
        window->setGated(true);
    }
    return window;
}

} // namespace

QStringList pageNames()
{
    return {QStringLiteral("components"),    QStringLiteral("signin"), QStringLiteral("signin-first"),
            QStringLiteral("signin-locked"), QStringLiteral("start"),  QStringLiteral("search"),
            QStringLiteral("cases"),         QStringLiteral("keys"),   QStringLiteral("training")};
}

std::unique_ptr<QWidget> makePage(const QString& name, const Theme& theme)
{
    if (!pageNames().contains(name)) {
        return nullptr;
    }
    return name == u"components" ? components(theme) : frame(name, theme);
}

void afterShown(const QString& name, QWidget& page)
{
    auto* window = qobject_cast<MainWindow*>(&page);
    if (window == nullptr) {
        return;
    }
    if (name == u"search") {
        window->actions().find(QStringLiteral("search"))->trigger();
        window->search().setText(QStringLiteral("djys"));
        window->search().setResults(hits(), QStringLiteral("按拼音首字母查找，4 项"));
    } else if (name == u"keys") {
        window->actions().find(QStringLiteral("keys"))->trigger();
    }
}

} // namespace ow::ui::samples
