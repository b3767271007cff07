// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/lookups.h"

#include "catalogue/guidereader.h"
#include "domain/identifiercheck.h"

#include <QCborArray>
#include <QDir>

namespace ow::ctl {

namespace {

using domain::ErrorCode;

constexpr int kMostHits = 50;

QString howKey(catalogue::MatchedHow how)
{
    switch (how) {
    case catalogue::MatchedHow::Code:
        return QStringLiteral("code");
    case catalogue::MatchedHow::Text:
        return QStringLiteral("text");
    case catalogue::MatchedHow::Pinyin:
        return QStringLiteral("pinyin");
    case catalogue::MatchedHow::Initials:
        return QStringLiteral("initials");
    case catalogue::MatchedHow::Slip:
        return QStringLiteral("slip");
    }
    return {};
}

} // namespace

QCborMap search(const desk::HouseRules& rules, const QString& text)
{
    QCborArray hits;
    for (const catalogue::Hit& hit : rules.search.find(text, {}, kMostHits)) {
        hits.append(QCborMap{{QStringLiteral("code"), hit.code},
                             {QStringLiteral("name"), hit.name},
                             {QStringLiteral("matched"), hit.matchedText()},
                             {QStringLiteral("how"), howKey(hit.how)}});
    }
    return {{QStringLiteral("hits"), hits}};
}

domain::Result<QCborMap> check(const QString& kind, const QString& value, QDate today)
{
    static const QStringList kinds{QStringLiteral("id18"), QStringLiteral("uscc"), QStringLiteral("plate"),
                                   QStringLiteral("vin"), QStringLiteral("mobile")};
    if (!kinds.contains(kind)) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("kind is one of ") + kinds.join(u' '),
                            kind);
    }
    const auto reason = domain::checkIdentifier(kind, value, today);
    QCborMap answer{{QStringLiteral("valid"), !reason || reason->warning},
                    {QStringLiteral("reason"), reason ? reason->sentence : QString()}};
    if (reason) {
        answer.insert(QStringLiteral("code"), QString(reason->code));
    }
    return answer;
}

domain::Result<QCborMap> due(const domain::WorkCalendar& calendar, const QString& date, const QString& days)
{
    const QDate from = QDate::fromString(date, Qt::ISODate);
    bool isNumber = false;
    const int count = days.toInt(&isNumber);
    if (!from.isValid() || !isNumber || count < 0 || count > domain::WorkCalendar::kMaxWorkdays) {
        return domain::fail(ErrorCode::InvalidInput,
                            QStringLiteral("a date such as 2026-11-23 and 0 to 2600 days"),
                            from.isValid() ? QStringLiteral("days") : QStringLiteral("date"));
    }
    const domain::DueDate due = calendar.addWorkdays(from, count);
    return QCborMap{{QStringLiteral("due"), due.date.toString(Qt::ISODate)},
                    {QStringLiteral("certain"), due.certain}};
}

domain::Result<QCborMap> checkGuides(const QString& folder, const record::CryptoProvider& crypto)
{
    if (!QDir(folder).exists()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("no such folder"), folder);
    }
    const auto reader =
        catalogue::GuideReader::make([&crypto](QByteArrayView bytes) { return crypto.sm3(bytes); });
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    catalogue::Catalogue scratch;
    const auto report = scratch.loadFolder(folder, *reader);
    QCborArray faults;
    for (const catalogue::GuideFault& fault : report.faults) {
        faults.append(QCborMap{{QStringLiteral("file"), fault.file},
                               {QStringLiteral("path"), fault.path},
                               {QStringLiteral("reason"), fault.reason},
                               {QStringLiteral("warning"), fault.warning}});
    }
    return QCborMap{{QStringLiteral("loaded"), report.loaded}, {QStringLiteral("faults"), faults}};
}

} // namespace ow::ctl
