// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/password.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace ow::record {

namespace {

constexpr qsizetype kLeast = 8;
constexpr qsizetype kMost = 128;

/// Rows of the keyboard and of the number pad: a password that is a piece of one, either way, is a swipe of
/// the hand.
constexpr const char* kRuns[] = {"abcdefghijklmnopqrstuvwxyz",
                                 "01234567890123456789",
                                 "qwertyuiop[]",
                                 "asdfghjkl;'",
                                 "zxcvbnm,./",
                                 "!@#$%^&*()_+",
                                 "1q2w3e4r5t6y7u8i9o0p",
                                 "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                                 "qazwsxedcrfvtgbyhnujm",
                                 "147258369",
                                 "qweasdzxc",
                                 "qwer1234asdf"};

/// What is tried first, in lower case, with the shapes met in government offices. Short on purpose: the lock
/// after five tries is the real fence.
constexpr const char* kCommon[] = {
    "password",   "passw0rd",    "p@ssw0rd",   "p@ssword",    "password1",     "password123", "iloveyou",
    "sunshine",   "princess",    "football",   "baseball",    "superman",      "trustno1",    "letmein1",
    "welcome1",   "admin123",    "admin1234",  "admin888",    "administrator", "root1234",    "test1234",
    "user1234",   "abc12345",    "abc123456",  "a1234567",    "a12345678",     "a123456789",  "aa123456",
    "aa123456.",  "aa12345678",  "abcd1234",   "abcd123456",  "asd12345",      "asd123456",   "qwe12345",
    "qwe123456",  "qq123456",    "qq12345678", "zxc123456",   "wang1234",      "woaini1314",  "woaini520",
    "5201314520", "13145201314", "gansu123",   "gansu123456", "lanzhou123",    "jiaotong123", "jtysj123",
    "chuangkou1", "88886666",    "66668888",   "11223344",    "12341234",      "123123123",   "12312312",
    "onewindow",  "longyun123",  "1234567a",   "12345678a",   "123456aa",      "123456abc",   "19491001",
    "20080808"};

bool isRun(const QString& lower)
{
    return std::any_of(std::begin(kRuns), std::end(kRuns), [&](const char* text) {
        const QString run = QString::fromLatin1(text);
        QString back = run;
        std::reverse(back.begin(), back.end());
        return run.contains(lower) || back.contains(lower);
    });
}

bool holdsName(const QString& lower, const QStringList& names)
{
    return std::any_of(names.begin(), names.end(), [&](const QString& given) {
        const QString name = given.normalized(QString::NormalizationForm_C).trimmed().toLower();
        // One letter or figure would forbid half of all passwords.
        if (name.size() < 2 || (name.size() < 3 && name.at(0).unicode() < 0x80))
            return false;
        QString back = name;
        std::reverse(back.begin(), back.end());
        return lower.contains(name) || lower.contains(back);
    });
}

} // namespace

PasswordFault passwordFault(QStringView password, const QStringList& names)
{
    const QString text = password.toString().normalized(QString::NormalizationForm_C);
    const auto characters = text.toUcs4();
    if (characters.size() < kLeast)
        return PasswordFault::TooShort;
    if (characters.size() > kMost)
        return PasswordFault::TooLong;
    const QString lower = text.toLower();
    if (holdsName(lower, names))
        return PasswordFault::HasName;
    if (QSet<char32_t>(characters.begin(), characters.end()).size() < 3 || isRun(lower))
        return PasswordFault::TooSimple;
    const bool common = std::any_of(std::begin(kCommon), std::end(kCommon),
                                    [&](const char* known) { return lower == QLatin1StringView(known); });
    return common ? PasswordFault::TooCommon : PasswordFault::None;
}

domain::Result<void> checkPassword(QStringView password, const QStringList& names)
{
    const char* reason = nullptr;
    switch (passwordFault(password, names)) {
    case PasswordFault::None:
        return {};
    case PasswordFault::TooShort:
        reason = "too short";
        break;
    case PasswordFault::TooLong:
        reason = "too long";
        break;
    case PasswordFault::HasName:
        reason = "holds the name";
        break;
    case PasswordFault::TooSimple:
        reason = "too simple";
        break;
    case PasswordFault::TooCommon:
        reason = "too common";
        break;
    }
    return domain::fail(domain::ErrorCode::PasswordWeak, QLatin1StringView(reason),
                        QStringLiteral("password"));
}

QString passwordFaultText(PasswordFault fault)
{
    switch (fault) {
    case PasswordFault::None:
        return {};
    case PasswordFault::TooShort:
        return QCoreApplication::translate("Password", "The password needs at least 8 characters.");
    case PasswordFault::TooLong:
        return QCoreApplication::translate("Password", "The password may have at most 128 characters.");
    case PasswordFault::HasName:
        return QCoreApplication::translate("Password",
                                           "The password must not contain your name or sign-in name.");
    case PasswordFault::TooSimple:
        return QCoreApplication::translate(
            "Password", "The password is a row of neighbouring keys or repeats the same characters.");
    case PasswordFault::TooCommon:
        return QCoreApplication::translate("Password", "This password is among those everybody tries first.");
    }
    return {};
}

} // namespace ow::record
