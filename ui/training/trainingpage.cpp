// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/trainingpage.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <functional>

namespace ow::ui {

using domain::Result;

TrainingPage::TrainingPage(const Theme& theme, desk::Workplace& workplace, desk::SignInDesk& signIn,
                           desk::IntakeDesk& intake, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_signIn(signIn)
    , m_intake(intake)
    , m_day(workplace, signIn)
    , m_pane(new QWidget(this))
    , m_column(new QVBoxLayout(m_pane))
    , m_bar(new QProgressBar(m_pane))
    , m_said(new MessageLine(theme, m_pane))
    , m_foot(new QWidget(this))
    , m_over(new KeyButton(theme, tr("Start over, empty"), KeyButton::Look::Tall, m_foot))
    , m_fill(new PrimaryButton(theme, tr("A sample day"), m_foot))
    , m_cases(new KeyButton(theme, tr("Look at the cases"), KeyButton::Look::Tall, m_foot))
{
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_pane->setProperty("role", QStringLiteral("pane"));
    m_pane->setAttribute(Qt::WA_StyledBackground);
    m_column->addWidget(sentence(tr("What training is"), "title"));
    m_column->addWidget(
        sentence(tr("Everything works as at a real window: forms, checks, papers, devices.")));
    m_column->addWidget(
        sentence(tr("Numbers begin with YL, papers carry a watermark, and nothing leaves this computer.")));
    m_column->addWidget(sentence(
        tr("Training has a ledger of its own; it never becomes a real case, and nothing can go wrong.")));
    m_column->addSpacing(theme.k(12));
    m_column->addWidget(sentence(tr("A sample day"), "title"));
    m_column->addWidget(sentence(
        tr("Fills a fresh ledger with made-up cases of the last days: accepted, accepted with a promise that "
           "ends soon or is overdue, waiting for a supplement, supplemented, not accepted, passed on, only "
           "received, done on the spot, and a draft.")));
    m_column->addSpacing(theme.k(12));
    m_column->addWidget(sentence(tr("Start over, empty"), "title"));
    m_column->addWidget(sentence(tr(
        "Begins with an empty ledger. Both keep what was practised: the ledger before is moved into a folder "
        "named after the time, beside the new one, and nothing is deleted.")));
    m_column->addSpacing(theme.k(12));
    m_column->addWidget(m_bar);
    m_column->addWidget(m_said);
    m_column->addStretch(1);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Sample cases made"));
    m_bar->hide();
    m_cases->hide();
    m_foot->setProperty("role", QStringLiteral("footbar"));
    m_foot->setAttribute(Qt::WA_StyledBackground);
    m_fill->setKey(QStringLiteral("Ctrl ↵"));
    auto* across = new QHBoxLayout(m_foot);
    across->addStretch(1);
    across->addWidget(m_cases);
    across->addWidget(m_over);
    across->addWidget(m_fill);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_pane, 1);
    down->addWidget(m_foot);
    setFocusProxy(m_over); // the first, so that Tab comes to every button
    connect(m_fill, &QPushButton::clicked, this, &TrainingPage::fill);
    connect(m_over, &QPushButton::clicked, this, &TrainingPage::startOver);
    connect(m_cases, &QPushButton::clicked, this, &TrainingPage::casesWanted);
    connect(&m_day, &desk::SampleDay::progressed, this, &TrainingPage::showProgress);
    connect(&m_day, &desk::SampleDay::finished, this, [this](int cases) {
        end(Tone::Ok, tr("%1 sample applications are there. The cases page shows them.").arg(cases));
        m_cases->show();
    });
    connect(&m_day, &desk::SampleDay::failed, this,
            [this](const domain::Error& error) { end(Tone::Block, errorText(error.code).sentence()); });
    connect(&theme, &Theme::changed, this, &TrainingPage::layOut);
    layOut();
}

PageInfo TrainingPage::info()
{
    return {QStringLiteral("training"), tr("Training"), QStringLiteral("learn"), domain::AnyPerson};
}

QLabel* TrainingPage::sentence(const QString& text, const char* type)
{
    auto* label = new QLabel(text, m_pane);
    label->setWordWrap(true);
    if (type != nullptr) {
        label->setProperty("type", QString::fromLatin1(type));
    }
    return label;
}

void TrainingPage::layOut()
{
    m_column->setContentsMargins(m_theme.k(24), m_theme.k(20), m_theme.k(24), m_theme.k(16));
    m_column->setSpacing(m_theme.k(6));
    m_foot->layout()->setContentsMargins(m_theme.k(16), m_theme.k(8), m_theme.k(16), m_theme.k(8));
    m_foot->layout()->setSpacing(m_theme.k(12));
}

/// What lies on the desk belongs to the ledger that is put away.
void TrainingPage::clearDesk(const std::function<void()>& then)
{
    m_said->clear();
    m_cases->hide();
    setBusy(true);
    if (!m_intake.isActive()) {
        then();
        return;
    }
    whenAnswered(m_intake.putAside(), this, [this, then](const Result<void>& kept) {
        if (kept) {
            then();
        } else {
            end(Tone::Block, errorText(kept.error().code).sentence());
        }
    });
}

void TrainingPage::fill()
{
    if (m_busy) {
        return;
    }
    clearDesk([this] {
        if (!m_day.begin()) {
            end(Tone::Block, errorText(domain::ErrorCode::NotAllowed).sentence());
        }
    });
}

void TrainingPage::startOver()
{
    if (m_busy) {
        return;
    }
    clearDesk([this] {
        whenAnswered(m_signIn.startTrainingOver(), this, [this](const Result<desk::Person>& person) {
            if (person) {
                end(Tone::Ok, tr("An empty ledger is open; the one before was moved aside."));
            } else {
                end(Tone::Block, errorText(person.error().code).sentence());
            }
        });
    });
}

void TrainingPage::setBusy(bool busy)
{
    m_busy = busy;
    m_fill->setEnabled(!busy);
    m_over->setEnabled(!busy);
    m_bar->setVisible(busy);
    if (busy) {
        m_bar->setRange(0, 0); // until there is something to count
    }
}

void TrainingPage::showProgress(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_said->setMessage(Tone::Info, tr("Sample application %1 of %2").arg(done).arg(total));
}

void TrainingPage::end(Tone tone, const QString& words)
{
    setBusy(false);
    m_said->setMessage(tone, words);
    m_fill->setFocus(Qt::OtherFocusReason);
    Q_EMIT renewed();
}

} // namespace ow::ui
