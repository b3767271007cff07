// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/devicewire.h"

#include <functional>

namespace ow::devices {

/// Reads one card with the library a table names: loads it, tries its ports, waits for a card, reads, closes.
/// Blocking, in the helper process only; the library may crash or hang in any call, and then this process is
/// what is lost. Text is taken with room to spare: 64 KiB a field, the most a makers' int of two bytes says.
[[nodiscard]] domain::Result<IdCard> readWithLibrary(const ReaderRequest& request);

/// The text block of a card (GA 450): name 30 bytes, sex 2, nation 4, born 16, address 70, number 36, issuer
/// 30, from 16, until 16, all UTF-16LE padded with blanks. `until` may say 长期.
[[nodiscard]] domain::Result<IdCard> cardFromBlock(const QByteArray& block);

/// "20190312" or "2019.03.12"; anything else is no date.
[[nodiscard]] QDate cardDate(QString text);

} // namespace ow::devices
