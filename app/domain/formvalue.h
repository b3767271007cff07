// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/intake.h"

#include <QCborValue>
#include <QString>

#include <compare>
#include <optional>

namespace ow::domain {

/// The common block of every form (applicant, agent, contact) is kept in Applicant and Agent, the rest in
/// Intake::fields; these two hide the difference from forms, rules and papers. Values: text; array of text
/// for MultiSelect; bool; array of arrays of text (rows, in the order of the columns) for Table; undefined =
/// not given.
[[nodiscard]] QCborValue formValue(const Intake& intake, const QString& key);
void setFormValue(Intake& intake, const QString& key, const QCborValue& value);

/// Whether the key belongs to the agent (经办人).
[[nodiscard]] bool isAgentKey(const QString& key);
/// Whether two keys stand for one answer: orgName and applicantName are the same applicant's name.
[[nodiscard]] bool isSameAnswer(const QString& a, const QString& b);

/// Whether a person would call it empty: nothing, blanks only, no choice, no rows.
[[nodiscard]] bool isBlank(const QCborValue& value);

/// Whether an answer is demanded, given what else was answered: a natural person who comes alone needs no
/// agent.
[[nodiscard]] bool isRequired(const GuideField& field, const Intake& intake);

/// A decimal number as typed: up to 12 digits before and 6 after the point; full-width digits, blanks and
/// thousands commas are taken. Nothing when it is no number. The text given back has none of them
/// ("118600.5").
[[nodiscard]] std::optional<QString> normaliseDecimal(QStringView typed);

/// Exact comparison of two normalised decimals; never through doubles.
[[nodiscard]] std::strong_ordering compareDecimals(const QString& a, const QString& b);

} // namespace ow::domain
