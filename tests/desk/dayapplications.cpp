// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/dayapplications.h"

#include "desk/deskwindow.h"
#include "ui/filledform.h"

#include <QCborArray>

#include <catch2/catch.hpp>

#include <array>

namespace ow::test {

using domain::Answer;
using domain::CaseState;
using namespace Qt::StringLiterals;

namespace {

// Four materials, M03 asked about, M04 needed and tolerable for five days of a promised seven.
const QString kPermit = u"62-JT-XK-0040"_s;
const QString kWithin = u"62-JT-XK-0007"_s;
const QString kAcross = u"62-JT-XK-0006"_s;

/// A credit code of Lanzhou whose organisation code is made from `applicant` (GB 32100, GB 11714).
QString creditCode(int applicant)
{
    const QString organisation = QString::number(10'000'000 + applicant);
    constexpr std::array kInner{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kInner.size(); ++i)
        sum += organisation.at(static_cast<qsizetype>(i)).digitValue() * kInner[i];
    const int inner = (11 - sum % 11) % 11;
    const QString body = u"91620100"_s + organisation + (inner == 10 ? u'X' : QChar(u'0' + inner));
    static const QString alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
    sum = 0;
    int weight = 1;
    for (const QChar c : body) {
        sum += static_cast<int>(alphabet.indexOf(c)) * weight;
        weight = weight * 3 % 31;
    }
    return body + alphabet.at((31 - sum % 31) % 31);
}

QCborArray axles(int count, const QString& load)
{
    QCborArray rows;
    for (int i = 1; i <= count; ++i)
        rows.append(QCborArray{QString::number(i), load, u"8"_s, u"1.5"_s});
    return rows;
}

struct Measures
{
    QString hei;
    QString wid;
    QString len;
    QString mass;
    QString load; ///< of each of six axles
};

Measures measuresOf(const QString& oversize)
{
    if (oversize == u"none"_s)
        return {u"3.9"_s, u"2.5"_s, u"17"_s, u"30000"_s, u"5000"_s};
    if (oversize == u"I"_s)
        return {u"4.1"_s, u"2.9"_s, u"19"_s, u"30000"_s, u"5000"_s};
    if (oversize == u"II"_s)
        return {u"4.4"_s, u"3.5"_s, u"27"_s, u"54000"_s, u"9000"_s};
    return {u"4.6"_s, u"3.8"_s, u"32.6"_s, u"57000"_s, u"9500"_s};
}

void fillOversize(desk::IntakeDesk& intake, const Application& application)
{
    const Measures measures = measuresOf(application.oversize);
    const std::vector<std::pair<QString, QCborValue>> answers{
        {u"licenceScope"_s, QCborArray{application.inScope ? u"大型物件运输"_s : u"道路普通货物运输"_s}},
        {u"runningBan"_s, false},
        {u"divisible"_s, application.divisible},
        {u"carriage"_s, u"普通平板"_s},
        {u"tractorPlate"_s, u"甘A12345"_s},
        {u"trailerPlate"_s, u"甘A0001挂"_s},
        {u"axles"_s, axles(6, measures.load)},
        {u"driveAxles"_s, u"2"_s},
        {u"totalHei"_s, measures.hei},
        {u"totalWid"_s, measures.wid},
        {u"totalLen"_s, measures.len},
        {u"totalMass"_s, measures.mass},
        {u"goodsMass"_s, u"20000"_s},
        {u"dateFrom"_s, u"2026-12-06"_s},
        {u"dateTo"_s, u"2026-12-08"_s},
    };
    for (const auto& [key, value] : answers)
        intake.setField(key, value);
    if (intake.guide().field(u"provinces"_s) != nullptr)
        intake.setField(u"provinces"_s, QCborArray{u"甘肃"_s, u"新疆"_s});
    if (!application.handling.isEmpty())
        intake.chooseSituation(u"handling"_s, application.handling);
}

void addOversize(std::vector<Application>& all)
{
    for (const QString& item : {kWithin, kAcross}) {
        for (const QString& oversize : {u"none"_s, u"I"_s, u"II"_s, u"III"_s})
            all.push_back({.item = item, .oversize = oversize});
        all.push_back({.item = item, .oversize = u"I"_s, .handling = u"S04"_s});
        all.push_back({.item = item, .oversize = u"III"_s, .handling = u"S05"_s});
        all.push_back({.item = item, .oversize = u"II"_s, .divisible = true});
    }
    all.push_back({.item = kWithin, .oversize = u"III"_s, .inScope = false});
}

void addStories(std::vector<Application>& all)
{
    for (const Story story : {Story::Broken,           Story::Late,           Story::Supplied,
                              Story::Supplied,         Story::NoticeAccepted, Story::NoticeAccepted,
                              Story::NoticeOpen,       Story::NoticeTwice,    Story::NoticeDeclined,
                              Story::ReceivedAnswered, Story::ReceivedOpen,   Story::Corrected,
                              Story::Advised,          Story::Withdrawn,      Story::WithdrawnEarly,
                              Story::PutAside,         Story::HandedOver,     Story::Undone,
                              Story::Duplicate,        Story::Duplicate})
        all.push_back({.item = kPermit, .story = story});
    all.push_back({.item = kWithin, .story = Story::Barred, .oversize = u"I"_s});
    all.push_back({.item = kWithin, .story = Story::AfterLate, .oversize = u"I"_s});
    all.push_back({.item = kWithin, .story = Story::Interrupted, .oversize = u"III"_s});
    all.push_back({.item = kPermit, .story = Story::Interrupted});
    all.push_back({.item = u"62-JT-XK-0034"_s, .story = Story::Returned});
    all.push_back({.item = u"62-JT-XK-0021"_s, .story = Story::Returned});
}

} // namespace

Outcome accepted()
{
    return {Answer::Accept, CaseState::Accepted, {u"receive"_s, u"accept"_s}, {u"acceptance"_s}};
}

Outcome deficient()
{
    return {Answer::AcceptDeficient,
            CaseState::Accepted,
            {u"receive"_s, u"accept"_s, u"promise"_s},
            {u"deficientAcceptance"_s, u"promise"_s}};
}

Outcome noticed()
{
    return {Answer::Notice, CaseState::AwaitingSupplement, {u"receive"_s, u"notice"_s}, {u"oneTimeNotice"_s}};
}

Outcome received()
{
    return {Answer::ReceiveOnly, CaseState::Received, {u"receive"_s}, {u"receipt"_s}};
}

Outcome outcomeOf(const Application& application)
{
    if (application.oversize == u"none"_s)
        return {Answer::NotRequired,
                CaseState::NotRequired,
                {u"receive"_s, u"notRequired"_s},
                {u"notRequired"_s}};
    if (application.divisible || !application.inScope)
        return {Answer::Decline, CaseState::Declined, {u"receive"_s, u"decline"_s}, {u"decline"_s}};
    const QString number = application.item.mid(6);
    if (number == u"QT-0005"_s)
        return {Answer::AcceptAndGrant,
                CaseState::Issued,
                {u"receive"_s, u"accept"_s, u"grant"_s, u"issue"_s},
                {u"acceptance"_s, u"result"_s}};
    if (QStringList{u"GG-0002"_s, u"GG-0003"_s}.contains(number)) // a licence, a plate: made elsewhere
        return {Answer::AcceptAndGrant,
                CaseState::Granted,
                {u"receive"_s, u"accept"_s, u"grant"_s},
                {u"acceptance"_s, u"result"_s}};
    if (QStringList{u"XK-0025"_s, u"XK-0029"_s, u"GG-0001"_s}.contains(number))
        return {Answer::PassOn, CaseState::PassedOn, {u"receive"_s, u"passOn"_s}, {u"passOn"_s}};
    if (QStringList{u"QT-0001"_s, u"XK-0031"_s, u"XK-0038"_s}.contains(number))
        return {Answer::Decline,
                CaseState::Declined,
                {u"receive"_s, u"decline"_s, u"advice"_s},
                {u"decline"_s, u"advice"_s}};
    return accepted();
}

std::vector<Application> applicationsOfTheDay()
{
    std::vector<Application> all;
    addOversize(all); // 15
    addStories(all);  // 26
    // Accepted and decided later: permits, other confirmations, other business, public service.
    for (const QString& number : {u"XK-0001"_s, u"XK-0003"_s, u"XK-0008"_s, u"XK-0017"_s, u"XK-0041"_s,
                                  u"XK-0042"_s, u"QR-0002"_s, u"QR-0004"_s, u"QT-0002"_s, u"QT-0006"_s})
        all.push_back({.item = u"62-JT-"_s + number});
    // On the spot: a licence and a plate to be fetched, a receipt handed over.
    for (const QString& number : {u"GG-0002"_s, u"GG-0003"_s, u"QT-0005"_s})
        all.push_back({.item = u"62-JT-"_s + number});
    for (const QString& number : {u"XK-0025"_s, u"XK-0029"_s, u"GG-0001"_s})
        all.push_back({.item = u"62-JT-"_s + number});
    for (const QString& number : {u"QT-0001"_s, u"XK-0031"_s, u"XK-0038"_s})
        all.push_back({.item = u"62-JT-"_s + number});
    int applicant = 0;
    for (Application& application : all) {
        application.applicant = ++applicant;
        application.natural = applicant % 3 == 0;
    }
    const auto share = [&all](Story with, Story as) {
        const auto first = std::ranges::find(all, as, &Application::story);
        for (Application& application : all) {
            if (application.story == with) {
                application.applicant = first->applicant;
                application.natural = first->natural;
            }
        }
    };
    share(Story::Barred, Story::Broken);
    share(Story::AfterLate, Story::Late);
    share(Story::Duplicate, Story::Duplicate);
    return all;
}

void fillIn(desk::IntakeDesk& intake, const Application& application)
{
    REQUIRE(intake.begin(application.item));
    ui::tests::Person person;
    person.agentId = residentNumber(500 + application.applicant);
    person.uscc =
        application.natural ? residentNumber(application.applicant) : creditCode(application.applicant);
    person.name = application.natural ? u"马尕让"_s : u"兰州第%1运输有限公司"_s.arg(application.applicant);
    ui::tests::fillRequired(intake, person);
    const domain::Guide guide = intake.guide();
    for (const domain::GuideField& field : guide.fields) {
        // An item only organisations apply for has no natural number in its place.
        if (field.rule == u"uscc"_s && field.required)
            intake.setField(field.key, creditCode(application.applicant));
        if (field.rule == u"roadno"_s && field.required)
            intake.setField(field.key, u"G30"_s);
        if (field.rule == u"stake"_s && field.required)
            intake.setField(field.key, u"K12+300"_s);
    }
    if (const domain::GuideField* kind = guide.field(u"applicantKind"_s)) {
        for (const QString& option : kind->options) {
            if (option.contains(u"法人"_s) != application.natural)
                intake.setField(kind->key, option);
        }
    }
    if (!application.oversize.isEmpty())
        fillOversize(intake, application);
    const auto due = intake.situation().materials; // a copy: every answer makes it anew
    for (const domain::DueMaterial& material : due) {
        if (material.asked)
            intake.answerQuestion(material.material->id, true);
    }
}

} // namespace ow::test
