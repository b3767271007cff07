// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/emptydesk.h"

#include "domain/legaldate.h"
#include "ui/widgets/startlists.h"
#include "ui/words/daywords.h"

#include <QDateTime>
#include <QKeyEvent>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kUsual = 9;
constexpr int kFewest = 3;
constexpr int kTop = 300; // below what the search box lets down, where there is room

const QString kItem = QStringLiteral("item/");
const QString kDraft = QStringLiteral("draft/");
const QString kSearch = QStringLiteral("search");

} // namespace

EmptyDesk::EmptyDesk(const Theme& theme, desk::Workplace& workplace, desk::IntakeDesk& desk,
                     desk::Finder& finder, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workplace(workplace)
    , m_desk(desk)
    , m_finder(finder)
    , m_lists(new StartLists(theme, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Begin with an item"));
    m_lists->installEventFilter(this);
    connect(m_lists, &StartLists::chosen, this, &EmptyDesk::choose);
    connect(&theme, &Theme::changed, this, &EmptyDesk::place);
}

void EmptyDesk::refresh()
{
    m_drafts.clear();
    list();
    if (!m_workplace.person()) {
        return;
    }
    m_desk.drafts().then(this, [this](const domain::Result<std::vector<desk::DraftLine>>& drafts) {
        if (drafts && !m_desk.isActive()) {
            m_drafts = *drafts;
            list();
        }
    });
}

int EmptyDesk::rowsThatFit() const
{
    // Beside the rows: heading with its line, foot, and the margins.
    const int rest = m_theme.k(16 + 24 + 8 + 16);
    return qBound(kFewest, (height() - rest) / qMax(1, m_theme.metrics().listRow), kUsual);
}

void EmptyDesk::list()
{
    m_rows = rowsThatFit();
    StartColumn usual{tr("Usual items"), {}, {}, {}, false};
    m_usual.clear();
    for (const catalogue::GuidePtr& guide : m_finder.usual(m_rows)) {
        m_usual << guide->ref.code;
        usual.rows.push_back({kItem + guide->ref.code, QString::number(m_usual.size()), {}, guide->name, {}});
    }
    StartColumn aside{tr("Put aside"), {}, {}, tr("Neither a power cut nor the lock loses them."), false};
    aside.note = tr("on this device only, %n", nullptr, static_cast<int>(m_drafts.size()));
    const auto shown = std::min(m_drafts.size(), static_cast<std::size_t>(m_rows));
    for (std::size_t i = 0; i < shown; ++i) {
        const desk::DraftLine& draft = m_drafts[i];
        const QDate day = domain::legalDay(draft.savedAt);
        const QString time = domain::legalTime(draft.savedAt).toString(QStringLiteral("HH:mm"));
        const QString when = day == m_workplace.today() ? time : dayWord(day) + u' ' + time;
        const QString who = draft.applicant.isEmpty() ? QString() : u'·' + draft.applicant;
        aside.rows.push_back({kDraft + draft.id, {}, QStringLiteral("pen"), draft.itemName + who, when});
    }
    StartColumn other{tr("Other ways to begin"), {}, {}, {}, true};
    other.rows.push_back({kSearch,
                          QStringLiteral("F2"),
                          QStringLiteral("search"),
                          tr("Find an item by name, alias or pinyin"),
                          {}});
    other.rows.push_back(
        {kSearch, QStringLiteral("F2"), QStringLiteral("list"), tr("The last four of a case number"), {}});
    m_lists->setColumns({std::move(usual), std::move(aside), std::move(other)});
    place();
}

void EmptyDesk::choose(const QString& id)
{
    if (id.startsWith(kItem)) {
        Q_EMIT itemChosen(id.mid(kItem.size()));
    } else if (id.startsWith(kDraft)) {
        Q_EMIT draftChosen(id.mid(kDraft.size()));
    } else {
        Q_EMIT searchWanted();
    }
}

void EmptyDesk::place()
{
    const int pad = m_theme.k(16);
    const int wanted = m_lists->sizeHint().height();
    const int top = qBound(pad, height() - wanted - pad, m_theme.k(kTop));
    m_lists->setGeometry(pad, top, width() - 2 * pad, qMax(0, height() - top - pad));
}

void EmptyDesk::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (rowsThatFit() != m_rows) {
        list();
    }
    place();
}

bool EmptyDesk::eventFilter(QObject* watched, QEvent* event)
{
    // The rows are laid out after they were given; only then it is known how high they are.
    if (watched == m_lists && event->type() == QEvent::LayoutRequest) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void EmptyDesk::keyPressEvent(QKeyEvent* event)
{
    const int place = event->key() - Qt::Key_1;
    if (place >= 0 && place < m_usual.size()) {
        Q_EMIT itemChosen(QString(m_usual.at(place)));
        return;
    }
    if (event->key() == Qt::Key_Down) {
        focusNextChild();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ow::ui
