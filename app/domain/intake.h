// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"

#include <QByteArray>
#include <QCborMap>
#include <QDate>
#include <QHash>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace ow::domain {

enum class ApplicantKind {
    Natural, ///< 自然人
    Legal,   ///< 法人或其他组织
};

/// How the application came in.
enum class Channel { Window, Online, Post, Assisted, Kiosk };

/// Where an answer of the form is from.
enum class AnswerSource {
    Typed,   ///< 手填
    Card,    ///< 读卡: off an identity card
    Earlier, ///< 沿用: from an earlier application of the same applicant
    Code,    ///< 扫码: read by a code gun
};

/// The one who applies, as typed: nothing here has been checked. Pre-flight says what is wrong.
struct Applicant
{
    ApplicantKind kind = ApplicantKind::Natural;
    QString name;
    QString idNumber; ///< id18 of a person, uscc of an organisation
    QString phone;
    QString address;
    QString division; ///< six digits
};

/// 经办人: acts for the applicant.
struct Agent
{
    QString name;
    QString idNumber;
    QString phone;
};

enum class MaterialState {
    Missing,
    Received,      ///< paper or file is here and looked at
    NotApplicable, ///< the clerk says this case does not need it; only for required_when materials
    Unfit,         ///< here, but not usable; `unfitReason` says why
};

/// Where a file came from; a paper in the hand of the clerk is scanned, photographed or taken from an earlier
/// case.
enum class FileOrigin { File, Scanner, Camera, Clipboard, Reused };

/// How a page is shown and bound, without touching a byte of it: cut, then turned upright. Part of the draft
/// and of the entry.
struct PageEdit
{
    int quarterTurns = 0; ///< clockwise, 0 to 3
    int skew = 0;         ///< hundredths of a degree to turn clockwise so that lines are level; -1500 to 1500
    int cutLeft = 0; ///< cut away, in ten-thousandths of the unturned page; each pair leaves at least 500
    int cutTop = 0;
    int cutRight = 0;
    int cutBottom = 0;
    friend bool operator==(const PageEdit&, const PageEdit&) = default;
};

/// A file that came in for a material. `blob` is the keyed id (HMAC-SM3), hex; the plain hash stays in sealed
/// bodies.
struct MaterialFile
{
    QString blob;
    QString plainSm3; ///< hex
    qint64 size = 0;
    QString mime;
    int pages = 1;
    QString title; ///< what the person called the file, without its folder
    FileOrigin origin = FileOrigin::File;
    PageEdit edit = {};      ///< of a picture of one page; a PDF is never edited
    bool incomplete = false; ///< the scanner gave less than the whole page
    friend bool operator==(const MaterialFile&, const MaterialFile&) = default;
};

/// How far a material can be trusted without seeing the original (国办函〔2016〕108号): A made by the issuing
/// authority, B compared with the original at a window, C handed in by the applicant, D the applicant's own
/// word.
enum class TrustGrade { A, B, C, D };

/// An earlier scan of the same applicant that serves again.
struct ReusedFrom
{
    QString caseNumber;
    QString material; ///< id in the guide of that case
    QDate verifiedOn; ///< legal day it was compared with the original, or received
    QDate validUntil; ///< invalid = without an end, as far as known
    TrustGrade grade = TrustGrade::C;
    friend bool operator==(const ReusedFrom&, const ReusedFrom&) = default;
};

struct MaterialIntake
{
    QString id;
    MaterialState state = MaterialState::Missing;
    QString unfitReason;
    std::vector<MaterialFile> files;
    /// Tolerable, but asked for like any other: 容缺 is the applicant's choice, material by material.
    bool demanded = false;
    TrustGrade grade = TrustGrade::C; ///< B once the clerk has compared it with the original
    QDate validUntil;                 ///< of the paper itself, when the clerk has read it off; else invalid
    std::optional<ReusedFrom> reused;
    /// The pages bound into one PDF when the application was received; the files stay as they came.
    std::optional<MaterialFile> bound;
    friend bool operator==(const MaterialIntake&, const MaterialIntake&) = default;
};

/// Everything a clerk has taken down of one application before anything is decided. Saved as the draft.
struct Intake
{
    QString draftId; ///< UUID
    GuideRef guide;
    Channel channel = Channel::Window;
    QMap<QString, QString> situations; ///< axis id -> situation id; an axis not named stands at its default
    QMap<QString, bool> answers;       ///< material id -> answer to its required_when question
    Applicant applicant;
    std::optional<Agent> agent;
    QCborMap fields; ///< form key -> text, integer, bool, array; numbers as decimal strings
    QMap<QString, AnswerSource> sources; ///< form key -> source; what is not named was typed
    std::vector<MaterialIntake> materials;

    [[nodiscard]] const MaterialIntake* material(const QString& id) const;
    [[nodiscard]] MaterialIntake& materialSlot(const QString& id); ///< made when not yet there
};

/// "A" to "D".
[[nodiscard]] QString gradeKey(TrustGrade grade);
[[nodiscard]] std::optional<TrustGrade> gradeFromKey(const QString& key);

/// "window", "online", "post", "assisted", "kiosk".
[[nodiscard]] QString channelKey(Channel channel);
[[nodiscard]] std::optional<Channel> channelFromKey(const QString& key);

[[nodiscard]] QCborMap guideRefToCbor(const GuideRef& ref);
[[nodiscard]] GuideRef guideRefFromCbor(const QCborMap& map);

/// As stored in drafts and in the body of `receive` entries: integers and strings only, so that it can be
/// canonical JSON. Nothing when the map is not an intake.
[[nodiscard]] QCborMap intakeToCbor(const Intake& intake);
[[nodiscard]] std::optional<Intake> intakeFromCbor(const QCborMap& map);

} // namespace ow::domain
