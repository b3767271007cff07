// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/readingpane.h"

#include "domain/legaldate.h"
#include "ui/cases/casefacts.h"
#include "ui/today/pagepane.h"
#include "ui/widgets/factcolumn.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/timelinelist.h"
#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

namespace ow::ui {

namespace {

constexpr int kFormWidth = 376; ///< px at 100 %, as in the look
constexpr int kFormLeast = 280;
constexpr std::size_t kTimeline = 6; ///< the newest acts
constexpr int kMostFindings = 5;     ///< shown without scrolling

QLabel* label(QWidget* parent, const char* type, Tone tone)
{
    auto* made = new QLabel(parent);
    made->setProperty("type", QString::fromLatin1(type));
    made->setTextFormat(Qt::PlainText);
    setTone(*made, tone);
    made->setTextInteractionFlags(Qt::NoTextInteraction);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return made;
}

QVBoxLayout* column(QWidget* widget)
{
    auto* made = new QVBoxLayout(widget);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

Fact materialFact(const desk::MaterialFact& material)
{
    const bool here = material.state == domain::MaterialState::Received;
    MaterialLook look = MaterialLook::Missing;
    if (here) {
        look = MaterialLook::Verified;
    } else if (material.promised.isValid()) {
        look = MaterialLook::Tolerated;
    } else if (material.state == domain::MaterialState::Unfit) {
        look = MaterialLook::Unfit;
    } else if (material.state == domain::MaterialState::NotApplicable) {
        look = MaterialLook::NotNeeded;
    }
    const StateWord state = stateWord(look);
    Fact fact{.label = state.word, .value = material.name, .icon = state.icon, .tone = state.tone};
    if (material.promised.isValid()) {
        fact.rest = ReadingPane::tr("until %1").arg(dayWord(material.promised));
    } else if (material.pages > 0) {
        fact.rest = ReadingPane::tr("%1 page(s)").arg(material.pages);
    }
    return fact;
}

QString aboutWords(const desk::TodayCase& shown)
{
    const domain::CaseFile& file = shown.detail.file;
    QStringList about{shown.detail.line.number};
    if (shown.line.receivedAt > 0) {
        const QDateTime at = domain::legalTime(shown.line.receivedAt);
        about << ReadingPane::tr("received %1").arg(dayWord(at.date()) + at.toString(u" HH:mm"));
    }
    about << shown.detail.situations;
    if (file.due.promised.isValid()) {
        about << ReadingPane::tr("promised %1").arg(dayWord(file.due.promised))
              << ReadingPane::tr("statutory %1").arg(dayWord(file.due.statutory));
    } else if (file.due.answer.isValid()) {
        about << ReadingPane::tr("answer by %1").arg(dayWord(file.due.answer));
    }
    about.removeAll(QString());
    return about.join(u'·');
}

std::vector<FindingRow> findingRows(const desk::TodayCase& shown)
{
    std::vector<FindingRow> rows;
    if (!shown.line.task.isEmpty()) {
        rows.push_back({.id = QStringLiteral("task"),
                        .state = {ReadingPane::tr("Returned"), QStringLiteral("ret"), Tone::Warn},
                        .sentence = shown.line.task});
    }
    if (const QString why = desk::riskSentence(shown.line.risk); !why.isEmpty()) {
        const bool red = shown.line.risk.level == desk::RiskLevel::Red;
        const StateWord light = stateWord(red ? LightLook::Red : LightLook::Yellow);
        rows.push_back({.id = QStringLiteral("risk"), .state = light, .sentence = why});
    }
    for (const domain::Finding& finding : shown.findings) {
        rows.push_back({.id = finding.code + finding.field + finding.material,
                        .state = stateWord(finding.effect),
                        .sentence = finding.sentence,
                        .source = finding.source});
    }
    if (shown.findings.empty()) {
        rows.push_back({.id = QStringLiteral("passed"),
                        .state = passedWord(),
                        .sentence = ReadingPane::tr("Nothing stood in the way at the decision.")});
    }
    return rows;
}

} // namespace

ReadingPane::ReadingPane(const Theme& theme, desk::PagePreviews& previews, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_content(new QWidget(this))
    , m_findings(new FindingList(theme, tr("Findings"), m_content))
    , m_pages(new PagePane(theme, previews))
    , m_nothing(label(this, "body", Tone::Second))
{
    setProperty("role", QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    auto* outer = column(this);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setWordWrap(true);
    m_nothing->setText(tr("Nothing waits to be checked."));
    outer->addWidget(m_nothing, 1);
    auto* down = column(m_content);
    down->addWidget(makeHead());
    m_findings->setGrows(true);
    down->addWidget(m_findings);
    down->addWidget(makeBody(), 1);
    outer->addWidget(m_content, 1);
    connect(&theme, &Theme::changed, this, &ReadingPane::layOut);
    layOut();
    clear();
}

QWidget* ReadingPane::makeHead()
{
    m_head = new QWidget(m_content);
    auto* across = new QHBoxLayout(m_head);
    auto* down = new QVBoxLayout;
    down->setSpacing(0);
    m_item = label(m_head, "title", Tone::Plain);
    m_about = label(m_head, "body", Tone::Second);
    m_about->setWordWrap(true);
    QSizePolicy wrapped(QSizePolicy::Ignored, QSizePolicy::Preferred);
    wrapped.setHeightForWidth(true);
    m_about->setSizePolicy(wrapped);
    down->addWidget(m_item);
    down->addWidget(m_about);
    m_place = label(m_head, "body", Tone::Second);
    m_place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    across->addLayout(down, 1);
    across->addWidget(m_place);
    return m_head;
}

QWidget* ReadingPane::makeBody()
{
    auto* body = new QWidget(m_content);
    auto* across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_scroll = new ScrollPane(body);
    m_scroll->setAccessibleName(tr("Form and materials"));
    m_scroll->setFocusPolicy(Qt::TabFocus); // arrows scroll a long form
    m_form = new QWidget(m_scroll);
    m_form->setProperty("role", QStringLiteral("plain"));
    m_formRows = column(m_form);
    m_scroll->setWidget(m_form);
    across->addWidget(m_scroll, 3);
    across->addWidget(m_pages, 2);
    return body;
}

void ReadingPane::layOut()
{
    const int pad = m_theme.k(16);
    m_nothing->setContentsMargins(pad, pad, pad, pad);
    m_head->layout()->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_head->layout()->setSpacing(m_theme.k(12));
    m_formRows->setContentsMargins(pad, m_theme.k(8), pad, m_theme.k(8));
    m_formRows->setSpacing(m_theme.k(6));
    m_scroll->setMinimumWidth(m_theme.k(kFormLeast));
    m_scroll->setMaximumWidth(m_theme.k(kFormWidth));
    m_findings->setMaximumHeight(m_theme.metrics().findingRow * kMostFindings);
}

void ReadingPane::showCase(const desk::TodayCase& shown, const QString& place, bool training)
{
    const bool another = !m_shown || m_shown->detail.line.number != shown.detail.line.number;
    m_shown = shown;
    m_item->setText(shown.detail.line.itemName);
    m_item->setToolTip(shown.detail.line.itemName);
    m_about->setText(aboutWords(shown));
    m_about->setToolTip(m_about->text());
    m_place->setText(place);
    m_findings->setRows(findingRows(shown));
    fillForm(shown, training);
    if (another) {
        m_pages->setPages(shown.pages);
        m_scroll->ensureVisible(0, 0);
    }
    m_nothing->hide();
    m_content->show();
}

void ReadingPane::fillForm(const desk::TodayCase& shown, bool training)
{
    qDeleteAll(m_form->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem* item = m_formRows->takeAt(0)) {
        delete item;
    }
    const auto head = [this](const QString& title) {
        QLabel* made = label(m_form, "bold", Tone::Plain);
        made->setText(title);
        m_formRows->addWidget(made);
    };
    const auto grid = [this](std::vector<Fact> facts) {
        auto* made = new FactColumn(m_theme, m_form);
        made->setFacts(std::move(facts));
        m_formRows->addWidget(made);
    };
    for (const desk::AnswerGroup& group : shown.form) {
        head(group.title);
        std::vector<Fact> facts;
        for (const desk::AnswerGroup::Answer& answer : group.answers) {
            facts.push_back({.label = answer.label, .value = answer.value});
        }
        grid(std::move(facts));
    }
    head(tr("Materials"));
    std::vector<Fact> materials;
    for (const desk::MaterialFact& material : shown.materials) {
        materials.push_back(materialFact(material));
    }
    grid(std::move(materials));
    head(tr("What was done"));
    auto* timeline = new TimelineList(m_theme, tr("What was done"), m_form);
    timeline->setGrows(true);
    timeline->setFocusPolicy(Qt::NoFocus);
    std::vector<TimelineRow> rows = caseTimeline(shown.detail, training);
    rows.resize(std::min(rows.size(), kTimeline));
    timeline->setRows(std::move(rows));
    m_formRows->addWidget(timeline);
    m_formRows->addStretch(1);
}

void ReadingPane::clear()
{
    m_shown.reset();
    // Hidden is not gone: nothing of a person stays in the widgets.
    m_item->clear();
    m_about->clear();
    m_about->setToolTip({});
    m_place->clear();
    m_findings->setRows({});
    m_pages->clear();
    fillForm({}, false);
    m_content->hide();
    m_nothing->show();
}

} // namespace ow::ui
