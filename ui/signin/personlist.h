// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/signinmodel.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"

namespace ow::ui {

[[nodiscard]] QString rowSentence(const SignInPerson& person);

/// The people of this window, 48 px a row: name, role at the right. A row without id is 其他人员….
class PersonList : public RowList
{
    Q_OBJECT

public:
    explicit PersonList(const Theme& theme, QWidget* parent = nullptr);
    void setPeople(std::vector<SignInPerson> people);
    /// nullptr when none is chosen.
    [[nodiscard]] const SignInPerson* currentPerson() const;

private:
    RowModel<SignInPerson> m_rows;
};

} // namespace ow::ui
