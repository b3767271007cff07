// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/windowday.h"
#include "domain/formvalue.h"

#include <QFile>

#include <algorithm>

namespace ow::test {

using namespace Qt::StringLiterals;
using domain::Answer;
using domain::CaseState;
using domain::ErrorCode;
using domain::MaterialState;

WindowDay::Steps WindowDay::stepsOf(const Application& application)
{
    const auto number = std::make_shared<QString>();
    Steps steps = laterSteps(application, number);
    steps.push_front(firstStep(application, number));
    return steps;
}

WindowDay::Step WindowDay::firstStep(const Application& application, const std::shared_ptr<QString>& number)
{
    const auto opening = [this, application, number](const Outcome& outcome, const QStringList& missing) {
        return [=, this] {
            begin(application, missing);
            *number = decide(outcome);
        };
    };
    switch (application.story) {
    case Story::Broken:
    case Story::Late:
    case Story::Supplied:
    case Story::AfterLate:
        return opening(deficient(), {u"M04"_s});
    case Story::Barred:
        return opening(noticed(), {u"M04"_s});
    case Story::NoticeAccepted:
    case Story::NoticeOpen:
        return opening(noticed(), {u"M01"_s});
    case Story::NoticeTwice:
    case Story::NoticeDeclined:
        return opening(noticed(), {u"M01"_s, u"M02"_s});
    case Story::ReceivedAnswered:
    case Story::ReceivedOpen:
    case Story::WithdrawnEarly:
        return opening(received(), {});
    case Story::Corrected:
        return [this, application, number] {
            begin(application);
            intake().setField(u"mobile"_s, u"123"_s);
            *number = decide(received());
        };
    case Story::PutAside:
        return [this, application] { putAsideAndResume(application); };
    case Story::HandedOver:
        return [this, application] { handOver(application); };
    case Story::Undone:
        return [this, application] { undo(application); };
    case Story::Interrupted:
        return [this, application] { interrupted(application); };
    case Story::Duplicate:
        return [this, application] {
            begin(application);
            m_duplicates << decide(accepted());
        };
    default:
        return opening(outcomeOf(application), {});
    }
}

WindowDay::Steps WindowDay::supplementSteps(const Application& application,
                                            const std::shared_ptr<QString>& number)
{
    switch (application.story) {
    case Story::Supplied:
        return {[this, number] {
                    const QString path = m_place.folder.filePath(u"signed.png"_s);
                    QFile file(path);
                    REQUIRE(file.open(QIODevice::WriteOnly));
                    file.write(photograph(++m_files));
                    file.close();
                    book(act([&] { return m_run->acts.signPromise(look(*number), path); }),
                         CaseState::Accepted, {u"promise"_s}, {});
                },
                [this, number] { supply(*number, false); }};
    case Story::NoticeAccepted:
        return {[this, number] {
            bring(*number, {u"M01"_s});
            resubmit(Answer::Accept, CaseState::Accepted, u"accept"_s, u"acceptance"_s);
        }};
    case Story::NoticeDeclined:
        return {[this, number] {
            bring(*number, {u"M02"_s});
            resubmit(Answer::Decline, CaseState::Declined, u"decline"_s, u"decline"_s);
        }};
    case Story::NoticeTwice:
        return {[this, number] {
                    bring(*number, {u"M01"_s});
                    const auto refused = await(m_run->supplement.resubmit(Answer::Notice));
                    REQUIRE_FALSE(refused);
                    CHECK(refused.error().code == ErrorCode::RoleMissing);
                    good(await(m_run->supplement.putAside()));
                    asChief([&] {
                        good(await(m_run->supplement.begin(*number)));
                        CHECK(m_run->supplement.openCount() == 1);
                        resubmit(Answer::Notice, CaseState::AwaitingSupplement, u"notice"_s,
                                 u"oneTimeNotice"_s);
                    });
                },
                [this, number] {
                    bring(*number, {u"M02"_s});
                    resubmit(Answer::Accept, CaseState::Accepted, u"accept"_s, u"acceptance"_s);
                }};
    default:
        return {};
    }
}

WindowDay::Steps WindowDay::laterSteps(const Application& application, const std::shared_ptr<QString>& number)
{
    switch (application.story) {
    case Story::ReceivedAnswered:
        return {[this, number] {
            book(act([&] { return m_run->acts.answer(look(*number), Answer::Accept); }), CaseState::Accepted,
                 {u"accept"_s}, {u"acceptance"_s});
        }};
    case Story::Corrected:
        return {[this, number] {
                    book(act([&] {
                             return m_run->acts.correct(look(*number), {{u"mobile"_s, u"13909310001"_s}},
                                                        u"王二"_s);
                         }),
                         CaseState::Received, {u"correctOnSpot"_s}, {u"correction"_s});
                },
                [this, number] {
                    book(act([&] { return m_run->acts.answer(look(*number), Answer::Accept); }),
                         CaseState::Accepted, {u"accept"_s}, {u"acceptance"_s});
                }};
    case Story::Advised:
        return {[this, number] {
            book(act([&] { return m_run->acts.advise(look(*number), u"变更需要什么"_s); }),
                 CaseState::Accepted, {u"advice"_s}, {u"advice"_s});
        }};
    case Story::Withdrawn:
    case Story::WithdrawnEarly:
        return {[this, number] {
            book(act([&] { return m_run->acts.withdraw(look(*number), u"不再需要"_s); }),
                 CaseState::Withdrawn, {u"withdraw"_s}, {u"withdrawal"_s});
        }};
    case Story::Returned:
        return {[this, number] { giveBack(*number); },
                [this, number] {
                    const auto seen = look(*number);
                    CHECK(seen.offers.answerTask);
                    book(act([&] { return m_run->acts.answerTask(seen, u"章程已核对。"_s); }),
                         CaseState::Accepted, {u"note"_s}, {});
                    m_book.returned(*number, 0);
                },
                [this, number] { check(*number); }};
    default:
        return supplementSteps(application, number);
    }
}

void WindowDay::putAsideAndResume(const Application& application)
{
    begin(application);
    const QString id = intake().intake().draftId;
    good(await(intake().discard(id)));
    good(await(intake().bringBackDiscarded()));
    if (!intake().isActive())
        good(await(intake().resume(id)));
    good(await(intake().putAside()));
    CHECK_FALSE(intake().isActive());
    good(await(intake().resume(id)));
    decide(accepted());
}

void WindowDay::handOver(const Application& application)
{
    begin(application);
    const QString id = intake().intake().draftId;
    good(await(intake().handOver(id, CentreProcess::kChief)));
    asChief([&] {
        good(await(intake().resume(id)));
        decide(accepted());
    });
}

void WindowDay::undo(const Application& application)
{
    begin(application);
    const auto before = domain::intakeToCbor(intake().intake());
    intake().endTyping();
    intake().setField(u"mobile"_s, u"123"_s);
    intake().setMaterialState(u"M01"_s, MaterialState::Unfit, u"没有盖章"_s);
    REQUIRE(intake().answer() == Answer::Notice);
    CHECK_FALSE(intake().undo().isEmpty());
    CHECK_FALSE(intake().undo().isEmpty());
    CHECK(domain::intakeToCbor(intake().intake()) == before);
    decide(accepted());
}

void WindowDay::interrupted(const Application& application)
{
    bool saved = false;
    {
        const auto watch =
            QObject::connect(&intake(), &desk::IntakeDesk::draftSaved, &intake(), [&saved] { saved = true; });
        begin(application);
        saved = false;
        intake().setField(u"mobile"_s, u"13909310077"_s);
        REQUIRE(waitUntil([&saved] { return saved; }));
        QObject::disconnect(watch);
    }
    const QString id = intake().intake().draftId;
    m_run.reset(); // nobody signs out
    open();
    const auto drafts = m_run->window.drafts();
    REQUIRE(std::ranges::count(drafts, id, &desk::DraftLine::id) == 1);
    good(await(intake().resume(id)));
    CHECK(domain::formValue(intake().intake(), u"mobile"_s).toString() == u"13909310077"_s);
    decide(outcomeOf(application));
}

} // namespace ow::test
