// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/workplace.h"

#include "desk/pagepreviews.h"
#include "domain/legaldate.h"
#include "ledger/ledger.h"
#include "sync/guideshelf.h"

#include <QDir>
#include <QFutureWatcher>

namespace ow::desk {

namespace {

QString folderName(Profile profile)
{
    return profile == Profile::Window ? QStringLiteral("window") : QStringLiteral("training");
}

/// "training" becomes "training-20261123-093000-000"; nothing to do where there is none.
domain::Result<void> moveAside(const QString& folder, const QString& stamp)
{
    if (!QDir(folder).exists() || QDir().rename(folder, folder + u'-' + stamp)) {
        return {};
    }
    return domain::fail(domain::ErrorCode::DatabaseFailed, QStringLiteral("cannot be moved aside"));
}

capture::FileIntakeOptions filesOf(const WorkplaceOptions& options)
{
    capture::FileIntakeOptions files;
    files.helper = options.helper;
    return files;
}

} // namespace

Workplace::Workplace(WorkplaceOptions options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(*m_options.clock)
    , m_pages({.helper = m_options.helper})
    , m_files(new capture::FileIntake(filesOf(m_options), this))
    , m_previews(new PagePreviews(*this, this))
{
    m_options.clock = &m_clock;
}

Workplace::~Workplace()
{
    shutDown();
}

void Workplace::shutDown()
{
    m_workers.waitForDone(); // its answers are events, which find the ledger still open or stopped in order
    m_files->stop();
    m_pages.stop();
    m_ledger.stop();
}

QFuture<domain::Result<void>> Workplace::loadRules()
{
    return work([crypto = m_options.crypto] { return HouseRules::builtIn(*crypto); })
        .then(this, [this](const domain::Result<HouseRulesPtr>& rules) -> domain::Result<void> {
            if (!rules) {
                return tl::unexpected(rules.error());
            }
            m_rules = *rules;
            Q_EMIT rulesLoaded();
            return {};
        });
}

void Workplace::renewRules()
{
    using Documents = std::vector<QByteArray>;
    m_ledger
        .run([](ledger::Ledger& ledger) -> domain::Result<Documents> {
            const auto guides = sync::GuideShelf(ledger).all();
            if (!guides) {
                return tl::unexpected(guides.error());
            }
            Documents documents;
            for (const sync::PublishedGuide& guide : *guides) {
                documents.push_back(guide.document);
            }
            return documents;
        })
        .then(this, [this](const domain::Result<Documents>& documents) {
            if (!documents) {
                // Signed out meanwhile is no fault; a seal that somebody has broken is.
                if (documents.error().code != domain::ErrorCode::KeyLocked) {
                    Q_EMIT rulesFailed(documents.error());
                }
            } else if (*documents != m_published) {
                m_published = *documents;
                buildRules(*documents);
            }
        });
}

void Workplace::buildRules(const std::vector<QByteArray>& documents)
{
    // A watcher and no continuation: the window may be closed before the worker is done.
    using Built = domain::Result<HouseRulesPtr>;
    auto* watcher = new QFutureWatcher<Built>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, documents] {
        watcher->deleteLater();
        const Built rules = watcher->result();
        if (!rules) {
            Q_EMIT rulesFailed(rules.error());
        } else if (documents == m_published) { // else others were fetched since, and are being built
            m_rules = *rules;
            Q_EMIT rulesRenewed();
        }
    });
    watcher->setFuture(work(
        [crypto = m_options.crypto, documents] { return HouseRules::withPublished(*crypto, documents); }));
}

ledger::LedgerOptions Workplace::ledgerOptions(Profile profile) const
{
    const QString name = folderName(profile);
    ledger::LedgerOptions options;
    options.folder = QDir(m_options.folder).filePath(name);
    options.mirrorFolder = QDir(m_options.mirrorFolder).filePath(name);
    options.machineId = m_options.machineId;
    options.clock = m_options.clock;
    options.crypto = m_options.crypto;
    options.kdf = m_options.kdf;
    return options;
}

bool Workplace::hasProfile(Profile profile) const
{
    return ledger::Ledger::exists(ledgerOptions(profile));
}

QFuture<domain::Result<void>> Workplace::openProfile(Profile profile)
{
    return start(profile, [options = ledgerOptions(profile)] { return ledger::Ledger::open(options); });
}

QFuture<domain::Result<void>> Workplace::createProfile(Profile profile,
                                                       std::shared_ptr<ledger::Enrolment> enrolment)
{
    return start(profile, [options = ledgerOptions(profile), enrolment = std::move(enrolment)] {
        return ledger::Ledger::create(options, *enrolment);
    });
}

QFuture<domain::Result<void>> Workplace::renewTraining(std::shared_ptr<ledger::Enrolment> enrolment,
                                                       qint64 backMs)
{
    const QString stamp = domain::legalTime(m_clock.realMs()).toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    auto future = start(Profile::Training, [options = ledgerOptions(Profile::Training),
                                            enrolment = std::move(enrolment), stamp]() {
        using Made = domain::Result<std::unique_ptr<ledger::Ledger>>;
        if (const auto moved = moveAside(options.folder, stamp); !moved) {
            return Made(tl::unexpected(moved.error()));
        }
        if (const auto moved = moveAside(options.mirrorFolder, stamp); !moved) {
            return Made(tl::unexpected(moved.error()));
        }
        return ledger::Ledger::create(options, *enrolment);
    });
    m_clock.setBack(backMs); // after start(), which sets it right; the ledger is made later, on its thread
    return future;
}

void Workplace::setTrainingBack(qint64 backMs)
{
    if (m_profile == Profile::Training) {
        m_clock.setBack(backMs);
    }
}

QFuture<domain::Result<void>> Workplace::start(Profile profile, ledger::LedgerThread::Maker maker)
{
    setPerson({});
    m_clock.setBack(0);
    m_profile.reset();
    m_device.reset();
    return m_ledger.start(std::move(maker))
        .then(this,
              [this](const domain::Result<void>& started) -> QFuture<domain::Result<ledger::DeviceIdentity>> {
                  if (!started) {
                      return QtFuture::makeReadyFuture(
                          domain::Result<ledger::DeviceIdentity>(tl::unexpected(started.error())));
                  }
                  return m_ledger.run([](ledger::Ledger& ledger) -> domain::Result<ledger::DeviceIdentity> {
                      return ledger.identity();
                  });
              })
        .unwrap()
        .then(
            this,
            [this, profile](const domain::Result<ledger::DeviceIdentity>& identity) -> domain::Result<void> {
                if (!identity) {
                    return tl::unexpected(identity.error());
                }
                m_device = *identity;
                m_profile = profile;
                Q_EMIT profileOpened();
                return {};
            });
}

void Workplace::setPerson(std::optional<Person> person)
{
    if (m_person == person) {
        return;
    }
    m_person = std::move(person);
    Q_EMIT personChanged();
}

QDate Workplace::today() const
{
    return domain::legalDay(m_options.clock->utcMs());
}

} // namespace ow::desk
