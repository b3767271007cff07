// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifierfault.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::domain {

namespace {

struct FaultRow
{
    IdentifierFault fault;
    QLatin1StringView code;
    const char* sentence;
    bool warning = false;
};

using enum IdentifierFault;
using L1 = QLatin1StringView;

constexpr std::array<FaultRow, kIdentifierFaultCount> kFaults{{
    {Empty, L1("empty"), QT_TRANSLATE_NOOP("Identifier", "Nothing has been entered.")},
    {RuleUnknown, L1("rule.unknown"),
     QT_TRANSLATE_NOOP("Identifier",
                       "This program does not know how to check this entry; look at it yourself."),
     true},
    {IdLength, L1("id18.length"),
     QT_TRANSLATE_NOOP("Identifier", "An ID number has 18 characters; count them against the card.")},
    {IdOldNumber, L1("id18.old15"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "This is an old 15-digit number, which is no longer valid; take the one on the present card.")},
    {IdCharacter, L1("id18.character"),
     QT_TRANSLATE_NOOP("Identifier", "An ID number has digits only, and an X only in the last place.")},
    {IdRegion, L1("id18.region"),
     QT_TRANSLATE_NOOP("Identifier", "No region has the first six digits; compare them with the card.")},
    {IdDate, L1("id18.date"),
     QT_TRANSLATE_NOOP("Identifier",
                       "The date of birth, digits 7 to 14, does not exist; compare it with the card.")},
    {IdBefore1900, L1("id18.before_1900"),
     QT_TRANSLATE_NOOP("Identifier",
                       "The date of birth, digits 7 to 14, lies before 1900; compare it with the card.")},
    {IdFuture, L1("id18.future"),
     QT_TRANSLATE_NOOP("Identifier",
                       "The date of birth, digits 7 to 14, lies in the future; compare it with the card.")},
    {IdCheckDigit, L1("id18.check_digit"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "The last character does not fit the others; compare the whole number with the card.")},
    {UsccLength, L1("uscc.length"),
     QT_TRANSLATE_NOOP("Identifier",
                       "A unified social credit code has 18 characters; count them against the licence.")},
    {UsccOldNumber, L1("uscc.old15"),
     QT_TRANSLATE_NOOP("Identifier", "This is an old 15-digit registration number; take the unified social "
                                     "credit code on the present licence.")},
    {UsccCharacter, L1("uscc.character"),
     QT_TRANSLATE_NOOP("Identifier", "A unified social credit code has digits and capitals without I, O, S, "
                                     "V and Z; look for one misread as 1, 0, 5 "
                                     "or 2.")},
    {UsccAuthority, L1("uscc.authority"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "No registering authority has the first character of this code; compare it with the licence.")},
    {UsccRegion, L1("uscc.region"),
     QT_TRANSLATE_NOOP("Identifier",
                       "Characters 3 to 8 of the code are no region; compare them with the licence.")},
    {UsccCheckCharacter, L1("uscc.check_character"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "The last character does not fit the others; compare the whole code with the licence.")},
    {IdOrUsccForm, L1("id18_or_uscc.form"),
     QT_TRANSLATE_NOOP("Identifier", "This is neither an ID number nor a unified social credit code; compare "
                                     "all 18 characters with the paper.")},
    {PlateLength, L1("plate.length"),
     QT_TRANSLATE_NOOP("Identifier",
                       "A plate has seven characters, one of a new-energy vehicle eight; count them.")},
    {PlateProvince, L1("plate.province"),
     QT_TRANSLATE_NOOP("Identifier",
                       "A plate begins with the character of a province; look at the first one.")},
    {PlateLetter, L1("plate.letter"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "After the province a plate has a capital other than I and O; look at the second character.")},
    {PlateCharacter, L1("plate.character"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "A plate has digits and capitals without I and O; look at the characters after the first two.")},
    {PlateEnding, L1("plate.ending"),
     QT_TRANSLATE_NOOP("Identifier", "A plate does not end like this; look at the last character.")},
    {PlateNewEnergy, L1("plate.new_energy"),
     QT_TRANSLATE_NOOP("Identifier", "A plate of eight characters belongs to a new-energy vehicle, whose "
                                     "letter stands third or last; look at these "
                                     "places.")},
    {PlateTemporary, L1("plate.temporary"),
     QT_TRANSLATE_NOOP("Identifier", "This looks like a temporary plate; compare it with the paper plate and "
                                     "see that it has not run out."),
     true},
    {VinLength, L1("vin.length"),
     QT_TRANSLATE_NOOP("Identifier", "A vehicle identification number has 17 characters; count them.")},
    {VinCharacter, L1("vin.character"),
     QT_TRANSLATE_NOOP("Identifier", "A vehicle identification number has digits and capitals without I, O "
                                     "and Q; look for one misread as 1 or 0.")},
    {VinCheckDigit, L1("vin.check_digit"),
     QT_TRANSLATE_NOOP("Identifier", "The ninth character does not fit the others, as on some imported and "
                                     "old vehicles; compare the number with the "
                                     "vehicle licence."),
     true},
    {MobileLength, L1("mobile.length"),
     QT_TRANSLATE_NOOP("Identifier", "A mobile number has eleven digits; count them.")},
    {MobileCharacter, L1("mobile.character"),
     QT_TRANSLATE_NOOP("Identifier", "A mobile number has digits only; look for another character.")},
    {MobilePrefix, L1("mobile.prefix"),
     QT_TRANSLATE_NOOP("Identifier", "A mobile number begins with 13 to 19; look at the first two digits.")},
    {DivisionForm, L1("division6.form"),
     QT_TRANSLATE_NOOP("Identifier", "A division has a code of six digits; count them.")},
    {DivisionUnknown, L1("division6.unknown"),
     QT_TRANSLATE_NOOP("Identifier", "No division has this code; choose it from the list.")},
    {DivisionHistoric, L1("division6.historic"),
     QT_TRANSLATE_NOOP("Identifier", "This code of a division is no longer in use; choose the present one."),
     true},
    {RoadNumberForm, L1("roadno.form"),
     QT_TRANSLATE_NOOP("Identifier", "A road number is G, S, X, Y, C or Z with one to four digits, such as "
                                     "G312; look at the letter and the "
                                     "digits.")},
    {StakeForm, L1("stake.form"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "A stake is K, kilometres, + and three digits of metres, such as K1567+200; look at the metres.")},
    {ProjectCodeForm, L1("projcode.form"),
     QT_TRANSLATE_NOOP("Identifier", "A project code has 24 characters in groups of 4, 6, 2, 2 and 6 digits "
                                     "with hyphens between; count each group.")},
    {ProjectCodeYear, L1("projcode.year"),
     QT_TRANSLATE_NOOP("Identifier",
                       "A project code begins with a year from 2000 on; look at the first four digits.")},
    {ProvinceUnknown, L1("province_list.unknown"),
     QT_TRANSLATE_NOOP("Identifier", "One of the names is no province; choose the provinces from the list.")},
    {EmailForm, L1("email.form"),
     QT_TRANSLATE_NOOP("Identifier", "This is no e-mail address; look at the @ and the part after it.")},
    {CaseNumberForm, L1("casenumber.form"),
     QT_TRANSLATE_NOOP("Identifier", "A case number has a hall, a station, a date, a serial and a check "
                                     "character; compare it with the receipt.")},
    {CaseNumberDay, L1("casenumber.day"),
     QT_TRANSLATE_NOOP("Identifier",
                       "The date in the case number does not exist; compare it with the receipt.")},
    {CaseNumberSerial, L1("casenumber.serial"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "The serial in the case number is not written like this; compare it with the receipt.")},
    {CaseNumberCheck, L1("casenumber.check"),
     QT_TRANSLATE_NOOP(
         "Identifier",
         "The last character does not fit the others; compare the whole case number with the receipt.")},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kFaults.size(); ++i) {
        if (static_cast<std::size_t>(kFaults[i].fault) != i)
            return false;
    }
    return true;
}

static_assert(inOrder(), "one row for each fault, in the order of the enumeration");

} // namespace

IdentifierReason identifierReason(IdentifierFault fault)
{
    const FaultRow& row = kFaults[static_cast<std::size_t>(fault)];
    return {row.fault, row.code, QCoreApplication::translate("Identifier", row.sentence), row.warning};
}

tl::unexpected<Error> failIdentifier(IdentifierFault fault)
{
    return fail(ErrorCode::InvalidInput, QString(kFaults[static_cast<std::size_t>(fault)].code));
}

std::optional<IdentifierReason> identifierReason(const Error& error)
{
    if (error.code != ErrorCode::InvalidInput)
        return std::nullopt;
    const auto* row = std::find_if(kFaults.begin(), kFaults.end(),
                                   [&](const FaultRow& r) { return error.detail == r.code; });
    if (row == kFaults.end())
        return std::nullopt;
    return identifierReason(row->fault);
}

} // namespace ow::domain
