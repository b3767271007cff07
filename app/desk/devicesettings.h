// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace ow::desk {

/// Printer and tray of one kind of paper; empty = the default of this PC, the printer's own choice.
struct PrinterChoice
{
    QString printer;
    QString tray;
    friend bool operator==(const PrinterChoice&, const PrinterChoice&) = default;
};

/// Which devices stand at this window. Nothing private; kept as a clear setting of the profile, because a
/// window is where its devices are.
struct DeviceSettings
{
    enum class Reader { None, Simulated, Library };
    enum class SlipPrinter { None, Simulated, Line, Queue };

    Reader reader = Reader::None;
    QString readerTable;   ///< name of a table that comes with the program, or a whole table as JSON
    QString readerLibrary; ///< path of the maker's library
    SlipPrinter slip = SlipPrinter::None;
    QString slipAddress;                   ///< Line: a path or tcp://address:port; Queue: its name
    QMap<QString, PrinterChoice> printers; ///< by papers::paperKindKey; "" = every other kind

    /// Of its kind, else of every other kind.
    [[nodiscard]] PrinterChoice printerFor(const QString& paperKind) const;

    [[nodiscard]] QByteArray toJson() const;
    /// InvalidInput naming the member.
    [[nodiscard]] static domain::Result<DeviceSettings> fromJson(const QByteArray& json);
    /// Simulators for training, nothing for a real window.
    [[nodiscard]] static DeviceSettings beginning(bool training);

    /// Made-up people and pictures of slips in a folder: only where nothing is real.
    [[nodiscard]] bool simulates() const
    {
        return reader == Reader::Simulated || slip == SlipPrinter::Simulated;
    }

    friend bool operator==(const DeviceSettings&, const DeviceSettings&) = default;
};

} // namespace ow::desk
