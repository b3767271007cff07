// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/recordsample.h"

#include <catch2/catch.hpp>

namespace ow::record::sample {

const CryptoProvider& provider()
{
    static const std::unique_ptr<CryptoProvider> made = makeBotanProvider();
    return *made;
}

QByteArray hex(std::string_view digits)
{
    return QByteArray::fromHex(QByteArray(digits.data(), static_cast<qsizetype>(digits.size())));
}

SecretBytes secret(std::string_view digits)
{
    return SecretBytes::copyOf(hex(digits));
}

SecretBytes password(const char* text)
{
    return SecretBytes::fromPassword(QString::fromUtf8(text));
}

QByteArray enrolmentKey()
{
    return QByteArray(32, 'k');
}

EntryHeader header(const QString& kind, int number)
{
    EntryHeader made;
    made.device = QStringLiteral("d-62-w03");
    made.id = makeUuidV7(1795399200000 + number, QByteArray::number(number).rightJustified(10, '0'));
    made.kind = kind;
    made.at = 1795399200000 + number;
    made.boot = QStringLiteral("boot-1");
    made.tick = number;
    made.actor = QStringLiteral("u-1007");
    made.station = QStringLiteral("W03");
    made.audience = audienceKey(domain::Audience::Case);
    return made;
}

std::vector<Appended> ledger(int count)
{
    std::vector<Appended> entries;
    ChainState state;
    state.macKey = SecretBytes::copyOf(enrolmentKey());
    for (int i = 1; i <= count; ++i) {
        auto made = appendToChain(provider(), state, header(QStringLiteral("note"), i),
                                  {{QStringLiteral("text"), QStringLiteral("第 %1 条").arg(i)}});
        REQUIRE(made.has_value());
        state = made->next.clone();
        entries.push_back(std::move(*made));
    }
    return entries;
}

} // namespace ow::record::sample
