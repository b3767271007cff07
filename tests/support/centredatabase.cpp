// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/centredatabase.h"

#include <QFile>
#include <QProcess>
#include <QUuid>

#include <catch2/catch.hpp>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a limit against hanging, not a measurement

bool tell(const QString& server, const QString& sql)
{
    QProcess psql;
    psql.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    psql.start(u"psql"_s, {u"-qX"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, sql, server});
    return psql.waitForStarted(kPatience) && psql.waitForFinished(kPatience) && psql.exitCode() == 0;
}

/// The address of the server's own database.
QString server()
{
    const QString folder = qEnvironmentVariable("OW_POSTGRES_FOLDER");
    QFile url(folder + u"/url"_s);
    return !folder.isEmpty() && url.open(QIODevice::ReadOnly) ? QString::fromUtf8(url.readAll()).trimmed()
                                                              : QString();
}

} // namespace

bool CentreDatabase::isPostgres()
{
    return qEnvironmentVariableIsSet("OW_POSTGRES_FOLDER");
}

CentreDatabase::CentreDatabase()
{
    if (!isPostgres())
        return;
    m_name = u"ow_"_s + QUuid::createUuid().toString(QUuid::Id128);
    m_url = server().replace(u"/postgres?"_s, u'/' + m_name + u'?');
    REQUIRE(m_url.contains(m_name));
    REQUIRE(tell(server(), u"CREATE DATABASE %1"_s.arg(m_name)));
}

CentreDatabase::~CentreDatabase()
{
    if (!m_name.isEmpty())
        tell(server(), u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_name));
}

QStringList CentreDatabase::initArguments() const
{
    return m_url.isEmpty() ? QStringList() : QStringList{u"--database"_s, m_url};
}

} // namespace ow::test
