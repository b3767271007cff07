// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/promisepane.h"

#include "ui/cases/caseactpane.h"
#include "ui/cases/paperrows.h"
#include "ui/widgets/whenanswered.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace ow::ui {

using desk::PromisePages;

PromisePane::PromisePane(const Theme& theme, desk::Workplace& workplace, desk::ActDesk& desk, QWidget* parent)
    : ActFrame(theme, parent)
    , m_desk(desk)
    , m_pages(workplace)
{
    auto* body = new QWidget(this);
    m_rows = new PaperRows(theme, workplace, m_pages, tr("The signed promise"), *this, body);
    m_rows->setMarkable(false);
    auto* down = new QVBoxLayout(body);
    down->setContentsMargins(0, 0, 0, 0);
    down->addWidget(m_rows);
    down->addStretch(1);
    setBody(body);
    showOthers(false);
    connect(&m_pages, &PromisePages::changed, this, &PromisePane::refresh);
    connect(this, &ActFrame::triggered, this, &PromisePane::write);
}

void PromisePane::setScanDesk(desk::ScanDesk& scan)
{
    m_rows->setScanDesk(scan);
}

void PromisePane::begin(const desk::CaseToAct& seen)
{
    m_seen = seen;
    setTitle(caseActWord(CaseAct::SignPromise), seen.guide->name + u'·' + seen.number);
    m_pages.begin(seen, tr("The signed promise"));
    refresh();
}

void PromisePane::clear()
{
    m_pages.leave();
    m_rows->clear();
    m_seen = {};
    setTitle({}, {});
}

void PromisePane::refresh()
{
    if (m_pages.sheet().isEmpty()) {
        return;
    }
    MaterialRow row;
    row.id = PromisePages::kPaper;
    row.name = tr("The signed promise");
    row.state = stateWord(m_pages.files().empty() ? MaterialLook::Missing : MaterialLook::Verified);
    row.second = tr("Signed by the applicant, every page");
    for (const domain::MaterialFile& file : m_pages.files()) {
        row.pages.push_back({file.blob, file.edit, file.pages, file.incomplete});
    }
    m_rows->setRows({row});
    const bool busy = m_pages.filesUnderWay() > 0;
    const int count = static_cast<int>(m_pages.files().size());
    setFoot(busy         ? tr("Files are still being taken in.")
            : count == 0 ? tr("Scan the signed promise first.")
                         : tr("%n file(s) of the signed promise here.", nullptr, count),
            tr("Keep the promise"), !busy && count > 0);
}

void PromisePane::write()
{
    if (m_pages.files().empty() || m_pages.filesUnderWay() > 0 || isBusy()) {
        return;
    }
    m_pages.seal(true);
    setBusy(true);
    whenAnswered(m_desk.signPromise(m_seen, m_pages.files()), this,
                 [this](const domain::Result<desk::ActDone>& done) {
                     setBusy(false);
                     if (done) {
                         m_pages.forget();
                         Q_EMIT wrote(*done);
                     } else {
                         m_pages.seal(false);
                         Q_EMIT failed(done.error());
                     }
                 });
}

void PromisePane::writeAgain()
{
    m_desk.confirmClock();
    write();
}

void PromisePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F9 && !m_pages.sheet().isEmpty() && !isBusy()) {
        m_rows->scan();
        return;
    }
    if (event->matches(QKeySequence::Paste) && !isBusy()) {
        m_rows->paste();
        return;
    }
    ActFrame::keyPressEvent(event);
}

} // namespace ow::ui
