// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-device: reads one identity card with a vendor's library for the client, and ends. One request on
// standard input, one answer on standard output (devices/devicewire.h). Not for people.
#include "devices/helper/vendorlibrary.h"
#include "pipe/servant.h"

#include <unistd.h>

#include <cstdlib>

namespace {

using namespace ow::devices;

std::optional<QJsonObject> nextObject(FrameReader& reader)
{
    constexpr qsizetype kChunk = 4096;
    for (;;) {
        const QByteArray chunk = ow::pipe::readSome(STDIN_FILENO, kChunk);
        if (chunk.isEmpty() || !reader.feed(chunk)) {
            return std::nullopt;
        }
        if (auto object = reader.take()) {
            return object;
        }
    }
}

} // namespace

int main()
{
    // A vendor's library needs its USB device, so it cannot be shut off as the decoders are.
    ow::pipe::confineServant();
    const int answers = ow::pipe::takeStandardOutput();
    FrameReader reader;
    const auto object = nextObject(reader);
    const auto request =
        object ? requestFromJson(*object)
               : ow::domain::Result<ReaderRequest>(ow::domain::fail(ow::domain::ErrorCode::ReaderFailed));
    if (!request) {
        return EXIT_FAILURE;
    }
    return ow::pipe::writeAll(answers, frame(answerToJson(readWithLibrary(*request)))) ? EXIT_SUCCESS
                                                                                       : EXIT_FAILURE;
}
