// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/casedesk.h"

#include "desk/caselooks.h"
#include "desk/casetimeline.h"
#include "desk/duplicatedesk.h"
#include "domain/situation.h"
#include "ledger/ledger.h"

#include <QHash>

namespace ow::desk {

namespace {

using domain::Kind;
using domain::Result;
using ledger::Ledger;

struct Opened
{
    ledger::CaseRow row;
    ledger::CaseHistory history;
    std::vector<ledger::TimelineEntry> looks;
    QStringList duplicates;
    QHash<QString, QString> names;
};

Result<Opened> openThere(Ledger& ledger, const QString& number)
{
    auto row = ledger.cases().row(number);
    if (!row) {
        return tl::unexpected(row.error());
    }
    auto history = ledger.cases().history(number);
    if (!history) {
        return tl::unexpected(history.error());
    }
    auto looks = ledger.cases().looks(number);
    if (!looks) {
        return tl::unexpected(looks.error());
    }
    auto duplicates = undecidedDuplicates(ledger, *history);
    if (!duplicates) {
        return tl::unexpected(duplicates.error());
    }
    Opened opened{std::move(*row), std::move(*history), std::move(*looks), std::move(*duplicates), {}};
    if (const auto persons = ledger.people().persons()) {
        for (const auto& person : *persons) {
            opened.names.insert(person.id, person.name);
        }
    }
    return opened;
}

CaseDetail detail(const Opened& opened, const HouseRules& rules, QDate today)
{
    CaseDetail detail;
    detail.line = caseLine(opened.row, rules, today);
    detail.file = opened.history.file;
    const domain::Intake& intake = opened.history.file.intake;
    detail.applicantName = maskedName(intake.applicant.name);
    detail.applicantIdMasked = maskedNumber(intake.applicant.idNumber);
    detail.phoneMasked = maskedNumber(intake.applicant.phone);
    if (intake.agent) {
        detail.agentName = maskedName(intake.agent->name);
        detail.agentIdMasked = maskedNumber(intake.agent->idNumber);
    }
    detail.guideVersion = intake.guide.version;
    detail.duplicates = opened.duplicates;
    if (const auto guide = rules.catalogue.find(intake.guide)) {
        detail.situations = domain::resolveSituation(*guide, intake.situations, intake.answers).names();
    }
    detail.timeline = timelineOf(opened.history.entries, opened.looks, opened.names);
    return detail;
}

} // namespace

CaseDesk::CaseDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
    connect(&workplace, &Workplace::personChanged, this, [this] { m_lookedAt.clear(); });
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::find(const QString& text, int limit)
{
    CaseFilter filter;
    filter.which = CaseList::All;
    filter.text = text;
    return first(filter, limit);
}

QFuture<Result<CaseDetail>> CaseDesk::open(const QString& number)
{
    const auto& person = m_workplace.person();
    return m_workplace.ledger()
        .run([rules = m_workplace.rules(), number, today = m_workplace.today(),
              actor = person ? person->id : QString(),
              noted = m_lookedAt.contains(number)](Ledger& ledger) -> Result<CaseDetail> {
            auto opened = openThere(ledger, number);
            if (!opened) {
                return tl::unexpected(opened.error());
            }
            if (!noted && opened->row.station != ledger.identity().station) {
                if (const auto done = noteLook(ledger, actor, number); !done) {
                    return tl::unexpected(done.error());
                }
            }
            return detail(*opened, *rules, today);
        })
        .then(this, [this, number](Result<CaseDetail> detail) {
            if (detail) {
                m_lookedAt.insert(number);
            }
            return detail;
        });
}

QFuture<Result<Unmasked>> CaseDesk::unmask(const QString& number, UnmaskReason why)
{
    if (!m_workplace.person()) {
        return QtFuture::makeReadyFuture(Result<Unmasked>(domain::fail(domain::ErrorCode::KeyLocked)));
    }
    return written(m_workplace.ledger().run([number, why, actor = m_workplace.person()->id](Ledger& ledger) {
        return unmaskThere(ledger, actor, number, why);
    }));
}

QFuture<Result<PrintNote>> CaseDesk::notePrint(const QString& caseNumber, const QString& paperNumber)
{
    if (!m_workplace.person()) {
        return QtFuture::makeReadyFuture(Result<PrintNote>(domain::fail(domain::ErrorCode::KeyLocked)));
    }
    return written(
        m_workplace.ledger().run([caseNumber, paperNumber, actor = m_workplace.person()->id](Ledger& ledger) {
            return notePrintThere(ledger, actor, caseNumber, paperNumber);
        }));
}

} // namespace ow::desk
