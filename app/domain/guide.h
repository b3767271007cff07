// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formrule.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::domain {

/// Which guide a case was taken under. Identity of a guide = (code, version, SM3 of its document's bytes).
struct GuideRef
{
    QString code;
    int version = 0;
    QByteArray sm3; ///< 32 bytes
    friend bool operator==(const GuideRef&, const GuideRef&) = default;
};

/// How a legal rule is cited. An empty article means: the law is sure, the article is not, so none is
/// printed.
struct LegalBasis
{
    QString law;
    QString article;
};

/// What the window may do with an item (window_role of the guide).
enum class WindowRole {
    Accept, ///< 受理
    PassOn, ///< 收件转办: receives and passes on to another authority
    Advise, ///< 咨询引导: tells where to go
};

enum class Handling {
    OnTheSpot, ///< 即办件
    Timed,     ///< 承诺件
};

/// One required paper or file. The words in `name`, `pageHint`, `requiredWhen` are the guide's and go on
/// papers.
struct GuideMaterial
{
    QString id;
    QString name;
    bool required = true;
    QString requiredWhen; ///< not empty: a condition put to the clerk as a yes/no question
    int originals = 0;
    int photocopies = 0;
    QString origin;         ///< 来源渠道, e.g. 申请人自备, 共享获取
    QString issuer;         ///< where to get it, when known
    QStringList media;      ///< 纸质, 电子
    bool tolerable = false; ///< may be accepted as a deficiency (容缺)
    int tolerableDays = 0;  ///< working days to supply it, as the guide has it
    QString pageHint;
    bool base = true; ///< due in every situation unless dropped
};

/// One choice on an axis. Limits are working days and override the item's.
struct GuideSituation
{
    QString id;
    QString name;
    QString note;
    QStringList add;
    QStringList drop;
    std::optional<int> statutoryDays;
    std::optional<int> promisedDays;
};

/// Situations lie on axes: exactly one choice per axis (design: materials = union of adds less drops, limit =
/// longest chosen). `computed` axes are decided by rules from the form and not chosen by the clerk.
struct GuideAxis
{
    QString id;
    QString name;
    bool computed = false;
    QString defaultSituation;
    std::vector<GuideSituation> situations;
};

/// Types of a form field (data README): how it is typed and checked.
enum class FieldType { Text, TextArea, Number, Date, Select, MultiSelect, Bool, Division, Table };

struct GuideField
{
    QString key;
    QString label;
    FieldType type = FieldType::Text;
    bool required = false;
    bool common = false; ///< part of the applicant/agent block that all items share
    QString rule;        ///< named identifier check: id18, uscc, id18_or_uscc, mobile, plate, vin, …
    int maxLength = 0;   ///< 0 = the reader's default bound
    QString unit;
    QString min; ///< decimal strings, empty = none; never doubles
    QString max;
    QStringList options;
    QStringList columns;                ///< of a table
    std::vector<FieldType> columnTypes; ///< as many as columns; empty = all text
    QStringList columnUnits;            ///< as many as columns, "" = none; empty = none
    QStringList optionalColumns;        ///< cells of these may stay empty in a row
    bool across = false; ///< a table whose rows stand as columns on screen: the axles of a train
    QString section;     ///< id of its GuideSection; empty = after what the common block holds
    int span = 0;        ///< columns of twelve; 0 = by its type
    QString hint;        ///< what to type or where to read it, short; empty = none
};

/// A part of the form under one heading.
struct GuideSection
{
    QString id;
    QString title;
};

struct GuideStep
{
    QString name;
    int days = 0;
    bool counted = true;
};

/// One item and version of the catalogue (办事指南). A value; built only by catalogue::GuideReader.
struct Guide
{
    GuideRef ref;
    QString origin; ///< "builtin" or "published"
    QString name;
    QString shortName;
    QStringList aliases;
    QString type;     ///< 行政许可, 行政确认, …
    QString typeCode; ///< 01, 07, 10, 20: chooses the Regime
    QString domain;
    QString level; ///< 省级, 市级, 县级: whose business it is
    WindowRole windowRole = WindowRole::Accept;
    QString leadDepartment;
    QString decisionDepartment;
    bool forNatural = false;
    bool forLegal = false;
    std::vector<LegalBasis> basis;
    int statutoryDays = 0; ///< working days
    QString statutoryNote;
    int promisedDays = 0; ///< working days, 0 = on the spot
    Handling handling = Handling::Timed;
    int visits = 0;
    QString onlineDepth;
    bool feeCharged = false;
    QString feeNote;
    QStringList conditions;
    std::vector<GuideMaterial> materials;
    std::vector<GuideAxis> axes;
    std::vector<GuideSection> sections; ///< in order; empty = the applicant's block and the rest
    std::vector<GuideField> fields;
    std::vector<FormRule> rules;
    std::vector<GuideStep> steps;
    QString resultName;
    QString resultValidity;
    QString doubt; ///< what is not sure about these figures; shown to administrators

    [[nodiscard]] const GuideMaterial* material(const QString& id) const;
    [[nodiscard]] const GuideField* field(const QString& key) const;
    [[nodiscard]] const GuideAxis* axis(const QString& id) const;
};

} // namespace ow::domain
