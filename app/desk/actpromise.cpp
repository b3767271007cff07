// SPDX-License-Identifier: GPL-3.0-or-later
// How ActDesk keeps the signed 承诺书 with its case.
#include "desk/actdesk.h"
#include "desk/intakepages.h"
#include "desk/paperplan.h"
#include "desk/storedfile.h"

#include <QCborArray>

namespace ow::desk {

using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::ActDraft;

namespace {

/// What was signed, as one file; where that was bound from several, they are named too.
QCborMap signedBody(const domain::MaterialIntake& paper)
{
    const domain::MaterialFile& whole = paper.bound ? *paper.bound : paper.files.front();
    QCborMap body{{QStringLiteral("signed"), whole.blob},
                  {QStringLiteral("sm3"), whole.plainSm3},
                  {QStringLiteral("size"), whole.size},
                  {QStringLiteral("mime"), whole.mime}};
    if (paper.bound || paper.files.size() > 1) {
        QCborArray pages;
        for (const domain::MaterialFile& file : paper.files) {
            pages.append(QCborMap{{QStringLiteral("blob"), file.blob},
                                  {QStringLiteral("sm3"), file.plainSm3},
                                  {QStringLiteral("size"), file.size},
                                  {QStringLiteral("mime"), file.mime}});
        }
        body.insert(QStringLiteral("pages"), pages);
    }
    return body;
}

} // namespace

ActDesk::Answered ActDesk::signPromise(const CaseToAct& seen, const QString& path)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    return storeExamined(m_workplace, this, m_workplace.files().examineFile(path))
        .then(this,
              [this, seen](const Result<domain::MaterialFile>& stored) {
                  return stored ? signPromise(seen, std::vector{*stored})
                                : QtFuture::makeReadyFuture(Result<ActDone>(tl::unexpected(stored.error())));
              })
        .unwrap();
}

ActDesk::Answered ActDesk::signPromise(const CaseToAct& seen, const std::vector<domain::MaterialFile>& pages)
{
    const auto refuse = [](const domain::Error& error) {
        return QtFuture::makeReadyFuture(Result<ActDone>(tl::unexpected(error)));
    };
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    if (pages.empty()) {
        return refuse({ErrorCode::InvalidInput, QStringLiteral("no page of the promise"), {}});
    }
    domain::MaterialIntake paper;
    paper.files = pages;
    domain::Intake bundle;
    bundle.materials = {paper};
    const bool asItCame = pages.size() == 1 && pages.front().edit == domain::PageEdit();
    auto bound = asItCame ? QtFuture::makeReadyFuture(Result<domain::Intake>(bundle))
                          : bindPages(m_workplace, this, bundle);
    return bound
        .then(this,
              [this, seen, refuse](const Result<domain::Intake>& ready) -> Answered {
                  if (!ready) {
                      return refuse(ready.error());
                  }
                  if (!m_workplace.person()) {
                      return write(seen, {});
                  }
                  ActDraft act = draft(seen, Kind::Promise);
                  act.blobs = blobsOf(ready->materials);
                  act.body = ledger::fixedBody(signedBody(ready->materials.front()));
                  return write(seen, [act](const CaseToAct& /*now*/) -> Result<std::vector<ActDraft>> {
                      return std::vector{act};
                  });
              })
        .unwrap();
}

} // namespace ow::desk
