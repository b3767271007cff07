// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/intakecommand.h"

#include "ctl/intakefile.h"
#include "desk/actwriting.h"
#include "desk/brokenpromise.h"
#include "desk/decision.h"
#include "desk/duplicates.h"
#include "domain/casefile.h"
#include "ledger/ledger.h"

#include <QCborArray>
#include <QFile>
#include <QFileInfo>

#include <functional>
#include <memory>

namespace ow::ctl {

namespace {

using domain::Result;
using Answer = Result<QCborMap>;
using OrderPtr = std::shared_ptr<IntakeOrder>;

constexpr qint64 kMaxOrder = 1024 * 1024;

Result<IntakeOrder> readOrder(const desk::Workplace& workplace, const CommandLine& line)
{
    const QString path = line.arguments.front();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxOrder) {
        return domain::fail(domain::ErrorCode::FileUnreadable,
                            QStringLiteral("cannot be read, or over 1 MiB"), path);
    }
    return readIntakeOrder(file.readAll(), QFileInfo(path).absolutePath(), workplace.rules()->catalogue);
}

struct Judged
{
    domain::Findings findings;
    domain::DueDates due;
};

/// What the ledger knows of the applicant.
struct Known
{
    std::vector<domain::OpenCase> open;
    bool brokenPromise = false;
};

Result<Known> knownOf(const ledger::Ledger& ledger, const IntakeOrder& order, QDate today)
{
    auto open = desk::openCasesOf(ledger, order.intake.applicant.idNumber, order.guide->ref.code);
    if (!open) {
        return tl::unexpected(open.error());
    }
    return desk::brokenPromiseOf(ledger, order.intake.applicant.idNumber, today).map([&open](bool broken) {
        return Known{std::move(*open), broken};
    });
}

Result<Judged> judge(const desk::Workplace& workplace, const IntakeOrder& order, const Known& known)
{
    const auto regime = workplace.rules()->regimes.forTypeCode(order.guide->typeCode);
    if (!regime) {
        return tl::unexpected(regime.error());
    }
    const domain::DueDates due = desk::dueDates(*order.guide, order.intake, *regime,
                                                workplace.rules()->calendar, workplace.today(), true);
    return Judged{domain::preflight(*order.guide, order.intake, order.form,
                                    {*regime, known.open, known.brokenPromise, due.promised}),
                  due};
}

QFuture<Answer> refuse(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Answer(tl::unexpected(error)));
}

using Done = QFuture<Result<void>>;

Done ready(const Result<void>& result)
{
    return QtFuture::makeReadyFuture(result);
}

/// What is done with a file the helper found whole.
using FileStep = std::function<Done(const NamedFile&, const capture::ExaminedFile&)>;

/// Has the files examined by the helper one after the other, so that one at a time is in memory.
Done eachFile(desk::Workplace& workplace, const OrderPtr& order, std::size_t next, const FileStep& step)
{
    if (next == order->files.size()) {
        return ready({});
    }
    return workplace.files()
        .examineFile(order->files[next].path)
        .then(&workplace,
              [order, next, step](const Result<capture::ExaminedFile>& file) {
                  if (!file) {
                      domain::Error error = file.error();
                      error.field = QStringLiteral("materials.") + order->files[next].material;
                      return ready(tl::unexpected(error));
                  }
                  return step(order->files[next], *file);
              })
        .unwrap()
        .then(&workplace,
              [&workplace, order, next, step](const Result<void>& done) {
                  return done ? eachFile(workplace, order, next + 1, step) : ready(done);
              })
        .unwrap();
}

/// All files are examined before the first is stored: one that cannot be read leaves nothing behind.
Done takeFiles(desk::Workplace& workplace, const OrderPtr& order)
{
    const FileStep look = [](const NamedFile&, const capture::ExaminedFile&) { return ready({}); };
    const FileStep store = [&workplace, order](const NamedFile& named, const capture::ExaminedFile& file) {
        return workplace.ledger().run([order, named, file](ledger::Ledger& ledger) -> Result<void> {
            const auto stored = ledger.blobs().put(file.bytes);
            if (!stored) {
                return tl::unexpected(stored.error());
            }
            order->intake.materialSlot(named.material)
                .files.push_back({stored->id, stored->sm3, stored->size, file.mime,
                                  static_cast<int>(file.pages.size()), file.title});
            return {};
        });
    };
    return eachFile(workplace, order, 0, look)
        .then(&workplace,
              [&workplace, order, store](const Result<void>& whole) {
                  return whole ? eachFile(workplace, order, 0, store) : ready(whole);
              })
        .unwrap();
}

/// Makes the papers of one case, one after the other; whether all were made.
QFuture<bool> makeAll(desk::PaperDesk& papers, const desk::ActDone& written)
{
    QFuture<bool> done = QtFuture::makeReadyFuture(true);
    for (const desk::GivenPaper& paper : written.papers) {
        done = done.then(&papers,
                         [&papers, number = written.caseNumber, paper](bool before) {
                             return papers.open(number, paper.number)
                                 .then(&papers, [before](const Result<desk::FinishedPaper>& made) {
                                     return before && made.has_value();
                                 });
                         })
                   .unwrap();
    }
    return done;
}

QCborMap describeWritten(QCborMap told, const desk::ActDone& written)
{
    QCborArray numbers;
    for (const desk::GivenPaper& paper : written.papers) {
        numbers.append(paper.number);
    }
    told.insert(QStringLiteral("number"), written.caseNumber);
    told.insert(QStringLiteral("state"), QString(domain::stateKey(written.state)));
    told.insert(QStringLiteral("papers"), numbers);
    return told;
}

QFuture<Answer> decideAndPrint(desk::Workplace& workplace, desk::PaperDesk& papers, const OrderPtr& order,
                               const Known& known)
{
    const auto judged = judge(workplace, *order, known);
    if (!judged) {
        return refuse(judged.error());
    }
    desk::DecisionRequest request;
    request.guide = *order->guide;
    request.intake = order->intake;
    request.answer = domain::answerFor(*order->guide, judged->findings);
    request.findings = judged->findings;
    request.actor = workplace.person()->id;
    const auto acts = desk::decisionActs(request, workplace.rules());
    if (!acts) {
        return refuse(acts.error());
    }
    const QCborMap told = describe(*order, judged->findings, judged->due);
    return workplace.ledger()
        .run([acts = *acts](ledger::Ledger& ledger) { return desk::appendActs(ledger, acts); })
        .then(&workplace,
              [&papers, told](const Result<desk::ActDone>& written) -> QFuture<Answer> {
                  if (!written) {
                      return refuse(written.error());
                  }
                  // The case stands whatever becomes of its papers: one that fails now is 待打印.
                  return makeAll(papers, *written)
                      .then(&papers, [map = describeWritten(told, *written)](bool all) -> Answer {
                          QCborMap whole = map;
                          whole.insert(QStringLiteral("paperMade"), all);
                          return whole;
                      });
              })
        .unwrap();
}

} // namespace

Answer dryRunIntake(desk::Workplace& workplace, const CommandLine& line)
{
    const auto order = readOrder(workplace, line);
    if (!order) {
        return tl::unexpected(order.error());
    }
    const auto judged = judge(workplace, *order, {});
    return judged ? Answer(describe(*order, judged->findings, judged->due)) : tl::unexpected(judged.error());
}

QFuture<Answer> takeIntake(desk::Workplace& workplace, desk::PaperDesk& papers, const CommandLine& line)
{
    auto read = readOrder(workplace, line);
    if (!read) {
        return refuse(read.error());
    }
    auto order = std::make_shared<IntakeOrder>(std::move(*read));
    return takeFiles(workplace, order)
        .then(&workplace,
              [&workplace, order](const Result<void>& taken) -> QFuture<Result<Known>> {
                  if (!taken) {
                      return QtFuture::makeReadyFuture(Result<Known>(tl::unexpected(taken.error())));
                  }
                  return workplace.ledger().run([order, today = workplace.today()](ledger::Ledger& ledger) {
                      return knownOf(ledger, *order, today);
                  });
              })
        .unwrap()
        .then(&workplace,
              [&workplace, &papers, order](const Result<Known>& known) {
                  return known ? decideAndPrint(workplace, papers, order, *known) : refuse(known.error());
              })
        .unwrap();
}

} // namespace ow::ctl
