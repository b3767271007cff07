// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ctlbox.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>

#include <catch2/catch.hpp>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000; // a bound against hanging, not a measurement

QByteArray picture(const char* format)
{
    QImage image(300, 400, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, y, qRgb(x * 7 % 256, y * 5 % 256, x * y % 256));
        }
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, format));
    return buffer.data();
}

QByteArray sheet()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.fillRect(100, 100, 2000, 2000, Qt::darkGreen);
    painter.end();
    return buffer.data();
}

} // namespace

QString CtlAnswer::error() const
{
    return json.value(u"error"_s).toObject().value(u"code"_s).toString();
}

QString CtlAnswer::errorField() const
{
    return json.value(u"error"_s).toObject().value(u"field"_s).toString();
}

CtlBox::CtlBox()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    REQUIRE(m_folder.isValid());
    for (const QString& name : {u"state"_s, u"runtime"_s, u"home"_s}) {
        REQUIRE(QDir().mkpath(file(name)));
        REQUIRE(QFile::setPermissions(file(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    m_environment.insert(u"OW_CHEAP_KDF"_s, u"1"_s);
    m_environment.insert(u"XDG_STATE_HOME"_s, file(u"state"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, file(u"runtime"_s));
    m_environment.insert(u"HOME"_s, file(u"home"_s));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
}

CtlAnswer CtlBox::runPlain(const QStringList& arguments, const QByteArray& secret) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QFile::decodeName(OW_CTL_PROGRAM), arguments);
    REQUIRE(process.waitForStarted(kPatienceMs));
    process.write(secret);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(kPatienceMs));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    CtlAnswer answer;
    answer.exitCode = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    answer.json = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

CtlAnswer CtlBox::run(const QStringList& arguments, const QByteArray& secret) const
{
    return runPlain(QStringList{u"--json"_s, u"--profile"_s, profile()} + arguments, secret);
}

std::unique_ptr<QProcess> CtlBox::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QFile::decodeName(OW_CTL_PROGRAM),
                   QStringList{u"--json"_s, u"--profile"_s, profile()} + arguments);
    REQUIRE(process->waitForStarted(kPatienceMs));
    return process;
}

void CtlBox::write(const QString& name, const QByteArray& bytes) const
{
    QFile out(file(name));
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(bytes) == bytes.size());
}

void CtlBox::write(const QString& name, const QJsonObject& object) const
{
    write(name, QJsonDocument(object).toJson());
}

QMap<QString, QByteArray> CtlBox::contents() const
{
    QMap<QString, QByteArray> all;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile one(files.next());
        REQUIRE(one.open(QIODevice::ReadOnly));
        all.insert(one.fileName(), QCryptographicHash::hash(one.readAll(), QCryptographicHash::Sha256));
    }
    return all;
}

QJsonObject completeOrder()
{
    return {
        {u"item"_s, u"62-JT-GG-0005"_s},
        {u"situations"_s, QJsonObject{{u"situation"_s, u"S01"_s}}},
        {u"applicant"_s, QJsonObject{{u"kind"_s, u"natural"_s},
                                     {u"name"_s, u"马尕让"_s},
                                     {u"id"_s, u"11010519491231002X"_s},
                                     {u"phone"_s, u"13993100001"_s},
                                     {u"address"_s, u"兰州市城关区"_s},
                                     {u"division"_s, u"620102"_s}}},
        {u"fields"_s, QJsonObject{{u"delivery"_s, u"窗口领取"_s},
                                  {u"target"_s, u"甘肃陇上物流有限公司"_s},
                                  {u"reason"_s, u"查询信用信息"_s}}},
        {u"materials"_s, QJsonArray{QJsonObject{{u"id"_s, u"M01"_s}, {u"files"_s, QJsonArray{u"form.pdf"_s}}},
                                    QJsonObject{{u"id"_s, u"M02"_s},
                                                {u"files"_s, QJsonArray{u"card.png"_s, u"card.jpg"_s}}}}}};
}

QJsonObject oversizeOrder()
{
    QJsonArray axles{QJsonArray{1, u"6000"_s, 2, u""_s}};
    for (int i = 2; i <= 9; ++i) {
        axles.append(QJsonArray{i, i % 2 == 0 ? QJsonValue(10000) : QJsonValue(u"10000.0"_s), 4, u"1.35"_s});
    }
    QJsonObject order = with(completeOrder(), u"applicant"_s,
                             QJsonObject{{u"kind"_s, u"legal"_s},
                                         {u"name"_s, u"甘肃陇上物流有限公司"_s},
                                         {u"id"_s, u"113212810144222637"_s},
                                         {u"phone"_s, u"13993100001"_s},
                                         {u"address"_s, u"兰州市城关区"_s},
                                         {u"division"_s, u"620102"_s}});
    order[u"item"_s] = u"62-JT-XK-0006"_s;
    order[u"agent"_s] = QJsonObject{
        {u"name"_s, u"马尕让"_s}, {u"id"_s, u"11010519491231002X"_s}, {u"phone"_s, u"13993100001"_s}};
    order[u"situations"_s] = QJsonObject{{u"handling"_s, u"S00"_s}};
    order[u"fields"_s] =
        QJsonObject{{u"delivery"_s, u"窗口领取"_s},
                    {u"goodsName"_s, u"风电叶片"_s},
                    {u"goodsMass"_s, 42000},
                    {u"goodsSize"_s, u"62×4.2×3.1"_s},
                    {u"divisible"_s, false},
                    {u"licenceScope"_s, QJsonArray{u"道路普通货物运输"_s, u"大型物件运输"_s}},
                    {u"runningBan"_s, false},
                    {u"carriage"_s, u"普通平板"_s},
                    {u"tractorPlate"_s, u"甘A12345"_s},
                    {u"trailerPlate"_s, u"甘A1234挂"_s},
                    {u"driveAxles"_s, 2},
                    {u"totalMass"_s, u"86000"_s},
                    {u"totalLen"_s, u"68.5"_s},
                    {u"totalWid"_s, u"4.2"_s},
                    {u"totalHei"_s, u"4.75"_s},
                    {u"axles"_s, axles},
                    {u"origin"_s, u"酒泉"_s},
                    {u"dest"_s, u"银川"_s},
                    {u"route"_s, u"G30、G6"_s},
                    {u"dateFrom"_s, u"2026-12-01"_s},
                    {u"dateTo"_s, u"2026-12-20"_s},
                    {u"provinces"_s, QJsonArray{u"甘肃"_s, u"宁夏"_s}}};
    QJsonArray materials;
    for (const QString& id : {u"M01"_s, u"M02"_s, u"M03"_s, u"M04"_s, u"M05"_s, u"M06"_s}) {
        materials.append(QJsonObject{{u"id"_s, id}, {u"files"_s, QJsonArray{}}});
    }
    order[u"materials"_s] = materials;
    return order;
}

void writeSamples(const CtlBox& box)
{
    const QByteArray png = picture("png");
    const QByteArray jpeg = picture("jpeg");
    const QByteArray pdf = sheet();
    box.write(u"form.pdf"_s, pdf);
    box.write(u"card.png"_s, png);
    box.write(u"card.jpg"_s, jpeg);
    box.write(u"cut.pdf"_s, pdf.first(pdf.size() / 2));
    box.write(u"cut.png"_s, png.first(png.size() / 2));
    box.write(u"cut.jpg"_s, jpeg.first(jpeg.size() / 2));
}

QJsonObject with(QJsonObject object, const QString& path, const QJsonValue& value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object.insert(path, value);
    } else {
        const QString head = path.first(dot);
        object.insert(head, with(object.value(head).toObject(), path.sliced(dot + 1), value));
    }
    return object;
}

} // namespace ow::test
