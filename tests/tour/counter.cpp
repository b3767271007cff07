// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/counter.h"

#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/intake/actionpane.h"
#include "ui/intake/formpane.h"
#include "ui/intake/intakepage.h"
#include "ui/papers/paperpages.h"
#include "ui/papers/paperview.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/searchpopup.h"
#include "ui/words/kindwords.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QUrl>

#include <cstdio>

namespace ow::tour {

namespace {

QMap<QString, QString> charterAnswers()
{
    return {{QStringLiteral("orgName"), QStringLiteral("甘肃丙丁旅游客运有限公司")},
            {QStringLiteral("uscc"), QStringLiteral("113212810144222637")},
            {QStringLiteral("legalRep"), QStringLiteral("李四")},
            {QStringLiteral("orgAddr"), QStringLiteral("兰州市城关区")},
            {QStringLiteral("division"), QStringLiteral("620102")},
            {QStringLiteral("agentName"), QStringLiteral("王二")},
            {QStringLiteral("agentId"), QStringLiteral("11010519491231002X")},
            {QStringLiteral("mobile"), QStringLiteral("13900000001")},
            {QStringLiteral("delivery"), QStringLiteral("窗口领取")},
            {QStringLiteral("plate"), QStringLiteral("甘A12345")},
            {QStringLiteral("charterFrom"), QStringLiteral("兰州")},
            {QStringLiteral("charterTo"), QStringLiteral("西安")},
            {QStringLiteral("via"), QStringLiteral("天水")},
            {QStringLiteral("dateFrom"), QStringLiteral("20261202")},
            {QStringLiteral("dateTo"), QStringLiteral("20261206")},
            {QStringLiteral("driver"), QStringLiteral("赵六")}};
}

} // namespace

Counter::Counter(ui::Shell& shell, Driver& driver)
    : m_shell(shell)
    , m_driver(driver)
{
    QObject::connect(&shell.intakePage(), &ui::IntakePage::decided, &shell,
                     [this](const desk::Decided& decided) {
                         m_last = decided;
                         ++m_decided;
                     });
    QObject::connect(&shell, &ui::Shell::paperMade, &shell,
                     [this](const QString& number, const QString& paper) { keepPaper(number, paper); });
}

const QString& Counter::sampleFile()
{
    if (m_sample.isEmpty()) {
        m_sample = QDir(m_driver.folder()).filePath(QStringLiteral("sample-material.pdf"));
        QPdfWriter writer(m_sample);
        QPainter painter(&writer);
        painter.drawText(400, 400, QStringLiteral("包车客运合同（样张）"));
    }
    return m_sample;
}

bool Counter::search(const char* what, const QString& text, const QString& first)
{
    m_driver.key(Qt::Key_F2);
    m_driver.type(text);
    return m_driver.until(what, [this, &first] {
        const ui::SearchBox& box = m_shell.window().search();
        return box.isOpen() && !box.popup()->model().hits().empty() &&
               box.popup()->model().hits().front().code.endsWith(first);
    });
}

bool Counter::begin(const QString& query, const QString& code, const QString& picture)
{
    if (!search("the search has found the item", query, code)) {
        return false;
    }
    if (!picture.isEmpty()) {
        m_driver.look(picture);
    }
    m_driver.key(Qt::Key_Return);
    return m_driver.until("the application is open", [this, &code] {
        return m_shell.intake().isActive() && m_shell.intake().guide().ref.code == code;
    });
}

void Counter::fillIn(const QHash<QString, QString>& answers)
{
    constexpr int kMostFields = 60;
    auto* form = m_shell.intakePage().findChild<ui::FormPane*>();
    for (int i = 0; i < kMostFields && !form->currentField().isEmpty(); ++i) {
        const QString answer = answers.value(form->currentField());
        if (answer.startsWith(u'#')) {
            m_driver.key(static_cast<Qt::Key>(answer.at(1).unicode()));
        } else if (!answer.isEmpty()) {
            m_driver.type(answer);
        }
        m_driver.key(Qt::Key_Return);
    }
}

void Counter::fillCharter(const QMap<QString, QString>& other)
{
    QMap<QString, QString> answers = charterAnswers();
    for (auto it = other.cbegin(); it != other.cend(); ++it) {
        answers.insert(it.key(), it.value());
    }
    m_driver.key(Qt::Key_F3);
    m_driver.fillForm(answers);
}

bool Counter::giveMaterials(int count)
{
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(sampleFile())});
    QGuiApplication::clipboard()->setMimeData(files);
    m_driver.key(Qt::Key_F4);
    m_driver.key(Qt::Key_Home);
    for (int i = 0; i < count; ++i) {
        if (i == 0) {
            m_driver.key(Qt::Key_V, Qt::ControlModifier);
            if (!m_driver.until("the file is taken in",
                                [this] { return m_shell.intake().filesUnderWay() == 0; })) {
                return false;
            }
        } else {
            m_driver.key(Qt::Key_Space);
        }
        m_driver.key(Qt::Key_Home); // missing ones stand first
    }
    return true;
}

bool Counter::awaitDecision(int decided, int papers)
{
    if (!m_driver.until("the case is decided", [this, decided] { return m_decided > decided; }) ||
        !m_driver.until("its paper is made", [this, papers] { return m_papers > papers; })) {
        return false;
    }
    if (!m_training) {
        m_cases.append(QJsonObject{{QStringLiteral("number"), m_last.caseNumber},
                                   {QStringLiteral("outcome"), QString(domain::stateKey(m_last.state))}});
    }
    return true;
}

bool Counter::decide(const QString& picture)
{
    if (!picture.isEmpty()) {
        m_driver.look(picture);
    }
    const int decided = m_decided;
    const int papers = m_papers;
    m_driver.key(Qt::Key_Return, Qt::ControlModifier);
    if (!awaitDecision(decided, papers)) {
        return false;
    }
    if (!picture.isEmpty()) {
        m_driver.look(picture + QStringLiteral("-done"));
    }
    return true;
}

bool Counter::decideOtherwise(const QString& words)
{
    const int decided = m_decided;
    const int papers = m_papers;
    if (!m_driver.goTo(ui::ActionPane::tr("Other answers"))) {
        return false;
    }
    m_driver.key(Qt::Key_Space);
    return m_driver.pick(words) && awaitDecision(decided, papers);
}

bool Counter::isCaseShown(const QString& number) const
{
    const auto& detail = m_shell.casesPage().detail().detail();
    return m_shell.window().currentPage() == QLatin1StringView("cases") && detail &&
           detail->line.number == number;
}

bool Counter::isPaperDrawn() const
{
    return m_shell.casesPage().isPaperOpen() && !m_shell.casesPage().paperView().pages().picture(0).isNull();
}

bool Counter::openCase(const QString& number)
{
    if (!search("the search has found the case", number, number)) {
        return false;
    }
    m_driver.key(Qt::Key_Return);
    return m_driver.until("the case is shown", [this, &number] { return isCaseShown(number); });
}

bool Counter::openPaper(const QString& kind)
{
    if (!m_driver.goTo(ui::paperWord(kind), true)) {
        return false;
    }
    m_driver.key(Qt::Key_Space);
    return m_driver.until("the paper is drawn", [this, &kind] {
        return isPaperDrawn() && m_shell.casesPage().paperView().paper().kind == kind;
    });
}

bool Counter::beginAct(ui::CaseAct act)
{
    m_driver.key(Qt::Key_M);
    return m_driver.pick(ui::caseActWord(act)) &&
           m_driver.until("the act is open", [this] { return m_shell.casesPage().isActOpen(); });
}

bool Counter::finishAct(domain::CaseState state, bool paper)
{
    m_driver.key(Qt::Key_Return, Qt::ControlModifier);
    return m_driver.until("the act is written", [this, paper] {
        return !m_shell.casesPage().isActOpen() && (!paper || isPaperDrawn());
    }) && m_driver.until("the case stands as it should", [this, state] {
        const auto& detail = m_shell.casesPage().detail().detail();
        return detail && detail->file.state == state;
    });
}

bool Counter::closePaper()
{
    m_driver.key(Qt::Key_Escape);
    return m_driver.until("the paper is put away", [this] { return !m_shell.casesPage().isPaperOpen(); });
}

bool Counter::isAllAtCentre()
{
    constexpr int kPatienceMs = 60'000;
    return m_driver.until(
        "everything is at the centre",
        [this] {
            const desk::LineStatus& status = m_shell.connection().status();
            return status.line == desk::LineStatus::Line::Online && status.entries == 0 &&
                   status.materials == 0;
        },
        kPatienceMs);
}

void Counter::keepPaper(const QString& caseNumber, const QString& paperNumber)
{
    m_shell.papers()
        .open(caseNumber, paperNumber)
        .then(&m_shell, [this, caseNumber](const domain::Result<desk::FinishedPaper>& paper) {
            if (!paper) {
                std::fprintf(stderr, "tour: no paper: %s\n", qPrintable(paper.error().detail));
                return;
            }
            QFile file(QDir(m_driver.folder()).filePath(caseNumber + QStringLiteral(".pdf")));
            if (file.open(QIODevice::WriteOnly) && file.write(paper->pdf) == paper->pdf.size()) {
                ++m_papers;
            }
        });
}

} // namespace ow::tour
