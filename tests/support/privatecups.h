// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace ow::test {

/// A print service of the test's own: cupsd with its files in a temporary folder, reached by a socket there,
/// with one queue, "paper", whose printer takes PDF as it is and keeps each job as JOB.pdf. A missing cupsd
/// fails the test.
class PrivateCups
{
public:
    PrivateCups();
    ~PrivateCups();
    PrivateCups(const PrivateCups&) = delete;
    PrivateCups& operator=(const PrivateCups&) = delete;

    [[nodiscard]] QString server() const; ///< for CupsQueues and CUPS_SERVER

    [[nodiscard]] QByteArray output(int job) const; ///< what came out; empty: nothing

    void setPaperEmpty(bool empty);                                 ///< the printer waits for paper
    void setBroken(bool broken);                                    ///< the printer gives each job up
    void run(const QString& program, const QStringList& arguments); ///< lpadmin and the like, on this service
    void stop();                                                    ///< the service ends

private:
    void write(const QString& name, const QByteArray& text, bool program = false);
    void flag(const QString& name, bool on);

    QTemporaryDir m_folder;
    QProcess m_cupsd;
};

} // namespace ow::test
