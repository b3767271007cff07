// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "domain/casefile.h"
#include "domain/formrules.h"
#include "domain/preflight.h"
#include "domain/situation.h"

#include <QCborValue>
#include <QDate>
#include <QStringList>

#include <memory>

namespace ow::desk {

struct HouseRules;

/// One application as it stands on the desk: what was typed, what the rules of its guide make of it, and what
/// follows: situation, findings, dates. After a change of one answer the rules look only at what depends on
/// it. What was typed is never changed by a rule; everything here that counts looks at effective(). Pure.
class Worksheet
{
public:
    using RulesPtr = std::shared_ptr<const domain::FormRules>;

    /// `rules` are those of the guide. `house` and `today` are for the dates.
    Worksheet(catalogue::GuidePtr guide, RulesPtr rules, domain::Intake typed,
              std::shared_ptr<const HouseRules> house, QDate today);

    [[nodiscard]] const catalogue::GuidePtr& guide() const { return m_guide; }

    [[nodiscard]] const domain::Intake& typed() const { return m_typed; }

    [[nodiscard]] const domain::Intake& effective() const { return m_effective; }

    [[nodiscard]] const domain::FormState& form() const { return m_form; }

    [[nodiscard]] const domain::ResolvedSituation& situation() const { return m_situation; }

    [[nodiscard]] const domain::Findings& findings() const { return m_findings; }

    [[nodiscard]] const domain::DueDates& due() const { return m_due; }

    [[nodiscard]] const domain::PreflightContext& context() const { return m_context; }

    /// One answer; gives the keys of the fields whose state changed by it.
    QStringList setField(const QString& key, const QCborValue& value);

    /// Anything but an answer of the form: situations, questions, materials, channel.
    [[nodiscard]] domain::Intake& change() { return m_typed; }

    /// After change(): the rules look at everything anew.
    void refresh();
    /// Another state of the same application: undo, or a draft that is resumed.
    void replace(domain::Intake typed);
    void setOpenCases(std::vector<domain::OpenCase> cases);
    void setBrokenPromise(bool broken);
    /// The ledger could not say what is known of the applicant: that is a finding of its own, and as long as
    /// a broken promise cannot be excluded nothing may be promised again.
    void setUnchecked(bool unchecked);

    [[nodiscard]] bool isUnchecked() const { return m_unchecked; }

private:
    void conclude();

    catalogue::GuidePtr m_guide;
    RulesPtr m_rules;
    std::shared_ptr<const HouseRules> m_house;
    QDate m_today;
    bool m_unchecked = false;
    domain::Intake m_typed;
    domain::Intake m_effective;
    domain::FormState m_form;
    domain::PreflightContext m_context;
    domain::ResolvedSituation m_situation;
    domain::Findings m_findings;
    domain::DueDates m_due;
};

} // namespace ow::desk
