// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sampleday.h"

#include "desk/whenanswered.h"
#include "domain/legaldate.h"
#include "ledger/ledger.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ow::desk {

using domain::Answer;
using domain::ErrorCode;
using domain::MaterialState;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostCases = 100;
constexpr int kMostDaysAgo = 60;
constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kOpensMs = 9 * 60 * kMinuteMs; ///< the hall, after midnight
constexpr qint64 kStepMs = 17 * kMinuteMs;      ///< from one applicant to the next

const QMap<QString, Answer>& answers()
{
    static const QMap<QString, Answer> names{{u"notice"_s, Answer::Notice},
                                             {u"decline"_s, Answer::Decline},
                                             {u"receiveOnly"_s, Answer::ReceiveOnly}};
    return names;
}

/// "@+10" is ten days after today: a day that is right whenever somebody learns.
QCborValue valueOf(const QJsonValue& value, QDate today)
{
    const QString text = value.toString();
    return text.startsWith(u'@') ? QCborValue(today.addDays(text.mid(1).toInt()).toString(Qt::ISODate))
                                 : QCborValue::fromJsonValue(value);
}

Result<SampleCase> readCase(const QJsonObject& json, const QJsonObject& people, const QJsonObject& common)
{
    SampleCase sample;
    sample.item = json.value(u"item"_s).toString();
    sample.daysAgo = json.value(u"daysAgo"_s).toInt(-1);
    const QString person = json.value(u"person"_s).toString();
    const QString answer = json.value(u"answer"_s).toString();
    if (sample.item.isEmpty() || sample.daysAgo < 0 || sample.daysAgo > kMostDaysAgo ||
        !people.contains(person) || (!answer.isEmpty() && !answers().contains(answer))) {
        return domain::fail(ErrorCode::InvalidInput, u"a sample case"_s, sample.item);
    }
    if (!answer.isEmpty()) {
        sample.answer = answers().value(answer);
    }
    sample.draft = json.value(u"draft"_s).toBool();
    sample.supplemented = json.value(u"supplemented"_s).toBool();
    for (const QJsonObject& fields :
         {common, people.value(person).toObject(), json.value(u"fields"_s).toObject()}) {
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            sample.fields.insert(it.key(), QCborValue::fromJsonValue(it.value()));
        }
    }
    for (const auto& material : json.value(u"missing"_s).toArray()) {
        sample.missing.append(material.toString());
    }
    const QJsonObject unfit = json.value(u"unfit"_s).toObject();
    for (auto it = unfit.begin(); it != unfit.end(); ++it) {
        sample.unfit.insert(it.key(), it->toString());
    }
    return sample;
}

} // namespace

Result<std::vector<SampleCase>> readSampleDay(const QByteArray& json)
{
    const QJsonObject day = QJsonDocument::fromJson(json).object();
    const QJsonArray cases = day.value(u"cases"_s).toArray();
    if (cases.isEmpty() || cases.size() > kMostCases) {
        return domain::fail(ErrorCode::InvalidInput, u"no sample cases"_s, u"cases"_s);
    }
    std::vector<SampleCase> samples;
    for (const auto& value : cases) {
        auto sample =
            readCase(value.toObject(), day.value(u"people"_s).toObject(), day.value(u"common"_s).toObject());
        if (!sample) {
            return tl::unexpected(sample.error());
        }
        samples.push_back(std::move(*sample));
    }
    // A ledger only goes forward.
    std::ranges::stable_sort(samples, std::ranges::greater(), &SampleCase::daysAgo);
    return samples;
}

Result<std::vector<SampleCase>> builtInSampleDay()
{
    QFile file(u":/onewindow/training/day-1.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return domain::fail(ErrorCode::Internal, u"no sample day"_s);
    }
    return readSampleDay(file.readAll());
}

SampleDay::SampleDay(Workplace& workplace, SignInDesk& signIn, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_signIn(signIn)
    , m_intake(workplace)
    , m_supplement(workplace)
{
}

SampleDay::~SampleDay() = default;

bool SampleDay::begin()
{
    if (m_running || m_workplace.profile() != Profile::Training || !m_workplace.rules()) {
        return false;
    }
    auto cases = builtInSampleDay();
    if (!cases) {
        return false;
    }
    m_cases = std::move(*cases);
    m_next = 0;
    m_running = true;
    Q_EMIT progressed(0, static_cast<int>(m_cases.size()));
    whenAnswered(m_signIn.startTrainingOver(backFor(m_cases.front().daysAgo) + kStepMs), this,
                 [this](const Result<Person>& person) {
                     if (person) {
                         next();
                     } else {
                         stopWith(person.error());
                     }
                 });
    return true;
}

/// To the morning of that working day, each applicant some time after the one before; 0 for today.
qint64 SampleDay::backFor(int daysAgo) const
{
    if (daysAgo == 0) {
        return 0;
    }
    const auto& calendar = m_workplace.rules()->calendar;
    const qint64 now = m_workplace.realMs();
    QDate day = domain::legalDay(now);
    for (int left = daysAgo; left > 0;) {
        day = day.addDays(-1);
        left -= calendar.isWorkday(day) ? 1 : 0;
    }
    const qint64 then = domain::legalDayStartMs(day) + kOpensMs + static_cast<qint64>(m_next) * kStepMs;
    return std::max<qint64>(0, now - then);
}

void SampleDay::next()
{
    if (m_next == m_cases.size()) {
        done();
        return;
    }
    const SampleCase& sample = m_cases[m_next];
    m_workplace.setTrainingBack(backFor(sample.daysAgo));
    ++m_next;
    Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_cases.size()));
    if (const auto begun = m_intake.begin(sample.item); !begun) {
        stopWith(begun.error());
        return;
    }
    fillIn(sample);
    // What is known of the applicant from the cases before is looked up by then.
    whenAnswered(m_workplace.ledger().run([](ledger::Ledger&) { return Result<void>(); }), this,
                 [this, &sample](const Result<void>&) { take(sample); });
}

void SampleDay::fillIn(const SampleCase& sample)
{
    const QDate today = domain::legalDay(m_workplace.realMs());
    for (const auto& [key, value] : sample.fields) {
        if (m_intake.guide().field(key.toString()) != nullptr) {
            m_intake.setField(key.toString(), valueOf(value.toJsonValue(), today));
        }
    }
    const auto due = m_intake.situation().materials; // a copy: every answer makes it anew
    for (const domain::DueMaterial& material : due) {
        if (material.asked) {
            m_intake.answerQuestion(material.material->id, false);
        }
    }
    if (sample.draft) {
        return;
    }
    for (const domain::GuideMaterial& material : m_intake.guide().materials) {
        if (const auto unfit = sample.unfit.constFind(material.id); unfit != sample.unfit.cend()) {
            m_intake.setMaterialState(material.id, MaterialState::Unfit, *unfit);
        } else if (!sample.missing.contains(material.id)) {
            m_intake.setMaterialState(material.id, MaterialState::Received);
        }
    }
}

void SampleDay::take(const SampleCase& sample)
{
    if (sample.draft) {
        whenAnswered(m_intake.putAside(), this, [this](const Result<void>& kept) {
            if (kept) {
                next();
            } else {
                stopWith(kept.error());
            }
        });
        return;
    }
    // A program built today would doubt the clock of last week.
    m_intake.confirmClock();
    whenAnswered(m_intake.decide(sample.answer.value_or(m_intake.answer())), this,
                 [this, &sample](const Result<Decided>& decided) {
                     if (!decided) {
                         stopWith(decided.error());
                     } else if (sample.supplemented) {
                         supplement(decided->caseNumber, sample.daysAgo - 1);
                     } else {
                         next();
                     }
                 });
}

/// What the notice asked for is brought on a later day, and the case is answered anew.
void SampleDay::supplement(const QString& caseNumber, int daysAgo)
{
    m_workplace.setTrainingBack(backFor(daysAgo));
    whenAnswered(m_supplement.begin(caseNumber), this, [this](const Result<void>& begun) {
        if (!begun) {
            stopWith(begun.error());
            return;
        }
        const std::vector<SupplementItem> items = m_supplement.items(); // a copy, as above
        for (const SupplementItem& item : items) {
            m_supplement.setMaterialState(item.material, MaterialState::Received);
        }
        m_supplement.confirmClock();
        whenAnswered(m_supplement.resubmit(m_supplement.answer()), this,
                     [this](const Result<ActDone>& answered) {
                         if (answered) {
                             next();
                         } else {
                             stopWith(answered.error());
                         }
                     });
    });
}

void SampleDay::done()
{
    m_workplace.setTrainingBack(0);
    m_running = false;
    m_workplace.noteWritten();
    Q_EMIT finished(static_cast<int>(m_cases.size()));
}

void SampleDay::stopWith(const domain::Error& error)
{
    m_workplace.setTrainingBack(0);
    m_running = false;
    m_intake.release();
    m_workplace.noteWritten();
    Q_EMIT failed(error);
}

} // namespace ow::desk
