// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/chain.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

/// What the tests of record/ share: a provider, hex, and a small ledger written by the code under test.
namespace ow::record::sample {

/// Cheapest cost Argon2id allows: the tests are about what is done with the key.
inline constexpr KdfCost kCheap{8, 1, 1};

const CryptoProvider& provider();
QByteArray hex(std::string_view digits);
SecretBytes secret(std::string_view digits);
SecretBytes password(const char* text);

EntryHeader header(const QString& kind, int number);
QByteArray enrolmentKey();

/// `count` entries with bodies, from the enrolment key on.
std::vector<Appended> ledger(int count);

} // namespace ow::record::sample

/// Requires a result and takes its value.
#define OW_TAKE(variable, expression)                                                                        \
    auto variable##Result = (expression);                                                                    \
    if (!variable##Result.has_value())                                                                       \
        FAIL(#expression << ": " << variable##Result.error().field.toStdString() << ' '                      \
                         << variable##Result.error().detail.toStdString());                                  \
    auto& variable = *variable##Result
