// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/byteline.h"
#include "devices/escpos.h"
#include "devices/escposprinter.h"
#include "devices/simulatedreceiptprinter.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

namespace ow::devices {

namespace {

using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::Result;

/// A slope of dots, so that every byte of the raster differs from its mirror.
QImage sampleReceipt(int rows)
{
    QImage image(kReceiptDots, rows, QImage::Format_Mono);
    image.fill(1);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x <= y % kReceiptDots; ++x) {
            image.setPixel(x, y, 0);
        }
    }
    return image;
}

Result<void> answerOf(QFuture<Result<void>> future)
{
    future.waitForFinished();
    return future.result();
}

/// A printer at a socket: answers each status question with two bytes, keeps what it is sent.
class FakePrinter
{
public:
    explicit FakePrinter(QByteArray status, bool takes = true)
    {
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(bind(m_socket, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0);
        REQUIRE(listen(m_socket, 1) == 0);
        socklen_t size = sizeof here;
        getsockname(m_socket, reinterpret_cast<sockaddr*>(&here), &size);
        m_port = ntohs(here.sin_port);
        if (takes) {
            m_thread = std::thread([this, status] { serve(status); });
        }
    }

    ~FakePrinter()
    {
        if (m_thread.joinable()) {
            m_thread.join();
        }
        close(m_socket);
    }

    FakePrinter(const FakePrinter&) = delete;
    FakePrinter& operator=(const FakePrinter&) = delete;

    [[nodiscard]] QString address() const { return QStringLiteral("tcp://127.0.0.1:%1").arg(m_port); }

    QByteArray taken() // after the line was closed
    {
        m_thread.join();
        return m_bytes;
    }

private:
    void serve(const QByteArray& status)
    {
        const int line = accept(m_socket, nullptr, nullptr);
        char chunk[4096];
        qsizetype asked = 0;
        for (;;) {
            const ssize_t count = read(line, chunk, sizeof chunk);
            if (count <= 0) {
                break;
            }
            m_bytes.append(chunk, count);
            while (m_bytes.count(escposStatusQuery()) > asked && !status.isEmpty()) {
                ++asked;
                if (write(line, status.constData(), std::size_t(status.size())) < 0) {
                    break;
                }
            }
        }
        close(line);
    }

    int m_socket = -1;
    quint16 m_port = 0;
    QByteArray m_bytes;
    std::thread m_thread;
};

EscPosOptions to(const QString& address)
{
    return {address, 2s, 1s};
}

constexpr char kFine[] = "\x12\x12";

} // namespace

TEST_CASE("a receipt becomes ESC/POS raster whose bits are the picture")
{
    const QImage receipt = sampleReceipt(300);
    const auto bytes = escposReceipt(receipt);
    REQUIRE(bytes);
    REQUIRE(bytes->startsWith(QByteArray("\x1b@", 2)));
    CHECK(bytes->endsWith(QByteArray("\x1dVB\0", 4)));
    qsizetype at = 2;
    int y = 0;
    while (bytes->mid(at, 4) == QByteArray("\x1dv0\0", 4)) {
        const int width = uchar((*bytes)[at + 4]) | uchar((*bytes)[at + 5]) << 8;
        const int rows = uchar((*bytes)[at + 6]) | uchar((*bytes)[at + 7]) << 8;
        REQUIRE(width == 72);
        CHECK(rows * width <= 16 << 10); // small printers have small buffers
        at += 8;
        for (int row = 0; row < rows; ++row, ++y) {
            for (int x = 0; x < kReceiptDots; ++x) {
                const bool black = (uchar((*bytes)[at + row * width + x / 8]) >> (7 - x % 8) & 1) != 0;
                if (black != (x <= y % kReceiptDots)) {
                    FAIL("dot " << x << " of row " << y);
                }
            }
        }
        at += qsizetype(rows) * width;
    }
    CHECK(y == 300);
}

TEST_CASE("what is no receipt is refused before a printer sees it")
{
    CHECK(escposReceipt(QImage(200, 10, QImage::Format_Mono)).error().code == ErrorCode::InvalidInput);
    CHECK(escposReceipt(QImage()).error().code == ErrorCode::InvalidInput);
    CHECK(escposReceipt(QImage(kReceiptDots, kMostReceiptRows + 1, QImage::Format_Mono)).error().code ==
          ErrorCode::InvalidInput);
}

TEST_CASE("the answer of a printer is read as its language says and silence says nothing")
{
    CHECK(escposStatus({}));
    CHECK(escposStatus(QByteArray(kFine, 2)));
    CHECK(escposStatus(QByteArray("\x72\x12", 2)).error().code == ErrorCode::ReceiptNoPaper); // paper out
    CHECK(escposStatus(QByteArray("\x12\x16", 2)).error().code == ErrorCode::ReceiptNoPaper); // cover open
    CHECK(escposStatus(QByteArray("\x12\x32", 2)).error().code == ErrorCode::ReceiptNoPaper); // paper end
    CHECK(escposStatus(QByteArray("\x12\x52", 2)).error().code == ErrorCode::ReceiptFailed);
    CHECK(escposStatus(QByteArray("OK", 2))); // another language
}

TEST_CASE("a receipt goes whole through a socket to a printer")
{
    FakePrinter printer(QByteArray(kFine, 2));
    const QImage receipt = sampleReceipt(1000);
    {
        EscPosPrinter port(to(printer.address()));
        REQUIRE(answerOf(port.print(receipt)));
    }
    CHECK(printer.taken() == escposStatusQuery() + escposReceipt(receipt).value() + escposStatusQuery());
}

TEST_CASE("a printer without paper or with an open cover says so and gets no receipt")
{
    FakePrinter printer(QByteArray("\x72\x12", 2));
    {
        EscPosPrinter port(to(printer.address()));
        const auto answer = answerOf(port.print(sampleReceipt(50)));
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::ReceiptNoPaper);
    }
    CHECK(printer.taken() == escposStatusQuery());
}

TEST_CASE("a printer that never says anything still prints")
{
    FakePrinter printer({});
    {
        EscPosPrinter port({printer.address(), 2s, 10ms});
        CHECK(answerOf(port.print(sampleReceipt(50))));
    }
    CHECK(printer.taken().contains("\x1dVB"));
}

TEST_CASE("a printer that takes nothing costs its patience and no more")
{
    FakePrinter printer({}, false);
    EscPosPrinter port({printer.address(), 200ms, 10ms});
    const auto answer = answerOf(port.print(sampleReceipt(30'000))); // more than a socket's buffers hold
    if (!answer) { // a system with very large buffers takes it all
        CHECK(answer.error().code == ErrorCode::ReceiptFailed);
    }
}

TEST_CASE("a printer that is not there or an address that is none is said")
{
    int port = 0;
    {
        FakePrinter gone({}, false);
        port = gone.address().section(u':', 2).toInt();
    }
    EscPosPrinter missing(to(QStringLiteral("tcp://127.0.0.1:%1").arg(port)));
    CHECK(answerOf(missing.probe()).error().code == ErrorCode::ReceiptFailed);
    EscPosPrinter nowhere(to(QStringLiteral("/nowhere/lp0")));
    CHECK(answerOf(nowhere.print(sampleReceipt(5))).error().code == ErrorCode::ReceiptFailed);
    for (const char* address : {"", "lp0", "tcp://", "tcp://host/path", "http://127.0.0.1"}) {
        CHECK_FALSE(ByteLine::isAddress(QString::fromLatin1(address)));
    }
    EscPosPrinter named(to(QStringLiteral("tcp://printer.example:9100")));
    CHECK(answerOf(named.probe()).error().code == ErrorCode::InvalidInput); // names can be looked up for ever
}

TEST_CASE("a receipt goes into a file as into a device")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lp0"));
    QFile made(path);
    REQUIRE(made.open(QIODevice::WriteOnly));
    made.close();
    {
        EscPosPrinter port(to(path));
        REQUIRE(answerOf(port.print(sampleReceipt(40))));
    }
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains(escposReceipt(sampleReceipt(40)).value()));
}

TEST_CASE("a device that nobody reads does not hold the printer's thread for ever")
{
    const QTemporaryDir folder;
    const QByteArray pipe = QFile::encodeName(folder.filePath(QStringLiteral("pipe")));
    REQUIRE(mkfifo(pipe.constData(), 0600) == 0);
    EscPosPrinter port({QFile::decodeName(pipe), 150ms, 10ms});
    const auto answer = answerOf(port.print(sampleReceipt(20'000)));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::ReceiptFailed);
}

TEST_CASE("the simulated printer keeps each receipt as a picture")
{
    const QTemporaryDir folder;
    SimulatedReceiptPrinter port(folder.filePath(QStringLiteral("slips")));
    const QImage receipt = sampleReceipt(60);
    REQUIRE(answerOf(port.print(receipt)));
    port.failNext(ErrorCode::ReceiptNoPaper);
    CHECK(answerOf(port.print(receipt)).error().code == ErrorCode::ReceiptNoPaper);
    REQUIRE(answerOf(port.print(receipt)));
    const QImage kept(folder.filePath(QStringLiteral("slips/receipt-0002.png")));
    CHECK(kept.convertToFormat(QImage::Format_RGB32) == receipt.convertToFormat(QImage::Format_RGB32));
}

TEST_CASE("a printer that is put aside ends after what it was given and nobody waits")
{
    FakePrinter printer(QByteArray(kFine, 2));
    auto port = std::make_unique<EscPosPrinter>(to(printer.address()));
    const auto printed = port->print(sampleReceipt(100));
    QFuture<void> ended = port->retire();
    ended.waitForFinished();
    REQUIRE(printed.isFinished());
    CHECK(printed.result());
    port.reset();
    CHECK(printer.taken().contains("\x1dVB"));
}

} // namespace ow::devices
