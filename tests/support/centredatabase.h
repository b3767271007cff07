// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ow::test {

/// Where a centre under test keeps its rows: a file of its own, or, when OW_POSTGRES_FOLDER names a
/// server (tests/support/cluster.sh), a database of its own there, dropped at the end. So one suite runs on
/// both.
class CentreDatabase
{
public:
    CentreDatabase();
    ~CentreDatabase();
    CentreDatabase(const CentreDatabase&) = delete;
    CentreDatabase& operator=(const CentreDatabase&) = delete;

    [[nodiscard]] static bool isPostgres();
    /// What `onewindow-center init` is told.
    [[nodiscard]] QStringList initArguments() const;

    /// Of this centre's database; empty with SQLite.
    [[nodiscard]] const QString& url() const { return m_url; }

private:
    QString m_name;
    QString m_url;
};

} // namespace ow::test
