// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/strip.h"

#include "domain/legaldate.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/statewords.h"

#include <QLocale>

#include <algorithm>

namespace ow::ui {

namespace {

using Line = desk::LineStatus::Line;

/// Its place in desk::CaseCounts.
constexpr auto kToday = static_cast<std::size_t>(std::ranges::find(desk::kCaseLists, desk::CaseList::Today) -
                                                 desk::kCaseLists.begin());
constexpr int kMinuteMs = 60'000;

QString rolesWord(domain::Roles roles)
{
    for (const domain::Role role :
         {domain::Chief, domain::Clerk, domain::Reviewer, domain::Administrator, domain::Supervisor}) {
        if ((roles & role) != 0U) {
            return roleWord(role);
        }
    }
    return {};
}

} // namespace

Strip::Strip(MainWindow& window, desk::Workplace& workplace, desk::Connection& connection,
             desk::CaseDesk& cases, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_workplace(workplace)
    , m_connection(connection)
    , m_cases(cases)
{
    connect(&m_connection, &desk::Connection::statusChanged, this, &Strip::refresh);
    connect(&m_workplace, &desk::Workplace::personChanged, this, &Strip::refresh);
    connect(&m_workplace, &desk::Workplace::profileOpened, this, &Strip::refresh);
    connect(&m_workplace, &desk::Workplace::written, this, &Strip::countToday);
    connect(&m_minute, &QTimer::timeout, this, &Strip::refresh);
    m_minute.start(kMinuteMs);
}

void Strip::countToday()
{
    if (!m_workplace.person() || !m_workplace.rules()) {
        return;
    }
    whenAnswered(m_cases.counts(), this, [this](const domain::Result<desk::CaseCounts>& counts) {
        if (counts) {
            m_today = counts->at(kToday);
            refresh();
        }
    });
}

StripPart Strip::linePart() const
{
    switch (m_connection.status().line) {
    case Line::None:
    case Line::Unknown:
        return {QStringLiteral("line"), QStringLiteral("wifi"), {{tr("Connecting")}}, Tone::Second, false, 1};
    case Line::Online:
        return {QStringLiteral("line"), QStringLiteral("wifi"), {{tr("Network fine")}}, Tone::Ok, false, 1};
    case Line::Offline:
        return {QStringLiteral("line"),
                QStringLiteral("wifioff"),
                {{tr("Offline, work goes on")}},
                Tone::Warn,
                false,
                1};
    case Line::Refused:
        return {QStringLiteral("line"),
                QStringLiteral("block"),
                {{tr("Refused by the centre")}},
                Tone::Block,
                false,
                1};
    }
    return {};
}

StripPart Strip::pendingPart() const
{
    const desk::LineStatus& status = m_connection.status();
    StripPart part{QStringLiteral("pending"), QStringLiteral("sync"), {}, Tone::Plain, false, 2};
    part.runs.push_back({tr("Waiting")});
    part.runs.push_back({u' ' + QString::number(status.entries), true});
    if (status.entries > 0 && status.oldestAt > 0) {
        const qint64 minutes = (m_workplace.options().clock->utcMs() - status.oldestAt) / kMinuteMs;
        part.runs.push_back({tr(" · oldest %1 min").arg(minutes)});
    }
    return part;
}

void Strip::watch(desk::DeviceDesk& devices)
{
    m_devices = &devices;
    connect(m_devices, &desk::DeviceDesk::changed, this, &Strip::refresh);
    refresh();
}

/// Quiet as long as everything works.
StripPart Strip::devicesPart() const
{
    using Health = desk::DeviceState::Health;
    const auto failed = std::ranges::count_if(desk::kDeviceKinds, [this](desk::DeviceKind kind) {
        return m_devices->state(kind).health == Health::Failed;
    });
    if (failed == 0) {
        return {QStringLiteral("devices"), QStringLiteral("print"), {{tr("Devices")}}, Tone::Plain, false, 5};
    }
    return {QStringLiteral("devices"),
            QStringLiteral("warn"),
            {{tr("Devices to be seen to: %1").arg(failed)}},
            Tone::Warn,
            false,
            5};
}

void Strip::refresh()
{
    std::vector<StripPart> parts;
    const auto& person = m_workplace.person();
    const auto& device = m_workplace.device();
    if (person) {
        StripPart who{QStringLiteral("person"), {}, {{person->name, true}}, Tone::Plain, false, 0};
        if (const QString role = rolesWord(person->roles); !role.isEmpty()) {
            who.runs.push_back({u' ' + role});
        }
        parts.push_back(who);
    }
    if (device) {
        const QString window = m_workplace.rules() ? m_workplace.rules()->facts.windowName : QString();
        parts.push_back(
            {QStringLiteral("station"), {}, {{device->station + u' ' + window}}, Tone::Plain, false, 3});
    }
    const bool real = device && !device->training;
    if (person && real) {
        parts.push_back(linePart());
        parts.push_back(pendingPart());
    }
    if (person && m_devices != nullptr) {
        parts.push_back(devicesPart());
    }
    if (person) {
        StripPart count{QStringLiteral("today"), {}, {{tr("Received here today")}}, Tone::Plain, true, 4};
        count.runs.push_back({u' ' + QString::number(m_today), true});
        parts.push_back(count);
    }
    const QDateTime now = domain::legalTime(m_workplace.options().clock->utcMs());
    const QString clock =
        QLocale(QLocale::Chinese, QLocale::China).toString(now, QStringLiteral("M 月 d 日 ddd HH:mm"));
    parts.push_back({QStringLiteral("clock"), {}, {{clock}}, Tone::Plain, true, 0});
    const bool offline = person && real && m_connection.status().line == Line::Offline;
    m_window.setStatus(std::move(parts), offline ? Tone::Warn : Tone::Plain);
    m_window.setTraining(device && device->training);
}

} // namespace ow::ui
