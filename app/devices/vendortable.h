// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::devices {

/// One call of a vendor's library: the exported name and the answer that means "done".
struct VendorCall
{
    QString function; ///< empty: the library needs no such step
    int good = 0;
};

/// How to read a card with one vendor's library, as data: makers name and count differently, but all of them
/// open a port, wait for a card, and hand out either fields one by one or the 256-byte text block of the card
/// (GA 450: UTF-16LE, fixed widths).
struct VendorTable
{
    enum class Style {
        Fields, ///< int open(int port), int find(), int read(int what), int field(char* text, int* length)
        Block,  ///< int open(int port), find(port, …), select(port, …), read(port, text, …), as SDT_*
    };

    enum class Encoding { Gb18030, Utf8, Utf16 };

    QString name;    ///< "cvr", "sdt", or what the administrator calls it
    QString library; ///< path or soname for dlopen
    Style style = Style::Fields;
    Encoding encoding = Encoding::Gb18030; ///< of Fields
    std::vector<int> ports;                ///< tried in this order; 1001… are USB by the makers' custom
    VendorCall open;
    VendorCall find;
    VendorCall select; ///< Block only
    VendorCall read;
    VendorCall close;
    int readWhat = 1;  ///< argument of `read` (Fields)
    QString nameField; ///< exported getters (Fields)
    QString numberField;
    QString addressField;
    QString fromField;
    QString untilField;

    /// The tables that come with the program, by name; the library's path is left empty.
    [[nodiscard]] static std::optional<VendorTable> builtIn(const QString& name);
    [[nodiscard]] static QStringList builtInNames();

    [[nodiscard]] QJsonObject toJson() const;
    /// InvalidInput naming the member: a table is configuration, and configuration has slips.
    [[nodiscard]] static domain::Result<VendorTable> fromJson(const QJsonObject& object);
};

} // namespace ow::devices
