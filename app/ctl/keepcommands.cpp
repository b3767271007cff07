// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/keepcommands.h"

#include "ledger/ledger.h"
#include "sync/courier.h"

#include <QCborArray>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <span>

namespace ow::ctl {

namespace {

using domain::ErrorCode;
using domain::Result;
using Answer = KeepCommands::Answer;

constexpr std::array kCommands{QLatin1StringView("sidecar"), QLatin1StringView("export-case"),
                               QLatin1StringView("forget"), QLatin1StringView("retention"),
                               QLatin1StringView("courier")};
constexpr int kMostDue = 1000;

QFuture<Answer> refuse(const domain::Error& error)
{
    return QtFuture::makeReadyFuture(Answer(tl::unexpected(error)));
}

QString stateKey(ledger::SidecarStatus::State state)
{
    using State = ledger::SidecarStatus::State;
    switch (state) {
    case State::Off:
        return QStringLiteral("off");
    case State::Idle:
        return QStringLiteral("idle");
    case State::Good:
        return QStringLiteral("good");
    case State::Behind:
        return QStringLiteral("behind");
    case State::Missing:
        return QStringLiteral("missing");
    case State::Full:
        return QStringLiteral("full");
    case State::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

} // namespace

KeepCommands::KeepCommands(desk::Workplace& workplace, const CommandLine& line, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_line(line)
    , m_export(workplace)
{
}

bool KeepCommands::knows(const QString& command)
{
    return std::ranges::find(kCommands, command) != kCommands.end();
}

QFuture<Answer> KeepCommands::run()
{
    if (m_line.command == QLatin1StringView("export-case")) {
        return exportCase();
    }
    if (m_line.command == QLatin1StringView("courier")) {
        return courier();
    }
    if (m_line.command == QLatin1StringView("forget")) {
        return forget();
    }
    return m_line.command == QLatin1StringView("retention") ? retention() : sidecar();
}

Result<void> KeepCommands::needsAdministrator() const
{
    const auto& person = m_workplace.person();
    return person && (person->roles & domain::Administrator) != 0
               ? Result<void>()
               : domain::fail(ErrorCode::RoleMissing, QStringLiteral("an administrator is needed"));
}

QFuture<Answer> KeepCommands::sidecar()
{
    const QString& what = m_line.arguments.front();
    if (what == QLatin1StringView("import")) {
        return importSidecar();
    }
    if (what != QLatin1StringView("status")) {
        return refuse({ErrorCode::InvalidInput, QStringLiteral("status, or import --from FILE"),
                       QStringLiteral("sidecar")});
    }
    return m_workplace.ledger().run([](ledger::Ledger& ledger) -> Answer {
        ledger.feedSidecar();
        const ledger::SidecarStatus status = ledger.sidecar();
        return QCborMap{{QStringLiteral("state"), stateKey(status.state)},
                        {QStringLiteral("file"), status.file},
                        {QStringLiteral("first"), status.firstSeq},
                        {QStringLiteral("last"), status.lastSeq},
                        {QStringLiteral("head"), ledger.head().seq},
                        {QStringLiteral("bytes"), status.bytes},
                        {QStringLiteral("fault"), status.fault}};
    });
}

QFuture<Answer> KeepCommands::importSidecar()
{
    if (m_line.from.isEmpty()) {
        return refuse(
            {ErrorCode::InvalidInput, QStringLiteral("--from FILE is needed"), QStringLiteral("from")});
    }
    if (const auto may = needsAdministrator(); !may) {
        return refuse(may.error());
    }
    return m_workplace.ledger().run([from = m_line.from](ledger::Ledger& ledger) -> Answer {
        const auto done = ledger.importSidecar(from);
        if (!done) {
            return tl::unexpected(done.error());
        }
        return QCborMap{
            {QStringLiteral("first"), done->firstSeq},
            {QStringLiteral("last"), done->lastSeq},
            {QStringLiteral("imported"), done->imported},
            {QStringLiteral("head"), ledger.head().seq},
            {QStringLiteral("torn"), done->torn},
            {QStringLiteral("damaged"), done->damaged},
            {QStringLiteral("healed"), done->healed},
            {QStringLiteral("fork"), done->fork},
            {QStringLiteral("materialsMissing"), QCborArray::fromStringList(done->materialsMissing)}};
    });
}

QFuture<Answer> KeepCommands::exportCase()
{
    if (m_line.out.isEmpty()) {
        return refuse(
            {ErrorCode::InvalidInput, QStringLiteral("--out DIR is needed"), QStringLiteral("out")});
    }
    return m_export.write(m_line.arguments.front(), QFileInfo(m_line.out).absoluteFilePath())
        .then(this, [](const Result<desk::ExportedCase>& done) -> Answer {
            if (!done) {
                return tl::unexpected(done.error());
            }
            return QCborMap{
                {QStringLiteral("number"), done->number},       {QStringLiteral("folder"), done->folder},
                {QStringLiteral("entries"), done->entries},     {QStringLiteral("papers"), done->papers},
                {QStringLiteral("materials"), done->materials}, {QStringLiteral("missing"), done->missing},
                {QStringLiteral("bytes"), done->bytes}};
        });
}

QFuture<Answer> KeepCommands::forget()
{
    if (const auto may = needsAdministrator(); !may) {
        return refuse(may.error());
    }
    return m_workplace.ledger()
        .run([number = m_line.arguments.front(),
              actor = m_workplace.person()->id](ledger::Ledger& ledger) -> Answer {
            const auto act = ledger.forgetDraft(number, actor);
            if (!act) {
                return tl::unexpected(act.error());
            }
            const auto written = ledger.append(std::span(&*act, 1));
            if (!written) {
                return tl::unexpected(written.error());
            }
            return QCborMap{{QStringLiteral("number"), number},
                            {QStringLiteral("seq"), written->front().entry.header.seq}};
        })
        .then(this, [this](const Answer& answer) {
            m_workplace.noteWritten();
            return answer;
        });
}

QFuture<Answer> KeepCommands::retention()
{
    if (m_line.foreignDays || m_line.ownDays) {
        if (const auto may = needsAdministrator(); !may) {
            return refuse(may.error());
        }
    }
    return m_workplace.ledger().run(
        [foreign = m_line.foreignDays, own = m_line.ownDays](ledger::Ledger& ledger) -> Answer {
            auto rule = ledger.retention();
            if (!rule) {
                return tl::unexpected(rule.error());
            }
            rule->foreignDays = foreign.value_or(rule->foreignDays);
            rule->ownDays = own.value_or(rule->ownDays);
            if (foreign || own) {
                if (const auto set = ledger.setRetention(*rule); !set) {
                    return tl::unexpected(set.error());
                }
            }
            const auto due = ledger.forgettable(kMostDue);
            if (!due) {
                return tl::unexpected(due.error());
            }
            return QCborMap{{QStringLiteral("foreignDays"), rule->foreignDays},
                            {QStringLiteral("ownDays"), rule->ownDays},
                            {QStringLiteral("due"), QCborArray::fromStringList(*due)}};
        });
}

QFuture<Answer> KeepCommands::courier()
{
    const QString& what = m_line.arguments.front();
    if (what == QLatin1StringView("export") && !m_line.out.isEmpty()) {
        sync::CourierLimits limits;
        limits.materials = !m_line.noMaterials;
        return m_workplace.ledger().run([out = m_line.out, limits](ledger::Ledger& ledger) -> Answer {
            const auto done = sync::exportForCourier(ledger, out, limits);
            if (!done) {
                return tl::unexpected(done.error());
            }
            return QCborMap{{QStringLiteral("files"), QCborArray::fromStringList(done->files)},
                            {QStringLiteral("first"), done->first},
                            {QStringLiteral("last"), done->last},
                            {QStringLiteral("materials"), done->materials}};
        });
    }
    if (what == QLatin1StringView("answer") && !m_line.from.isEmpty()) {
        return m_workplace.ledger().run([from = m_line.from](ledger::Ledger& ledger) -> Answer {
            const auto done = sync::recordCourierAnswer(ledger, from);
            if (!done) {
                return tl::unexpected(done.error());
            }
            return QCborMap{{QStringLiteral("outcomes"), done->outcomes},
                            {QStringLiteral("receipted"), done->receipted}};
        });
    }
    return refuse({ErrorCode::InvalidInput, QStringLiteral("export --out FILE, or answer --from FILE"),
                   QStringLiteral("courier")});
}

} // namespace ow::ctl
