// SPDX-License-Identifier: GPL-3.0-or-later
// The window client as ui/main.cpp puts it together, over a profile of the bench: says when its sign-in page
// was painted, when the names could be searched, and what it weighs at rest.
#include "bench/benches.h"
#include "bench/profile.h"
#include "desk/profileplaces.h"
#include "domain/systemclock.h"
#include "translations/words.h"
#include "ui/shell/gate.h"
#include "ui/shell/shell.h"
#include "ui/signin/personlist.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QJsonDocument>
#include <QTimer>

#include <ctime>

namespace ow::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int kRestMs = 3000;

qint64 monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<qint64>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Waits for one thing after the other and notes the time of each.
class DeskWatch final : public QObject
{
public:
    DeskWatch(desk::Workplace& workplace, ui::Shell& shell, qint64 cases)
        : m_workplace(workplace)
        , m_shell(shell)
        , m_people(shell.gate().page()->findChild<ui::PersonList*>())
        , m_cases(cases)
    {
        qApp->installEventFilter(this);
        connect(&shell.gate(), &ui::Gate::signedIn, this, [this] {
            m_signedIn = monotonicNs();
            askForNames();
        });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_painted == 0 && isPeople(watched)) {
            QTimer::singleShot(0, this, &DeskWatch::painted); // behind the flush of what is painted
        }
        return false;
    }

private:
    /// The list of people, once somebody stands in it: the page can be used.
    [[nodiscard]] bool isPeople(const QObject* watched) const
    {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        return widget != nullptr && (widget == m_people || m_people->isAncestorOf(widget)) &&
               m_people->model() != nullptr && m_people->model()->rowCount() > 0;
    }

    void painted()
    {
        if (m_painted != 0) {
            return;
        }
        m_painted = monotonicNs();
        Q_EMIT m_shell.gate().page()->signInRequested(Profile::kClerk, Profile::kPassword);
    }

    void askForNames()
    {
        m_workplace.ledger()
            .run([](ledger::Ledger& ledger) { return domain::Result<qint64>(ledger.names().size()); })
            .then(this, [this](const domain::Result<qint64>& size) {
                if (demand(size) < m_cases) {
                    askForNames();
                    return;
                }
                m_named = monotonicNs();
                QTimer::singleShot(kRestMs, this, &DeskWatch::tell);
            });
    }

    void tell()
    {
        const QJsonObject seen{{u"painted"_s, static_cast<double>(m_painted)},
                               {u"signedIn"_s, static_cast<double>(m_signedIn)},
                               {u"named"_s, static_cast<double>(m_named)},
                               {u"resident"_s, residentMb() * 1024}};
        std::printf("%s\n", QJsonDocument(seen).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    desk::Workplace& m_workplace;
    ui::Shell& m_shell;
    ui::PersonList* m_people;
    qint64 m_cases;
    qint64 m_painted = 0;
    qint64 m_signedIn = 0;
    qint64 m_named = 0;
};

} // namespace

int runDesk(const QString& folder, qint64 cases)
{
    words::install(*qApp, u"zh_CN");
    const auto theme = demand(ui::Theme::load());
    theme->apply(*qobject_cast<QApplication*>(qApp), ui::ThemeId::Light, 100);
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options = desk::standardOptions(folder, clock, *crypto);
    options.mirrorFolder = QDir(folder).filePath(u"mirror"_s);
    options.machineId = Profile::kMachine;
    options.helper = QDir(QCoreApplication::applicationDirPath()).filePath(u"onewindow-capture"_s);
    desk::Workplace workplace(options);
    ui::Shell shell(workplace, *theme);
    const DeskWatch watch(workplace, shell, cases);
    shell.window().resize(1366, 768);
    shell.window().showMaximized();
    shell.begin();
    return QApplication::exec();
}

} // namespace ow::bench
