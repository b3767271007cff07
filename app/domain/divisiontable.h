// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringView>

#include <span>

namespace ow::domain {

enum class DivisionStatus {
    Current,
    Statistical, ///< a code of the statistics office only (兰州新区): an address may name it, an ID number
                 ///< never does
    Historic, ///< abolished or recoded; lives on in the ID numbers of those born there
};

/// One row of resources/divisions/gansu.inc.
struct DivisionRow
{
    int code = 0; ///< six digits, GB/T 2260
    QStringView name;
    int parent = 0; ///< 0 for the province
    DivisionStatus status = DivisionStatus::Current;
};

/// A province-level division: its two digits, 甘肃省, 甘肃, and the character its plates begin with (none for
/// Hong Kong, Macao and Taiwan).
struct Province
{
    int code = 0;
    QStringView name;
    QStringView shortName;
    QChar plate;
};

/// Gansu, its prefectures and counties, former ones included; by code.
[[nodiscard]] std::span<const DivisionRow> gansuDivisions();
[[nodiscard]] const DivisionRow* gansuDivision(int code); ///< null when the file does not have it

/// The 34 of GB/T 2260, by code.
[[nodiscard]] std::span<const Province> provinces();
[[nodiscard]] const Province* provinceByCode(int twoDigits);
[[nodiscard]] const Province* provinceByName(QStringView name); ///< long or short name
[[nodiscard]] const Province* provinceByPlate(QChar plate);

} // namespace ow::domain
