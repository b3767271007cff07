// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/scanpanel.h"

#include "ui/frame/actioncatalog.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

using State = desk::ScanDesk::State;

constexpr int kViewHeight = 200;

QHBoxLayout* row(const Theme& theme, QWidget* parent = nullptr)
{
    auto* layout = new QHBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.k(8));
    return layout;
}

} // namespace

ScanPanel::ScanPanel(const Theme& theme, desk::ScanDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_view(new QLabel(this))
    , m_profile(new ChoiceBox(theme, this))
    , m_scan(new KeyButton(theme, tr("Scan"), KeyButton::Look::Secondary, this))
    , m_below(new QStackedWidget(this))
    , m_device(new QLabel(this))
    , m_look(new KeyButton(theme, tr("Look for devices"), KeyButton::Look::Link, this))
    , m_count(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new KeyButton(theme, tr("Stop scanning"), KeyButton::Look::Link, this))
    , m_message(new MessageLine(theme, this))
{
    m_view->setAlignment(Qt::AlignCenter);
    m_view->setFixedHeight(theme.k(kViewHeight));
    m_view->setAccessibleName(tr("What the document camera sees"));
    m_view->hide();
    m_profile->setAccessibleName(tr("Scan profile"));
    m_profile->setToolTip(tr("Scan profile"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scan->setKey(QStringLiteral("F9"));
    m_scan->setIconName(QStringLiteral("scan"));
    m_device->setProperty("tone", QStringLiteral("second"));
    m_device->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far the page is"));

    auto* top = row(theme);
    top->addWidget(m_profile, 1);
    top->addWidget(m_scan);
    auto* device = new QWidget(m_below);
    auto* deviceRow = row(theme, device);
    deviceRow->addWidget(m_device, 1);
    deviceRow->addWidget(m_look);
    auto* run = new QWidget(m_below);
    auto* runRow = row(theme, run);
    runRow->addWidget(m_count);
    runRow->addWidget(m_bar, 1);
    runRow->addWidget(m_cancel);
    m_below->addWidget(device);
    m_below->addWidget(run);
    m_below->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.k(16), theme.k(6), theme.k(16), theme.k(6));
    column->setSpacing(theme.k(4));
    column->addWidget(m_view);
    column->addLayout(top);
    column->addWidget(m_below);
    column->addWidget(m_message);

    connect(m_profile, &QComboBox::activated, this, [this](int index) { m_desk.choose(index); });
    connect(m_scan, &KeyButton::clicked, this, &ScanPanel::scanWanted);
    connect(m_cancel, &KeyButton::clicked, &m_desk, &desk::ScanDesk::cancel);
    connect(m_look, &KeyButton::clicked, this, [this] {
        m_message->clear();
        m_desk.findDevices();
    });
    connect(&m_theme, &Theme::changed, this, [this] { m_view->setFixedHeight(m_theme.k(kViewHeight)); });
    connect(&m_desk, &desk::ScanDesk::changed, this, &ScanPanel::refresh);
    connect(&m_desk, &desk::ScanDesk::failed, this, &ScanPanel::say);
    connect(&m_desk, &desk::ScanDesk::previewed, this, &ScanPanel::showFrame);
    refresh();
}

void ScanPanel::addActions(ActionCatalog& actions, const QString& page)
{
    for (int i = 0; i < capture::kMaxScanProfiles; ++i) {
        QAction* action = actions.add({page + QStringLiteral(".scanProfile%1").arg(i + 1),
                                       i == 0 ? tr("Scan profile 1 to 9") : QString(),
                                       QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), page});
        connect(action, &QAction::triggered, this, [this, i] { m_desk.choose(i); });
    }
}

void ScanPanel::refresh()
{
    refreshProfiles();
    refreshRun();
    const bool live = m_desk.seesLive();
    m_view->setVisible(live);
    m_scan->setText(live ? tr("Take picture") : tr("Scan"));
}

void ScanPanel::refreshProfiles()
{
    const QSignalBlocker quiet(m_profile);
    const auto& profiles = m_desk.profiles();
    for (int i = 0; i < int(profiles.size()); ++i) {
        const QString title = QStringLiteral("%1  %2").arg(i + 1).arg(desk::ScanDesk::titleOf(profiles[i]));
        if (i == m_profile->count()) {
            m_profile->addItem(title);
        } else {
            m_profile->setItemText(i, title);
        }
    }
    while (m_profile->count() > int(profiles.size())) {
        m_profile->removeItem(m_profile->count() - 1);
    }
    m_profile->setCurrentIndex(m_desk.chosen());
}

void ScanPanel::refreshRun()
{
    const State state = m_desk.state();
    if (state == State::Scanning && !m_below->currentIndex()) {
        m_message->clear(); // of the run before
    }
    const bool running = state == State::Scanning || state == State::Cancelling;
    const capture::ScanProgress& progress = m_desk.progress();
    m_profile->setEnabled(!running);
    m_scan->setEnabled(!running);
    m_cancel->setEnabled(state == State::Scanning);
    m_below->setCurrentIndex(running ? 1 : 0);
    m_device->setText(
        m_device->fontMetrics().elidedText(deviceSentence(), Qt::ElideRight, m_device->width()));
    m_device->setToolTip(deviceSentence());
    m_look->setEnabled(state == State::Idle);
    if (progress.page > 0) {
        m_count->setText(tr("Page %1").arg(progress.page));
    } else {
        m_count->setText(state == State::Cancelling ? tr("Stopping…") : tr("Getting ready…"));
    }
    m_bar->setRange(0, progress.of); // 0 to 0: it moves, and nobody knows how far
    m_bar->setValue(progress.lines);
}

QString ScanPanel::deviceSentence() const
{
    if (m_desk.state() == State::Searching) {
        return tr("Looking for devices; this may take a minute…");
    }
    const QString& wanted = m_desk.profiles()[m_desk.chosen()].device;
    for (const capture::ScanDevice& device : m_desk.devices()) {
        if (wanted.isEmpty() ? !device.camera : device.name == wanted) {
            return device.title;
        }
    }
    return wanted.isEmpty() ? tr("The first scanner that is there")
                            : tr("The device of this profile has not been found yet");
}

void ScanPanel::say(const domain::Error& error, int pages)
{
    if (error.code == domain::ErrorCode::Cancelled) {
        m_message->setMessage(Tone::Info, pages > 0 ? tr("Stopped. %n page(s) were kept.", nullptr, pages)
                                                    : tr("Stopped."));
        return;
    }
    m_message->setMessage(Tone::Warn, errorText(error.code).sentence()); // nothing is lost: not a stop
}

void ScanPanel::showFrame(const QImage& frame)
{
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap =
        QPixmap::fromImage(frame.scaled(m_view->size() * ratio, Qt::KeepAspectRatio, Qt::FastTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_view->setPixmap(pixmap);
}

void ScanPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_desk.setPreview(true);
}

void ScanPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshRun();
}

void ScanPanel::hideEvent(QHideEvent* event)
{
    m_desk.setPreview(false);
    QWidget::hideEvent(event);
}

} // namespace ow::ui
