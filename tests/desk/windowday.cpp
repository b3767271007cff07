// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/windowday.h"

#include "desk/profileplaces.h"

#include <QBuffer>
#include <QImage>

namespace ow::test {

using namespace Qt::StringLiterals;
using domain::Answer;
using domain::CaseState;
using domain::ErrorCode;
using domain::MaterialState;

QByteArray photograph(int shade)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(qRgb(shade % 256, 90, shade / 256 % 256));
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "PNG"));
    return buffer.data();
}

// -- people and the program

WindowDay::WindowDay(quint32 seed)
    : m_random(seed)
{
    m_place.machineId = desk::standardOptions({}, m_place.clock, *m_place.crypto).machineId;
    m_centre.start();
    m_proxy = std::make_unique<DroppingProxy>(m_centre.port());
    m_run = std::make_unique<Run>(m_place);
    good(await(m_run->window.connection.enrol(CentreProcess::urlAt(m_proxy->port()),
                                              m_centre.enrolCode(u"W03"_s), u"Window PC"_s)));
    m_run->window.signIn();
    REQUIRE(m_run->window.waitSynced());
}

void WindowDay::open()
{
    m_run = std::make_unique<Run>(m_place);
    m_run->window.open();
    m_run->window.signIn();
}

void WindowDay::takeOver(const QString& user)
{
    intake().saveNow();
    good(await(m_run->window.signInDesk.lock()));
    const auto wrong = await(m_run->window.signInDesk.takeOver(user, u"not this one"_s));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::PasswordWrong);
    good(await(m_run->window.signInDesk.takeOver(user, CentreProcess::kPassword)));
    intake().release();
}

void WindowDay::asChief(const Step& step)
{
    takeOver(CentreProcess::kChief);
    step();
    takeOver(CentreProcess::kClerk);
}

// -- what is done about a case

void WindowDay::begin(const Application& application, const QStringList& missing)
{
    fillIn(intake(), application);
    for (const QString& material : missing)
        intake().setMaterialState(material, MaterialState::Missing);
    // What is known of the applicant arrives from the ledger.
    static_cast<void>(
        await(m_run->window.workplace.ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); })));
    QCoreApplication::processEvents();
    if (m_random.bounded(4) == 0 && !missing.contains(u"M01"_s))
        good(await(intake().addBytes(u"M01"_s, photograph(++m_files), u"申请表"_s)));
}

QString WindowDay::decide(const Outcome& outcome)
{
    INFO(intake().guide().ref.code.toStdString());
    for (const domain::Finding& finding : intake().findings())
        UNSCOPED_INFO(finding.code.toStdString()
                      << " " << finding.field.toStdString() << " " << finding.material.toStdString());
    if (outcome.answer != Answer::ReceiveOnly)
        REQUIRE(intake().answer() == outcome.answer);
    const desk::Decided decided = m_run->window.decide(outcome.answer);
    CHECK(decided.state == outcome.state);
    CHECK(kindsOf(decided.papers) == outcome.papers);
    m_book.opened(decided.caseNumber, outcome.state, decided.papers, outcome.kinds);
    m_opened << decided.caseNumber;
    if (m_random.bounded(2) == 0) // the others are made in the evening
        CHECK(m_run->window.paper(decided).pdf.startsWith("%PDF-"));
    return decided.caseNumber;
}

/// `ask` once more when the clock is doubted and a person has looked at it.
desk::ActDone WindowDay::act(const std::function<desk::ActDesk::Answered()>& ask)
{
    auto done = await(ask());
    if (!done && done.error().code == ErrorCode::ClockDoubtful) {
        m_run->acts.confirmClock();
        m_run->supplement.confirmClock();
        done = await(ask());
    }
    return good(std::move(done));
}

void WindowDay::book(const desk::ActDone& done, CaseState state, const QStringList& kinds,
                     const QStringList& papers)
{
    INFO(done.caseNumber.toStdString());
    CHECK(done.state == state);
    CHECK(kindsOf(done.papers) == papers);
    m_book.moved(done.caseNumber, state, done.papers, kinds);
}

void WindowDay::bring(const QString& number, const QStringList& materials)
{
    good(await(m_run->supplement.begin(number)));
    for (const QString& material : materials) {
        good(await(m_run->supplement.addBytes(material, photograph(++m_files), material)));
        m_run->supplement.setMaterialState(material, MaterialState::Received);
    }
}

void WindowDay::resubmit(Answer answer, CaseState state, const QString& kind, const QString& paper)
{
    book(act([&] { return m_run->supplement.resubmit(answer); }), state, {u"resubmit"_s, kind},
         {u"supplementReceipt"_s, paper});
}

void WindowDay::supply(const QString& number, bool late)
{
    bring(number, {u"M04"_s});
    CHECK(m_run->supplement.items().front().late == late);
    book(act([&] { return m_run->supplement.supply(); }), CaseState::Accepted, {u"supply"_s},
         {u"supplyReceipt"_s});
}

void WindowDay::giveBack(const QString& number)
{
    asChief([&] {
        m_run->today.noteShown(good(await(m_run->today.open(number))));
        good(await(m_run->today.giveBack(number, u"请核对章程。"_s, CentreProcess::kClerk)));
    });
    m_book.noted(number, u"task"_s);
    m_book.returned(number, 1);
}

void WindowDay::check(const QString& number)
{
    asChief([&] {
        m_run->today.noteShown(good(await(m_run->today.open(number))));
        CHECK(good(await(m_run->today.check({number}))).checked == QStringList{number});
    });
    m_book.noted(number, u"check"_s);
}

void WindowDay::compare()
{
    REQUIRE(m_duplicates.size() == 2);
    m_book.willBeFlagged(m_duplicates[1], u"duplicate"_s);
    const auto seen = good(await(m_run->duplicates.compare(m_duplicates[0], m_duplicates[1])));
    good(await(m_run->duplicates.decide(seen, desk::DuplicateDecision::Different, u"两处航标"_s)));
    for (const QString& number : m_duplicates) {
        m_book.noted(number, u"note"_s);
        CHECK(m_run->window.caseOf(number).duplicates.isEmpty());
    }
}

void WindowDay::reprintAndUnmask()
{
    for (int i = 0; i < 5; ++i) {
        const QString number = m_opened[m_random.bounded(m_opened.size())];
        const QString paper = m_book.cases()[number].paperNumbers.front();
        const int time = good(await(m_run->window.cases.notePrint(number, paper))).time;
        CHECK(good(await(m_run->window.cases.notePrint(number, paper))).time == time + 1);
        for (const QString& kind : {u"reprint"_s, u"reprint"_s, u"unmask"_s})
            m_book.lookedAt(number, kind);
        CHECK_FALSE(good(await(m_run->window.cases.unmask(number, desk::UnmaskReason::Contact)))
                        .applicantId.contains(u'*'));
    }
}

void WindowDay::leaveDraft()
{
    begin({.item = u"62-JT-XK-0015"_s, .applicant = 99});
    m_leftDraft = intake().intake().draftId;
    good(await(intake().putAside()));
}

} // namespace ow::test
