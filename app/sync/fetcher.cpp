// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/fetcher.h"

#include "ledger/ledger.h"

#include <QUrlQuery>

namespace ow::sync {

namespace {

using domain::Result;
using ledger::Ledger;

constexpr std::chrono::milliseconds kEvery = std::chrono::minutes(10);
constexpr int kMaxRounds = 500; ///< of 40 guides: all a shelf takes

/// True when something changed.
Result<bool> savePeople(Ledger& ledger, const HallPeople& people)
{
    ledger::People& known = ledger.people();
    const auto before = known.persons();
    if (!before) {
        return tl::unexpected(before.error());
    }
    bool changed = *before != people.persons;
    for (const record::UserKeys& keys : people.keys) {
        const auto own = known.keysOf(keys.userId());
        if (!own) {
            return tl::unexpected(own.error());
        }
        // The same public key is the same person's: a password that was changed here stays changed.
        if (*own && (*own)->publicKey() == keys.publicKey()) {
            continue;
        }
        if (auto saved = known.saveKeys(keys); !saved) {
            return tl::unexpected(saved.error());
        }
        changed = true;
    }
    for (const ledger::People::Person& person : people.persons) {
        const auto own =
            person.active ? Result<std::optional<record::UserKeys>>(std::nullopt) : known.keysOf(person.id);
        if (!own) {
            return tl::unexpected(own.error());
        }
        if (*own) {
            if (auto removed = known.removeKeys(person.id); !removed) {
                return tl::unexpected(removed.error());
            }
            changed = true;
        }
    }
    if (changed) {
        if (auto saved = known.savePersons(people.persons); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    return changed;
}

} // namespace

Fetcher::Fetcher(ledger::LedgerThread& ledger, const record::CryptoProvider& crypto, QUrl base,
                 const LinkIdentity& identity, std::function<double()> random, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_crypto(crypto)
    , m_link(std::move(base), identity)
    , m_backoff(std::move(random))
{
    m_link.setParent(this);
    m_timer.setParent(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Fetcher::wake);
}

void Fetcher::wake()
{
    if (m_retired) {
        return;
    }
    if (m_busy) {
        m_again = true;
        return;
    }
    m_timer.stop();
    m_busy = true;
    m_again = false;
    askPeople();
}

void Fetcher::retire()
{
    m_retired = true;
    m_timer.stop();
    m_link.abortAll();
    if (m_underWay == 0) {
        deleteLater();
    }
}

template <class Take> void Fetcher::ask(const QString& path, const QString& query, Take take)
{
    then(m_link.get(path, query), [this, take](const Result<Reply>& reply) {
        if (!reply || !reply->ok()) {
            fail(reply ? reply->retryAfter : std::nullopt);
            return;
        }
        const auto body = bodyOf(*reply);
        if (!body) {
            fail();
            return;
        }
        take(*body);
    });
}

void Fetcher::askPeople()
{
    ask(QStringLiteral("/v1/people"), {}, [this](const QCborMap& body) {
        const auto people = readPeople(body);
        if (people) {
            takePeople(*people);
        } else {
            fail();
        }
    });
}

void Fetcher::takePeople(const HallPeople& people)
{
    then(m_ledger.run([people](Ledger& ledger) { return savePeople(ledger, people); }),
         [this](const Result<bool>& changed) {
             if (!changed) { // signed out or a full disk: the next time
                 fail();
                 return;
             }
             if (*changed) {
                 Q_EMIT peopleChanged();
             }
             askGuides(0);
         });
}

void Fetcher::askGuides(int round)
{
    auto after = m_ledger.run([](Ledger& ledger) -> Result<QString> {
        return GuideShelf(ledger).index().map([](const GuideShelf::Index& index) { return index.after; });
    });
    then(std::move(after), [this, round](const Result<QString>& cursor) {
        if (!cursor) {
            fail();
            return;
        }
        QUrlQuery query;
        if (!cursor->isEmpty()) {
            query.addQueryItem(QStringLiteral("after"), *cursor);
        }
        ask(QStringLiteral("/v1/guides"), query.toString(QUrl::FullyEncoded),
            [this, round](const QCborMap& body) {
                const auto page = readGuides(body, m_crypto);
                if (page) {
                    takeGuides(*page, round);
                } else {
                    fail();
                }
            });
    });
}

void Fetcher::takeGuides(const GuidesPage& page, int round)
{
    if (page.guides.empty()) {
        askProposals();
        return;
    }
    auto keeping =
        m_ledger.run([page](Ledger& ledger) { return GuideShelf(ledger).add(page.guides, page.next); });
    then(std::move(keeping), [this, round, more = page.more](const Result<void>& kept) {
        if (!kept) {
            fail();
            return;
        }
        if (more && round < kMaxRounds) {
            askGuides(round + 1);
            return;
        }
        Q_EMIT guidesChanged();
        askProposals();
    });
}

void Fetcher::askProposals()
{
    ask(QStringLiteral("/v1/proposals"), {}, [this](const QCborMap& body) {
        const auto proposals = readProposals(body, m_crypto);
        if (!proposals) {
            fail();
            return;
        }
        Q_EMIT proposalsSeen(*proposals);
        finish();
    });
}

void Fetcher::finish()
{
    m_busy = false;
    m_backoff.reset();
    if (m_again) {
        wake();
    } else {
        m_timer.start(kEvery);
    }
}

void Fetcher::fail(std::optional<std::chrono::milliseconds> retryAfter)
{
    m_busy = false;
    m_timer.start(m_backoff.next(retryAfter));
}

} // namespace ow::sync
