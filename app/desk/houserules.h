// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/search.h"
#include "desk/formrulesshelf.h"
#include "domain/papernumber.h"
#include "domain/regime.h"
#include "domain/workcalendar.h"
#include "papers/templateshelf.h"
#include "record/crypto.h"

#include <QMap>
#include <QString>

#include <memory>
#include <vector>

namespace ow::desk {

/// What a paper says about the authority and how its series are numbered: data an administrator can change.
struct HouseFacts
{
    QString authority; ///< name over the seal
    QString windowName;
    QString windowPhone;                       ///< empty = left out
    QMap<QString, domain::PaperSeries> series; ///< by papers::paperKindKey

    /// GuideInvalid naming the member.
    [[nodiscard]] static domain::Result<HouseFacts> parse(const QByteArray& json);
};

/// Everything that is data and not code: guides, search keys, law regimes, calendar, templates, house facts.
/// Read once at start, off the GUI thread; immutable after that, so any thread may read it.
struct HouseRules
{
    catalogue::Catalogue catalogue;
    catalogue::Search search;
    domain::RegimeTable regimes;
    domain::WorkCalendar calendar;
    papers::TemplateShelf templates;
    HouseFacts facts;
    /// What was noted about the guides on reading: warnings, and why a document was left out.
    catalogue::GuideFaults guideFaults;
    /// The rules of the forms, made once each.
    std::shared_ptr<FormRulesShelf> formRules = std::make_shared<FormRulesShelf>();

    /// The data that comes with the program. Takes some hundred milliseconds: call it on a worker thread.
    [[nodiscard]] static domain::Result<std::shared_ptr<const HouseRules>>
    builtIn(const record::CryptoProvider& crypto);

    /// The same with what the centre has published, which takes the place of built-in guides. Each document
    /// is checked like any other; one that fails is left out and named in guideFaults. Worker thread.
    [[nodiscard]] static domain::Result<std::shared_ptr<const HouseRules>>
    withPublished(const record::CryptoProvider& crypto, const std::vector<QByteArray>& documents);
};

using HouseRulesPtr = std::shared_ptr<const HouseRules>;

} // namespace ow::desk
