// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/actkit.h"

#include "ledger/ledger.h"

#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>

namespace ow::test {

using namespace Qt::StringLiterals;

ActKit::ActKit()
{
    constexpr qint64 kWeekMs = 7LL * 24 * 60 * 60 * 1000;
    while (clock.utcMs() < QDateTime::currentMSecsSinceEpoch())
        clock.advance(kWeekMs); // a clock before the build of the program would be doubted
    desk::WorkplaceOptions options;
    options.folder = folder.filePath(u"profile"_s);
    options.mirrorFolder = folder.filePath(u"mirror"_s);
    options.helper = QFile::decodeName(OW_CAPTURE_PROGRAM);
    options.machineId = "acts-test";
    options.clock = &clock;
    options.crypto = crypto.get();
    options.kdf = {8, 1, 1};
    options.sync = false;
    workplace = std::make_unique<desk::Workplace>(options);
    signIn = std::make_unique<desk::SignInDesk>(*workplace);
    intake = std::make_unique<desk::IntakeDesk>(*workplace);
    cases = std::make_unique<desk::CaseDesk>(*workplace);
    papers = std::make_unique<desk::PaperDesk>(*workplace);
    acts = std::make_unique<desk::ActDesk>(*workplace);
    supplement = std::make_unique<desk::SupplementDesk>(*workplace);
    good(await(workplace->loadRules()));
    good(await(signIn->beginTraining()));
    good(await(signIn->signIn(desk::SignInDesk::trainingUser(), desk::SignInDesk::trainingPassword())));
}

ActKit::~ActKit()
{
    // The ledger answers in order, and an answer may lead to one more question.
    for (int i = 0; i < 4; ++i) {
        static_cast<void>(
            await(workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); })));
        QCoreApplication::processEvents();
    }
}

void ActKit::fillIn(const QString& item, const std::function<void(desk::IntakeDesk&)>& change,
                    const ui::tests::Person& person)
{
    good(intake->begin(item));
    ui::tests::fillRequired(*intake, person);
    const domain::GuideField* kind = intake->guide().field(u"applicantKind"_s);
    for (const QString& option : kind == nullptr ? QStringList() : kind->options) {
        if (option.contains(u"法人"_s))
            intake->setField(kind->key, option);
    }
    const auto due = intake->situation().materials; // a copy: every answer makes it anew
    for (const domain::DueMaterial& material : due) {
        if (material.asked)
            intake->answerQuestion(material.material->id, true);
    }
    if (change)
        change(*intake);
    // What is known of the applicant arrives from the ledger.
    static_cast<void>(await(workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); })));
    QCoreApplication::processEvents();
    for (const domain::Finding& finding : intake->findings())
        UNSCOPED_INFO(finding.code.toStdString()
                      << " " << finding.field.toStdString() << " " << finding.material.toStdString());
}

desk::Decided ActKit::decide(domain::Answer answer, const QString& reason)
{
    for (const domain::Finding& finding : intake->findings())
        UNSCOPED_INFO(finding.code.toStdString()
                      << " " << finding.field.toStdString() << " " << finding.material.toStdString());
    return good(await(intake->decide(answer, reason)));
}

desk::CaseToAct ActKit::look(const QString& number)
{
    return good(await(acts->look(number)));
}

QStringList ActKit::kinds(const QString& number)
{
    QStringList kinds;
    for (const desk::TimelineLine& line : good(await(cases->open(number))).timeline)
        kinds << line.kindKey;
    return kinds;
}

QString ActKit::text(const QString& caseNumber, const desk::GivenPaper& paper)
{
    const auto made = good(await(papers->open(caseNumber, paper.number)));
    const QString path = folder.filePath(u"paper.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(made.pdf) == made.pdf.size());
    file.close();
    if (const QString keep = qEnvironmentVariable("OW_KEEP_PAPERS"); !keep.isEmpty())
        QFile::copy(path, keep + u'/' + paper.kind + u".pdf");
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
    REQUIRE(reader.waitForFinished());
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString::fromUtf8(reader.readAllStandardOutput()).remove(blanks);
}

QString ActKit::picture(const QString& name, Qt::GlobalColor color) const
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(color);
    const QString path = folder.filePath(name);
    REQUIRE(image.save(path, "PNG"));
    return path;
}

QDate ActKit::workday(int days) const
{
    return workplace->rules()->calendar.addWorkdays(workplace->today(), days).date;
}

const QString kPermit = u"62-JT-XK-0040"_s;

std::function<void(desk::IntakeDesk&)> without(const QStringList& materials)
{
    return [materials](desk::IntakeDesk& intake) {
        for (const QString& material : materials)
            intake.setMaterialState(material, domain::MaterialState::Missing);
    };
}

QStringList kindsOf(const std::vector<desk::GivenPaper>& papers)
{
    QStringList kinds;
    for (const desk::GivenPaper& paper : papers)
        kinds << paper.kind;
    return kinds;
}

QString dayOnPaper(QDate day)
{
    return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
}

} // namespace ow::test
