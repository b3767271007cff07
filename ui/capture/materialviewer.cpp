// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/capture/materialviewer.h"

#include "ui/capture/pageviewer.h"

#include <QEvent>

#include <algorithm>

namespace ow::ui {

namespace {

const QString kPdf = QStringLiteral("application/pdf");

} // namespace

MaterialViewer::MaterialViewer(const Theme& theme, desk::Workplace& workplace, desk::PageTarget& target,
                               QWidget* area, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_target(target)
    , m_area(area)
{
}

MaterialViewer::~MaterialViewer()
{
    delete m_viewer; // a child of the area, which may live on
}

bool MaterialViewer::isOpen() const
{
    return m_viewer != nullptr && m_viewer->isVisible();
}

void MaterialViewer::make()
{
    if (m_viewer != nullptr) {
        return;
    }
    m_viewer = new PageViewer(m_theme, m_workplace.previews(), m_area);
    m_viewer->hide();
    m_area->installEventFilter(this);
    connect(m_viewer, &PageViewer::closed, this, &MaterialViewer::close);
    connect(m_viewer, &PageViewer::editWanted, this, [this](int page, const domain::PageEdit& edit) {
        m_target.editFile(m_material, fileOf(page), edit);
    });
    connect(m_viewer, &PageViewer::moveWanted, this, [this](int from, int to) {
        const int last = static_cast<int>(m_files.size()) - 1;
        if (to >= 0 && to <= last) {
            m_target.moveFile(m_material, fileOf(from), fileOf(to));
        }
    });
    connect(m_viewer, &PageViewer::removeWanted, this,
            [this](int page) { m_target.removeFile(m_material, fileOf(page)); });
    connect(m_viewer, &PageViewer::retakeWanted, this,
            [this] { Q_EMIT retakeWanted(m_material, currentBlob()); });
    connect(m_viewer, &PageViewer::comparedWanted, this, [this](bool compared) {
        m_target.setGrade(m_material, compared ? domain::TrustGrade::B : domain::TrustGrade::C);
    });
    connect(m_viewer, &PageViewer::validUntilWanted, this,
            [this](QDate day) { m_target.setValidUntil(m_material, day); });
    connect(m_viewer, &PageViewer::unfitWanted, this, [this] {
        const QString material = m_material;
        close();
        Q_EMIT unfitWanted(material);
    });
}

std::vector<ViewedPage> MaterialViewer::pages()
{
    std::vector<ViewedPage> pages;
    m_files.clear();
    const domain::MaterialIntake* taken = m_target.taken(m_material);
    const auto count = taken != nullptr ? static_cast<int>(taken->files.size()) : 0;
    const QString mark = m_watermarks ? m_watermarks(m_material) : QString();
    for (int at = 0; at < count; ++at) {
        const domain::MaterialFile& file = taken->files[static_cast<std::size_t>(at)];
        const bool pdf = file.mime == kPdf;
        for (int page = 0; page < std::max(1, file.pages); ++page) {
            const bool reused = file.origin == domain::FileOrigin::Reused;
            pages.push_back({file.blob, page, file.edit, !pdf && file.pages == 1, file.incomplete, pdf,
                             reused ? mark : QString()});
            m_files.push_back(at);
        }
    }
    return pages;
}

int MaterialViewer::fileOf(int page) const
{
    const auto at = static_cast<std::size_t>(page);
    return page >= 0 && at < m_files.size() ? m_files[at] : -1;
}

int MaterialViewer::firstPageOf(int file) const
{
    return static_cast<int>(std::ranges::find(m_files, file) - m_files.begin());
}

QString MaterialViewer::currentBlob() const
{
    const domain::MaterialIntake* taken = m_target.taken(m_material);
    const int at = m_viewer != nullptr ? fileOf(m_viewer->current()) : -1;
    if (taken == nullptr || at < 0 || at >= static_cast<int>(taken->files.size())) {
        return {};
    }
    const domain::MaterialFile& file = taken->files[static_cast<std::size_t>(at)];
    return file.mime != kPdf && file.pages == 1 ? file.blob : QString();
}

void MaterialViewer::open(const QString& material, int file)
{
    make();
    m_material = material;
    const std::vector<ViewedPage> shown = pages();
    if (shown.empty()) {
        return;
    }
    m_viewer->setGeometry(m_area->rect());
    m_viewer->show();
    m_viewer->raise();
    m_viewer->openAt(facts(), shown, firstPageOf(file));
    m_viewer->setFocus(Qt::OtherFocusReason);
}

ViewedMaterial MaterialViewer::facts() const
{
    const domain::MaterialIntake* taken = m_target.taken(m_material);
    ViewedMaterial facts;
    facts.name = m_target.materialName(m_material);
    if (taken != nullptr) {
        facts.compared = taken->grade == domain::TrustGrade::A || taken->grade == domain::TrustGrade::B;
        facts.validUntil = taken->validUntil;
    }
    return facts;
}

void MaterialViewer::refresh()
{
    if (!isOpen()) {
        return;
    }
    if (m_target.sheet().isEmpty()) {
        close();
        return;
    }
    const std::vector<ViewedPage> shown = pages();
    if (shown.empty()) {
        close(); // the last one was taken off
        return;
    }
    m_viewer->setEnabled(!m_target.isSealed());
    m_viewer->showPages(facts(), shown);
}

void MaterialViewer::close()
{
    if (isOpen()) {
        m_viewer->hide();
        m_viewer->forget();
        Q_EMIT closed();
    }
}

void MaterialViewer::say(Tone tone, const QString& sentence)
{
    if (isOpen()) {
        m_viewer->say(tone, sentence);
    }
}

bool MaterialViewer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area && event->type() == QEvent::Resize && m_viewer != nullptr) {
        m_viewer->setGeometry(m_area->rect());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ow::ui
