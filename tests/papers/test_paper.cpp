// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/papersample.h"
#include "papers/pdfprobe.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::tests;
using namespace Qt::StringLiterals;
using papers::PaperKind;
using papers::PaperRequest;

namespace {

QString refusedField(const PaperRequest& request)
{
    const auto paper = papers::PaperDocument::layOut(templateOf(request), request);
    return paper ? QString() : paper.error().field;
}

} // namespace

TEST_CASE("an acceptance says number dates materials and who signs")
{
    const PdfProbe pdf(render(sampleRequest(PaperKind::Acceptance, u"01"_s)).pdf);
    const QString text = pdf.text();
    for (const QString& words :
         {u"行政许可申请受理通知书"_s,
          u"甘交受〔2026〕W03-12号"_s,
          u"甘肃甲乙大件运输有限公司："_s,
          u"你单位于2026年11月23日向本机关提出的公路超限运输许可（省内跨市州大件运输）申请"_s,
          u"依据《中华人民共和国行政许可法》第三十二条第一款第（五）项，决定予以受理。"_s,
          u"JT62-W03-20261123-0018-Y"_s,
          u"62-JT-XK-0007"_s,
          u"Ⅲ类、单次"_s,
          u"620102********1234"_s,
          u"2026年12月3日"_s,
          u"2026年12月14日"_s,
          u"申请表（1份2页）、道路运输经营许可证（1份1页）"_s,
          u"共4项，5份，8页"_s,
          u"（盖章处）"_s,
          u"甘肃省交通运输厅"_s,
          u"申请人签收："_s,
          u"签收时间："_s,
          u"张三（W03交通综合窗口）"_s,
          u"0931-0000000"_s,
          u"台账#4219，SM35f3a…c09e"_s,
          u"第一联"_s,
          u"第二联"_s,
          u"第1页共1页"_s}) {
        INFO(words.toStdString());
        CHECK(text.contains(words));
    }
    CHECK_FALSE(text.contains(u"演练"_s));
}

TEST_CASE("the due date stands in the bold face")
{
    // pdftotext does not tell faces; pdftohtml marks bold text.
    const PdfProbe pdf(render(sampleRequest(PaperKind::Acceptance, u"01"_s)).pdf);
    const QString xml = squeezed(pdf.run(u"pdftohtml"_s, {u"-xml"_s, u"-stdout"_s, u"-i"_s}));
    CHECK(xml.contains(u"<b>2026年12月3日</b>"_s));
    CHECK_FALSE(xml.contains(u"<b>2026年11月23日</b>"_s));
}

TEST_CASE("papers of other regimes name no licence and no article of its law")
{
    for (const PaperKind kind :
         {PaperKind::Acceptance, PaperKind::OneTimeNotice, PaperKind::Decline, PaperKind::NotRequired}) {
        for (const QString& code : {u"07"_s, u"10"_s, u"20"_s}) {
            PaperRequest request = sampleRequest(kind, code);
            request.materials = {{u"申请表"_s, 1, 2}};
            request.findings = {{u"缺少申请表"_s, {}, u"申请人自备"_s}};
            const QString text = PdfProbe(render(request).pdf).text();
            INFO(code.toStdString());
            CHECK(text.contains(request.itemName));
            CHECK_FALSE(text.contains(u"许可"_s));
            CHECK_FALSE(text.contains(u"三十二条"_s));
        }
    }
}

TEST_CASE("a one-time notice numbers every finding with basis and where to get it")
{
    const QString text = PdfProbe(render(sampleRequest(PaperKind::OneTimeNotice, u"01"_s)).pdf).text();
    CHECK(text.contains(u"行政许可申请补正材料一次性告知书"_s));
    CHECK(text.contains(u"共2项"_s));
    CHECK(text.contains(
        u"1.缺少护送方案（原件1份）依据：《超限运输车辆行驶公路管理规定》办理途径：申请人自备"_s));
    CHECK(text.contains(u"2.授权委托书没有加盖公章依据：办事指南62-JT-XK-0007第1版"_s));
    CHECK(text.count(u"办理途径："_s) == 2); // one on each copy: the second finding has none
    CHECK(text.contains(u"请于2026年12月7日以前（含当日）补齐。"_s));
}

TEST_CASE("a notice without a last day names none")
{
    PaperRequest request = sampleRequest(PaperKind::OneTimeNotice, u"01"_s);
    request.supplyBy = {};
    const QString text = PdfProbe(render(request).pdf).text();
    CHECK_FALSE(text.contains(u"以前（含当日）"_s));
    CHECK_FALSE(text.contains(u"补正期限"_s));
}

TEST_CASE("papers of later acts say number, people and where it stands in the ledger on both copies")
{
    for (const PaperKind kind :
         {PaperKind::DeficientAcceptance, PaperKind::Promise, PaperKind::Receipt,
          PaperKind::SupplementReceipt, PaperKind::SupplyReceipt, PaperKind::Correction, PaperKind::Advice,
          PaperKind::PassOn, PaperKind::Result, PaperKind::Withdrawal}) {
        for (const QString& code : {u"01"_s, u"07"_s, u"10"_s, u"20"_s}) {
            PaperRequest request = sampleRequest(kind, code);
            request.materials = {{u"申请表"_s, 1, 2}};
            request.resultName = u"备案回执"_s;
            const QStringList pages = PdfProbe(render(request).pdf).pages();
            INFO(papers::paperKindKey(kind).data() << " " << code.toStdString());
            REQUIRE(pages.size() % 2 == 0);
            const qsizetype leaf = pages.size() / 2;
            for (const QString& page :
                 {pages.first(leaf).join(QString()), pages.last(leaf).join(QString())}) {
                CHECK(page.contains(squeezed(request.number)));
                CHECK(page.contains(request.caseNumber));
                CHECK(page.contains(request.itemName));
                CHECK(page.contains(request.addressee));
                CHECK(page.contains(u"台账#4219"_s));
                CHECK_FALSE(page.contains(u'{'));
            }
            if (code != u"01"_s) {
                CHECK_FALSE(pages.join(QString()).contains(u"三十二条"_s));
                CHECK_FALSE(pages.join(QString()).contains(u"许可"_s));
            }
        }
    }
}

TEST_CASE("a deficiency and its promise name each material with its day and what happens after it")
{
    for (const PaperKind kind : {PaperKind::DeficientAcceptance, PaperKind::Promise}) {
        const QString text = PdfProbe(render(sampleRequest(kind, u"01"_s)).pdf).text();
        CHECK(text.contains(u"1.护送方案最迟于2026年11月30日补交，形式：原件1份"_s));
        CHECK(text.contains(u"到期没有补交的，本次申请不能作出准予的决定"_s));
    }
    const QString promise = PdfProbe(render(sampleRequest(PaperKind::Promise, u"01"_s)).pdf).text();
    CHECK(promise.contains(u"本单位申请办理"_s));
    CHECK(promise.contains(u"承诺人签名或者盖章"_s));
}

TEST_CASE("a receipt of what the law sets no days for promises none")
{
    PaperRequest request = sampleRequest(PaperKind::Receipt, u"07"_s);
    request.answerDue = {};
    const QString text = PdfProbe(render(request).pdf).text();
    CHECK(text.contains(u"不是受理的决定"_s));
    CHECK_FALSE(text.contains(u"以前（含当日）"_s));
    CHECK_FALSE(text.contains(u"即为受理"_s));
    CHECK_FALSE(text.contains(u"答复期限"_s));
}

TEST_CASE("a decline gives reason and remedies")
{
    const QString text = PdfProbe(render(sampleRequest(PaperKind::Decline, u"01"_s)).pdf).text();
    CHECK(text.contains(u"行政许可申请不予受理通知书"_s));
    CHECK(text.contains(u"所申请的事项依法不属于本机关职权范围。"_s));
    CHECK(text.contains(u"六十日内依法申请行政复议"_s));
    CHECK(text.contains(u"提起行政诉讼"_s));
    CHECK(text.contains(u"请向以下机关或者部门申请：起运地市州公路管理机构"_s));
}

TEST_CASE("what is not required is answered under its own title")
{
    CHECK(PdfProbe(render(sampleRequest(PaperKind::NotRequired, u"01"_s)).pdf)
              .text()
              .contains(u"不需要取得行政许可通知书"_s));
    CHECK(PdfProbe(render(sampleRequest(PaperKind::NotRequired, u"07"_s)).pdf)
              .text()
              .contains(u"申请事项不需要办理通知书"_s));
}

TEST_CASE("a person is spoken to as a person and empty words leave no trace")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.addresseeKind = papers::AddresseeKind::Person;
    request.windowPhone.clear();
    request.chiefName.clear();
    request.statutoryDue = {};
    request.agentName.clear();
    const QString text = PdfProbe(render(request).pdf).text();
    CHECK(text.contains(u"你于2026年"_s));
    CHECK_FALSE(text.contains(u"你单位"_s));
    CHECK_FALSE(text.contains(u"电话"_s));
    CHECK_FALSE(text.contains(u"首席代表"_s));
    CHECK_FALSE(text.contains(u"法定办结"_s));
    CHECK_FALSE(text.contains(u"（）"_s));
}

TEST_CASE("forty findings and long names flow on and nothing is cut")
{
    PaperRequest request = sampleRequest(PaperKind::OneTimeNotice, u"01"_s);
    request.addressee = QString(u"甘肃省陇南市武都区"_s).repeated(12) + u"大件运输股份有限公司"_s;
    request.itemName =
        QString(u"涉路施工活动许可（在公路用地范围内架设、埋设管道、电缆等设施）"_s).repeated(4);
    request.authority = u"甘肃省交通运输厅及甘肃省公路事业发展中心联合行政审批专用办公室"_s;
    request.findings.clear();
    for (int i = 1; i <= 40; ++i) {
        request.findings.push_back({u"第甲%1号材料不齐全，"_s.arg(i) +
                                        QString(u"需要重新提交完整的材料"_s).repeated(i % 5) +
                                        u"终%1。"_s.arg(i),
                                    u"依据之%1号文件"_s.arg(i), u"去处之%1号窗口"_s.arg(i)});
        request.materials.push_back({u"已收材料名称之%1"_s.arg(i), 1, i});
    }
    const papers::RenderedPaper paper = render(request);
    const QStringList pages = PdfProbe(paper.pdf).pages(true);
    REQUIRE(pages.size() == paper.pages);
    REQUIRE(paper.pages >= 6);
    const int leaf = paper.pages / 2;
    const QString first = pages.mid(0, leaf).join(QString());
    CHECK(first.contains(u"大件运输股份有限公司："_s));
    for (int i = 1; i <= 40; ++i) {
        INFO(i);
        CHECK(first.contains(u"%1.第甲%1号材料"_s.arg(i)));
        CHECK(first.contains(u"终%1。"_s.arg(i)));
        CHECK(first.contains(u"依据：依据之%1号文件"_s.arg(i)));
        CHECK(first.contains(u"办理途径：去处之%1号窗口"_s.arg(i)));
        CHECK(first.contains(u"已收材料名称之%1"_s.arg(i)));
    }
    for (int i = 0; i < leaf; ++i) {
        CHECK(pages[i].contains(u"第%1页共%2页"_s.arg(i + 1).arg(leaf)));
        CHECK(pages[i].contains(u"甘交受〔2026〕W03-12号"_s));
        CHECK(pages[i].contains(u"第一联"_s));
        CHECK(pages[leaf + i].contains(u"第二联"_s));
    }
    // The seal never stands on a sheet without words of the paper.
    CHECK(pages[leaf - 1].contains(u"（盖章处）"_s));
    CHECK(pages[leaf - 1].indexOf(u"（盖章处）"_s) > 60);
}

TEST_CASE("a list of materials longer than a sheet goes on under its label")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"10"_s);
    request.materials.clear();
    for (int i = 1; i <= 150; ++i) {
        request.materials.push_back({u"第%1号材料"_s.arg(i), 1, 2});
    }
    request.copies = {papers::PaperCopy::Applicant};
    const papers::RenderedPaper paper = render(request);
    REQUIRE(paper.pages == 3);
    QString text = PdfProbe(paper.pdf).text();
    CHECK(text.count(u"收到材料"_s) == 2);
    text.remove(u"收到材料"_s); // may be read between two lines of the list
    for (int i = 1; i <= 150; ++i) {
        INFO(i);
        CHECK(text.contains(QRegularExpression(u"(?<![0-9])%1号材料（1份"_s.arg(i))));
    }
    CHECK(text.contains(u"共150项，150份，300页"_s));
}

TEST_CASE("one copy alone can be printed")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.copies = {papers::PaperCopy::Office};
    const papers::RenderedPaper paper = render(request);
    CHECK(paper.pages == 1);
    const QString text = PdfProbe(paper.pdf).text();
    CHECK(text.contains(u"第二联"_s));
    CHECK_FALSE(text.contains(u"第一联"_s));
}

TEST_CASE("training papers say so on every page")
{
    PaperRequest request = sampleRequest(PaperKind::OneTimeNotice, u"01"_s);
    request.training = true;
    for (int i = 0; i < 30; ++i) {
        request.findings.push_back({u"材料不齐全"_s, u"办事指南"_s, {}});
    }
    const QStringList pages = PdfProbe(render(request).pdf).pages();
    REQUIRE(pages.size() >= 4);
    for (const QString& page : pages) {
        CHECK(page.contains(u"演练，不具法律效力"_s));
        CHECK(page.count(u"演"_s) >= 2); // the line and the watermark
    }
}

TEST_CASE("a request that lacks what its regime demands is refused by name")
{
    PaperRequest request = sampleRequest(PaperKind::Decline, u"01"_s);
    request.remedies.clear();
    CHECK(refusedField(request) == u"remedies"_s);
    request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.promisedDue = {};
    CHECK(refusedField(request) == u"promisedDue"_s);
    request = sampleRequest(PaperKind::OneTimeNotice, u"01"_s);
    request.findings.clear();
    CHECK(refusedField(request) == u"findingCount"_s);
    request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.number.clear();
    CHECK(refusedField(request) == u"number"_s);
}

TEST_CASE("an unknown regime or another template is refused")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.typeCode = u"05"_s;
    CHECK(refusedField(request) == u"typeCode"_s);
    request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    const auto paper = papers::renderPaper(*tests::shelf().find(u"decline"_s, 1), request);
    REQUIRE_FALSE(paper.has_value());
    CHECK(paper.error().field == u"templateId"_s);
}

TEST_CASE("unmasked numbers and training numbers on real papers are refused")
{
    PaperRequest request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.maskedId = u"11010519491231002X"_s;
    CHECK(refusedField(request) == u"maskedId"_s);
    request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.caseNumber = u"YL62-W03-20261123-0018-Y"_s;
    CHECK(refusedField(request) == u"training"_s);
    request.training = true;
    CHECK(refusedField(request).isEmpty());
    request = sampleRequest(PaperKind::Acceptance, u"01"_s);
    request.hash16 = u"5f3a"_s;
    CHECK(refusedField(request) == u"hash16"_s);
}

TEST_CASE("endless words are refused")
{
    PaperRequest request = sampleRequest(PaperKind::Decline, u"01"_s);
    request.reason = QString(100'000, u'长');
    CHECK(refusedField(request) == u"reason"_s);
    request = sampleRequest(PaperKind::OneTimeNotice, u"01"_s);
    request.findings.assign(1000, {u"缺"_s, {}, {}});
    CHECK(refusedField(request) == u"findings"_s);
}
