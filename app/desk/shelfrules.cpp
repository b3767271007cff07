// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/shelfrules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ow::desk {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

const QString kFile = QStringLiteral(":/onewindow/house/shelf.json");
constexpr std::array kGrades{domain::TrustGrade::A, domain::TrustGrade::B, domain::TrustGrade::C,
                             domain::TrustGrade::D};

QStringList texts(const QJsonObject& from, QLatin1StringView key)
{
    QStringList list;
    for (const QJsonValue& value : from.value(key).toArray()) {
        list.append(value.toString());
    }
    return list;
}

} // namespace

Result<ShelfRules> ShelfRules::builtIn()
{
    QFile file(kFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Internal, QStringLiteral("the rules of the shelf are missing"));
    }
    return parse(file.readAll());
}

Result<ShelfRules> ShelfRules::parse(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    ShelfRules rules;
    const QJsonObject marks = root.value(QLatin1StringView("watermarks")).toObject();
    for (const domain::TrustGrade grade : kGrades) {
        const QString key = domain::gradeKey(grade);
        const QString sentence = marks.value(key).toString();
        if (sentence.isEmpty()) {
            return fail(ErrorCode::GuideInvalid, QStringLiteral("no watermark"),
                        QStringLiteral("watermarks.") + key);
        }
        rules.m_watermarks.insert(key, sentence);
    }
    const std::pair<QLatin1StringView, QString*> words[] = {
        {QLatin1StringView("until"), &rules.m_until},
        {QLatin1StringView("noEnd"), &rules.m_noEnd},
        {QLatin1StringView("dateForm"), &rules.m_dateForm}};
    for (const auto& [key, to] : words) {
        *to = root.value(key).toString();
        if (to->isEmpty()) {
            return fail(ErrorCode::GuideInvalid, QStringLiteral("a word is missing"), key);
        }
    }
    rules.m_leaveOut = texts(root, QLatin1StringView("leaveOut"));
    rules.m_neverAgain = texts(root, QLatin1StringView("neverAgain"));
    return rules;
}

QString ShelfRules::sameName(const QString& materialName) const
{
    static const QRegularExpression bracketed(QStringLiteral("[（(【\\[][^）)】\\]]*[）)】\\]]"));
    static const QRegularExpression marks(QStringLiteral("[\\s《》〈〉“”\"'、，,。；;：:·]"));
    QString name = materialName;
    name.remove(bracketed).remove(marks);
    for (const QString& word : m_leaveOut) {
        name.remove(word);
    }
    return name;
}

bool ShelfRules::serveAgain(const QString& materialName) const
{
    return std::ranges::none_of(m_neverAgain,
                                [&materialName](const QString& word) { return materialName.contains(word); });
}

QString ShelfRules::watermark(domain::TrustGrade grade, const QString& authority, const QString& itemName,
                              QDate until) const
{
    // In one go: a name may itself hold a %1.
    const QString end =
        until.isValid() ? m_until.arg(QLocale(QLocale::Chinese).toString(until, m_dateForm)) : m_noEnd;
    return m_watermarks.value(domain::gradeKey(grade)).arg(authority, itemName, end);
}

} // namespace ow::desk
