// SPDX-License-Identifier: GPL-3.0-or-later
// The desk of devices over a real ledger in training mode, and its page.
#include "desk/devicedesk.h"
#include "desk/finder.h"
#include "desk/intakedesk.h"
#include "desk/scannedcode.h"
#include "devices/simulatedqueues.h"
#include "ledger/ledger.h"
#include "ui/casekit.h"
#include "ui/devices/devicespage.h"
#include "ui/frame/actioncatalog.h"
#include "ui/intake/intakepage.h"
#include "ui/support.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
using desk::DeviceDesk;
using desk::DeviceKind;
using desk::DeviceSettings;
using desk::IdCard;
using Health = desk::DeviceState::Health;
using tests::answerOf;

struct DeviceKit
{
    tests::CaseKit cases;
    std::shared_ptr<devices::SimulatedQueues> queues = std::make_shared<devices::SimulatedQueues>(QString());
    desk::PrintDesk printer{{queues, 10ms, 60s}};
    DeviceDesk devices{cases.workplace(), printer};
};

/// A printer's device that takes no byte before it is emptied.
class FullPipe
{
public:
    explicit FullPipe(const QString& path)
        : m_path(path)
    {
        const QByteArray name = QFile::encodeName(path);
        REQUIRE(mkfifo(name.constData(), 0600) == 0);
        m_end = ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        REQUIRE(m_end >= 0);
        const QByteArray filling(4096, 'x');
        while (::write(m_end, filling.constData(), std::size_t(filling.size())) > 0) {
        }
    }

    ~FullPipe() { ::close(m_end); }

    Q_DISABLE_COPY_MOVE(FullPipe)

    [[nodiscard]] const QString& path() const { return m_path; }

    void empty() const
    {
        QByteArray taken(4096, Qt::Uninitialized);
        while (::read(m_end, taken.data(), std::size_t(taken.size())) > 0) {
        }
    }

    [[nodiscard]] bool hasBytes() const
    {
        pollfd end{m_end, POLLIN, 0};
        return poll(&end, 1, 0) > 0;
    }

private:
    QString m_path;
    int m_end = -1;
};

const IdCard& sampleCard()
{
    static const IdCard card{QStringLiteral("张建国"),
                             QStringLiteral("11010519491231002X"),
                             QStringLiteral("北京市朝阳区样卡街道一号"),
                             QDate(2016, 5, 1),
                             {}};
    return card;
}

domain::Guide guideWith(std::initializer_list<const char*> keys)
{
    domain::Guide guide;
    for (const char* key : keys) {
        domain::GuideField field;
        field.key = QString::fromLatin1(key);
        field.label = field.key;
        guide.fields.push_back(field);
    }
    return guide;
}

QStringList keysOf(const desk::CardFill& fill)
{
    QStringList keys;
    for (const auto& [key, value] : fill.values) {
        keys.append(key);
    }
    return keys;
}

QPushButton* button(QWidget& page, const QString& words)
{
    const auto all = page.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(all, [&words](QPushButton* one) { return one->text() == words; });
    REQUIRE(found != all.end());
    return *found;
}

bool says(QWidget& page, const QString& words)
{
    return std::ranges::any_of(page.findChildren<MessageLine*>(),
                               [&words](MessageLine* line) { return line->text().contains(words); });
}

} // namespace

TEST_CASE("a natural person's card is the applicant's and an organisation's visitor is the agent")
{
    const domain::Guide both =
        guideWith({"applicantKind", "applicantName", "applicantNo", "applicantAddr", "agentName", "agentId"});
    domain::Intake intake;
    intake.applicant.kind = domain::ApplicantKind::Natural;
    auto fill = desk::cardFill(both, intake, sampleCard());
    CHECK(fill.owner == desk::CardOwner::Applicant);
    CHECK(keysOf(fill) == QStringList{QStringLiteral("applicantName"), QStringLiteral("applicantNo"),
                                      QStringLiteral("applicantAddr")});
    intake.applicant.kind = domain::ApplicantKind::Legal;
    fill = desk::cardFill(both, intake, sampleCard());
    CHECK(fill.owner == desk::CardOwner::Agent);
    CHECK(keysOf(fill) == QStringList{QStringLiteral("agentName"), QStringLiteral("agentId")});
    const domain::Guide persons = guideWith({"personName", "personId", "personAddr", "agentName", "agentId"});
    fill = desk::cardFill(persons, intake, sampleCard());
    CHECK(keysOf(fill).front() == u"personName");
}

TEST_CASE("the card of somebody else than the applicant is the agent's")
{
    const domain::Guide persons = guideWith({"personName", "personId", "agentName", "agentId"});
    domain::Intake intake;
    intake.applicant.name = QStringLiteral("王二");
    intake.applicant.idNumber = QStringLiteral("62010219850612321X");
    const auto fill = desk::cardFill(persons, intake, sampleCard());
    CHECK(fill.owner == desk::CardOwner::Agent);
    CHECK(keysOf(fill) == QStringList{QStringLiteral("agentName"), QStringLiteral("agentId")});
}

TEST_CASE("a card never overwrites what was typed and names where it differs")
{
    const domain::Guide persons = guideWith({"personName", "personId", "personAddr"});
    domain::Intake intake;
    intake.applicant.kind = domain::ApplicantKind::Natural;
    intake.applicant.name = QStringLiteral("张建囯"); // another character that looks alike
    const auto fill = desk::cardFill(persons, intake, sampleCard());
    CHECK(fill.differs == QStringList{QStringLiteral("personName")});
    CHECK(keysOf(fill) == QStringList{QStringLiteral("personId"), QStringLiteral("personAddr")});
    intake.applicant.name = sampleCard().name;
    CHECK(desk::cardFill(persons, intake, sampleCard()).differs.isEmpty());
}

TEST_CASE("a scanned code is a case an identifier or nothing we know and is never guessed")
{
    using Kind = desk::ScannedCode::Kind;
    tests::CaseKit kit;
    const QString number = kit.receive(QStringLiteral("62-JT-GG-0003"));
    QString plain = number;
    plain.remove(u'-');
    for (const QString& text : {number, plain, number.toLower()}) {
        const auto code = desk::readScannedCode(text);
        CHECK(code.kind == Kind::Case);
        CHECK(code.text == number);
    }
    const auto paper = desk::readScannedCode(QStringLiteral("OW1|%1|42|00112233445566AA").arg(number));
    CHECK(paper.kind == Kind::Case);
    CHECK(paper.text == number);
    CHECK(paper.seq == 42);
    CHECK(paper.hash16 == u"00112233445566aa");
    QString wrong = number;
    wrong.back() = wrong.back() == u'0' ? u'1' : u'0';
    for (const QString& text : {wrong, QStringLiteral("OW1|%1|42|00112233445566aa").arg(wrong),
                                QStringLiteral("OW1|%1|0|00112233445566aa").arg(number),
                                QStringLiteral("OW1|%1|42|short").arg(number),
                                QStringLiteral("OW2|%1|42|00112233445566aa").arg(number),
                                QStringLiteral("110105194912310021"), QStringLiteral("6901234567892")}) {
        INFO(text.toStdString());
        CHECK(desk::readScannedCode(text).kind == Kind::Unknown);
    }
    CHECK(desk::readScannedCode(QStringLiteral("11010519491231002x")).kind == Kind::Identifier);
    CHECK(desk::readScannedCode(QStringLiteral("91100000100003962T")).kind == Kind::Identifier);
}

TEST_CASE("what stands at the window is kept with it and a slip of the pen is refused by name")
{
    DeviceKit kit;
    CHECK(kit.devices.settings() == DeviceSettings::beginning(true));
    DeviceSettings settings = kit.devices.settings();
    settings.slip = DeviceSettings::SlipPrinter::Line;
    settings.slipAddress = QStringLiteral("lp0");
    auto refused = answerOf(kit.devices.change(settings));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == u"slipAddress");
    settings.slipAddress = QStringLiteral("tcp://192.168.1.20:9100");
    settings.printers.insert(QStringLiteral("oneTimeNotice"),
                             {QStringLiteral("hall"), QStringLiteral("tray-2")});
    REQUIRE(answerOf(kit.devices.change(settings)));
    CHECK(kit.devices.settings() == settings);
    // Read back by another run of the desk.
    DeviceDesk again(kit.cases.workplace(), kit.printer);
    REQUIRE(QTest::qWaitFor([&] { return again.settings() == settings; }, 20'000));
    DeviceSettings library = settings;
    library.reader = DeviceSettings::Reader::Library;
    library.readerLibrary.clear();
    CHECK(answerOf(kit.devices.change(library)).error().field == u"readerLibrary");
    library.readerLibrary = QStringLiteral("/opt/reader/lib.so");
    library.readerTable = QStringLiteral("no such table");
    CHECK(answerOf(kit.devices.change(library)).error().field == u"readerTable");
}

TEST_CASE("the slip of a case comes from the facts of its paper")
{
    DeviceKit kit;
    const QString number = kit.cases.receive(QStringLiteral("62-JT-GG-0003"));
    const auto detail = answerOf(kit.cases.cases().open(number));
    REQUIRE(detail);
    const auto printed = answerOf(kit.devices.printSlip(number, detail->file.papers.back().number));
    INFO((printed ? QString() : printed.error().detail).toStdString());
    REQUIRE(printed);
    const QDir folder(kit.devices.state(DeviceKind::SlipPrinter).name);
    const QImage slip(folder.filePath(QStringLiteral("receipt-0001.png")));
    CHECK(slip.width() == 576);
    CHECK(slip.height() > 400);
    CHECK(kit.devices.state(DeviceKind::SlipPrinter).lastUsed > 0);
    CHECK_FALSE(answerOf(kit.devices.printSlip(number, QStringLiteral("no such paper"))));
}

TEST_CASE("a slip goes raw through a queue of the print service when that is chosen")
{
    DeviceKit kit;
    DeviceSettings settings = kit.devices.settings();
    settings.slip = DeviceSettings::SlipPrinter::Queue;
    settings.slipAddress = QStringLiteral("slips");
    REQUIRE(answerOf(kit.devices.change(settings)));
    REQUIRE(answerOf(kit.devices.printTestSlip()));
    const auto jobs = kit.queues->jobs();
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].queue == u"slips");
    CHECK(jobs[0].mime == "application/vnd.cups-raw");
    CHECK(jobs[0].bytes.startsWith("\x1b@"));
}

TEST_CASE("a printer that takes nothing is put aside and nobody waits for it")
{
    DeviceKit kit;
    const QTemporaryDir folder;
    FullPipe printer(folder.filePath(QStringLiteral("printer")));
    DeviceSettings settings = kit.devices.settings();
    settings.slip = DeviceSettings::SlipPrinter::Line;
    settings.slipAddress = printer.path();
    REQUIRE(answerOf(kit.devices.change(settings)));
    const auto sent = kit.devices.printTestSlip();
    REQUIRE(QTest::qWaitFor(
        [&kit] { return kit.devices.state(DeviceKind::SlipPrinter).health == Health::Busy; }, 20'000));
    REQUIRE(answerOf(kit.devices.change(DeviceSettings())));
    // It still waits to ask the printer how it is: the new settings did not wait for its patience to end.
    printer.empty();
    CHECK(QTest::qWaitFor([&printer] { return printer.hasBytes(); }, 30'000));
    REQUIRE(QTest::qWaitFor(
        [&] {
            printer.empty();
            return sent.isFinished();
        },
        60'000));
    CHECK(kit.devices.state(DeviceKind::SlipPrinter).health == Health::NotSetUp);
}

TEST_CASE("without a receipt printer or reader the desk says so and goes on")
{
    DeviceKit kit;
    REQUIRE(answerOf(kit.devices.change(DeviceSettings())));
    CHECK(answerOf(kit.devices.printTestSlip()).error().code == domain::ErrorCode::ReceiptFailed);
    CHECK(answerOf(kit.devices.readCard()).error().code == domain::ErrorCode::ReaderFailed);
    CHECK(kit.devices.state(DeviceKind::CardReader).health == Health::NotSetUp);
}

TEST_CASE("the printers are asked how they are")
{
    DeviceKit kit;
    kit.devices.probeAll();
    REQUIRE(QTest::qWaitFor(
        [&] { return kit.devices.state(DeviceKind::PaperPrinter).health == Health::Ready; }, 20'000));
    DeviceSettings settings = kit.devices.settings();
    settings.printers.insert(QString(), {QStringLiteral("gone"), {}});
    REQUIRE(answerOf(kit.devices.change(settings)));
    kit.devices.probeAll();
    REQUIRE(QTest::qWaitFor(
        [&] { return kit.devices.state(DeviceKind::PaperPrinter).health == Health::Failed; }, 20'000));
    CHECK(kit.devices.state(DeviceKind::PaperPrinter).fault == domain::ErrorCode::PrinterMissing);
}

TEST_CASE("the devices page tests each device and says what came of it masked")
{
    DeviceKit kit;
    DevicesPage page(tests::theme(), kit.cases.workplace(), kit.devices, kit.printer);
    tests::show(page);
    button(page, QStringLiteral("Read a card"))->click();
    REQUIRE(QTest::qWaitFor([&] { return says(page, QStringLiteral("Read: ")); }, 20'000));
    CHECK_FALSE(says(page, QStringLiteral("张建国")));
    CHECK_FALSE(says(page, QStringLiteral("19491231")));
    button(page, QStringLiteral("Print a test"))->click();
    REQUIRE(QTest::qWaitFor([&] { return says(page, QStringLiteral("Sent.")); }, 20'000));
    button(page, QStringLiteral("Print a test page"))->click();
    REQUIRE(QTest::qWaitFor([&] { return says(page, QStringLiteral("Printed on")); }, 20'000));
    CHECK(kit.queues->jobs().back().bytes.startsWith("%PDF-"));
    page.showScan(QStringLiteral("6901234567892"));
    CHECK(says(page, QStringLiteral("Not a code of this house")));
    page.showScan(QStringLiteral("11010519491231002X"));
    CHECK(says(page, QStringLiteral("An identifier")));
    for (const FieldEdit* edit : page.findChildren<FieldEdit*>()) {
        CHECK_FALSE(edit->text().contains(QStringLiteral("19491231")));
    }
}

TEST_CASE("a choice on the devices page holds at once and is kept")
{
    DeviceKit kit;
    DevicesPage page(tests::theme(), kit.cases.workplace(), kit.devices, kit.printer);
    tests::show(page);
    ChoiceBox* queue = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            for (ChoiceBox* box : page.findChildren<ChoiceBox*>()) {
                if (box->findData(QStringLiteral("Training")) > 0 && box->itemData(0).toString().isEmpty()) {
                    queue = box;
                }
            }
            return queue != nullptr;
        },
        20'000));
    queue->setCurrentIndex(queue->findData(QStringLiteral("Training")));
    Q_EMIT queue->activated(queue->currentIndex());
    REQUIRE(QTest::qWaitFor([&] { return kit.devices.settings().printerFor({}).printer == u"Training"; },
                            20'000));
}

TEST_CASE("F8 reads a card into the form and says whose it was")
{
    DeviceKit kit;
    desk::IntakeDesk intake(kit.cases.workplace());
    desk::Finder finder(kit.cases.workplace());
    IntakePage page(tests::theme(), kit.cases.workplace(), intake, finder);
    ActionCatalog actions(page);
    page.setDevices(kit.devices);
    page.addActions(actions);
    tests::show(page);
    page.beginItem(QStringLiteral("62-JT-GG-0001")); // for persons
    REQUIRE(QTest::qWaitFor([&] { return intake.isActive(); }, 20'000));
    QString told;
    QObject::connect(&page, &IntakePage::messagePosted, &page,
                     [&told](const BannerMessage& message) { told = message.sentence; });
    actions.find(QStringLiteral("intake.card"))->trigger();
    REQUIRE(QTest::qWaitFor([&] { return told.contains(QStringLiteral("applicant's")); }, 20'000));
    CHECK(intake.intake().applicant.name == sampleCard().name);
    CHECK(intake.intake().applicant.idNumber == sampleCard().number);
    CHECK(intake.intake().applicant.address == sampleCard().address);
    // The next card on the reader is another person's: the agent's.
    actions.find(QStringLiteral("intake.card"))->trigger();
    REQUIRE(QTest::qWaitFor([&] { return told.contains(QStringLiteral("agent's")); }, 20'000));
    REQUIRE(intake.intake().agent);
    CHECK(intake.intake().agent->name == u"王二");
    CHECK(intake.intake().applicant.name == sampleCard().name);
}

} // namespace ow::ui
