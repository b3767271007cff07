// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signindesk.h"

#include "domain/duedate.h"
#include "ledger/ledger.h"
#include "record/keys.h"

#include <QCoreApplication>
#include <QUuid>

namespace ow::desk {

namespace {

using domain::Result;
using ledger::Ledger;
using record::SecretBytes;

constexpr int kNamesPerJob = 2000;

ledger::ActDraft deviceAct(domain::Kind kind, const QString& actor)
{
    ledger::ActDraft act;
    act.kind = kind;
    act.actor = actor;
    act.body = ledger::fixedBody({});
    return act;
}

Result<void> writeDown(Ledger& ledger, domain::Kind kind, const QCborMap& what = {})
{
    ledger::ActDraft act = deviceAct(kind, ledger.user());
    act.body = ledger::fixedBody(what);
    const std::vector acts{act};
    const auto written = ledger.append(acts);
    return written ? Result<void>() : tl::unexpected(written.error());
}

Result<Person> signInThere(Ledger& ledger, const QString& user, const SecretBytes& password)
{
    const QString before = ledger.user();
    if (auto done = ledger.signIn(user, password); !done) {
        return tl::unexpected(done.error());
    }
    QCborMap what;
    if (!before.isEmpty() && before != user) {
        what.insert(QStringLiteral("takesOver"), before);
    }
    // A ledger that may only be read still lets people in to read it.
    if (!ledger.readOnlyReason()) {
        if (auto noted = writeDown(ledger, domain::Kind::SignIn, what); !noted) {
            ledger.signOut();
            return tl::unexpected(noted.error());
        }
    }
    const auto person = ledger.people().person(user);
    return person ? Person{person->id, person->name, person->roles} : Person{user, user, domain::NoRole};
}

Result<SignInFacts> factsThere(Ledger& ledger)
{
    SignInFacts facts;
    const auto users = ledger.people().users();
    if (!users) {
        return tl::unexpected(users.error());
    }
    facts.users = *users;
    facts.hallName = ledger.identity().hallName;
    facts.station = ledger.identity().station;
    facts.training = ledger.identity().training;
    facts.entries = ledger.head().seq;
    if (const auto pending = ledger.outbox().pending()) {
        facts.pending = pending->entries;
    }
    if (const auto reason = ledger.readOnlyReason()) {
        facts.readOnly = domain::errorName(reason->code);
    }
    return facts;
}

/// The names go into memory in small steps, so that a clerk's first act does not wait for 50,000 of them.
void loadNames(Workplace& workplace)
{
    workplace.ledger()
        .run([](Ledger& ledger) { return ledger.loadNames(kNamesPerJob); })
        .then(&workplace, [&workplace](const Result<bool>& done) {
            if (done && !*done) {
                loadNames(workplace);
            }
        });
}

std::shared_ptr<ledger::Enrolment> trainingEnrolment(const WorkplaceOptions& options)
{
    auto enrolment = std::make_shared<ledger::Enrolment>();
    const record::CryptoProvider& crypto = *options.crypto;
    auto master = crypto.randomSecret(record::kKeySize);
    auto k0 = crypto.randomSecret(record::kKeySize);
    auto keys =
        record::UserKeys::create(crypto, SignInDesk::trainingUser(),
                                 SecretBytes::fromPassword(SignInDesk::trainingPassword()), options.kdf);
    if (!master || !k0 || !keys) {
        return nullptr;
    }
    enrolment->device = QStringLiteral("training-") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    enrolment->hall = QStringLiteral("JT62");
    enrolment->station = QStringLiteral("W00");
    enrolment->training = true;
    enrolment->masterKey = std::move(*master);
    enrolment->k0 = std::move(*k0);
    enrolment->users.push_back(std::move(*keys));
    // Every task can be learnt; a supervisor changes nothing, and would be in the way.
    enrolment->persons.push_back({SignInDesk::trainingUser(), SignInDesk::trainingName(),
                                  domain::Clerk | domain::Chief | domain::Reviewer | domain::Administrator});
    return enrolment;
}

} // namespace

SignInDesk::SignInDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<SignInFacts>> SignInDesk::facts()
{
    return m_workplace.ledger().run(factsThere).then(this, [this](Result<SignInFacts> facts) {
        if (facts && m_workplace.rules()) {
            const auto& calendar = m_workplace.rules()->calendar;
            facts->today = m_workplace.today();
            facts->workday = calendar.isWorkday(facts->today);
            facts->answerBy = domain::noticeLatest(facts->today, calendar).date;
            facts->calendarUntil = calendar.lastYear();
            facts->guides = static_cast<int>(m_workplace.rules()->catalogue.size());
        }
        return facts;
    });
}

QFuture<Result<Person>> SignInDesk::signIn(const QString& user, const QString& password)
{
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromPassword(password));
    return m_workplace.ledger()
        .run([user, secret](Ledger& ledger) { return signInThere(ledger, user, *secret); })
        .then(this, [this](Result<Person> person) {
            if (person) {
                m_workplace.setPerson(*person);
                m_workplace.noteWritten();
                loadNames(m_workplace);
            }
            return person;
        });
}

QFuture<Result<void>> SignInDesk::lock()
{
    return m_workplace.ledger()
        .run([](Ledger& ledger) -> Result<void> {
            auto noted = writeDown(ledger, domain::Kind::Lock);
            ledger.lock(); // even when the disk is full: the desk must not stay open
            return noted;
        })
        .then(this, [this](Result<void> done) {
            m_workplace.noteWritten();
            return done;
        });
}

QFuture<Result<void>> SignInDesk::unlock(const QString& password)
{
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromPassword(password));
    return m_workplace.ledger()
        .run([secret](Ledger& ledger) -> Result<void> {
            if (auto done = ledger.unlock(*secret); !done) {
                return done;
            }
            return writeDown(ledger, domain::Kind::Unlock);
        })
        .then(this, [this](Result<void> done) {
            if (done) {
                m_workplace.noteWritten();
                loadNames(m_workplace);
            }
            return done;
        });
}

QFuture<Result<Person>> SignInDesk::takeOver(const QString& user, const QString& password)
{
    return signIn(user, password); // the ledger lets go of the first only when the second is let in
}

QFuture<Result<void>> SignInDesk::signOut()
{
    return m_workplace.ledger()
        .run([](Ledger& ledger) -> Result<void> {
            auto noted = writeDown(ledger, domain::Kind::SignOut);
            ledger.signOut();
            return noted;
        })
        .then(this, [this](Result<void> done) {
            m_workplace.setPerson({});
            return done;
        });
}

QFuture<Result<void>> SignInDesk::changePassword(const QString& oldPassword, const QString& newPassword)
{
    auto before = std::make_shared<SecretBytes>(SecretBytes::fromPassword(oldPassword));
    auto after = std::make_shared<SecretBytes>(SecretBytes::fromPassword(newPassword));
    return m_workplace.ledger().run([before, after](Ledger& ledger) -> Result<void> {
        const auto keys = ledger.changePassword(*before, *after);
        if (!keys) {
            return tl::unexpected(keys.error());
        }
        ledger::ActDraft act = deviceAct(domain::Kind::PasswordChanged, ledger.user());
        act.body = ledger::fixedBody({{QStringLiteral("keys"), keys->toMap()}});
        const std::vector acts{act};
        const auto written = ledger.append(acts);
        return written ? Result<void>() : tl::unexpected(written.error());
    });
}

QFuture<Result<void>> SignInDesk::beginTraining()
{
    if (m_workplace.hasProfile(Profile::Training)) {
        return m_workplace.openProfile(Profile::Training);
    }
    std::shared_ptr<ledger::Enrolment> enrolment = trainingEnrolment(m_workplace.options());
    if (!enrolment) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(domain::ErrorCode::CryptoFailed)));
    }
    return m_workplace.createProfile(Profile::Training, enrolment);
}

QFuture<Result<Person>> SignInDesk::startTrainingOver(qint64 backMs)
{
    std::shared_ptr<ledger::Enrolment> enrolment;
    Result<void> usable;
    if (m_workplace.profile() != Profile::Training) {
        usable = domain::fail(domain::ErrorCode::NotAllowed);
    } else if (enrolment = trainingEnrolment(m_workplace.options()); !enrolment) {
        usable = domain::fail(domain::ErrorCode::CryptoFailed);
    }
    if (!usable) {
        return QtFuture::makeReadyFuture(Result<Person>(tl::unexpected(usable.error())));
    }
    return m_workplace.renewTraining(std::move(enrolment), backMs)
        .then(this,
              [this](const Result<void>& begun) {
                  return begun ? signIn(trainingUser(), trainingPassword())
                               : QtFuture::makeReadyFuture(Result<Person>(tl::unexpected(begun.error())));
              })
        .unwrap();
}

QString SignInDesk::trainingName()
{
    return QCoreApplication::translate("SignInDesk", "Learner");
}

QString SignInDesk::trainingUser()
{
    return QStringLiteral("learner");
}

QString SignInDesk::trainingPassword()
{
    // No secret: the training profile holds nothing of anybody, and the page shows it.
    return QStringLiteral("yanlian-2026");
}

} // namespace ow::desk
