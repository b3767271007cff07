// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/helper/vendorlibrary.h"

#include <QDeadlineTimer>
#include <QThread>

#include <dlfcn.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kRoom = 64 << 10;
constexpr int kFieldRoom = 4096; ///< what is read of a field that does not end
constexpr int kBetweenLooksMs = 200;
constexpr int kBlockSize = 256;
constexpr int kStopAsking = 1; ///< SDT: whether the library's own USB switching is used

struct LibraryCloser
{
    void operator()(void* library) const { dlclose(library); }
};

using Library = std::unique_ptr<void, LibraryCloser>;

template <class Function> Function symbol(void* library, const QString& name)
{
    return name.isEmpty() ? nullptr : reinterpret_cast<Function>(dlsym(library, name.toLatin1().constData()));
}

using NoArgument = int (*)();
using OneNumber = int (*)(int);
using TextField = int (*)(char*, int*);
using BlockFind = int (*)(int, unsigned char*, int);
using BlockRead = int (*)(int, unsigned char*, unsigned int*, unsigned char*, unsigned int*, int);

QString decoded(const QByteArray& bytes, VendorTable::Encoding encoding)
{
    if (encoding == VendorTable::Encoding::Utf8) {
        return QString::fromUtf8(bytes);
    }
    if (encoding == VendorTable::Encoding::Utf16) {
        return QString::fromUtf16(reinterpret_cast<const char16_t*>(bytes.constData()), bytes.size() / 2);
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GB18030", &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status) != 0) {
        return {};
    }
    QString text(bytes.size() + 1, Qt::Uninitialized);
    const int length = ucnv_toUChars(converter.get(), reinterpret_cast<char16_t*>(text.data()),
                                     int(text.size()), bytes.constData(), int(bytes.size()), &status);
    return U_FAILURE(status) != 0 ? QString() : text.left(length);
}

/// One look at the reader: done, not yet, or a fault that more patience does not mend.
class LibrarySession
{
public:
    LibrarySession(const VendorTable& table, Library library)
        : m_table(table)
        , m_library(std::move(library))
    {
    }

    ~LibrarySession()
    {
        if (m_port == 0) {
            return;
        }
        if (m_table.style == VendorTable::Style::Block) {
            if (const auto close = symbol<OneNumber>(m_library.get(), m_table.close.function)) {
                close(m_port);
            }
        } else if (const auto close = symbol<NoArgument>(m_library.get(), m_table.close.function)) {
            close();
        }
    }

    LibrarySession(const LibrarySession&) = delete;
    LibrarySession& operator=(const LibrarySession&) = delete;

    [[nodiscard]] Result<void> open()
    {
        const auto call = symbol<OneNumber>(m_library.get(), m_table.open.function);
        if (call == nullptr) {
            return missing(m_table.open.function);
        }
        for (const int port : m_table.ports) {
            if (call(port) == m_table.open.good) {
                m_port = port;
                return {};
            }
        }
        return fail(ErrorCode::ReaderFailed, u"no port opens"_s);
    }

    /// True when a card lies there and has been chosen.
    [[nodiscard]] Result<bool> find()
    {
        if (m_table.style == VendorTable::Style::Fields) {
            const auto call = symbol<NoArgument>(m_library.get(), m_table.find.function);
            return call == nullptr ? Result<bool>(missing(m_table.find.function))
                                   : Result<bool>(call() == m_table.find.good);
        }
        const auto look = symbol<BlockFind>(m_library.get(), m_table.find.function);
        const auto choose = symbol<BlockFind>(m_library.get(), m_table.select.function);
        if (look == nullptr || choose == nullptr) {
            return missing(look == nullptr ? m_table.find.function : m_table.select.function);
        }
        std::array<unsigned char, kBlockSize> scratch{};
        if (look(m_port, scratch.data(), kStopAsking) != m_table.find.good) {
            return false;
        }
        return choose(m_port, scratch.data(), kStopAsking) == m_table.select.good;
    }

    [[nodiscard]] Result<IdCard> read()
    {
        return m_table.style == VendorTable::Style::Fields ? readFields() : readBlock();
    }

private:
    static tl::unexpected<domain::Error> missing(const QString& function)
    {
        return fail(ErrorCode::ReaderFailed, u"the library has no %1"_s.arg(function));
    }

    Result<QString> field(const QString& getter) const
    {
        const auto call = symbol<TextField>(m_library.get(), getter);
        if (call == nullptr) {
            return missing(getter);
        }
        QByteArray room(kRoom, '\0');
        int length = kFieldRoom;
        call(room.data(), &length);
        // Some count the closing zero, some say nothing: the text ends at its first zero.
        qsizetype size = std::clamp(length, 0, kFieldRoom);
        if (m_table.encoding != VendorTable::Encoding::Utf16) {
            const qsizetype zero = room.indexOf('\0');
            size = zero < 0 ? size : std::min<qsizetype>(zero, kFieldRoom);
        }
        QString text = decoded(room.left(size), m_table.encoding);
        text.truncate(text.indexOf(QChar(u'\0')) < 0 ? text.size() : text.indexOf(QChar(u'\0')));
        return text.trimmed();
    }

    Result<IdCard> readFields()
    {
        const auto call = symbol<OneNumber>(m_library.get(), m_table.read.function);
        if (call == nullptr) {
            return missing(m_table.read.function);
        }
        if (call(m_table.readWhat) != m_table.read.good) {
            return fail(ErrorCode::CardUnreadable, u"the library could not read the card"_s);
        }
        std::array<QString, 5> texts;
        const std::array getters{&m_table.nameField, &m_table.numberField, &m_table.addressField,
                                 &m_table.fromField, &m_table.untilField};
        for (std::size_t i = 0; i < getters.size(); ++i) {
            auto text = field(*getters[i]);
            if (!text) {
                return tl::unexpected(text.error());
            }
            texts[i] = std::move(*text);
        }
        return IdCard{texts[0], texts[1], texts[2], cardDate(texts[3]), cardDate(texts[4])};
    }

    Result<IdCard> readBlock()
    {
        const auto call = symbol<BlockRead>(m_library.get(), m_table.read.function);
        if (call == nullptr) {
            return missing(m_table.read.function);
        }
        QByteArray text(kRoom, '\0');
        QByteArray picture(kRoom, '\0');
        unsigned int textSize = 0;
        unsigned int pictureSize = 0;
        if (call(m_port, reinterpret_cast<unsigned char*>(text.data()), &textSize,
                 reinterpret_cast<unsigned char*>(picture.data()), &pictureSize,
                 kStopAsking) != m_table.read.good) {
            return fail(ErrorCode::CardUnreadable, u"the library could not read the card"_s);
        }
        return cardFromBlock(text.left(kBlockSize));
    }

    const VendorTable& m_table;
    Library m_library;
    int m_port = 0;
};

} // namespace

QDate cardDate(QString text)
{
    text.remove(u'.').remove(u'-');
    return QDate::fromString(text.trimmed(), u"yyyyMMdd"_s);
}

Result<IdCard> cardFromBlock(const QByteArray& block)
{
    constexpr int kWidths[] = {30, 2, 4, 16, 70, 36, 30, 16, 16};
    std::array<QString, std::size(kWidths)> parts;
    int at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (at + kWidths[i] > block.size()) {
            return fail(ErrorCode::CardUnreadable, u"a text block that is too short"_s);
        }
        QString part(kWidths[i] / 2, Qt::Uninitialized);
        for (int k = 0; k < part.size(); ++k) {
            part[k] =
                QChar(static_cast<ushort>(uchar(block[at + 2 * k]) | uchar(block[at + 2 * k + 1]) << 8));
        }
        parts[i] = part.remove(QChar(u'\0')).trimmed();
        at += kWidths[i];
    }
    return IdCard{parts[0], parts[5], parts[4], cardDate(parts[7]), cardDate(parts[8])};
}

Result<IdCard> readWithLibrary(const ReaderRequest& request)
{
    Library library(dlopen(request.table.library.toLocal8Bit().constData(), RTLD_NOW | RTLD_LOCAL));
    if (!library) {
        return fail(ErrorCode::ReaderFailed, u"the library does not load"_s);
    }
    LibrarySession session(request.table, std::move(library));
    if (const auto opened = session.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    if (request.probeOnly) {
        return IdCard{};
    }
    const QDeadlineTimer patience(request.patienceMs);
    for (;;) {
        const auto found = session.find();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (*found) {
            break;
        }
        if (patience.hasExpired()) {
            return fail(ErrorCode::CardAbsent, u"no card within %1 ms"_s.arg(request.patienceMs));
        }
        QThread::msleep(kBetweenLooksMs);
    }
    auto card = session.read();
    if (card && (card->name.isEmpty() || card->number.isEmpty())) {
        return fail(ErrorCode::CardUnreadable, u"the card has no name or no number"_s);
    }
    return card;
}

} // namespace ow::devices
