// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/guideedit.h"

#include "record/canonical.h"

#include <QCborMap>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GuidesDesk)
};

/// The members of an array by their `id`.
QHash<QString, QJsonObject> byId(const QJsonArray& array)
{
    QHash<QString, QJsonObject> found;
    for (const QJsonValue& value : array) {
        found.insert(value[u"id"_s].toString(), value.toObject());
    }
    return found;
}

/// Changes one member of an array by its `id`; false when there is none.
bool changeById(QJsonArray& array, const QString& id, auto change)
{
    for (QJsonValueRef value : array) {
        QJsonObject object = value.toObject();
        if (object[u"id"_s].toString() == id) {
            change(object);
            value = object;
            return true;
        }
    }
    return false;
}

bool setSituation(QJsonObject& guide, const QString& axisAndSituation, int days)
{
    const qsizetype slash = axisAndSituation.indexOf(u'/');
    QJsonArray axes = guide[u"axes"_s].toArray();
    bool found = false;
    changeById(axes, axisAndSituation.left(slash), [&](QJsonObject& axis) {
        QJsonArray situations = axis[u"situations"_s].toArray();
        found = changeById(situations, axisAndSituation.mid(slash + 1),
                           [days](QJsonObject& situation) { situation[u"promisedDays"_s] = days; });
        axis[u"situations"_s] = situations;
    });
    guide[u"axes"_s] = axes;
    return found;
}

bool setTolerance(QJsonObject& guide, const QString& id, int days)
{
    QJsonArray materials = guide[u"materials"_s].toArray();
    const bool found = changeById(materials, id, [days](QJsonObject& material) {
        material[u"tolerable"_s] = days > 0;
        if (days > 0) {
            material[u"tolerableDays"_s] = days;
        } else {
            material.remove(u"tolerableDays"_s);
        }
    });
    guide[u"materials"_s] = materials;
    return found;
}

QString daysWords(const QJsonValue& days)
{
    if (!days.isDouble()) {
        return u"–"_s;
    }
    return days.toInt() == 0 ? Words::tr("on the spot") : Words::tr("%1 working days").arg(days.toInt());
}

QString toleranceWords(const QJsonObject& material)
{
    return material[u"tolerable"_s].toBool()
               ? Words::tr("may follow within %1 working days").arg(material[u"tolerableDays"_s].toInt())
               : Words::tr("may not follow later");
}

QString plainWords(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return u"–"_s;
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::String:
        return value.toString();
    default: {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    }
}

class Comparing
{
public:
    [[nodiscard]] std::vector<GuideDifference> take() { return std::move(m_found); }

    void note(const QString& what, const QString& before, const QString& after)
    {
        if (before != after && m_found.size() < kMaxDifferences) {
            m_found.push_back({what, before, after});
        }
    }

    /// Whatever is not named by the caller, by its path.
    void rest(const QString& path, const QJsonObject& before, const QJsonObject& after,
              const QSet<QString>& named)
    {
        QSet<QString> keys;
        for (const QJsonObject& object : {before, after}) {
            const QStringList members = object.keys();
            keys.unite(QSet<QString>(members.begin(), members.end()));
        }
        QStringList sorted(keys.begin(), keys.end());
        sorted.sort();
        for (const QString& key : sorted) {
            if (!named.contains(key) && before[key] != after[key]) {
                value(path + u'/' + key, before[key], after[key]);
            }
        }
    }

    void value(const QString& path, const QJsonValue& before, const QJsonValue& after)
    {
        if (before.isObject() && after.isObject()) {
            rest(path, before.toObject(), after.toObject(), {});
        } else if (before.isArray() && after.isArray()) {
            const QJsonArray a = before.toArray();
            const QJsonArray b = after.toArray();
            for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
                if (a.at(i) != b.at(i)) {
                    value(path + u'/' + QString::number(i), a.at(i), b.at(i));
                }
            }
        } else {
            note(path, plainWords(before), plainWords(after));
        }
    }

    void materials(const QJsonArray& before, const QJsonArray& after)
    {
        each(u"/materials/"_s, before, after,
             [this](const QString& path, const QJsonObject& a, const QJsonObject& b) {
                 note(Words::tr("%1: following later").arg(b[u"name"_s].toString()), toleranceWords(a),
                      toleranceWords(b));
                 rest(path, a, b, {u"tolerable"_s, u"tolerableDays"_s});
             });
    }

    void axes(const QJsonArray& before, const QJsonArray& after)
    {
        each(u"/axes/"_s, before, after,
             [this](const QString& axisPath, const QJsonObject& a, const QJsonObject& b) {
                 each(axisPath + u"/situations/"_s, a[u"situations"_s].toArray(),
                      b[u"situations"_s].toArray(),
                      [this](const QString& path, const QJsonObject& from, const QJsonObject& to) {
                          note(Words::tr("%1: promised limit").arg(to[u"name"_s].toString()),
                               daysWords(from[u"promisedDays"_s]), daysWords(to[u"promisedDays"_s]));
                          rest(path, from, to, {u"promisedDays"_s});
                      });
                 rest(axisPath, a, b, {u"situations"_s});
             });
    }

private:
    /// Members of two arrays that have the same id, and what only one of them has.
    void each(const QString& path, const QJsonArray& before, const QJsonArray& after, auto compare)
    {
        const auto old = byId(before);
        const auto now = byId(after);
        for (const QJsonValue& value : before) {
            const QString id = value[u"id"_s].toString();
            if (now.contains(id)) {
                compare(path + id, value.toObject(), now.value(id));
            } else {
                note(path + id, plainWords(value), u"–"_s);
            }
        }
        for (const QJsonValue& value : after) {
            const QString id = value[u"id"_s].toString();
            if (!old.contains(id)) {
                note(path + id, u"–"_s, plainWords(value));
            }
        }
    }

    std::vector<GuideDifference> m_found;
};

tl::unexpected<domain::Error> missing(const QString& what)
{
    return domain::fail(ErrorCode::NotFound, QStringLiteral("the guide has no such part"), what);
}

} // namespace

Result<QByteArray> changedGuide(const QByteArray& document, int version, const GuideChange& change)
{
    QJsonObject guide = QJsonDocument::fromJson(document).object();
    if (guide.isEmpty()) {
        return domain::fail(ErrorCode::GuideInvalid, QStringLiteral("no JSON object"));
    }
    guide[u"version"_s] = version;
    guide[u"origin"_s] = u"published"_s;
    if (change.promisedDays) {
        guide[u"promisedDays"_s] = *change.promisedDays;
        // The two are one statement, and the reader refuses a guide that contradicts itself.
        guide[u"handling"_s] = *change.promisedDays == 0 ? u"on_the_spot"_s : u"timed"_s;
    }
    for (auto it = change.situationDays.cbegin(); it != change.situationDays.cend(); ++it) {
        if (!setSituation(guide, it.key(), it.value())) {
            return missing(it.key());
        }
    }
    for (auto it = change.toleranceDays.cbegin(); it != change.toleranceDays.cend(); ++it) {
        if (!setTolerance(guide, it.key(), it.value())) {
            return missing(it.key());
        }
    }
    return record::writeCanonical(QCborMap::fromJsonObject(guide));
}

std::vector<GuideDifference> guideDifferences(const QByteArray& before, const QByteArray& after)
{
    const QJsonObject old = QJsonDocument::fromJson(before).object();
    const QJsonObject now = QJsonDocument::fromJson(after).object();
    Comparing comparing;
    comparing.note(Words::tr("Promised limit"), daysWords(old[u"promisedDays"_s]),
                   daysWords(now[u"promisedDays"_s]));
    comparing.note(Words::tr("Statutory limit"), daysWords(old[u"statutoryDays"_s]),
                   daysWords(now[u"statutoryDays"_s]));
    comparing.axes(old[u"axes"_s].toArray(), now[u"axes"_s].toArray());
    comparing.materials(old[u"materials"_s].toArray(), now[u"materials"_s].toArray());
    comparing.rest({}, old, now,
                   {u"version"_s, u"origin"_s, u"promisedDays"_s, u"statutoryDays"_s, u"axes"_s,
                    u"materials"_s, u"handling"_s});
    if (old[u"handling"_s] != now[u"handling"_s] &&
        (old[u"promisedDays"_s].toInt() == 0) == (now[u"promisedDays"_s].toInt() == 0)) {
        comparing.note(u"/handling"_s, plainWords(old[u"handling"_s]), plainWords(now[u"handling"_s]));
    }
    return comparing.take();
}

} // namespace ow::desk
