// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>

namespace ow::domain {

/// Why a typed identifier is refused, or doubted. identifierReason() gives the stable code and the sentence.
enum class IdentifierFault {
    Empty,
    RuleUnknown, ///< only a warning: a guide newer than this program may name a rule it does not have
    IdLength,
    IdOldNumber, ///< 15 digits, in force until 2012
    IdCharacter,
    IdRegion,
    IdDate,
    IdBefore1900,
    IdFuture,
    IdCheckDigit,
    UsccLength,
    UsccOldNumber, ///< the 15-digit registration number of a licence before 2015
    UsccCharacter,
    UsccAuthority,
    UsccRegion,
    UsccCheckCharacter,
    IdOrUsccForm,
    PlateLength,
    PlateProvince,
    PlateLetter,
    PlateCharacter,
    PlateEnding,
    PlateNewEnergy,
    PlateTemporary, ///< only a warning: such a plate runs out, and its form is not checked further
    VinLength,
    VinCharacter,
    VinCheckDigit, ///< only a warning: imported and old vehicles may fail it
    MobileLength,
    MobileCharacter,
    MobilePrefix,
    DivisionForm,
    DivisionUnknown,
    DivisionHistoric, ///< only a warning of the rule division6
    RoadNumberForm,
    StakeForm,
    ProjectCodeForm,
    ProjectCodeYear,
    ProvinceUnknown,
    EmailForm,
    CaseNumberForm,
    CaseNumberDay,
    CaseNumberSerial,
    CaseNumberCheck,
};

inline constexpr std::size_t kIdentifierFaultCount =
    static_cast<std::size_t>(IdentifierFault::CaseNumberCheck) + 1;

/// What a person is told. `code` never changes (ctl prints it, tests and audit read it); `sentence` is
/// translated, names what to look at, and never says what the right character would be.
struct IdentifierReason
{
    IdentifierFault fault = IdentifierFault::Empty;
    QLatin1StringView code;
    QString sentence;
    bool warning = false; ///< the value may stand; ask the person to look again
};

[[nodiscard]] IdentifierReason identifierReason(IdentifierFault fault);

/// The error `parse` of an identifier gives: InvalidInput with the fault's code as detail, nothing of the
/// value.
[[nodiscard]] tl::unexpected<Error> failIdentifier(IdentifierFault fault);

/// The reason behind such an error; nothing when the error is of another kind.
[[nodiscard]] std::optional<IdentifierReason> identifierReason(const Error& error);

} // namespace ow::domain
