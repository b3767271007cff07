// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <sane/sane.h>

#include <optional>

namespace ow::capture {

/// The options of an open device, by name. Descriptors are read anew each time: setting one option may change
/// all others.
class SaneOptions
{
public:
    explicit SaneOptions(SANE_Handle device)
        : m_device(device)
    {
    }

    [[nodiscard]] bool has(const char* name) const; ///< there, active and settable
    [[nodiscard]] QStringList texts(const char* name) const;
    /// Word list, or of a range its ends and `wanted` held within it.
    [[nodiscard]] QList<int> numbers(const char* name, int wanted) const;

    bool setText(const char* name, const QString& value) const;
    bool setFlag(const char* name, bool value) const;
    /// In the option's unit; held within its range.
    bool setNumber(const char* name, double value) const;
    [[nodiscard]] std::optional<double> number(const char* name) const;
    [[nodiscard]] bool isInPixels(const char* name) const;

private:
    struct Found
    {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* what = nullptr;
    };

    [[nodiscard]] Found find(const char* name) const;
    [[nodiscard]] bool set(const Found& option, void* value) const;

    SANE_Handle m_device;
};

} // namespace ow::capture
