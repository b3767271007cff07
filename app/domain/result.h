// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errorcode.h"

#include <QString>

#include <tl/expected.hpp>

namespace ow::domain {

/// An error as a value. `detail` is English, for the log and for developers, and never holds personal data;
/// `field` names what it is about (a form key, a file name shown to the person, a JSON path), or is empty.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString field;

    [[nodiscard]] ErrorKind kind() const { return errorKind(code); }

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}, QString field = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(field)});
}

} // namespace ow::domain
