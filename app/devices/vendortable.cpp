// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/vendortable.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostPorts = 32;
constexpr qsizetype kLongestPath = 1024;

const QStringList kEncodings{u"gb18030"_s, u"utf-8"_s, u"utf-16"_s};

bool isSymbol(const QString& name)
{
    static const QRegularExpression symbol(u"^[A-Za-z_][A-Za-z0-9_]{0,99}$"_s);
    return symbol.match(name).hasMatch();
}

QJsonObject callToJson(const VendorCall& call)
{
    return {{u"function"_s, call.function}, {u"good"_s, call.good}};
}

Result<VendorCall> callFrom(const QJsonObject& table, const QString& member, bool needed)
{
    const QJsonObject object = table.value(member).toObject();
    const VendorCall call{object.value(u"function"_s).toString(), object.value(u"good"_s).toInt()};
    if (call.function.isEmpty() ? needed : !isSymbol(call.function)) {
        return fail(ErrorCode::InvalidInput, u"no name of a function"_s, member);
    }
    return call;
}

VendorTable cvr()
{
    VendorTable table;
    table.name = u"cvr"_s;
    table.style = VendorTable::Style::Fields;
    for (int port = 1001; port <= 1016; ++port) {
        table.ports.push_back(port);
    }
    table.open = {u"CVR_InitComm"_s, 1};
    table.find = {u"CVR_Authenticate"_s, 1};
    table.read = {u"CVR_Read_Content"_s, 1};
    table.close = {u"CVR_CloseComm"_s, 1};
    table.nameField = u"GetPeopleName"_s;
    table.numberField = u"GetPeopleIDCode"_s;
    table.addressField = u"GetPeopleAddress"_s;
    table.fromField = u"GetStartDate"_s;
    table.untilField = u"GetEndDate"_s;
    return table;
}

VendorTable sdt()
{
    VendorTable table;
    table.name = u"sdt"_s;
    table.style = VendorTable::Style::Block;
    for (int port = 1001; port <= 1016; ++port) {
        table.ports.push_back(port);
    }
    table.open = {u"SDT_OpenPort"_s, 0x90};
    table.find = {u"SDT_StartFindIDCard"_s, 0x9f};
    table.select = {u"SDT_SelectIDCard"_s, 0x90};
    table.read = {u"SDT_ReadBaseMsg"_s, 0x90};
    table.close = {u"SDT_ClosePort"_s, 0x90};
    return table;
}

struct NamedCall
{
    QLatin1StringView member;
    VendorCall VendorTable::*call;
    bool needed;
};

struct NamedField
{
    QLatin1StringView member;
    QString VendorTable::*field;
};

constexpr NamedCall kCalls[] = {
    {QLatin1StringView("open"), &VendorTable::open, true},
    {QLatin1StringView("find"), &VendorTable::find, true},
    {QLatin1StringView("select"), &VendorTable::select, false},
    {QLatin1StringView("read"), &VendorTable::read, true},
    {QLatin1StringView("close"), &VendorTable::close, false},
};

constexpr NamedField kFields[] = {
    {QLatin1StringView("nameField"), &VendorTable::nameField},
    {QLatin1StringView("numberField"), &VendorTable::numberField},
    {QLatin1StringView("addressField"), &VendorTable::addressField},
    {QLatin1StringView("fromField"), &VendorTable::fromField},
    {QLatin1StringView("untilField"), &VendorTable::untilField},
};

Result<std::vector<int>> portsFrom(const QJsonValue& value)
{
    std::vector<int> ports;
    for (const QJsonValue& port : value.toArray()) {
        if (!port.isDouble()) {
            return fail(ErrorCode::InvalidInput, u"a port is no number"_s, u"ports"_s);
        }
        ports.push_back(port.toInt());
    }
    if (ports.empty() || ports.size() > kMostPorts) {
        return fail(ErrorCode::InvalidInput, u"one to %1 ports"_s.arg(kMostPorts), u"ports"_s);
    }
    return ports;
}

} // namespace

std::optional<VendorTable> VendorTable::builtIn(const QString& name)
{
    if (name == u"cvr") {
        return cvr();
    }
    if (name == u"sdt") {
        return sdt();
    }
    return std::nullopt;
}

QStringList VendorTable::builtInNames()
{
    return {u"cvr"_s, u"sdt"_s};
}

QJsonObject VendorTable::toJson() const
{
    QJsonArray portList;
    for (const int port : ports) {
        portList.append(port);
    }
    QJsonObject object{{u"name"_s, name},
                       {u"library"_s, library},
                       {u"style"_s, style == Style::Fields ? u"fields"_s : u"block"_s},
                       {u"encoding"_s, kEncodings[static_cast<int>(encoding)]},
                       {u"ports"_s, portList},
                       {u"readWhat"_s, readWhat}};
    for (const NamedCall& named : kCalls) {
        object.insert(named.member, callToJson(this->*named.call));
    }
    for (const NamedField& named : kFields) {
        object.insert(named.member, this->*named.field);
    }
    return object;
}

Result<VendorTable> VendorTable::fromJson(const QJsonObject& object)
{
    VendorTable table;
    table.name = object.value(u"name"_s).toString();
    table.library = object.value(u"library"_s).toString();
    if (table.library.isEmpty() || table.library.size() > kLongestPath) {
        return fail(ErrorCode::InvalidInput, u"no library"_s, u"library"_s);
    }
    const QString style = object.value(u"style"_s).toString();
    if (style != u"fields" && style != u"block") {
        return fail(ErrorCode::InvalidInput, u"fields or block"_s, u"style"_s);
    }
    table.style = style == u"fields" ? Style::Fields : Style::Block;
    const qsizetype encoding = kEncodings.indexOf(object.value(u"encoding"_s).toString(kEncodings.front()));
    if (encoding < 0) {
        return fail(ErrorCode::InvalidInput, u"an unknown encoding"_s, u"encoding"_s);
    }
    table.encoding = static_cast<Encoding>(encoding);
    table.readWhat = object.value(u"readWhat"_s).toInt(1);
    auto ports = portsFrom(object.value(u"ports"_s));
    if (!ports) {
        return tl::unexpected(ports.error());
    }
    table.ports = std::move(*ports);
    for (const NamedCall& named : kCalls) {
        const auto call = callFrom(object, named.member, named.needed);
        if (!call) {
            return tl::unexpected(call.error());
        }
        table.*named.call = *call;
    }
    for (const NamedField& named : kFields) {
        table.*named.field = object.value(named.member).toString();
        if (table.style == Style::Fields && !isSymbol(table.*named.field)) {
            return fail(ErrorCode::InvalidInput, u"no name of a function"_s, named.member);
        }
    }
    if (table.style == Style::Block && table.select.function.isEmpty()) {
        return fail(ErrorCode::InvalidInput, u"no name of a function"_s, u"select"_s);
    }
    return table;
}

} // namespace ow::devices
