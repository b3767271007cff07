// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/factgrid.h"

#include <QString>

#include <vector>

namespace ow::ui {

struct SignInPerson
{
    QString id = {}; ///< work number; goes out with the password
    QString name = {};
    QString role = {}; ///< in words
};

enum class SignInMode {
    SignIn,     ///< choose who one is, type the password
    FirstStart, ///< not enrolled: centre and one-time code, or training
};

/// Everything the sign-in page shows; ready words and dates, nothing is computed by the page.
struct SignInModel
{
    SignInMode mode = SignInMode::SignIn;
    QString date = {};            ///< "11 月 23 日 星期一"
    QString daySentence = {};     ///< "工作日·今天收件，5 个工作日到 11 月 30 日"
    std::vector<Fact> facts = {}; ///< window, hall, drafts, ledger …
    QString versionLine = {};
    std::vector<SignInPerson> people = {}; ///< who signed in here lately, the last one first
    QString lockedFor = {};                ///< id of who locked the station; empty: nobody is signed in
    bool otherAllowed = true;              ///< somebody not in the list, by work number
    QString lockedUntil = {};              ///< "09:41": too many wrong passwords; empty: not locked
    Fact notice = {};                      ///< under the action, e.g. no network; empty value: none
    QString scale = {};                    ///< "100%"
    QString themeWord = {};                ///< 浅色
};

} // namespace ow::ui
