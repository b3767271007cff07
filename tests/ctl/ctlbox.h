// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace ow::test {

/// What one run of onewindow-ctl gave.
struct CtlAnswer
{
    int exitCode = -1;
    QJsonObject json; ///< of stdout, empty when it is no single object
    QByteArray out;
    QByteArray err;

    /// "keys.password_wrong", empty when there is no error object.
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString errorField() const;
};

/// The built onewindow-ctl with a profile, a state and a runtime folder of its own.
class CtlBox
{
public:
    CtlBox();

    /// With --json and --profile before the arguments; `secret` goes to descriptor 0.
    [[nodiscard]] CtlAnswer run(const QStringList& arguments, const QByteArray& secret = {}) const;
    /// The arguments as they are.
    [[nodiscard]] CtlAnswer runPlain(const QStringList& arguments, const QByteArray& secret = {}) const;
    /// Started like run() and left running, its descriptor 0 open.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] QString profile() const { return file(QStringLiteral("profile")); }

    void write(const QString& name, const QByteArray& bytes) const;
    void write(const QString& name, const QJsonObject& object) const;

    /// Every file of the box by path, with its bytes' SHA-256: two are equal when nothing was written.
    [[nodiscard]] QMap<QString, QByteArray> contents() const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// An application of 交通运输信用信息查询与修复 that lacks nothing: its files are those of writeSamples().
[[nodiscard]] QJsonObject completeOrder();
/// A class Ⅲ transport of 公路超限运输许可（跨省大件运输） that lacks nothing, numbers in both forms; no
/// files.
[[nodiscard]] QJsonObject oversizeOrder();
/// form.pdf, card.png and card.jpg, whole; cut.jpg, cut.png and cut.pdf, cut off in the middle.
void writeSamples(const CtlBox& box);

/// A copy of `object` in which the member at a path such as "applicant.kind" is another.
[[nodiscard]] QJsonObject with(QJsonObject object, const QString& path, const QJsonValue& value);

} // namespace ow::test
