// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/papersample.h"

#include <QTimeZone>

#include <catch2/catch.hpp>

namespace ow::tests {

using namespace Qt::StringLiterals;
using papers::PaperKind;
using papers::PaperRequest;

namespace {

void setItem(PaperRequest& request, const QString& code, const QString& name)
{
    request.itemCode = code;
    request.itemName = name;
}

void setRegime(PaperRequest& request)
{
    request.counting = u"上述期限按工作日计算，不含法定节假日，收到申请的当日不计在内。"_s;
    request.remedies = u"如不服本决定，可以自收到本通知书之日起六十日内依法申请行政复议，"
                       "或者自收到本通知书之日起六个月内依法向人民法院提起行政诉讼。"_s;
    if (request.typeCode == u"01"_s) {
        setItem(request, u"62-JT-XK-0007"_s, u"公路超限运输许可（省内跨市州大件运输）"_s);
        request.legalBasis = u"《中华人民共和国行政许可法》第三十二条第一款第（五）项"_s;
        request.counting +=
            u"依法需要听证、招标、检验、检测、鉴定和专家评审的，所需时间不计入期限，并另行书面告知。"_s;
    } else if (request.typeCode == u"07"_s) {
        setItem(request, u"62-JT-QR-0002"_s, u"道路客运站站级核定"_s);
        request.legalBasis = u"《优化营商环境条例》第三十六条"_s;
    } else if (request.typeCode == u"10"_s) {
        setItem(request, u"62-JT-QT-0001"_s, u"机动车维修经营备案"_s);
        request.legalBasis = u"《优化营商环境条例》第三十六条"_s;
    } else {
        setItem(request, u"62-JT-GG-0006"_s, u"政府信息公开申请受理"_s);
        request.legalBasis = u"《优化营商环境条例》第三十六条"_s;
    }
}

/// The item of Art. 32 that answers: (5) accept, (4) notice, (2) not ours, (1) not required.
void setArticle(PaperRequest& request)
{
    if (request.typeCode == u"01"_s) {
        const QMap<PaperKind, QString> items{
            {PaperKind::OneTimeNotice, u"四"_s}, {PaperKind::Receipt, u"四"_s},
            {PaperKind::Correction, u"三"_s},    {PaperKind::Decline, u"二"_s},
            {PaperKind::PassOn, u"二"_s},        {PaperKind::NotRequired, u"一"_s}};
        request.legalBasis.replace(u"（五）"_s, u"（%1）"_s.arg(items.value(request.kind, u"五"_s)));
    }
}

/// What the papers of later acts say.
void setActs(PaperRequest& request)
{
    const papers::PaperFinding owed{u"护送方案"_s, u"原件 1 份"_s, u"申请人自备"_s, QDate(2026, 11, 30)};
    switch (request.kind) {
    case PaperKind::DeficientAcceptance:
    case PaperKind::Promise:
        request.findings = {owed};
        break;
    case PaperKind::SupplementReceipt:
        request.findings = {{u"缺少护送方案"_s, u"已收到"_s, {}, {}}};
        request.completedOn = QDate(2026, 11, 27);
        break;
    case PaperKind::SupplyReceipt:
        request.findings = {{u"护送方案"_s, {}, {}, QDate(2026, 11, 30)}};
        break;
    case PaperKind::Correction:
        request.findings = {{u"联系电话"_s, u"原为：123"_s, u"更正为：13909310001"_s, {}}};
        break;
    case PaperKind::Receipt:
        request.answerDue = QDate(2026, 11, 30);
        break;
    case PaperKind::PassOn:
        request.passedTo = u"兰州市公路管理机构"_s;
        break;
    case PaperKind::Result:
        request.resultName = u"超限运输车辆通行证"_s;
        request.decidedOn = QDate(2026, 11, 23);
        request.service = u"窗口直接送达"_s;
        break;
    default:
        break;
    }
}

void setFindings(PaperRequest& request)
{
    if (request.kind == PaperKind::OneTimeNotice) {
        request.findings = {
            {u"缺少护送方案（原件 1 份）"_s, u"《超限运输车辆行驶公路管理规定》"_s, u"申请人自备"_s},
            {u"授权委托书没有加盖公章"_s, u"办事指南 62-JT-XK-0007 第 1 版"_s, {}},
        };
        request.supplyBy = QDate(2026, 12, 7);
    } else if (request.kind == PaperKind::Decline) {
        request.reason = u"所申请的事项依法不属于本机关职权范围。"_s;
        request.findings = {{u"起运地和到达地在同一市州内"_s, {}, u"起运地市州公路管理机构"_s}};
    } else if (request.kind == PaperKind::NotRequired) {
        request.reason = u"所申请的运输车辆和货物没有超过规定限值。"_s;
    } else {
        setActs(request);
    }
}

} // namespace

const papers::TemplateShelf& shelf()
{
    static const auto loaded =
        papers::TemplateShelf::load(QString::fromUtf16(OW_SOURCE_DIR) + u"/resources/papers"_s);
    REQUIRE(loaded.has_value());
    return *loaded;
}

PaperRequest sampleRequest(PaperKind kind, const QString& typeCode)
{
    PaperRequest request;
    request.kind = kind;
    request.typeCode = typeCode;
    const papers::PaperTemplate* paper = shelf().latest(kind, typeCode);
    REQUIRE(paper != nullptr);
    request.templateId = paper->id;
    request.templateVersion = paper->version;
    request.number = u"甘交受〔2026〕W03-12号"_s;
    request.caseNumber = u"JT62-W03-20261123-0018-Y"_s;
    setRegime(request);
    setArticle(request);
    request.situations = {u"Ⅲ类"_s, u"单次"_s};
    request.addressee = u"甘肃甲乙大件运输有限公司"_s;
    request.agentName = u"王二"_s;
    request.maskedId = u"620102********1234"_s;
    request.receivedOn = QDate(2026, 11, 23);
    request.promisedDue = QDate(2026, 12, 3);
    request.statutoryDue = QDate(2026, 12, 14);
    request.issuedOn = QDate(2026, 11, 23);
    request.issuedAt = QDateTime(QDate(2026, 11, 23), QTime(1, 46, 8), QTimeZone::utc());
    request.materials = {{u"申请表"_s, 1, 2},
                         {u"道路运输经营许可证"_s, 1, 1},
                         {u"授权委托书"_s, 1, 1},
                         {u"车辆行驶证"_s, 2, 4}};
    request.authority = u"甘肃省交通运输厅"_s;
    request.windowName = u"W03 交通综合窗口"_s;
    request.windowPhone = u"0931-0000000"_s;
    request.staffName = u"张三"_s;
    request.chiefName = u"李四"_s;
    request.delivery = u"窗口领取"_s;
    request.fee = u"不收费"_s;
    request.seq = 4219;
    request.shortHash = u"5f3a…c09e"_s;
    request.hash16 = u"5f3a0011223344cd"_s;
    setFindings(request);
    return request;
}

const papers::PaperTemplate& templateOf(const PaperRequest& request)
{
    const papers::PaperTemplate* paper = shelf().find(request.templateId, request.templateVersion);
    REQUIRE(paper != nullptr);
    return *paper;
}

papers::RenderedPaper render(const PaperRequest& request)
{
    auto paper = papers::renderPaper(templateOf(request), request);
    if (!paper) {
        FAIL(paper.error().detail.toStdString() << " " << paper.error().field.toStdString());
    }
    return *paper;
}

} // namespace ow::tests
