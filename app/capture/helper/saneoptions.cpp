// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/saneoptions.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace ow::capture {

namespace {

double fromWord(const SANE_Option_Descriptor& what, SANE_Word word)
{
    return what.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : double(word);
}

SANE_Word toWord(const SANE_Option_Descriptor& what, double value)
{
    return what.type == SANE_TYPE_FIXED ? SANE_FIX(value) : SANE_Word(std::lround(value));
}

bool isNumber(const SANE_Option_Descriptor* what)
{
    return what != nullptr && (what->type == SANE_TYPE_INT || what->type == SANE_TYPE_FIXED) &&
           what->size == SANE_Int(sizeof(SANE_Word));
}

} // namespace

SaneOptions::Found SaneOptions::find(const char* name) const
{
    SANE_Int count = 0;
    if (sane_control_option(m_device, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD) {
        return {};
    }
    for (SANE_Int i = 1; i < count; ++i) {
        const SANE_Option_Descriptor* what = sane_get_option_descriptor(m_device, i);
        if (what != nullptr && what->name != nullptr && std::strcmp(what->name, name) == 0) {
            return {i, what};
        }
    }
    return {};
}

bool SaneOptions::has(const char* name) const
{
    const Found option = find(name);
    return option.what != nullptr && SANE_OPTION_IS_ACTIVE(option.what->cap) &&
           SANE_OPTION_IS_SETTABLE(option.what->cap);
}

QStringList SaneOptions::texts(const char* name) const
{
    const Found option = find(name);
    QStringList list;
    if (option.what != nullptr && option.what->constraint_type == SANE_CONSTRAINT_STRING_LIST) {
        for (const SANE_String_Const* text = option.what->constraint.string_list; *text != nullptr; ++text) {
            list.append(QString::fromUtf8(*text));
        }
    }
    return list;
}

QList<int> SaneOptions::numbers(const char* name, int wanted) const
{
    const Found option = find(name);
    if (!isNumber(option.what)) {
        return {};
    }
    const SANE_Option_Descriptor& what = *option.what;
    if (what.constraint_type == SANE_CONSTRAINT_RANGE) {
        const int low = int(std::ceil(fromWord(what, what.constraint.range->min)));
        const int high = int(fromWord(what, what.constraint.range->max));
        return {low, std::clamp(wanted, low, std::max(low, high)), high};
    }
    QList<int> list;
    if (what.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const SANE_Word* words = what.constraint.word_list;
        for (SANE_Word i = 1; i <= words[0]; ++i) {
            list.append(int(std::lround(fromWord(what, words[i]))));
        }
    } else {
        list.append(wanted);
    }
    return list;
}

bool SaneOptions::set(const Found& option, void* value) const
{
    return sane_control_option(m_device, option.index, SANE_ACTION_SET_VALUE, value, nullptr) ==
           SANE_STATUS_GOOD;
}

bool SaneOptions::setText(const char* name, const QString& value) const
{
    const Found option = find(name);
    if (!has(name) || option.what->type != SANE_TYPE_STRING) {
        return false;
    }
    QByteArray text = value.toUtf8();
    if (text.size() >= option.what->size) {
        return false;
    }
    text.append(qsizetype(option.what->size) - text.size(), '\0'); // drivers copy the whole of it
    return set(option, text.data());
}

bool SaneOptions::setFlag(const char* name, bool value) const
{
    const Found option = find(name);
    if (!has(name) || option.what->type != SANE_TYPE_BOOL) {
        return false;
    }
    SANE_Bool flag = value ? SANE_TRUE : SANE_FALSE;
    return set(option, &flag);
}

bool SaneOptions::setNumber(const char* name, double value) const
{
    const Found option = find(name);
    if (!has(name) || !isNumber(option.what)) {
        return false;
    }
    const SANE_Option_Descriptor& what = *option.what;
    SANE_Word word = toWord(what, value);
    if (what.constraint_type == SANE_CONSTRAINT_RANGE) {
        word = std::clamp(word, what.constraint.range->min,
                          std::max(what.constraint.range->min, what.constraint.range->max));
    }
    return set(option, &word);
}

std::optional<double> SaneOptions::number(const char* name) const
{
    const Found option = find(name);
    SANE_Word word = 0;
    if (!isNumber(option.what) || !SANE_OPTION_IS_ACTIVE(option.what->cap) ||
        sane_control_option(m_device, option.index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
            SANE_STATUS_GOOD) {
        return std::nullopt;
    }
    return fromWord(*option.what, word);
}

bool SaneOptions::isInPixels(const char* name) const
{
    const Found option = find(name);
    return option.what != nullptr && option.what->unit == SANE_UNIT_PIXEL;
}

} // namespace ow::capture
