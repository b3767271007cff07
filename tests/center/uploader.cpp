// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/uploader.h"

#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <algorithm>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a limit against hanging, not a measurement

} // namespace

QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; i += 4)
        std::generate_n(bytes.data() + i, std::min<qsizetype>(4, size - i),
                        [value = random.generate()]() mutable {
                            const char byte = static_cast<char>(value & 0xff);
                            value >>= 8;
                            return byte;
                        });
    return bytes;
}

qint64 count(const Reply& reply, const QByteArray& header)
{
    bool isNumber = false;
    const qint64 value = reply.headers.value(header).toLongLong(&isNumber);
    return isNumber ? value : -1;
}

Material Uploader::material(qsizetype size, char name) const
{
    const QByteArray content = noise(size, static_cast<quint32>(name));
    return {content, QByteArray(64, name), m_desk.device.provider->sm3(content).toHex()};
}

Reply Uploader::make(const Material& material)
{
    return makeAs(m_desk.device, material);
}

Reply Uploader::makeAs(TestDevice& device, const Material& material)
{
    return device.client.post("/v1/blobs", QByteArray(),
                              {{"X-Blob-Id", material.id},
                               {"X-Content-SM3", material.sm3},
                               {"Upload-Length", QByteArray::number(material.content.size())}});
}

Reply Uploader::chunk(const Material& material, qint64 offset, qint64 size)
{
    return chunkAs(m_desk.device, material, offset, size);
}

Reply Uploader::chunkAs(TestDevice& device, const Material& material, qint64 offset, qint64 size)
{
    const QByteArray bytes = material.content.mid(offset, size);
    return device.client.patch(material.path(), bytes,
                               {{"Upload-Offset", QByteArray::number(offset)},
                                {"X-Content-SM3", device.provider->sm3(bytes).toHex()}});
}

qint64 Uploader::offset(const Material& material)
{
    const Reply reply = ask(material);
    REQUIRE(reply.status == 200);
    return count(reply, "upload-offset");
}

void Uploader::finish(const Material& material, qint64 chunkSize)
{
    for (Reply reply = ask(material); reply.status == 200; reply = ask(material)) {
        const Reply sent = chunk(material, count(reply, "upload-offset"), chunkSize);
        REQUIRE(sent.status == 204);
    }
    REQUIRE(ask(material).status == 204);
}

std::unique_ptr<QSslSocket> Uploader::begin(const Material& material, qint64 offset, qint64 size, qint64 sent)
{
    auto line = std::make_unique<QSslSocket>();
    line->setSslConfiguration(m_desk.device.client.tls());
    line->connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(m_desk.box.port()));
    REQUIRE(line->waitForEncrypted(kPatience));
    const QByteArray bytes = material.content.mid(offset, size);
    line->write("PATCH " + material.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " +
                QByteArray::number(bytes.size()) + "\r\nUpload-Offset: " + QByteArray::number(offset) +
                "\r\nX-Content-SM3: " + m_desk.device.provider->sm3(bytes).toHex() + "\r\n\r\n");
    line->write(bytes.first(sent));
    while (line->encryptedBytesToWrite() > 0 || line->bytesToWrite() > 0)
        REQUIRE(line->waitForBytesWritten(kPatience));
    return line;
}

QByteArray Uploader::nameInCase(const Material& material, int serial)
{
    auto received = m_desk.device.receive(serial);
    Wish supply;
    supply.kind = u"supply"_s;
    supply.caseNumber = m_desk.device.numberOf(serial);
    supply.base = received.entry.header.id;
    supply.blobs = {{QString::fromLatin1(material.id), material.content.size()}};
    supply.what = {{u"intake"_s, record::parseBody(*received.bodyBytes)->what.value(u"intake"_s)}};
    const Reply pushed = m_desk.device.push({received, m_desk.device.write(supply)});
    REQUIRE(outcomeWord(pushed, 1) == u"accepted"_s);
    return supply.caseNumber.toLatin1();
}

} // namespace ow::test
