// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QHash>
#include <QString>

#include <utility>

namespace ow::domain {

/// What identifiers share. A Derived is a value that only its own `parse` builds, so holding one means it has
/// been checked; it knows its normal form and how to hide itself, and never shows more than that in a log.
template <class Derived> class Identifier
{
public:
    /// The normal form: as the standard writes it, without spaces, capitals.
    [[nodiscard]] const QString& text() const { return m_text; }

    friend bool operator==(const Derived& a, const Derived& b) { return a.text() == b.text(); }

    friend size_t qHash(const Derived& value, size_t seed = 0) noexcept { return qHash(value.text(), seed); }

    friend QDebug operator<<(QDebug debug, const Derived& value)
    {
        const QDebugStateSaver saver(debug);
        debug.noquote() << value.masked();
        return debug;
    }

protected:
    explicit Identifier(QString text)
        : m_text(std::move(text))
    {
    }

private:
    QString m_text;
};

} // namespace ow::domain
