// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringView>

namespace ow::domain {

/// The number of a case, JT62-W03-20261123-0007-3: hall, numbering station, legal day, serial of that station
/// and day, and the ISO 7064 MOD 37,36 check character over the letters and digits before it. In training
/// (演练) YL stands for the hall. A number on paper equals a number in the ledger (I5), so there is one way
/// to write each.
class CaseNumber
{
public:
    /// `hall`: two letters and two, four or six digits (JT62), or YL. `station`: a letter, two digits, and a
    /// letter when the PC replaced another (W03, W03B). Errors: CaseNumberForm, CaseNumberDay (year
    /// 2000–2999), CaseNumberSerial (1 to 999,999,999).
    [[nodiscard]] static Result<CaseNumber> make(QStringView hall, QStringView station, QDate legalDay,
                                                 int serial);

    /// Takes what a person types or a code gun reads: hyphens may be missing, letters small or full-width.
    /// Errors as make, and CaseNumberCheck; never guesses.
    [[nodiscard]] static Result<CaseNumber> parse(QStringView typed);

    [[nodiscard]] const QString& hall() const { return m_hall; }

    [[nodiscard]] const QString& station() const { return m_station; }

    [[nodiscard]] QDate day() const { return m_day; }

    [[nodiscard]] int serial() const { return m_serial; }

    [[nodiscard]] bool isTraining() const;

    /// With hyphens, the serial of four digits or more.
    [[nodiscard]] QString format() const;

    friend bool operator==(const CaseNumber&, const CaseNumber&) = default;

    friend size_t qHash(const CaseNumber& number, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, number.m_hall, number.m_station, number.m_day, number.m_serial);
    }

private:
    CaseNumber(QString hall, QString station, QDate day, int serial);

    QString m_hall;
    QString m_station;
    QDate m_day;
    int m_serial = 0;
};

/// The hall of training numbers.
inline constexpr QStringView kTrainingHall = u"YL";

} // namespace ow::domain
