// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"

#include <QDate>
#include <QDateTime>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::papers {

/// Which paper: named by what it does. A kind decides only which template fits; all words are in the
/// template.
enum class PaperKind {
    Acceptance,          ///< 受理通知书 (行政许可法 Art. 32(1)(5))
    OneTimeNotice,       ///< 一次性告知书 (Art. 32(1)(4); 优化营商环境条例 Art. 36)
    Decline,             ///< 不予受理通知书 (Art. 32(1)(2), Art. 38 for reasons and remedies)
    NotRequired,         ///< 不需许可告知书 (Art. 32(1)(1))
    DeficientAcceptance, ///< 容缺受理通知书: accepted, and what is to follow until when
    Promise,             ///< 容缺受理承诺书: the applicant's own words, to be signed
    Receipt,             ///< 收件凭证: received, to be answered within the days of Art. 32(4)
    SupplementReceipt,   ///< 补正材料接收凭证: answers a notice item by item
    SupplyReceipt,       ///< 容缺材料补交接收凭证
    Correction,          ///< 当场更正确认单 (Art. 32(1)(3))
    Advice,              ///< 咨询引导单: decides nothing
    PassOn,              ///< 收件转办单
    Result,              ///< 办理结果通知书 with the proof of service (Art. 34, 44)
    Withdrawal,          ///< 撤回申请确认书
};

/// "acceptance": stable, in templates and in ledger entries.
[[nodiscard]] QLatin1StringView paperKindKey(PaperKind kind);
[[nodiscard]] std::optional<PaperKind> paperKindFromKey(QStringView key);

/// One printed leaf: the first goes to the applicant, the second stays with the authority.
enum class PaperCopy { Applicant, Office };

/// How the addressee is spoken to: 你 or 你单位.
enum class AddresseeKind { Person, Organisation };

struct PaperMaterial
{
    QString name;
    int copies = 0; ///< 份; 0 = not counted
    int pages = 0;  ///< 页; 0 = not counted
};

/// A finding as it is printed: sentences ready for the applicant, made by domain from law and guide.
struct PaperFinding
{
    QString sentence;
    QString basis;  ///< law or guide it rests on; empty = none is printed
    QString where;  ///< where to get it or where to go; empty = none is printed
    QDate due = {}; ///< last day for it; null = none is printed
};

/// Everything one paper says, as plain values: no ledger, no guide, no clock is asked while rendering, so the
/// same request always gives the same paper. Empty words are left out of the paper and never made up; what a
/// regime's template demands (e.g. remedies of a decline) must be there or rendering is refused. Dates are
/// legal days (UTC+8). Numbers are those of the ledger (I5) and are never made here.
struct PaperRequest
{
    PaperKind kind = PaperKind::Acceptance;
    QString templateId; ///< with templateVersion the identity of the template, kept in the entry for reprints
    int templateVersion = 0;
    QString typeCode; ///< type code of the item (01, 07, 10, 20): the regime

    QString number;     ///< paper number, 甘交受〔2026〕W03-12号
    QString caseNumber; ///< JT62-W03-20261123-0007-3
    QString itemCode;
    QString itemName;
    QStringList situations; ///< names of the chosen situations

    QString
        legalBasis; ///< citation from the regime or guide, "《…》第…条", without 依据 before it; may be empty
    QString counting; ///< whole sentence from the regime: how the limits are counted
    QString remedies; ///< whole sentences from the regime: 行政复议, 行政诉讼

    QString addressee; ///< exact legal name
    AddresseeKind addresseeKind = AddresseeKind::Organisation;
    QString agentName;
    QString maskedId; ///< of the agent, else of the applicant: masked by the caller, 620102********1234

    QDate receivedOn;  ///< 收件日
    QDate completedOn; ///< day everything was handed in after a notice; null = nothing had to be supplied
    QDate promisedDue;
    QDate statutoryDue;
    QDate supplyBy;     ///< last day to supply what a notice asks for; null = none is set
    QDate answerDue;    ///< last day for the answer to what was only received; null = the law sets none
    QDate decidedOn;    ///< of the decision a result paper hands over
    QDate issuedOn;     ///< date under the seal
    QDateTime issuedAt; ///< moment of the deciding entry; becomes the creation time of the PDF

    std::vector<PaperMaterial> materials; ///< what was received
    std::vector<PaperFinding> findings;   ///< what stands in the way: all of it, in order
    std::vector<PaperFinding> advice;     ///< said without effect on the answer (可能不予许可, 提示)
    QString reason;                       ///< of a decline or withdrawal; line breaks are kept
    QString relatedNumber;                ///< number of the paper this one answers or completes
    QString passedTo;                     ///< authority a case is passed on to
    QString resultName;                   ///< what was granted
    QString resultValidity;
    QString toFetch; ///< what was granted and is still to be fetched; empty = it was handed over
    QString service; ///< how the result was handed over, as said; empty = it is still to be fetched

    QString authority; ///< name over the seal
    QString windowName;
    QString windowPhone;
    QString staffName;
    QString chiefName;
    QString delivery; ///< 取件方式
    QString fee;      ///< 是否收费
    domain::Channel channel = domain::Channel::Window;

    qint64 seq = 0;    ///< ledger seq of the deciding entry
    QString shortHash; ///< of that entry, as printed: 5f3a…c09e
    QString hash16;    ///< first 8 bytes of its hash, 16 lower-case hex digits: goes into the code

    bool training = false;         ///< 演练: watermark and a line on every page
    std::vector<PaperCopy> copies; ///< which leaves, in the template's order; empty = all the template has
};

} // namespace ow::papers
