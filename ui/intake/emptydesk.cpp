// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/emptydesk.h"

#include "domain/legaldate.h"
#include "ui/widgets/startlists.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/daywords.h"
#include "ui/words/errortext.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>

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
    connect(m_lists, &StartLists::menuWanted, this, &EmptyDesk::showMenu);
    connect(m_lists, &StartLists::removeWanted, this, [this](const QString& id) {
        if (id.startsWith(kDraft)) {
            throwAway(id.mid(kDraft.size()));
        }
    });
    connect(&theme, &Theme::changed, this, &EmptyDesk::place);
}

void EmptyDesk::refresh()
{
    m_drafts.clear();
    m_fault.clear();
    list();
    if (!m_workplace.person()) {
        return;
    }
    whenAnswered(m_desk.drafts(), this, [this](const domain::Result<std::vector<desk::DraftLine>>& drafts) {
        if (m_desk.isActive()) {
            return;
        }
        if (drafts) {
            m_drafts = *drafts;
        } else if (m_workplace.person()) { // an empty list would say that nothing was put aside
            m_fault = tr("What was put aside cannot be shown: %1").arg(errorText(drafts.error().code).what);
        }
        list();
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
    StartColumn aside{
        tr("Put aside"),
        {},
        {},
        tr("Neither a power cut nor the lock loses them. Del throws one away, the menu key hands it over."),
        false};
    aside.note = tr("on this device only, %n", nullptr, static_cast<int>(m_drafts.size()));
    if (!m_fault.isEmpty()) {
        aside.note.clear();
        aside.foot = m_fault;
    }
    const auto shown = std::min(m_drafts.size(), static_cast<std::size_t>(m_rows));
    for (std::size_t i = 0; i < shown; ++i) {
        const desk::DraftLine& draft = m_drafts[i];
        if (draft.unreadable) {
            aside.rows.push_back(
                {kDraft + draft.id, {}, QStringLiteral("warn"), tr("Cannot be read"), rightOf(draft)});
            continue;
        }
        const QString who = draft.applicant.isEmpty() ? QString() : u'·' + draft.applicant;
        aside.rows.push_back(
            {kDraft + draft.id, {}, QStringLiteral("pen"), draft.itemName + who, rightOf(draft)});
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

/// Whose it is when it is not one's own, what is missing, and when it was saved.
QString EmptyDesk::rightOf(const desk::DraftLine& draft) const
{
    QStringList facts;
    if (!draft.handedBy.isEmpty()) {
        facts << tr("from %1").arg(draft.handedBy);
    }
    if (m_workplace.person() && draft.owner != m_workplace.person()->id) {
        facts << draft.ownerName;
    }
    if (draft.missing > 0) {
        facts << tr("%n missing", nullptr, draft.missing);
    }
    const QDate day = domain::legalDay(draft.savedAt);
    const QString time = domain::legalTime(draft.savedAt).toString(QStringLiteral("HH:mm"));
    facts << (day == m_workplace.today() ? time : dayWord(day) + u' ' + time);
    return facts.join(u'·');
}

QString EmptyDesk::draftName(const QString& id) const
{
    const auto found = std::ranges::find(m_drafts, id, &desk::DraftLine::id);
    if (found == m_drafts.end()) {
        return {};
    }
    if (found->unreadable) {
        return tr("Cannot be read");
    }
    return found->applicant.isEmpty() ? found->itemName : QString(found->itemName + u'·' + found->applicant);
}

void EmptyDesk::throwAway(const QString& id)
{
    const QString name = draftName(id);
    whenAnswered(m_desk.discard(id), this, [this, name](const domain::Result<void>& gone) {
        if (gone) {
            Q_EMIT thrownAway(name);
        } else {
            Q_EMIT messagePosted({Tone::Block, errorText(gone.error().code).sentence(), {}, {}});
        }
        refresh();
    });
}

void EmptyDesk::showMenu(const QString& id, const QPoint& at)
{
    if (!id.startsWith(kDraft)) {
        return;
    }
    const QString draft = id.mid(kDraft.size());
    whenAnswered(m_desk.colleagues(), this,
                 [this, draft, at](const domain::Result<std::vector<desk::Person>>& people) {
                     auto* menu = new QMenu(this);
                     menu->setAttribute(Qt::WA_DeleteOnClose);
                     connect(menu->addAction(tr("Go on with it")), &QAction::triggered, this,
                             [this, draft] { Q_EMIT draftChosen(draft); });
                     if (people) {
                         for (const desk::Person& person : *people) {
                             connect(menu->addAction(tr("Hand over to %1").arg(person.name)),
                                     &QAction::triggered, this,
                                     [this, draft, person] { handOver(draft, person); });
                         }
                     }
                     connect(menu->addAction(tr("Throw away")), &QAction::triggered, this,
                             [this, draft] { throwAway(draft); });
                     menu->popup(at);
                 });
}

void EmptyDesk::handOver(const QString& id, const desk::Person& to)
{
    whenAnswered(m_desk.handOver(id, to.id), this, [this, name = to.name](const domain::Result<void>& done) {
        const QString sentence =
            done ? tr("Handed over to %1.").arg(name) : errorText(done.error().code).sentence();
        Q_EMIT messagePosted({done ? Tone::Ok : Tone::Block, sentence, {}, {}});
        refresh();
    });
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
