// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/caseexport.h"

#include "desk/exportfolder.h"
#include "desk/exportpages.h"
#include "ledger/ledger.h"
#include "record/canonical.h"
#include "record/chain.h"

#include <QCborMap>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

/// What the ledger's thread has read and the worker writes.
struct Plan
{
    QString number;
    QString folder;
    HouseRulesPtr rules;
    const record::CryptoProvider* crypto;
    ledger::CaseHistory history;
    std::vector<ledger::TimelineEntry> looks;
    QHash<QString, QString> names;
    std::vector<Attachment> files;
    ledger::BlobReader blobs;
    QString device;
    QString actor;
    qint64 at = 0;
};

using PlanPtr = std::shared_ptr<const Plan>;

template <class T> QFuture<Result<T>> refused(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Result<T>(tl::unexpected(error)));
}

/// The entry that says so, before anything is handed out.
Result<void> noteExport(Ledger& ledger, const Plan& plan)
{
    const auto papers = std::ranges::count_if(plan.files, &Attachment::isPaper);
    ledger::ActDraft act;
    act.kind = domain::Kind::Export;
    act.actor = plan.actor;
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = plan.number;
    act.body = ledger::fixedBody(
        {{QStringLiteral("of"), QStringLiteral("case")},
         {QStringLiteral("entries"), static_cast<qint64>(plan.history.entries.size() + plan.looks.size())},
         {QStringLiteral("papers"), static_cast<qint64>(papers)},
         {QStringLiteral("materials"), static_cast<qint64>(plan.files.size()) - papers}});
    return ledger.append(std::span(&act, 1)).map([](const std::vector<ledger::WrittenEntry>&) {});
}

Result<PlanPtr> planThere(Ledger& ledger, Plan plan)
{
    auto history = ledger.cases().history(plan.number);
    auto looks = ledger.cases().looks(plan.number);
    if (!history || !looks) {
        return tl::unexpected(history ? looks.error() : history.error());
    }
    plan.history = std::move(*history);
    plan.looks = std::move(*looks);
    plan.files = attachmentsOf(plan.history);
    plan.device = ledger.identity().device;
    if (const auto persons = ledger.people().persons()) {
        for (const auto& person : *persons) {
            plan.names.insert(person.id, person.name);
        }
    }
    if (auto noted = noteExport(ledger, plan); !noted) {
        return tl::unexpected(noted.error());
    }
    return std::make_shared<const Plan>(std::move(plan));
}

/// The entry as it travels, with its body when the bytes that were hashed can be made again.
Result<QByteArray> wireLine(const record::CryptoProvider& crypto, const ledger::TimelineEntry& entry)
{
    record::WireEntry wire{entry.entry, std::nullopt};
    if (entry.bodyKnown) {
        auto body = record::writeBody({entry.salt, entry.what});
        if (body && record::verifyBody(crypto, entry.entry, *body)) {
            wire.bodyBytes = std::move(*body);
        }
    }
    return record::writeWire(wire);
}

Result<void> putEntries(ExportFolder& folder, const Plan& plan)
{
    QByteArray lines;
    int n = 0;
    for (const auto* entries : {&plan.history.entries, &plan.looks}) {
        for (const ledger::TimelineEntry& entry : *entries) {
            const auto line = wireLine(*plan.crypto, entry);
            if (!line) {
                return tl::unexpected(line.error());
            }
            lines += *line + '\n';
            const QString& kind = entry.entry.header.kind;
            const QString name =
                QStringLiteral("entries/%1-%2.json").arg(++n, 4, 10, QLatin1Char('0')).arg(kind);
            if (auto put = folder.put(name, entryDocument(entry), kind); !put) {
                return put;
            }
        }
    }
    return folder.put(QStringLiteral("entries.jsonl"), lines, QStringLiteral("entries"));
}

/// A file that is not here, or no longer whole, is listed and holds up nothing; a folder that cannot be
/// written does.
Result<void> putFile(ExportFolder& folder, const Plan& plan, const Attachment& file)
{
    bool readable = true;
    const auto source = [&](const auto& sink) {
        Result<void> sunk;
        auto read = plan.blobs.read(file.blob, [&](const QByteArray& piece) { return sunk = sink(piece); });
        readable = read.has_value() || !sunk;
        return read;
    };
    auto put = folder.put(file.path, source, file.about);
    if (put || readable) {
        return put;
    }
    const ErrorCode code = put.error().code;
    if (code != ErrorCode::BlobMissing && code != ErrorCode::BlobDamaged) {
        return put;
    }
    folder.miss(file.path, file.about);
    return {};
}

Result<void> putManifest(ExportFolder& folder, const Plan& plan)
{
    const QCborMap manifest{{QStringLiteral("v"), 1},
                            {QStringLiteral("case"), plan.number},
                            {QStringLiteral("device"), plan.device},
                            {QStringLiteral("by"), plan.actor},
                            {QStringLiteral("at"), plan.at},
                            {QStringLiteral("files"), folder.files()},
                            {QStringLiteral("missing"), folder.missing()}};
    return folder.put(QStringLiteral("manifest.json"),
                      QJsonDocument(manifest.toJsonObject()).toJson(QJsonDocument::Indented),
                      QStringLiteral("manifest"));
}

Result<ExportedCase> writeThere(const PlanPtr& plan)
{
    auto folder = ExportFolder::open(plan->folder, *plan->crypto);
    if (!folder) {
        return tl::unexpected(folder.error());
    }
    if (auto put = putEntries(*folder, *plan); !put) {
        return tl::unexpected(put.error());
    }
    for (const Attachment& file : plan->files) {
        if (auto put = putFile(*folder, *plan, file); !put) {
            return tl::unexpected(put.error());
        }
    }
    QStringList missing;
    for (const QCborValue& one : folder->missing()) {
        missing.append(one.toMap().value(QLatin1StringView("path")).toString());
    }
    const QByteArray index = indexPage({plan->history, plan->looks, plan->names, plan->files, missing,
                                        plan->names.value(plan->actor, plan->actor), plan->at},
                                       *plan->rules);
    // The manifest comes last: where it stands, the export is whole.
    auto done = folder->put(QStringLiteral("index.html"), index, QStringLiteral("index")).and_then([&] {
        return putManifest(*folder, *plan);
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    const auto papers = static_cast<int>(std::ranges::count_if(plan->files, &Attachment::isPaper));
    return ExportedCase{plan->number,
                        plan->folder,
                        static_cast<int>(plan->history.entries.size() + plan->looks.size()),
                        papers,
                        static_cast<int>(plan->files.size()) - papers,
                        static_cast<int>(missing.size()),
                        folder->bytes()};
}

} // namespace

CaseExport::CaseExport(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_papers(workplace)
{
}

QFuture<Result<ExportedCase>> CaseExport::write(const QString& caseNumber, const QString& folder)
{
    if (!m_workplace.person() || !m_workplace.rules()) {
        return refused<ExportedCase>({ErrorCode::KeyLocked, {}, {}});
    }
    return m_workplace.work([folder] { return ExportFolder::check(folder); })
        .then(this,
              [this, caseNumber](const Result<void>& good) {
                  return good ? makePapers(caseNumber) : QtFuture::makeReadyFuture(good);
              })
        .unwrap()
        .then(this,
              [this, caseNumber, folder](const Result<void>& made) {
                  return made ? writePlan(caseNumber, folder) : refused<ExportedCase>(made.error());
              })
        .unwrap();
}

QFuture<Result<void>> CaseExport::makePapers(const QString& caseNumber)
{
    using Rows = Result<std::vector<ledger::PaperRow>>;
    return m_workplace.ledger()
        .run([caseNumber](Ledger& ledger) -> Rows {
            if (const auto known = ledger.cases().row(caseNumber); !known) {
                return tl::unexpected(known.error());
            }
            return ledger.cases().papers(caseNumber);
        })
        .then(this,
              [this](const Rows& rows) -> QFuture<Result<void>> {
                  if (!rows) {
                      return refused<void>(rows.error());
                  }
                  auto done = QtFuture::makeReadyFuture(Result<void>());
                  for (const ledger::PaperRow& row : *rows) {
                      if (row.paperSeq || row.decidedSeq == 0) {
                          continue;
                      }
                      const auto open = [this, row](const Result<void>&) {
                          return m_papers.open(row.caseNumber, row.number)
                              .then(this, [](const Result<FinishedPaper>&) { return Result<void>(); });
                      };
                      done = done.then(this, open).unwrap();
                  }
                  return done;
              })
        .unwrap();
}

QFuture<Result<ExportedCase>> CaseExport::writePlan(const QString& caseNumber, const QString& folder)
{
    if (!m_workplace.person()) { // signed out meanwhile
        return refused<ExportedCase>({ErrorCode::KeyLocked, {}, {}});
    }
    return m_workplace.ledger()
        .run([caseNumber, folder, rules = m_workplace.rules(), crypto = m_workplace.options().crypto,
              actor = m_workplace.person()->id, at = m_workplace.realMs()](Ledger& ledger) {
            return planThere(ledger, Plan{.number = caseNumber,
                                          .folder = folder,
                                          .rules = rules,
                                          .crypto = crypto,
                                          .history = {},
                                          .looks = {},
                                          .names = {},
                                          .files = {},
                                          .blobs = ledger.blobs().reader(),
                                          .device = {},
                                          .actor = actor,
                                          .at = at});
        })
        .then(this,
              [this](const Result<PlanPtr>& plan) {
                  if (!plan) {
                      return refused<ExportedCase>(plan.error());
                  }
                  m_workplace.noteWritten();
                  return m_workplace.work([plan = *plan] { return writeThere(plan); });
              })
        .unwrap();
}

} // namespace ow::desk
