// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/changepane.h"

#include "domain/legaldate.h"
#include "ui/guides/guidefacts.h"
#include "ui/widgets/factcolumn.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/daywords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>

#include <chrono>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingPause = 200ms;
constexpr int kMaxDays = 3650;
constexpr int kDaysWidth = 132; ///< px at 100 %
const QString kPromised = QStringLiteral("promised");

QLabel* label(QWidget* parent, const char* type, Tone tone = Tone::Plain)
{
    auto* made = new QLabel(parent);
    made->setProperty("type", QString::fromLatin1(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    setTone(*made, tone);
    return made;
}

} // namespace

ChangePane::ChangePane(const Theme& theme, desk::GuidesDesk& guides, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_guides(guides)
{
    setProperty("role", QStringLiteral("sidepane"));
    setAttribute(Qt::WA_StyledBackground);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0); // the line at the left
    outer->setSpacing(0);
    outer->addWidget(makeHead());
    outer->addWidget(makeBody(), 1);
    outer->addWidget(makeFoot());
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ChangePane::ask);
    connect(m_action, &QPushButton::clicked, this, &ChangePane::act);
    connect(m_decline, &QPushButton::clicked, this, &ChangePane::decline);
    connect(&theme, &Theme::changed, this, &ChangePane::layOut);
    layOut();
    showGuide(nullptr);
}

QWidget* ChangePane::makeHead()
{
    m_head = new PaneHeader(m_theme, tr("Change"), {}, this);
    return m_head;
}

QWidget* ChangePane::makeBody()
{
    m_scroll = new ScrollPane(this);
    m_body = new QWidget(m_scroll);
    m_body->setProperty("role", QStringLiteral("plain"));
    m_rows = new QVBoxLayout(m_body);
    m_proposed = label(m_body, "body");
    m_differencesHead = label(m_body, "bold");
    m_differences = new FactColumn(m_theme, m_body);
    m_fault = new MessageLine(m_theme, m_body);
    m_warning = new MessageLine(m_theme, m_body);
    m_note = new FieldEdit(m_theme, m_body);
    m_note->setAccessibleName(tr("Why"));
    m_note->setPlaceholderText(tr("Why (optional)"));
    m_note->setMaxLength(static_cast<int>(domain::PublishAct::kMaxText));
    m_days = new QWidget(m_body);
    m_historyHead = label(m_body, "bold");
    m_historyHead->setText(tr("Versions"));
    m_history = new FactColumn(m_theme, m_body);
    m_sentHead = label(m_body, "bold");
    m_sentHead->setText(tr("Sent from here"));
    m_sent = new FactColumn(m_theme, m_body);
    for (QWidget* row :
         std::initializer_list<QWidget*>{m_proposed, m_fault, m_differencesHead, m_differences, m_warning,
                                         m_note, m_days, m_historyHead, m_history, m_sentHead, m_sent}) {
        m_rows->addWidget(row);
    }
    m_rows->addStretch(1);
    m_scroll->setWidget(m_body);
    return m_scroll;
}

QWidget* ChangePane::makeFoot()
{
    m_foot = new QWidget(this);
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    auto* across = new QHBoxLayout(m_foot);
    m_why = label(m_foot, "body", Tone::Second);
    m_decline = new KeyButton(m_theme, tr("Decline"), KeyButton::Look::Tall, m_foot);
    m_action = new PrimaryButton(m_theme, tr("Propose"), m_foot);
    m_action->setKey(QStringLiteral("Ctrl ↵"));
    across->addWidget(m_why, 1);
    across->addWidget(m_decline);
    across->addWidget(m_action);
    return m_foot;
}

void ChangePane::showGuide(const catalogue::GuidePtr& guide)
{
    const bool same = guide && m_guide && guide->ref == m_guide->ref;
    m_guide = guide;
    if (!same) {
        ++m_question;
        m_ready = false;
        m_proposal.reset();
        m_note->clear();
        m_fault->clear();
        showDifferences({}, {});
        buildFields();
        m_scroll->ensureVisible(0, 0);
    }
    refresh();
}

void ChangePane::buildFields()
{
    m_fields.clear();
    delete m_days->layout();
    qDeleteAll(m_days->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(m_days);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(m_theme.k(12));
    m_grid->setVerticalSpacing(m_theme.k(6));
    m_grid->setColumnStretch(0, 1);
    if (!m_guide || !m_guides.mayPublish()) {
        return;
    }
    addField(kPromised, tr("Promised limit"), m_guide->promisedDays, tr("0: on the spot"));
    for (const domain::GuideAxis& axis : m_guide->axes) {
        for (const domain::GuideSituation& situation : axis.situations) {
            if (situation.promisedDays) {
                addField(axis.id + u'/' + situation.id, tr("%1: promised limit").arg(situation.name),
                         *situation.promisedDays, {});
            }
        }
    }
    for (const domain::GuideMaterial& material : m_guide->materials) {
        addField(material.id, tr("%1: may follow within").arg(material.name),
                 material.tolerable ? material.tolerableDays : 0, tr("0: may not follow later"));
    }
}

void ChangePane::addField(const QString& key, const QString& words, int days, const QString& hint)
{
    auto* name = label(m_days, "body", Tone::Second);
    name->setText(words);
    auto* edit = new FieldEdit(m_theme, m_days);
    edit->setNumeric(tr("days"));
    edit->setValidator(new QIntValidator(0, kMaxDays, edit));
    edit->setText(QString::number(days));
    edit->setAccessibleName(words);
    edit->setToolTip(hint);
    edit->setFixedWidth(m_theme.k(kDaysWidth));
    name->setBuddy(edit);
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(edit, row, 1);
    connect(edit, &QLineEdit::textChanged, this, [this] {
        m_ready = false;
        showAction();
        m_typing.start();
    });
    m_fields.push_back({key, days, edit});
}

FieldEdit* ChangePane::fieldFor(const QString& key) const
{
    for (const DayField& field : m_fields) {
        if (field.key == key) {
            return field.edit;
        }
    }
    return nullptr;
}

void ChangePane::focusFirst()
{
    if (m_proposal || m_fields.empty()) {
        m_action->setFocus(Qt::OtherFocusReason);
    } else {
        m_fields.front().edit->setFocus(Qt::OtherFocusReason);
    }
}

std::optional<desk::GuideChange> ChangePane::change() const
{
    desk::GuideChange change;
    for (const DayField& field : m_fields) {
        bool isNumber = false;
        const int days = field.edit->text().toInt(&isNumber);
        if (!isNumber) {
            return std::nullopt;
        }
        if (days == field.before) {
            continue;
        }
        if (field.key == kPromised) {
            change.promisedDays = days;
        } else if (field.key.contains(u'/')) {
            change.situationDays.insert(field.key, days);
        } else {
            change.toleranceDays.insert(field.key, days);
        }
    }
    return change;
}

void ChangePane::ask()
{
    const auto wanted = change();
    ++m_question;
    m_ready = false;
    m_fault->clear();
    if (!m_guide || !wanted || wanted->isEmpty()) {
        showDifferences({}, {});
        if (!wanted) {
            m_fault->setMessage(Tone::Block, tr("Days are whole numbers."));
        }
        showAction();
        return;
    }
    whenAnswered(m_guides.preview(m_guide->ref.code, *wanted), this,
                 [this, question = m_question](const domain::Result<desk::GuidePreview>& preview) {
                     if (question == m_question) {
                         takePreview(preview);
                     }
                 });
}

void ChangePane::takePreview(const domain::Result<desk::GuidePreview>& preview)
{
    m_ready = preview.has_value();
    if (preview) {
        showDifferences(preview->differences, preview->warnings);
    } else {
        showDifferences({}, {});
        // The catalogue's own sentence: it names the limits that contradict each other.
        m_fault->setMessage(Tone::Block, preview.error().code == domain::ErrorCode::GuideInvalid
                                             ? preview.error().detail
                                             : tr("This change cannot be made."));
    }
    showAction();
}

void ChangePane::showDifferences(const std::vector<desk::GuideDifference>& differences,
                                 const QStringList& warnings)
{
    std::vector<Fact> facts;
    facts.reserve(differences.size());
    for (const desk::GuideDifference& difference : differences) {
        facts.push_back({.value = difference.before + QStringLiteral(" → ") + difference.after,
                         .bold = true,
                         .rest = difference.what});
    }
    m_differencesHead->setText(tr("Before and after"));
    m_differencesHead->setVisible(!facts.empty());
    m_differences->setVisible(!facts.empty());
    m_differences->setFacts(std::move(facts));
    m_warning->setMessage(Tone::Warn, warnings.join(u'\n'));
}

void ChangePane::refresh()
{
    ++m_lookup;
    m_historyHead->setVisible(m_guide != nullptr);
    m_history->setVisible(m_guide != nullptr);
    m_sentHead->hide();
    m_sent->hide();
    showAction();
    if (!m_guide) {
        return;
    }
    whenAnswered(m_guides.history(m_guide->ref.code), this,
                 [this, lookup = m_lookup](const domain::Result<std::vector<desk::GuideVersion>>& versions) {
                     if (lookup == m_lookup && versions) {
                         m_history->setFacts(versionFacts(*versions));
                     }
                 });
    whenAnswered(m_guides.sent(), this,
                 [this, lookup = m_lookup](const domain::Result<std::vector<desk::SentPublish>>& sent) {
                     if (lookup != m_lookup || !sent) {
                         return;
                     }
                     std::vector<Fact> facts = sentFacts(*sent, m_guide->ref.code);
                     m_sentHead->setVisible(!facts.empty());
                     m_sent->setVisible(!facts.empty());
                     m_sent->setFacts(std::move(facts));
                 });
    whenAnswered(m_guides.proposals(), this,
                 [this, lookup = m_lookup](const domain::Result<std::vector<desk::GuideProposal>>& waiting) {
                     if (lookup == m_lookup && waiting) {
                         takeProposals(*waiting);
                     }
                 });
}

void ChangePane::takeProposals(const std::vector<desk::GuideProposal>& proposals)
{
    const bool had = m_proposal.has_value();
    m_proposal.reset();
    for (const desk::GuideProposal& proposal : proposals) {
        if (m_guide && proposal.code == m_guide->ref.code) {
            m_proposal = proposal;
        }
    }
    if (m_proposal) {
        const QDateTime at = domain::legalTime(m_proposal->at);
        QString words = tr("Version %1 waits: proposed by %2, %3.")
                            .arg(m_proposal->version)
                            .arg(m_proposal->by, dayWord(at.date()) + at.toString(u" HH:mm"));
        if (!m_proposal->note.isEmpty()) {
            words += u'\n' + m_proposal->note;
        }
        m_proposed->setText(words);
        m_fault->setMessage(Tone::Block, m_proposal->refused);
        showDifferences(m_proposal->differences, m_proposal->warnings);
    } else if (had) {
        m_proposed->clear();
        ask();
    }
    showAction();
}

void ChangePane::layOut()
{
    const int pad = m_theme.k(16);
    m_rows->setContentsMargins(pad, m_theme.k(12), pad, m_theme.k(12));
    m_rows->setSpacing(m_theme.k(8));
    m_foot->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(12));
    for (const DayField& field : m_fields) {
        field.edit->setFixedWidth(m_theme.k(kDaysWidth));
    }
}

} // namespace ow::ui
