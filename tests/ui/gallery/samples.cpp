// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/samples.h"

#include "ui/widgets/datatable.h"

namespace ow::ui::samples {

SignInModel signIn()
{
    SignInModel model;
    model.date = QStringLiteral("11 月 23 日 星期一");
    model.daySentence = QStringLiteral("工作日·今天收件，5 个工作日到 11 月 30 日");
    model.facts = {{QStringLiteral("窗口"), QStringLiteral("W03 交通综合窗口"), {}, Tone::Plain},
                   {QStringLiteral("大厅"), QStringLiteral("甘肃省政务大厅"), {}, Tone::Plain},
                   {QStringLiteral("上一班"),
                    QStringLiteral("赵六，11-20 周五 17:31 日结完毕，交接单已签"),
                    {},
                    Tone::Plain},
                   {QStringLiteral("本机暂存"), QStringLiteral("2 件草稿，登录后接着办"), {}, Tone::Plain},
                   {QStringLiteral("台账"), QStringLiteral("已核对 4,218 条，连续无缺"),
                    QStringLiteral("check"), Tone::Ok}};
    model.versionLine = QStringLiteral("版本 1.0.3·指南 63 项，11-20 更新·节假日历到 2026 年");
    model.people = {{QStringLiteral("1001"), QStringLiteral("张三"), QStringLiteral("窗口人员")},
                    {QStringLiteral("1002"), QStringLiteral("李四"), QStringLiteral("首席代表")},
                    {QStringLiteral("1003"), QStringLiteral("王五"), QStringLiteral("管理员")}};
    model.notice = {{},
                    QStringLiteral("网络未连接。可以登录和收件，连上后自动上传。"),
                    QStringLiteral("wifioff"),
                    Tone::Second};
    model.scale = QStringLiteral("100%");
    model.themeWord = QStringLiteral("浅色");
    return model;
}

std::vector<StripPart> strip(bool offline)
{
    std::vector<StripPart> parts;
    parts.push_back({.id = QStringLiteral("who"),
                     .icon = {},
                     .runs = {{QStringLiteral("张三"), true, Token::Text},
                              {QStringLiteral("  窗口人员"), false, Token::Text2}}});
    parts.push_back({.id = QStringLiteral("station"),
                     .icon = {},
                     .runs = {{QStringLiteral("W03 交通综合窗口"), false, Token::Text}},
                     .dropOrder = 3});
    parts.push_back(
        {.id = QStringLiteral("net"),
         .icon = offline ? QStringLiteral("wifioff") : QStringLiteral("wifi"),
         .runs = {{offline ? QStringLiteral("离线 12 分钟，照常收件") : QStringLiteral("网络正常"), offline,
                   Token::Text}},
         .tone = offline ? Tone::Warn : Tone::Ok});
    parts.push_back({.id = QStringLiteral("sync"),
                     .icon = QStringLiteral("sync"),
                     .runs = {{QStringLiteral("待同步 "), false, Token::Text},
                              {QStringLiteral("3"), true, Token::Text},
                              {QStringLiteral("·最久 12 分钟"), false, Token::Text}}});
    parts.push_back({.id = QStringLiteral("devices"),
                     .icon = QStringLiteral("scan"),
                     .runs = {{QStringLiteral("高拍仪、读卡器就绪"), false, Token::Text2}},
                     .tone = Tone::Second,
                     .dropOrder = 5});
    parts.push_back({.id = QStringLiteral("printer"),
                     .icon = QStringLiteral("warn"),
                     .runs = {{QStringLiteral("小票机缺纸"), false, Token::Text}},
                     .tone = Tone::Warn});
    parts.push_back({.id = QStringLiteral("count"),
                     .icon = {},
                     .runs = {{QStringLiteral("本窗今日收件 "), false, Token::Text},
                              {QStringLiteral("18"), true, Token::Text}},
                     .right = true,
                     .dropOrder = 4});
    parts.push_back({.id = QStringLiteral("date"),
                     .icon = {},
                     .runs = {{QStringLiteral("11 月 23 日 周一 09:42"), false, Token::Text}},
                     .right = true});
    return parts;
}

std::vector<FindingRow> findings()
{
    return {{QStringLiteral("a"), stateWord(domain::Effect::Supplement), QStringLiteral("缺护送方案。"),
             QStringLiteral("Ⅲ类必须提交，不可容缺。"), QStringLiteral("办事指南材料 6"),
             QStringLiteral("下一条"), QStringLiteral("F7")},
            {QStringLiteral("b"),
             stateWord(domain::Effect::DeficiencyPossible),
             {},
             QStringLiteral("授权委托书未盖章。申请人承诺后可先受理，11-26 周四前补齐。"),
             {},
             QStringLiteral("看材料"),
             {}},
            {QStringLiteral("c"),
             stateWord(domain::Effect::Hint),
             {},
             QStringLiteral("拟行驶起始 12-02，早于承诺办结 12-03。请向申请人说明。"),
             {},
             QStringLiteral("看字段"),
             {}},
            {QStringLiteral("d"),
             passedWord(),
             {},
             QStringLiteral("其余 14 项。"),
             {},
             QStringLiteral("展开"),
             {}}};
}

std::vector<MaterialRow> materials()
{
    return {{QStringLiteral("m1"),
             stateWord(MaterialLook::Missing),
             QStringLiteral("护送方案"),
             {},
             QStringLiteral("Ⅲ类必交·原件 1·不可容缺"),
             {},
             true},
            {QStringLiteral("m2"),
             stateWord(MaterialLook::Tolerated),
             QStringLiteral("经办人身份证件和授权委托书"),
             QStringLiteral("委托书未盖章"),
             QStringLiteral("原件 1·可容缺，3 个工作日内补"),
             {{QStringLiteral("p1")}, {QStringLiteral("p2")}},
             true},
            {QStringLiteral("m3"),
             stateWord(MaterialLook::Verified),
             QStringLiteral("公路超限运输申请表"),
             {},
             QStringLiteral("原件 1·2 页·本窗生成，已签名"),
             {},
             true},
            {QStringLiteral("m4"),
             stateWord(MaterialLook::NotNeeded),
             QStringLiteral("运输计划"),
             {},
             QStringLiteral("多次通行才交"),
             {},
             true}};
}

std::vector<TimelineRow> timeline()
{
    const auto row = [](const char16_t* day, const char16_t* time, const char* icon, Tone tone,
                        const char16_t* act, const char16_t* detail, const char16_t* sync, Tone syncTone,
                        const char16_t* number) {
        return TimelineRow{
            QString::fromUtf16(day),   QString::fromUtf16(time),   QString::fromLatin1(icon), tone,
            QString::fromUtf16(act),   QString::fromUtf16(detail), QString::fromUtf16(sync),  syncTone,
            QString::fromUtf16(number)};
    };
    return {row(u"11-23", u"09:31", "clock", Tone::Warn, u"催办",
                u"提醒承办部门，剩 1 个工作日·首席代表 李四", u"待同步", Tone::Warn, u"#4217"),
            row(u"11-17", u"15:20", "doc", Tone::Ok, u"收到容缺材料", u"授权委托书（已盖章）1 页·张三",
                u"已同步", Tone::Second, u"#4102"),
            row(u"11-16", u"10:05", "right", Tone::Info, u"转部门办理", u"省公路路政执法管理机构·中心", u"",
                Tone::Second, u""),
            row(u"11-12", u"10:47", "print", Tone::Mute, u"打印受理通知书", u"2 份·〔2026〕第 0412 号·张三",
                u"已同步", Tone::Second, u"#4033"),
            row(u"11-12", u"10:46", "check", Tone::Ok, u"受理（容缺 1 项）",
                u"承诺 11-17 前补齐委托书盖章·首席代表 李四", u"已同步", Tone::Second, u"#4032"),
            row(u"11-12", u"10:22", "inbox", Tone::Info, u"收件", u"6 份 10 页·张三·W03", u"已同步",
                Tone::Second, u"#4030")};
}

std::vector<SearchRow> hits()
{
    const QString near = QStringLiteral("首字母 djys = 大件运输");
    const QString slip = QStringLiteral("相近的 dlys = 道路运输，差一个字母");
    return {{near,
             {{11, 4}},
             QStringLiteral("62-JT-XK-0007"),
             QStringLiteral("公路超限运输许可（省内跨市州大件运输）"),
             {{14, 4}},
             QStringLiteral("62-JT-XK-0007·行政许可·承诺 8 个工作日·Ⅰ、Ⅱ、Ⅲ类"),
             QStringLiteral("本窗口受理"),
             Tone::Second,
             QStringLiteral("本月 23 件")},
            {near,
             {},
             QStringLiteral("62-JT-XK-0006"),
             QStringLiteral("公路超限运输许可（跨省大件运输）"),
             {{11, 4}},
             QStringLiteral("62-JT-XK-0006·行政许可·别名：大件证、大板车手续"),
             QStringLiteral("本窗口受理"),
             Tone::Second,
             QStringLiteral("本月 11 件")},
            {slip,
             {{5, 1}},
             QStringLiteral("62-JT-GG-0002"),
             QStringLiteral("道路运输经营许可证、道路运输证换发补发"),
             {},
             QStringLiteral("62-JT-GG-0002·公共服务·别名：营运证、运输证补办"),
             QStringLiteral("本窗口受理"),
             Tone::Second,
             QStringLiteral("本月 7 件")},
            {slip,
             {},
             QStringLiteral("62-JT-QT-0002"),
             QStringLiteral("道路运输企业质量信誉考核"),
             {},
             QStringLiteral("62-JT-QT-0002·其他权力·别名：信誉考核、AAA"),
             QStringLiteral("收件转办"),
             Tone::Warn,
             QStringLiteral("本月 1 件")}};
}

std::vector<StartColumn> start()
{
    StartColumn usual{QStringLiteral("常办事项"), {}, {}, {}, false};
    const char16_t* names[] = {
        u"公路超限运输许可（省内跨市州大件运输）", u"道路运输从业资格证换证、补证、变更",
        u"公路超限运输许可（跨省大件运输）",       u"省际包车客运标志牌备案",
        u"道路运输经营许可证、道路运输证换发补发", u"涉路施工活动许可（在公路上增设或改造平面交叉道口）"};
    int place = 0;
    for (const char16_t* name : names) {
        ++place;
        usual.rows.push_back({QStringLiteral("item%1").arg(place),
                              QString::number(place),
                              {},
                              QString::fromUtf16(name),
                              QStringLiteral("本月 %1").arg(25 - 3 * place)});
    }
    StartColumn drafts{QStringLiteral("暂存"),
                       QStringLiteral("只在本机，2 件"),
                       {{QStringLiteral("d1"),
                         {},
                         {},
                         QStringLiteral("更新采伐护路林审批·丙丁林场"),
                         QStringLiteral("09:10")},
                        {QStringLiteral("d2"),
                         {},
                         {},
                         QStringLiteral("道路客运班线经营许可（市际）·李二"),
                         QStringLiteral("昨天 16:52")}},
                       QStringLiteral("断电、锁屏都不会丢。"),
                       false};
    StartColumn other{
        QStringLiteral("也可以这样开始"),
        {},
        {{QStringLiteral("card"),
          QStringLiteral("F8"),
          QStringLiteral("card"),
          QStringLiteral("读身份证"),
          {}},
         {QStringLiteral("scan"), {}, QStringLiteral("scan"), QStringLiteral("扫回执或材料封面码"), {}},
         {QStringLiteral("number"), {}, QStringLiteral("list"), QStringLiteral("输入办件编号末四位"), {}}},
        {},
        true};
    return {usual, drafts, other};
}

void fillCases(QStandardItemModel& model)
{
    struct Row
    {
        const char16_t* number;
        const char16_t* item;
        const char16_t* who;
        domain::CaseState state;
        const char16_t* due;
        const char16_t* left;
        bool yellow;
    };

    using domain::CaseState;
    const Row rows[] = {
        {u"JT62-W03-20261112-0009-0", u"公路超限运输许可（省内跨市州大件运输）", u"甲乙大件",
         CaseState::UnderReview, u"11-24 周二", u"1 天", true},
        {u"JT62-W03-20261116-0004-9", u"省际包车客运标志牌备案", u"丙丁旅游", CaseState::UnderReview,
         u"11-24 周二", u"1 天", true},
        {u"JT62-W03-20261117-0011-B", u"道路客运站经营许可", u"戊己客运", CaseState::AwaitingSupplement,
         u"11-24 周二", u"1 天", true},
        {u"JT62-W03-20261118-0002-D", u"道路运输从业资格证换证、补证、变更", u"张**", CaseState::UnderReview,
         u"11-25 周三", u"2 天", false},
        {u"JT62-W03-20261110-0015-3", u"涉路施工活动许可（跨越、穿越公路修建桥梁、渡槽或者架设、埋设管线）",
         u"庚辛建工", CaseState::Accepted, u"11-26 周四", u"3 天", false},
        {u"JT62-W03-20261109-0001-F", u"航道通航条件影响评价审核", u"午未港航", CaseState::Paused, u"暂停",
         u"–", false},
        {u"JT62-W03-20261105-0004-9", u"船舶营业运输证配发", u"戌亥船务", CaseState::ReadyToIssue,
         u"11-30 周一", u"5 天", false},
    };
    model.setHorizontalHeaderLabels({QStringLiteral("办件编号"), QStringLiteral("事项"),
                                     QStringLiteral("申请人"), QStringLiteral("状态"),
                                     QStringLiteral("下一期限"), QStringLiteral("剩余")});
    const auto right = QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    model.setHeaderData(4, Qt::Horizontal, right, Qt::TextAlignmentRole);
    model.setHeaderData(5, Qt::Horizontal, right, Qt::TextAlignmentRole);
    for (const Row& row : rows) {
        const StateWord word = stateWord(row.state);
        auto* number = new QStandardItem(QString::fromUtf16(row.number));
        number->setData(9, QuietPrefixRole);
        auto* state = new QStandardItem(word.word);
        state->setData(word.icon, IconRole);
        state->setData(static_cast<int>(word.tone), ToneRole);
        auto* due = new QStandardItem(QString::fromUtf16(row.due));
        due->setData(right, Qt::TextAlignmentRole);
        auto* left = new QStandardItem(QString::fromUtf16(row.left));
        left->setData(right, Qt::TextAlignmentRole);
        if (row.yellow) {
            left->setData(QStringLiteral("warn"), IconRole);
            left->setData(static_cast<int>(Tone::Warn), ToneRole);
            left->setData(true, BoldRole);
        }
        model.appendRow({number, new QStandardItem(QString::fromUtf16(row.item)),
                         new QStandardItem(QString::fromUtf16(row.who)), state, due, left});
    }
}

} // namespace ow::ui::samples
