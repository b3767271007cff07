// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/guidesdesk.h"

#include "desk/casetimeline.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::Kind;
using domain::Result;
using ledger::Ledger;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GuidesDesk)
};

constexpr int kSearchHits = 200;

bool isPublished(const domain::Guide& guide)
{
    return guide.origin == QLatin1StringView("published");
}

QString fileOf(const domain::GuideRef& ref)
{
    return QStringLiteral("%1.v%2.json").arg(ref.code).arg(ref.version);
}

QHash<QString, QString> namesThere(Ledger& ledger)
{
    QHash<QString, QString> names;
    if (const auto persons = ledger.people().persons()) {
        for (const auto& person : *persons) {
            names.insert(person.id, person.name);
        }
    }
    return names;
}

} // namespace

QString publishReasonWords(const QString& reason)
{
    const QHash<QString, QString> words{
        {QStringLiteral("role_missing"), Words::tr("Its author is no administrator at the centre.")},
        {QStringLiteral("guide_invalid"), Words::tr("The centre's check of the guide failed.")},
        {QStringLiteral("base_superseded"), Words::tr("Another version has come into force meanwhile.")},
        {QStringLiteral("proposal_open"), Words::tr("Another proposal for this guide already waits.")},
        {QStringLiteral("proposal_unknown"), Words::tr("The proposal no longer waits.")},
        {QStringLiteral("same_person"), Words::tr("A second administrator has to approve it.")}};
    return words.value(reason, Words::tr("The centre refused it (%1).").arg(reason));
}

GuidesDesk::GuidesDesk(Workplace& workplace, Connection& connection, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_connection(connection)
{
    connect(&connection, &Connection::proposalsSeen, this, &GuidesDesk::takeProposals);
    connect(&connection, &Connection::settled, this, [this] {
        // What was proposed or approved here has its answer: guides and proposals may be others now.
        if (m_unsettled > 0) {
            m_unsettled = 0;
            refresh();
        }
        Q_EMIT changed();
    });
    connect(&workplace, &Workplace::rulesRenewed, this, &GuidesDesk::changed);
    connect(&workplace, &Workplace::personChanged, this, [this] {
        m_waiting.clear();
        m_unsettled = 0;
        Q_EMIT changed();
    });
}

bool GuidesDesk::mayPublish() const
{
    return m_workplace.profile() == Profile::Window && author().has_value();
}

bool GuidesDesk::isOnline() const
{
    return m_connection.status().line == LineStatus::Line::Online;
}

Result<QString> GuidesDesk::author() const
{
    const auto& person = m_workplace.person();
    if (!person || (person->roles & domain::Administrator) == 0U) {
        return domain::fail(domain::ErrorCode::RoleMissing, QStringLiteral("only an administrator"),
                            QStringLiteral("administrator"));
    }
    return person->id;
}

std::vector<GuideLine> GuidesDesk::list(const GuideFilter& filter) const
{
    std::vector<GuideLine> lines;
    if (!m_workplace.rules()) {
        return lines;
    }
    const HouseRules& rules = *m_workplace.rules();
    std::vector<catalogue::GuidePtr> guides;
    if (filter.text.trimmed().isEmpty()) {
        guides = rules.catalogue.listByUse();
    } else {
        for (const catalogue::Hit& hit : rules.search.find(filter.text, {}, kSearchHits)) {
            if (const auto guide = rules.catalogue.current(hit.code)) {
                guides.push_back(guide);
            }
        }
    }
    QHash<QString, int> warnings;
    for (const catalogue::GuideFault& fault : rules.guideFaults) {
        ++warnings[fault.file];
    }
    for (const catalogue::GuidePtr& guide : guides) {
        const bool waits = std::ranges::any_of(
            m_waiting, [&guide](const sync::WaitingProposal& one) { return one.code == guide->ref.code; });
        GuideLine line{guide->ref.code,         guide->name,
                       guide->domain,           guide->ref.version,
                       isPublished(*guide),     guide->promisedDays,
                       guide->statutoryDays,    warnings.value(fileOf(guide->ref)),
                       !guide->doubt.isEmpty(), waits};
        const bool noted = line.warnings > 0 || line.doubtful || line.waiting;
        if ((filter.domain.isEmpty() || filter.domain == line.domain) && (!filter.onlyNoted || noted)) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

QStringList GuidesDesk::domains() const
{
    QSet<QString> found;
    for (const GuideLine& line : list({})) {
        found.insert(line.domain);
    }
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

catalogue::GuidePtr GuidesDesk::current(const QString& code) const
{
    return m_workplace.rules() ? m_workplace.rules()->catalogue.current(code) : nullptr;
}

QStringList GuidesDesk::notes(const QString& code) const
{
    QStringList notes;
    const auto guide = current(code);
    if (!guide) {
        return notes;
    }
    if (!guide->doubt.isEmpty()) {
        notes.append(guide->doubt);
    }
    for (const catalogue::GuideFault& fault : m_workplace.rules()->guideFaults) {
        if (fault.file == fileOf(guide->ref) || (!fault.warning && fault.file.startsWith(code + u'.'))) {
            notes.append(fault.reason);
        }
    }
    return notes;
}

QFuture<Result<std::vector<GuideVersion>>> GuidesDesk::history(const QString& code)
{
    std::vector<GuideVersion> known;
    const auto now = current(code);
    for (const catalogue::GuidePtr& guide : m_workplace.rules()
                                                ? m_workplace.rules()->catalogue.versions(code)
                                                : std::vector<catalogue::GuidePtr>()) {
        known.push_back({guide->ref.version, isPublished(*guide), guide == now, 0, {}, {}, {}});
    }
    std::ranges::reverse(known); // the newest first
    return m_workplace.ledger().run([known, code](Ledger& ledger) -> Result<std::vector<GuideVersion>> {
        const auto shelf = sync::GuideShelf(ledger).index();
        if (!shelf) {
            return tl::unexpected(shelf.error());
        }
        const QHash<QString, QString> names = namesThere(ledger);
        std::vector<GuideVersion> versions = known;
        for (GuideVersion& version : versions) {
            for (const sync::PublishedGuide& guide : shelf->guides) {
                if (version.published && guide.code == code && guide.version == version.version) {
                    version.publishedAt = guide.publishedAt;
                    version.proposedBy = names.value(guide.proposedBy, guide.proposedBy);
                    version.approvedBy = names.value(guide.approvedBy, guide.approvedBy);
                    version.note = guide.note;
                }
            }
        }
        return versions;
    });
}

QFuture<Result<std::vector<SentPublish>>> GuidesDesk::sent()
{
    return m_workplace.ledger().run([](Ledger& ledger) -> Result<std::vector<SentPublish>> {
        const auto entries = ledger.cases().ownOfKind(Kind::Publish, kMaxSent);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        std::vector<SentPublish> sent;
        for (const ledger::TimelineEntry& entry : *entries) {
            const auto act = domain::publishFromCbor(entry.what);
            const record::EntryHeader& header = entry.entry.header;
            if (act && header.guide) {
                sent.push_back({act->step, header.guide->code, static_cast<int>(header.guide->version),
                                header.at, syncOf(entry.state), entry.reason});
            }
        }
        return sent;
    });
}

void GuidesDesk::refresh()
{
    m_connection.fetchNow();
}

void GuidesDesk::takeProposals(const std::vector<sync::WaitingProposal>& proposals)
{
    m_waiting = proposals;
    Q_EMIT changed();
}

} // namespace ow::desk
