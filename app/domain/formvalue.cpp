// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/formvalue.h"

#include <QCborArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr qsizetype kMaxTyped = 64;

const QString kNaturalWord = QStringLiteral("自然人"); // the guides' own words for the choice
const QString kLegalWord = QStringLiteral("法人或其他组织");

struct ApplicantMember
{
    QLatin1StringView key;
    QString Applicant::*member;
};

// Guides for organisations, for persons and for both name the applicant's block differently; it is one
// applicant.
constexpr std::array kApplicantMembers{
    ApplicantMember{QLatin1StringView("applicantName"), &Applicant::name},
    ApplicantMember{QLatin1StringView("orgName"), &Applicant::name},
    ApplicantMember{QLatin1StringView("personName"), &Applicant::name},
    ApplicantMember{QLatin1StringView("applicantNo"), &Applicant::idNumber},
    ApplicantMember{QLatin1StringView("uscc"), &Applicant::idNumber},
    ApplicantMember{QLatin1StringView("personId"), &Applicant::idNumber},
    ApplicantMember{QLatin1StringView("applicantAddr"), &Applicant::address},
    ApplicantMember{QLatin1StringView("orgAddr"), &Applicant::address},
    ApplicantMember{QLatin1StringView("personAddr"), &Applicant::address},
    ApplicantMember{QLatin1StringView("division"), &Applicant::division},
    ApplicantMember{QLatin1StringView("mobile"), &Applicant::phone},
};

struct AgentMember
{
    QLatin1StringView key;
    QString Agent::*member;
};

constexpr std::array kAgentMembers{
    AgentMember{QLatin1StringView("agentName"), &Agent::name},
    AgentMember{QLatin1StringView("agentId"), &Agent::idNumber},
    AgentMember{QLatin1StringView("agentMobile"), &Agent::phone},
};

template <class Table> auto memberOf(const Table& table, const QString& key)
{
    const auto found = std::ranges::find_if(table, [&key](const auto& row) { return key == row.key; });
    return found == table.end() ? nullptr : &*found;
}

const QString& kindKey()
{
    static const QString key = QStringLiteral("applicantKind");
    return key;
}

QChar halfWidth(QChar c)
{
    const char16_t u = c.unicode();
    return u >= 0xFF01 && u <= 0xFF5E ? QChar(static_cast<char16_t>(u - 0xFEE0)) : c;
}

} // namespace

QCborValue formValue(const Intake& intake, const QString& key)
{
    if (key == kindKey()) {
        return intake.applicant.kind == ApplicantKind::Legal ? kLegalWord : kNaturalWord;
    }
    if (const auto* row = memberOf(kApplicantMembers, key)) {
        return intake.applicant.*(row->member);
    }
    if (const auto* row = memberOf(kAgentMembers, key)) {
        return intake.agent ? QCborValue((*intake.agent).*(row->member)) : QCborValue();
    }
    return intake.fields.value(key);
}

void setFormValue(Intake& intake, const QString& key, const QCborValue& value)
{
    if (key == kindKey()) {
        intake.applicant.kind =
            value.toString() == kNaturalWord ? ApplicantKind::Natural : ApplicantKind::Legal;
        return;
    }
    if (const auto* row = memberOf(kApplicantMembers, key)) {
        intake.applicant.*(row->member) = value.toString();
        return;
    }
    if (const auto* row = memberOf(kAgentMembers, key)) {
        if (!intake.agent) {
            intake.agent.emplace();
        }
        (*intake.agent).*(row->member) = value.toString();
        const Agent& agent = *intake.agent;
        if (agent.name.isEmpty() && agent.idNumber.isEmpty() && agent.phone.isEmpty()) {
            intake.agent.reset();
        }
        return;
    }
    if (isBlank(value)) {
        intake.fields.remove(key);
    } else {
        intake.fields.insert(key, value);
    }
}

bool isAgentKey(const QString& key)
{
    return memberOf(kAgentMembers, key) != nullptr;
}

bool isSameAnswer(const QString& a, const QString& b)
{
    const auto* first = memberOf(kApplicantMembers, a);
    const auto* second = memberOf(kApplicantMembers, b);
    return a == b || (first != nullptr && second != nullptr && first->member == second->member);
}

bool isBlank(const QCborValue& value)
{
    if (value.isString()) {
        return value.toString().trimmed().isEmpty();
    }
    if (value.isArray()) {
        return std::ranges::all_of(value.toArray(), [](const QCborValue& item) { return isBlank(item); });
    }
    return !value.isBool() && !value.isInteger();
}

bool isRequired(const GuideField& field, const Intake& intake)
{
    if (isAgentKey(field.key)) {
        // Art. 29: an agent is allowed, not demanded; an organisation always acts through one.
        return field.required && (intake.applicant.kind == ApplicantKind::Legal || intake.agent.has_value());
    }
    return field.required;
}

std::optional<QString> normaliseDecimal(QStringView typed)
{
    if (typed.size() > kMaxTyped) {
        return std::nullopt;
    }
    QString text;
    for (const QChar c : typed) {
        const QChar half = halfWidth(c);
        if (!half.isSpace() && half != u',' && half != QChar(0x3001)) {
            text.append(half == QChar(0x3002) ? QChar(u'.') : half);
        }
    }
    static const QRegularExpression shape(QStringLiteral("^-?[0-9]{1,12}(\\.[0-9]{1,6})?$"));
    return shape.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

std::strong_ordering compareDecimals(const QString& a, const QString& b)
{
    // Both are brought to millionths: 12 + 6 digits fit a 64-bit integer.
    const auto millionths = [](const QString& decimal) {
        const bool negative = decimal.startsWith(u'-');
        const QString digits = negative ? decimal.mid(1) : decimal;
        const qsizetype point = digits.indexOf(u'.');
        const QString whole = point < 0 ? digits : digits.left(point);
        const QString part = (point < 0 ? QString() : digits.mid(point + 1)).leftJustified(6, u'0', true);
        const qint64 value = QString(whole + part).toLongLong();
        return negative ? -value : value;
    };
    return millionths(a) <=> millionths(b);
}

} // namespace ow::domain
