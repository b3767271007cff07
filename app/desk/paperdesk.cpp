// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paperdesk.h"

#include "desk/paperrequests.h"
#include "ledger/ledger.h"
#include "papers/paperdocument.h"

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;
using papers::PaperRequest;
using papers::RenderedPaper;

constexpr int kMostAtOnce = 100;

/// What the ledger knows of a paper: its bytes, or what is needed to make them.
struct Looked
{
    QByteArray pdf;
    PaperRequest request;
    QString kind;
};

Result<Looked> look(Ledger& ledger, const QString& caseNumber, const QString& paperNumber,
                    const HouseRules& rules)
{
    const auto history = ledger.cases().history(caseNumber);
    if (!history) {
        return tl::unexpected(history.error());
    }
    const auto& papers = history->file.papers;
    const auto paper = std::ranges::find(papers, paperNumber, &domain::PaperRef::number);
    if (paper != papers.end() && !paper->blob.isEmpty()) {
        auto content = ledger.blobs().content(paper->blob);
        if (!content) {
            return tl::unexpected(content.error());
        }
        return Looked{std::move(*content), {}, paper->kind};
    }
    QString staff;
    if (paper != papers.end()) {
        const auto deciding = std::ranges::find_if(history->entries, [&paper](const auto& entry) {
            return entry.entry.header.id == paper->decidingEntry;
        });
        if (deciding != history->entries.end()) {
            staff = deciding->entry.header.actor;
        }
    }
    if (const auto person = ledger.people().person(staff)) {
        staff = person->name;
    }
    auto request = paperRequest(*history, paperNumber, rules, ledger.identity(), staff);
    if (!request) {
        return tl::unexpected(request.error());
    }
    return Looked{{}, std::move(*request), {}};
}

Result<RenderedPaper> render(const PaperRequest& request, const HouseRules& rules)
{
    const papers::PaperTemplate* paper = rules.templates.find(request.templateId, request.templateVersion);
    if (paper == nullptr) {
        return domain::fail(ErrorCode::PaperFailed, QStringLiteral("the template is not at hand"),
                            request.templateId);
    }
    return papers::renderPaper(*paper, request);
}

/// Stores the PDF and says so in the ledger. When somebody was quicker, his stands.
Result<FinishedPaper> keep(Ledger& ledger, const PaperRequest& request, const RenderedPaper& rendered)
{
    const auto papers = ledger.cases().papers(request.caseNumber);
    if (!papers) {
        return tl::unexpected(papers.error());
    }
    const auto known = std::ranges::find(*papers, request.number, &ledger::PaperRow::number);
    if (known != papers->end() && known->paperSeq) {
        auto content = ledger.blobs().content(known->blob);
        if (!content) {
            return tl::unexpected(content.error());
        }
        return FinishedPaper{request.number, request.caseNumber, std::move(*content),
                             QString(papers::paperKindKey(request.kind))};
    }
    const auto stored = ledger.blobs().put(rendered.pdf);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    ledger::ActDraft act;
    act.kind = domain::Kind::Paper;
    act.actor = ledger.user();
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = request.caseNumber;
    act.blobs.append({stored->id, stored->size});
    act.body = ledger::fixedBody({{QStringLiteral("number"), request.number},
                                  {QStringLiteral("kind"), QString(papers::paperKindKey(request.kind))},
                                  {QStringLiteral("blob"), stored->id},
                                  {QStringLiteral("sm3"), stored->sm3},
                                  {QStringLiteral("size"), stored->size},
                                  {QStringLiteral("pages"), rendered.pages}});
    const std::vector acts{act};
    if (const auto written = ledger.append(acts); !written) {
        return tl::unexpected(written.error());
    }
    return FinishedPaper{request.number, request.caseNumber, rendered.pdf,
                         QString(papers::paperKindKey(request.kind))};
}

} // namespace

PaperDesk::PaperDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<FinishedPaper>> PaperDesk::open(const QString& caseNumber, const QString& paperNumber)
{
    using Finished = Result<FinishedPaper>;
    const HouseRulesPtr rules = m_workplace.rules();
    return m_workplace.ledger()
        .run([rules, caseNumber, paperNumber](Ledger& ledger) {
            return look(ledger, caseNumber, paperNumber, *rules);
        })
        .then(this,
              [this, rules, caseNumber, paperNumber](const Result<Looked>& looked) -> QFuture<Finished> {
                  if (!looked) {
                      return QtFuture::makeReadyFuture(Finished(tl::unexpected(looked.error())));
                  }
                  if (!looked->pdf.isEmpty()) {
                      return QtFuture::makeReadyFuture(
                          Finished(FinishedPaper{paperNumber, caseNumber, looked->pdf, looked->kind}));
                  }
                  return m_workplace
                      .work([request = looked->request, rules] { return render(request, *rules); })
                      .then(this,
                            [this, request = looked->request](
                                const Result<RenderedPaper>& rendered) -> QFuture<Finished> {
                                if (!rendered) {
                                    return QtFuture::makeReadyFuture(
                                        Finished(tl::unexpected(rendered.error())));
                                }
                                return m_workplace.ledger().run(
                                    [request, rendered = *rendered](Ledger& ledger) {
                                        return keep(ledger, request, rendered);
                                    });
                            })
                      .unwrap()
                      .then(this, [this](Finished finished) {
                          if (finished) {
                              m_workplace.noteWritten();
                              Q_EMIT made(finished->caseNumber, finished->number);
                          }
                          return finished;
                      });
              })
        .unwrap();
}

QFuture<Result<int>> PaperDesk::makeMissing()
{
    using Rows = Result<std::vector<ledger::PaperRow>>;
    return m_workplace.ledger()
        .run([](Ledger& ledger) { return ledger.cases().papersToPrint(kMostAtOnce); })
        .then(this,
              [this](const Rows& rows) -> QFuture<Result<int>> {
                  if (!rows) {
                      return QtFuture::makeReadyFuture(Result<int>(tl::unexpected(rows.error())));
                  }
                  // One after the other: each step starts when the one before is in the ledger.
                  QFuture<Result<int>> done = QtFuture::makeReadyFuture(Result<int>(0));
                  for (const ledger::PaperRow& row : *rows) {
                      done = done.then(this,
                                       [this, row](const Result<int>& before) {
                                           return open(row.caseNumber, row.number)
                                               .then(this,
                                                     [before](
                                                         const Result<FinishedPaper>& paper) -> Result<int> {
                                                         if (!before || !paper) {
                                                             return before ? tl::unexpected(paper.error())
                                                                           : before;
                                                         }
                                                         return *before + 1;
                                                     });
                                       })
                                 .unwrap();
                  }
                  return done;
              })
        .unwrap();
}

} // namespace ow::desk
