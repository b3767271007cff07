// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/supplementpane.h"

#include "domain/formvalue.h"
#include "ui/intake/fieldinput.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/answerwords.h"
#include "ui/words/daywords.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

using desk::SupplementDesk;
using desk::SupplementItem;
using desk::SupplementState;
using domain::Answer;
using domain::MaterialState;

constexpr int kFilesAtOnce = 40; // of one drop; more is a folder dropped by mistake
constexpr auto kMaterial = "material";

QLabel* words(QWidget* parent, const QString& text, Tone tone)
{
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

} // namespace

SupplementPane::SupplementPane(const Theme& theme, SupplementDesk& desk, QWidget* parent)
    : ActFrame(theme, parent)
    , m_theme(theme)
    , m_desk(desk)
{
    setAcceptDrops(true);
    connect(&desk, &SupplementDesk::changed, this, &SupplementPane::refresh);
    connect(this, &ActFrame::triggered, this, [this] { write(m_desk.answer()); });
    // Everything that was done is the desk's; the rows are drawn anew in the new sizes.
    connect(&theme, &Theme::changed, this, [this] {
        if (m_desk.isActive() && !m_rows.empty()) {
            rebuild();
        }
    });
    showOthers(false);
}

void SupplementPane::rebuild()
{
    m_rows.clear();
    auto* body = new QWidget(this);
    auto* down = new QVBoxLayout(body);
    down->setContentsMargins(m_theme.k(16), m_theme.k(12), m_theme.k(16), m_theme.k(12));
    down->setSpacing(m_theme.k(12));
    if (m_desk.isActive()) {
        const bool supply = m_desk.purpose() == SupplementDesk::Purpose::Supply;
        setTitle(supply ? tr("Promised materials") : tr("Supplement"),
                 m_desk.seen().guide->name + u'·' + m_desk.seen().number);
        for (const SupplementItem& item : m_desk.items()) {
            m_rows.push_back(item.material.isEmpty() ? fieldRow(item, body) : materialRow(item, body));
            down->addWidget(m_rows.back().widget);
        }
    }
    down->addStretch(1);
    setBody(body);
    refresh();
}

void SupplementPane::clear()
{
    m_rows.clear();
    others().clear();
    setTitle({}, {});
    setBody(new QWidget(this));
}

SupplementPane::Row SupplementPane::materialRow(const SupplementItem& item, QWidget* parent)
{
    Row row;
    row.widget = new QWidget(parent);
    row.widget->setProperty(kMaterial, item.material);
    auto* across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(m_theme.k(12));
    row.state = new MessageLine(m_theme, row.widget);
    row.state->setFixedWidth(m_theme.k(112));
    auto* what = new QVBoxLayout;
    what->setSpacing(0);
    what->addWidget(words(row.widget, item.sentence, Tone::Plain));
    QStringList about{item.where};
    if (item.due.isValid()) {
        about << (item.late ? tr("was promised for %1, now late").arg(dayWord(item.due))
                            : tr("promised for %1").arg(dayWord(item.due)));
    }
    about.removeAll(QString());
    if (!about.isEmpty()) {
        what->addWidget(words(row.widget, about.join(u'·'), item.late ? Tone::Warn : Tone::Second));
    }
    across->addWidget(row.state);
    across->addLayout(what, 1);
    auto* files = new KeyButton(m_theme, tr("Take in files"), KeyButton::Look::Secondary, row.widget);
    files->setKey(QStringLiteral("F9"));
    files->setAccessibleName(tr("Take in files for: %1").arg(item.sentence));
    connect(files, &QPushButton::clicked, this, [this, id = item.material] { chooseFiles(id); });
    row.here = new KeyButton(m_theme, tr("Received on paper"), KeyButton::Look::Secondary, row.widget);
    row.here->setAccessibleName(tr("Received on paper: %1").arg(item.sentence));
    connect(row.here, &QPushButton::clicked, this, [this, id = item.material] {
        const domain::MaterialIntake* slot = m_desk.intake().material(id);
        const bool here = slot != nullptr && slot->state == MaterialState::Received;
        m_desk.setMaterialState(id, here ? MaterialState::Missing : MaterialState::Received);
    });
    if (item.asked) {
        auto* no = new KeyButton(m_theme, tr("Does not apply"), KeyButton::Look::Secondary, row.widget);
        connect(no, &QPushButton::clicked, this,
                [this, id = item.material] { m_desk.answerQuestion(id, false); });
        connect(row.here, &QPushButton::clicked, this,
                [this, id = item.material] { m_desk.answerQuestion(id, true); });
        across->addWidget(no);
    }
    across->addWidget(files);
    across->addWidget(row.here);
    return row;
}

SupplementPane::Row SupplementPane::fieldRow(const SupplementItem& item, QWidget* parent)
{
    Row row;
    row.widget = new QWidget(parent);
    auto* across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(m_theme.k(12));
    row.state = new MessageLine(m_theme, row.widget);
    row.state->setFixedWidth(m_theme.k(112));
    across->addWidget(row.state, 0, Qt::AlignTop);
    const domain::GuideField* field = m_desk.seen().guide->field(item.field);
    if (field == nullptr) {
        across->addWidget(words(row.widget, item.sentence, Tone::Plain), 1);
        return row;
    }
    FieldInput* input = FieldInput::make(m_theme, *field, row.widget);
    input->setValue(domain::formValue(m_desk.intake(), item.field));
    row.field = new FormField(m_theme, field->label, input->widget(), row.widget);
    row.field->setNote(item.sentence);
    connect(input, &FieldInput::edited, this,
            [this, input, key = item.field] { m_desk.setField(key, input->value()); });
    across->addWidget(row.field, 1);
    return row;
}

void SupplementPane::refresh()
{
    if (!m_desk.isActive() || m_rows.size() != m_desk.items().size()) {
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const SupplementItem& item = m_desk.items()[i];
        const SupplementState state = m_desk.stateOf(item);
        const Row& row = m_rows[i];
        switch (state) {
        case SupplementState::Open:
            row.state->setMessage(Tone::Block, item.material.isEmpty() ? tr("to correct") : tr("missing"));
            break;
        case SupplementState::Promised:
            row.state->setMessage(Tone::Warn, tr("may follow"), QStringLiteral("half"));
            break;
        case SupplementState::Done:
            row.state->setMessage(Tone::Ok, item.material.isEmpty() ? tr("corrected") : tr("here"));
            break;
        }
        if (row.here != nullptr) {
            const domain::MaterialIntake* slot = m_desk.intake().material(item.material);
            const bool here = slot != nullptr && slot->state == MaterialState::Received;
            row.here->setText(here ? tr("Not here after all") : tr("Received on paper"));
        }
    }
    refreshFoot();
}

void SupplementPane::refreshFoot()
{
    const int open = m_desk.openCount();
    const bool busy = m_desk.filesUnderWay() > 0;
    if (m_desk.purpose() == SupplementDesk::Purpose::Supply) {
        const int here = static_cast<int>(m_desk.items().size()) - open;
        showOthers(false);
        setFoot(busy        ? tr("Files are still being taken in.")
                : here == 0 ? tr("Nothing is here yet.")
                            : tr("%n of the promised material(s) here.", nullptr, here),
                tr("Record the supply"), !busy && here > 0);
        return;
    }
    const Answer answer = m_desk.answer();
    const bool whole = answer != Answer::Notice;
    setFoot(busy ? tr("Files are still being taken in.")
            : whole
                ? tr("Everything the notice asked for is here.")
                : tr("%n thing(s) of the notice still missing; it is kept until they come.", nullptr, open),
            whole ? answerVerb(answer) : answerVerb(Answer::Accept), whole && !busy);
    refreshOthers();
}

void SupplementPane::refreshOthers()
{
    others().clear();
    // Queued: writing refreshes this menu, and an action must not go while it speaks.
    const auto offer = [this](const QString& word, Answer answer) {
        connect(
            others().addAction(word), &QAction::triggered, this, [this, answer] { write(answer); },
            Qt::QueuedConnection);
    };
    offer(tr("Receive the supplement, answer later"), Answer::ReceiveOnly);
    if (m_desk.answer() == Answer::Notice) {
        offer(tr("Do not accept, for what is missing"), Answer::Decline);
        offer(tr("Second notice (chief)"), Answer::Notice);
    }
    showOthers(true);
}

void SupplementPane::write(Answer answer)
{
    if (!m_desk.isActive() || m_desk.isWriting()) {
        return;
    }
    m_asked = answer;
    const bool supply = m_desk.purpose() == SupplementDesk::Purpose::Supply;
    const auto answered = supply ? m_desk.supply() : m_desk.resubmit(answer);
    setBusy(true);
    whenAnswered(answered, this, [this](const domain::Result<desk::ActDone>& done) {
        setBusy(false);
        if (done) {
            Q_EMIT wrote(*done);
        } else {
            refresh();
            Q_EMIT failed(done.error());
        }
    });
}

void SupplementPane::writeAgain()
{
    m_desk.confirmClock();
    write(m_asked);
}

QString SupplementPane::currentMaterial() const
{
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr && widget != this;
         widget = widget->parentWidget()) {
        if (const QString id = widget->property(kMaterial).toString(); !id.isEmpty()) {
            return id;
        }
    }
    // Nobody stands on a row: the first one that is still missing.
    for (const SupplementItem& item : m_desk.items()) {
        if (!item.material.isEmpty() && m_desk.stateOf(item) != SupplementState::Done) {
            return item.material;
        }
    }
    return {};
}

void SupplementPane::chooseFiles(const QString& material)
{
    auto* dialog = new QFileDialog(this, tr("Files for this material"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"));
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, material](const QStringList& paths) { take(material, paths); });
    dialog->open();
}

void SupplementPane::take(const QString& material, const QStringList& paths)
{
    for (const QString& path : paths.first(std::min<qsizetype>(paths.size(), kFilesAtOnce))) {
        whenAnswered(m_desk.addFile(material, path), this, [this](const domain::Result<void>& taken) {
            if (!taken) {
                Q_EMIT failed(taken.error());
            }
        });
    }
}

void SupplementPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F9 && m_desk.isActive() && !isBusy()) {
        if (const QString material = currentMaterial(); !material.isEmpty()) {
            chooseFiles(material);
            return;
        }
    }
    ActFrame::keyPressEvent(event);
}

void SupplementPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_desk.isActive()) {
        event->acceptProposedAction();
    }
}

void SupplementPane::dropEvent(QDropEvent* event)
{
    QString material = currentMaterial();
    for (QWidget* widget = childAt(event->position().toPoint()); widget != nullptr && widget != this;
         widget = widget->parentWidget()) {
        if (const QString id = widget->property(kMaterial).toString(); !id.isEmpty()) {
            material = id;
            break;
        }
    }
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    if (!material.isEmpty() && !paths.isEmpty()) {
        event->acceptProposedAction();
        take(material, paths);
    }
}

} // namespace ow::ui
