// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/divisiontable.h"

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr DivisionRow kGansu[] = {
#include "divisions/gansu.inc"
};

constexpr std::array<Province, 34> kProvinces{{
    {11, u"北京市", u"北京", u'京'},           {12, u"天津市", u"天津", u'津'},
    {13, u"河北省", u"河北", u'冀'},           {14, u"山西省", u"山西", u'晋'},
    {15, u"内蒙古自治区", u"内蒙古", u'蒙'},   {21, u"辽宁省", u"辽宁", u'辽'},
    {22, u"吉林省", u"吉林", u'吉'},           {23, u"黑龙江省", u"黑龙江", u'黑'},
    {31, u"上海市", u"上海", u'沪'},           {32, u"江苏省", u"江苏", u'苏'},
    {33, u"浙江省", u"浙江", u'浙'},           {34, u"安徽省", u"安徽", u'皖'},
    {35, u"福建省", u"福建", u'闽'},           {36, u"江西省", u"江西", u'赣'},
    {37, u"山东省", u"山东", u'鲁'},           {41, u"河南省", u"河南", u'豫'},
    {42, u"湖北省", u"湖北", u'鄂'},           {43, u"湖南省", u"湖南", u'湘'},
    {44, u"广东省", u"广东", u'粤'},           {45, u"广西壮族自治区", u"广西", u'桂'},
    {46, u"海南省", u"海南", u'琼'},           {50, u"重庆市", u"重庆", u'渝'},
    {51, u"四川省", u"四川", u'川'},           {52, u"贵州省", u"贵州", u'贵'},
    {53, u"云南省", u"云南", u'云'},           {54, u"西藏自治区", u"西藏", u'藏'},
    {61, u"陕西省", u"陕西", u'陕'},           {62, u"甘肃省", u"甘肃", u'甘'},
    {63, u"青海省", u"青海", u'青'},           {64, u"宁夏回族自治区", u"宁夏", u'宁'},
    {65, u"新疆维吾尔自治区", u"新疆", u'新'}, {71, u"台湾省", u"台湾", QChar()},
    {81, u"香港特别行政区", u"香港", QChar()}, {82, u"澳门特别行政区", u"澳门", QChar()},
}};

constexpr bool byCode()
{
    return std::is_sorted(std::begin(kGansu), std::end(kGansu),
                          [](const DivisionRow& a, const DivisionRow& b) { return a.code < b.code; });
}

static_assert(byCode(), "gansuDivision() searches by halves");

template <class Matches> const Province* firstProvince(Matches matches)
{
    const auto* found = std::find_if(kProvinces.begin(), kProvinces.end(), matches);
    return found == kProvinces.end() ? nullptr : found;
}

} // namespace

std::span<const DivisionRow> gansuDivisions()
{
    return kGansu;
}

const DivisionRow* gansuDivision(int code)
{
    const auto* row = std::lower_bound(std::begin(kGansu), std::end(kGansu), code,
                                       [](const DivisionRow& r, int wanted) { return r.code < wanted; });
    return row != std::end(kGansu) && row->code == code ? row : nullptr;
}

std::span<const Province> provinces()
{
    return kProvinces;
}

const Province* provinceByCode(int twoDigits)
{
    return firstProvince([=](const Province& p) { return p.code == twoDigits; });
}

const Province* provinceByName(QStringView name)
{
    return firstProvince([=](const Province& p) { return p.name == name || p.shortName == name; });
}

const Province* provinceByPlate(QChar plate)
{
    return plate.isNull() ? nullptr : firstProvince([=](const Province& p) { return p.plate == plate; });
}

} // namespace ow::domain
