// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/scanprofilegroup.h"

#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QSignalBlocker>
#include <QUuid>

#include <algorithm>

namespace ow::ui {

namespace {

using capture::ScanMode;
using capture::ScanProfile;
using capture::ScanSource;

constexpr int kLongestName = 40;

enum Source { Flatbed, OneSide, BothSides }; ///< what the box offers

Source sourceOf(const ScanProfile& profile)
{
    if (profile.source == ScanSource::Flatbed) {
        return Flatbed;
    }
    return profile.duplex ? BothSides : OneSide;
}

void choose(ChoiceBox& box, int data)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

ScanProfileGroup::ScanProfileGroup(const Theme& theme, desk::ScanDesk& scan, bool fixed, QWidget* parent)
    : FieldPanel(theme, tr("Scan profiles"), QStringLiteral("scan"), parent)
    , m_scan(scan)
    , m_fixed(fixed)
    , m_add(new KeyButton(theme, tr("Add a profile"), KeyButton::Look::Secondary, this))
    , m_remove(new KeyButton(theme, tr("Remove this profile"), KeyButton::Look::Secondary, this))
    , m_which(choiceField(theme, tr("Profile"), this))
    , m_name(new FieldEdit(theme))
    , m_nameField(new FormField(theme, tr("Name"), m_name, this))
    , m_device(choiceField(theme, tr("Device"), this))
    , m_source(choiceField(theme, tr("Scan from"), this))
    , m_mode(choiceField(theme, tr("Colours"), this))
    , m_dpi(choiceField(theme, tr("Resolution"), this))
{
    m_name->setMaxLength(kLongestName);
    m_nameField->setOptional(true);
    addToHead(m_add);
    addToHead(m_remove);
    for (FormField* field :
         {m_which.field, m_nameField, m_device.field, m_source.field, m_mode.field, m_dpi.field}) {
        addField(field);
    }
    fillChoices();
    connect(m_which.box, &QComboBox::activated, this, &ScanProfileGroup::showProfile);
    for (const ChoiceField& choice : {m_device, m_source, m_mode, m_dpi}) {
        connect(choice.box, &QComboBox::activated, this, &ScanProfileGroup::change);
    }
    connect(m_name, &QLineEdit::editingFinished, this, &ScanProfileGroup::change);
    connect(m_add, &QPushButton::clicked, this, &ScanProfileGroup::add);
    connect(m_remove, &QPushButton::clicked, this, &ScanProfileGroup::remove);
    connect(&m_scan, &desk::ScanDesk::changed, this, &ScanProfileGroup::showProfiles);
    showProfiles();
}

void ScanProfileGroup::fillChoices()
{
    m_source.box->addItem(tr("Glass"), Flatbed);
    m_source.box->addItem(tr("Feeder, one side"), OneSide);
    m_source.box->addItem(tr("Feeder, both sides"), BothSides);
    m_mode.box->addItem(tr("Colour"), static_cast<int>(ScanMode::Colour));
    m_mode.box->addItem(tr("Grey"), static_cast<int>(ScanMode::Grey));
    m_mode.box->addItem(tr("Black and white"), static_cast<int>(ScanMode::BlackWhite));
    for (const int dpi : {150, 200, 300, 400, 600}) {
        m_dpi.box->addItem(QStringLiteral("%1 dpi").arg(dpi), dpi);
    }
}

void ScanProfileGroup::showProfiles()
{
    const QList<ScanProfile>& profiles = m_scan.profiles();
    if (profiles == m_shown) {
        showDevices(); // devices and progress are said by the same signal
        return;
    }
    m_shown = profiles;
    const int before = m_which.box->currentIndex();
    const QSignalBlocker quiet(m_which.box);
    m_which.box->clear();
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        m_which.box->addItem(
            QStringLiteral("Alt+%1·%2").arg(i + 1).arg(desk::ScanDesk::titleOf(profiles[i])));
    }
    m_which.box->setCurrentIndex(std::clamp(before, 0, static_cast<int>(profiles.size()) - 1));
    showProfile();
}

/// Those that were found, and the one the profile names, found or not: a document camera is chosen by name.
void ScanProfileGroup::showDevices()
{
    QList<std::pair<QString, QString>> wanted{{QString(), tr("The first scanner")}};
    for (const capture::ScanDevice& device : m_scan.devices()) {
        wanted.append({device.name, device.title});
    }
    const int place = m_which.box->currentIndex();
    const QString chosen = place >= 0 && place < m_shown.size() ? m_shown[place].device : QString();
    if (std::ranges::find(wanted, chosen, &std::pair<QString, QString>::first) == wanted.end()) {
        wanted.append({chosen, tr("Not found: %1").arg(chosen)});
    }
    const QSignalBlocker quiet(m_device.box);
    if (wanted != m_offered) {
        m_offered = wanted;
        m_device.box->clear();
        for (const auto& [name, title] : wanted) {
            m_device.box->addItem(title, name);
        }
    }
    m_device.box->setCurrentIndex(std::max(0, m_device.box->findData(chosen)));
}

void ScanProfileGroup::showProfile()
{
    const int place = m_which.box->currentIndex();
    if (place < 0 || place >= m_shown.size()) {
        return;
    }
    const ScanProfile& profile = m_shown[place];
    if (!m_name->hasFocus()) {
        m_name->setText(profile.name);
    }
    if (m_dpi.box->findData(profile.dpi) < 0) {
        m_dpi.box->addItem(QStringLiteral("%1 dpi").arg(profile.dpi), profile.dpi);
    }
    showDevices();
    choose(*m_source.box, sourceOf(profile));
    choose(*m_mode.box, static_cast<int>(profile.mode));
    choose(*m_dpi.box, profile.dpi);
    m_name->setEnabled(!m_fixed);
    for (const ChoiceField& choice : {m_device, m_source, m_mode, m_dpi}) {
        choice.box->setEnabled(!m_fixed);
    }
    m_add->setEnabled(!m_fixed && m_shown.size() < capture::kMaxScanProfiles);
    m_remove->setEnabled(!m_fixed && m_shown.size() > 1);
    if (m_fixed) {
        say(Tone::Info, tr("Set by the administrator for every window; it cannot be changed here."));
    } else if (m_shown.size() == capture::kMaxScanProfiles) {
        say(Tone::Info, tr("Nine profiles, as many as there are digits. Remove one to add another."));
    } else if (m_shown.size() == 1) {
        say(Tone::Info, tr("The last profile stays."));
    } else {
        say(Tone::Plain, {});
    }
}

void ScanProfileGroup::change()
{
    const int place = m_which.box->currentIndex();
    if (place < 0 || place >= m_shown.size()) {
        return;
    }
    QList<ScanProfile> profiles = m_shown;
    ScanProfile& profile = profiles[place];
    const int source = m_source.box->currentData().toInt();
    profile.name = m_name->text().trimmed();
    profile.device = m_device.box->currentData().toString();
    profile.source = source == Flatbed ? ScanSource::Flatbed : ScanSource::Feeder;
    profile.duplex = source == BothSides;
    profile.mode = static_cast<ScanMode>(m_mode.box->currentData().toInt());
    profile.dpi = m_dpi.box->currentData().toInt();
    if (profiles != m_shown) {
        store(profiles);
    }
}

void ScanProfileGroup::add()
{
    QList<ScanProfile> profiles = m_shown;
    const int place = m_which.box->currentIndex();
    ScanProfile made = profiles.value(place, capture::defaultScanProfiles().front());
    made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.name = tr("New profile");
    profiles.append(made);
    store(profiles);
    m_which.box->setCurrentIndex(static_cast<int>(m_shown.size()) - 1);
    showProfile();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ScanProfileGroup::remove()
{
    QList<ScanProfile> profiles = m_shown;
    const int place = m_which.box->currentIndex();
    if (profiles.size() > 1 && place >= 0 && place < profiles.size()) {
        profiles.removeAt(place);
        store(profiles);
    }
}

void ScanProfileGroup::store(const QList<ScanProfile>& profiles)
{
    whenAnswered(m_scan.setProfiles(profiles), this, [this](const domain::Result<void>& kept) {
        if (!kept) {
            say(Tone::Block, errorText(kept.error().code).sentence());
        }
    });
    showProfiles();
}

} // namespace ow::ui
