// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"

#include "domain/formvalue.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <array>

namespace ow::test {

using domain::Answer;
using domain::ErrorCode;
using domain::Result;
using namespace Qt::StringLiterals;

const QString DeskWindow::kItem = u"62-JT-GG-0007"_s;

namespace {

desk::WorkplaceOptions optionsFor(DeskPlace& place)
{
    desk::WorkplaceOptions options;
    options.folder = place.folder.filePath(u"data"_s);
    options.mirrorFolder = place.folder.filePath(u"mirror"_s);
    options.helper = QFile::decodeName(OW_CAPTURE_PROGRAM);
    options.machineId = place.machineId;
    options.clock = &place.clock;
    options.crypto = place.crypto.get();
    options.kdf = {8, 1, 1};
    return options;
}

template <class T> T good(Result<T> result)
{
    INFO(
        (result
             ? std::string()
             : QString(domain::errorName(result.error().code) + u' ' + result.error().detail).toStdString()));
    REQUIRE(result);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QCborValue valueFor(const domain::GuideField& field)
{
    if (!field.options.isEmpty())
        return field.options.constFirst();
    if (field.type == domain::FieldType::Date)
        return u"2026-11-20"_s;
    return u"兰州市城关区"_s;
}

} // namespace

QString residentNumber(int applicant)
{
    const QString body = u"62010219900307"_s + QString::number(100 + applicant);
    constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += body.at(static_cast<qsizetype>(i)).digitValue() * kWeights[i];
    return body + u"10X98765432"_s.at(sum % 11);
}

DeskWindow::DeskWindow(DeskPlace& place)
    : workplace(optionsFor(place))
{
    good(await(workplace.loadRules()));
}

DeskWindow::~DeskWindow()
{
    drain();
}

void DeskWindow::drain()
{
    // What was asked of the ledger is answered before those who asked go.
    for (int i = 0; i < 3; ++i) {
        static_cast<void>(await(workplace.ledger().run([](ledger::Ledger&) -> Result<int> { return 0; })));
        QCoreApplication::processEvents();
    }
}

void DeskWindow::enrol(const CentreProcess& centre)
{
    good(await(connection.enrol(centre.url(), centre.enrolCode(u"W03"_s), u"Window PC"_s)));
}

void DeskWindow::open()
{
    good(await(workplace.openProfile(desk::Profile::Window)));
}

void DeskWindow::signIn(const QString& user)
{
    good(await(signInDesk.signIn(user, CentreProcess::kPassword)));
}

void DeskWindow::fillIn(int applicant)
{
    good(intake.begin(kItem));
    for (const domain::GuideField& field : intake.guide().fields) {
        if (field.required && !field.key.startsWith(u"agent"))
            intake.setField(field.key, valueFor(field));
    }
    intake.setField(u"applicantName"_s, u"马尕让"_s);
    intake.setField(u"applicantNo"_s, residentNumber(applicant));
    intake.setField(u"division"_s, u"620102"_s);
    intake.setField(u"mobile"_s, u"13893112345"_s);
    const auto due = intake.situation().materials; // a copy: every answer makes it anew
    for (const domain::DueMaterial& material : due) {
        if (material.asked)
            intake.answerQuestion(material.material->id, true);
        intake.setMaterialState(material.material->id, domain::MaterialState::Received);
    }
}

desk::Decided DeskWindow::accept(int applicant)
{
    fillIn(applicant);
    return decide(Answer::Accept);
}

desk::Decided DeskWindow::decide(Answer answer)
{
    for (const domain::Finding& finding : intake.findings())
        UNSCOPED_INFO(finding.code.toStdString() << " " << finding.field.toStdString());
    auto decided = await(intake.decide(answer));
    if (!decided && decided.error().code == ErrorCode::ClockDoubtful) {
        intake.confirmClock();
        decided = await(intake.decide(answer));
    }
    return good(std::move(decided));
}

desk::FinishedPaper DeskWindow::paper(const desk::Decided& decided)
{
    return good(await(papers.open(decided.caseNumber, decided.paperNumber)));
}

desk::CaseDetail DeskWindow::caseOf(const QString& number)
{
    return good(await(cases.open(number)));
}

std::vector<desk::DraftLine> DeskWindow::drafts()
{
    return good(await(intake.drafts()));
}

bool DeskWindow::waitSynced()
{
    // Behind what was written so far: the strip counts by what the ledger says.
    connection.retryNow();
    const auto pending = [this] {
        return workplace.ledger().run([](ledger::Ledger& ledger) { return ledger.outbox().pending(); });
    };
    auto asked = pending();
    return waitUntil([&] {
        if (!asked.isFinished())
            return false;
        const auto waiting = asked.result();
        if (waiting && waiting->entries == 0 && waiting->blobs == 0 &&
            connection.status().line == desk::LineStatus::Line::Online)
            return true;
        asked = pending();
        return false;
    });
}

bool DeskWindow::waitOffline()
{
    connection.retryNow();
    return waitUntil([this] { return connection.status().line == desk::LineStatus::Line::Offline; });
}

} // namespace ow::test
