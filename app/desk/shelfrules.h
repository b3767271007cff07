// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"
#include "domain/result.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

namespace ow::desk {

/// Which materials are the same under different names, which are never used twice, and what is written over a
/// reused one: data, in resources/house/shelf.json.
class ShelfRules
{
public:
    /// The ones that come with the program.
    [[nodiscard]] static domain::Result<ShelfRules> builtIn();
    /// GuideInvalid naming the member.
    [[nodiscard]] static domain::Result<ShelfRules> parse(const QByteArray& json);

    /// What is left of a material's name when brackets, marks and words such as 复印件 are gone: equal for
    /// the same paper in different guides.
    [[nodiscard]] QString sameName(const QString& materialName) const;
    /// Forms, promises and powers of attorney are made for one application.
    [[nodiscard]] bool serveAgain(const QString& materialName) const;
    /// The sentence drawn over renderings of a reused material, by how far it can be trusted (国办函〔2016〕
    /// 108号); never into the file itself. `until` invalid = no end known.
    [[nodiscard]] QString watermark(domain::TrustGrade grade, const QString& authority,
                                    const QString& itemName, QDate until) const;

private:
    QMap<QString, QString> m_watermarks; ///< by grade
    QString m_until;
    QString m_noEnd;
    QString m_dateForm;
    QStringList m_leaveOut;
    QStringList m_neverAgain;
};

} // namespace ow::desk
