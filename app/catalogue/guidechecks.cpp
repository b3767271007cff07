// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/guidechecks.h"

#include "domain/formrules.h"
#include "domain/situation.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace ow::catalogue {

namespace {

using namespace domain;

struct Type
{
    QStringView code;
    QStringView name;
};

/// The kinds of item a regime exists for; names as in the national list of service items.
constexpr Type kTypes[] = {
    {u"01", u"行政许可"},
    {u"07", u"行政确认"},
    {u"10", u"其他行政权力"},
    {u"20", u"公共服务"},
};

/// Digits with an optional fraction compared without ever becoming a double; both have passed the schema.
bool lessThan(const QString& a, const QString& b)
{
    const bool negativeA = a.startsWith(QLatin1Char('-'));
    const bool negativeB = b.startsWith(QLatin1Char('-'));
    if (negativeA != negativeB) {
        return negativeA;
    }
    const auto magnitudeLess = [](const QString& x, const QString& y) {
        const QString wholeX = x.section(QLatin1Char('.'), 0, 0);
        const QString wholeY = y.section(QLatin1Char('.'), 0, 0);
        if (wholeX.size() != wholeY.size()) {
            return wholeX.size() < wholeY.size();
        }
        QString fractionX = x.section(QLatin1Char('.'), 1);
        QString fractionY = y.section(QLatin1Char('.'), 1);
        const qsizetype width = std::max(fractionX.size(), fractionY.size());
        fractionX = fractionX.leftJustified(width, QLatin1Char('0'));
        fractionY = fractionY.leftJustified(width, QLatin1Char('0'));
        return std::pair(wholeX, fractionX) < std::pair(wholeY, fractionY);
    };
    return negativeA ? magnitudeLess(b.mid(1), a.mid(1)) : magnitudeLess(a, b);
}

class Checker
{
    Q_DECLARE_TR_FUNCTIONS(GuideChecks)

public:
    Checker(const Guide& guide, const QString& file)
        : m_guide(guide)
        , m_file(file)
    {
    }

    GuideFaults run()
    {
        checkIdentity();
        checkLimits(QString(), m_guide.promisedDays, m_guide.statutoryDays);
        checkMaterials();
        checkAxes();
        checkSections();
        checkFields();
        checkRules();
        checkSteps();
        checkTolerances();
        return std::move(m_faults);
    }

private:
    void add(const QString& path, const QString& reason, bool warning = false)
    {
        if (m_faults.size() < kMaxFaults) {
            m_faults.push_back({m_file, path, reason, warning});
        }
    }

    void warn(const QString& path, const QString& reason) { add(path, reason, true); }

    void checkIdentity();
    void checkLimits(const QString& path, int promised, int statutory);
    void checkMaterials();
    void checkAxes();
    void checkSituation(const GuideSituation& situation, const QString& path);
    void checkNamed(const QStringList& ids, const QString& path);
    void checkSections();
    void checkFields();
    void checkTable(const GuideField& field, const QString& path);
    void checkRules();
    void checkField(const GuideField& field, const QString& path);
    void checkSteps();
    void checkTolerances();
    void checkTolerancesOf(const QMap<QString, QString>& choice, const QString& situationName);

    const Guide& m_guide;
    QString m_file;
    GuideFaults m_faults;
    QSet<QString> m_situations;
    QSet<QString> m_added;
};

void Checker::checkIdentity()
{
    const Type* known = nullptr;
    for (const Type& type : kTypes) {
        if (m_guide.typeCode == type.code) {
            known = &type;
        }
    }
    if (known == nullptr) {
        add(QStringLiteral("/typeCode"), tr("there is no regime for type %1").arg(m_guide.typeCode));
    } else if (m_guide.type != known->name) {
        add(QStringLiteral("/type"),
            tr("type %1 is called “%2”").arg(m_guide.typeCode, known->name.toString()));
    }
    if (m_guide.origin == QLatin1String("builtin") && m_guide.ref.version != 1) {
        add(QStringLiteral("/version"), tr("a built-in guide is version 1"));
    }
    const bool onTheSpot = m_guide.handling == Handling::OnTheSpot;
    if (onTheSpot != (m_guide.promisedDays == 0)) {
        add(QStringLiteral("/handling"), tr("on the spot and a promise of 0 days belong together"));
    }
}

void Checker::checkLimits(const QString& path, int promised, int statutory)
{
    if (promised > statutory) {
        add(path + QStringLiteral("/promisedDays"),
            tr("the promise of %1 days is longer than the law's %2").arg(promised).arg(statutory));
    }
}

void Checker::checkMaterials()
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < m_guide.materials.size(); ++i) {
        const GuideMaterial& material = m_guide.materials[i];
        const QString path = QStringLiteral("/materials/%1").arg(i);
        if (seen.contains(material.id)) {
            add(path + QStringLiteral("/id"), tr("the id “%1” is used twice").arg(material.id));
        }
        seen.insert(material.id);
        if (material.tolerable != (material.tolerableDays > 0)) {
            add(path + QStringLiteral("/tolerableDays"),
                tr("a tolerable material needs days, and only a tolerable one has them"));
        }
    }
}

void Checker::checkNamed(const QStringList& ids, const QString& path)
{
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (m_guide.material(ids[i]) == nullptr) {
            add(path + QStringLiteral("/%1").arg(i), tr("there is no material “%1”").arg(ids[i]));
        }
    }
}

void Checker::checkSituation(const GuideSituation& situation, const QString& path)
{
    if (m_situations.contains(situation.id)) {
        add(path + QStringLiteral("/id"), tr("the id “%1” is used twice").arg(situation.id));
    }
    m_situations.insert(situation.id);
    checkNamed(situation.add, path + QStringLiteral("/add"));
    checkNamed(situation.drop, path + QStringLiteral("/drop"));
    for (const QString& id : situation.add) {
        m_added.insert(id);
        if (situation.drop.contains(id)) {
            add(path + QStringLiteral("/drop"), tr("“%1” is both added and dropped").arg(id));
        }
    }
    if (situation.promisedDays.has_value() || situation.statutoryDays.has_value()) {
        checkLimits(path, situation.promisedDays.value_or(m_guide.promisedDays),
                    situation.statutoryDays.value_or(m_guide.statutoryDays));
    }
}

void Checker::checkAxes()
{
    QSet<QString> axes;
    for (std::size_t a = 0; a < m_guide.axes.size(); ++a) {
        const GuideAxis& axis = m_guide.axes[a];
        const QString path = QStringLiteral("/axes/%1").arg(a);
        if (axes.contains(axis.id)) {
            add(path + QStringLiteral("/id"), tr("the id “%1” is used twice").arg(axis.id));
        }
        axes.insert(axis.id);
        bool defaultFound = false;
        for (std::size_t s = 0; s < axis.situations.size(); ++s) {
            checkSituation(axis.situations[s], path + QStringLiteral("/situations/%1").arg(s));
            defaultFound = defaultFound || axis.situations[s].id == axis.defaultSituation;
        }
        if (!defaultFound) {
            add(path + QStringLiteral("/default"),
                tr("there is no situation “%1” on this axis").arg(axis.defaultSituation));
        }
    }
    for (std::size_t i = 0; i < m_guide.materials.size(); ++i) {
        const GuideMaterial& material = m_guide.materials[i];
        if (!material.base && !m_added.contains(material.id)) {
            warn(QStringLiteral("/materials/%1/base").arg(i),
                 tr("no situation asks for “%1”").arg(material.name));
        }
    }
}

void Checker::checkField(const GuideField& field, const QString& path)
{
    const bool chooses = field.type == FieldType::Select || field.type == FieldType::MultiSelect;
    const bool hasChoices =
        !field.options.isEmpty() || (chooses && field.rule == QLatin1String("province_list"));
    if (chooses != hasChoices) {
        add(path + QStringLiteral("/options"),
            tr("choices belong to a field that is chosen from, and only there"));
    }
    checkTable(field, path);
    const auto section = std::ranges::find(m_guide.sections, field.section, &GuideSection::id);
    if (!field.section.isEmpty() && section == m_guide.sections.end()) {
        add(path + QStringLiteral("/section"), tr("there is no section “%1”").arg(field.section));
    }
    const bool bounded = !field.min.isEmpty() || !field.max.isEmpty();
    if (bounded && field.type != FieldType::Number) {
        add(path + QStringLiteral("/min"), tr("only a number has a least and a greatest value"));
    } else if (!field.min.isEmpty() && !field.max.isEmpty() && lessThan(field.max, field.min)) {
        add(path + QStringLiteral("/max"),
            tr("%1 is less than the least value %2").arg(field.max, field.min));
    }
    const bool typed = field.type == FieldType::Text || field.type == FieldType::TextArea;
    if (field.maxLength > 0 && !typed) {
        add(path + QStringLiteral("/maxLength"), tr("only typed text has a greatest length"));
    }
}

void Checker::checkTable(const GuideField& field, const QString& path)
{
    const bool table = field.type == FieldType::Table;
    if (table != !field.columns.isEmpty()) {
        add(path + QStringLiteral("/columns"), tr("columns belong to a table, and only there"));
    }
    const auto columns = static_cast<std::size_t>(field.columns.size());
    if (!field.columnTypes.empty() && field.columnTypes.size() != columns) {
        add(path + QStringLiteral("/columnTypes"), tr("there must be one for each column"));
    }
    if (!field.columnUnits.isEmpty() && field.columnUnits.size() != field.columns.size()) {
        add(path + QStringLiteral("/columnUnits"), tr("there must be one for each column"));
    }
    for (qsizetype i = 0; i < field.optionalColumns.size(); ++i) {
        if (!field.columns.contains(field.optionalColumns[i])) {
            add(path + QStringLiteral("/optionalColumns/%1").arg(i),
                tr("there is no column “%1”").arg(field.optionalColumns[i]));
        }
    }
    if (field.across && !table) {
        add(path + QStringLiteral("/across"), tr("only the rows of a table can stand across"));
    }
}

void Checker::checkSections()
{
    QSet<QString> ids;
    for (std::size_t i = 0; i < m_guide.sections.size(); ++i) {
        const QString& id = m_guide.sections[i].id;
        if (ids.contains(id)) {
            add(QStringLiteral("/sections/%1/id").arg(i), tr("the id “%1” is used twice").arg(id));
        }
        ids.insert(id);
    }
}

void Checker::checkRules()
{
    for (const RuleFault& fault : FormRules::check(m_guide)) {
        add(fault.path, fault.reason);
    }
    for (std::size_t a = 0; a < m_guide.axes.size(); ++a) {
        const GuideAxis& axis = m_guide.axes[a];
        const bool decided = std::ranges::any_of(m_guide.rules, [&axis](const FormRule& rule) {
            return rule.kind == RuleKind::Axis && rule.targets.contains(axis.id);
        });
        if (axis.computed && !decided) {
            warn(QStringLiteral("/axes/%1/computed").arg(a),
                 tr("no rule decides “%1”: it stays as it is by default").arg(axis.name));
        }
    }
}

void Checker::checkFields()
{
    QSet<QString> keys;
    for (std::size_t i = 0; i < m_guide.fields.size(); ++i) {
        const GuideField& field = m_guide.fields[i];
        const QString path = QStringLiteral("/fields/%1").arg(i);
        if (keys.contains(field.key)) {
            add(path + QStringLiteral("/key"), tr("the key “%1” is used twice").arg(field.key));
        }
        keys.insert(field.key);
        checkField(field, path);
    }
}

void Checker::checkSteps()
{
    int days = 0;
    for (const GuideStep& step : m_guide.steps) {
        days += step.counted ? step.days : 0;
    }
    if (days != m_guide.promisedDays) {
        warn(QStringLiteral("/steps"),
             tr("the counted steps take %1 days, the promise is %2").arg(days).arg(m_guide.promisedDays));
    }
}

/// One axis moves at a time, the others stand at their defaults: that meets every pair of situation and
/// material without repeating the pairs of independent axes.
void Checker::checkTolerances()
{
    QStringList defaults;
    for (const GuideAxis& axis : m_guide.axes) {
        for (const GuideSituation& situation : axis.situations) {
            if (situation.id == axis.defaultSituation) {
                defaults.append(situation.name);
            }
        }
    }
    checkTolerancesOf({}, defaults.join(QStringLiteral("·")));
    for (const GuideAxis& axis : m_guide.axes) {
        for (const GuideSituation& situation : axis.situations) {
            if (situation.id != axis.defaultSituation) {
                checkTolerancesOf({{axis.id, situation.id}}, situation.name);
            }
        }
    }
}

void Checker::checkTolerancesOf(const QMap<QString, QString>& choice, const QString& situationName)
{
    const ResolvedSituation resolved = resolveSituation(m_guide, choice, {});
    for (const DueMaterial& due : resolved.materials) {
        const GuideMaterial& material = *due.material;
        const int effective = effectiveToleranceDays(material, resolved.promisedDays);
        if (!material.tolerable || effective >= material.tolerableDays) {
            continue;
        }
        const auto index = &material - m_guide.materials.data();
        warn(QStringLiteral("/materials/%1/tolerableDays").arg(index),
             tr("%1 may be supplied within %2 days, but the promise of “%3” allows %4")
                 .arg(material.name, QString::number(material.tolerableDays), situationName,
                      QString::number(effective)));
    }
}

} // namespace

GuideFaults checkGuide(const Guide& guide, const QString& file)
{
    return Checker(guide, file).run();
}

} // namespace ow::catalogue
