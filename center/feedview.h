// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/feedcursor.h"
#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"

#include <QCborArray>
#include <QCborMap>

namespace ow::center {

/// How much of a case a device is told (design §8).
enum class CaseSight {
    Nothing, ///< another hall's, or not at this department's step
    Summary, ///< headers and what a list may say
    Full,    ///< bodies: its own station's, the working set, or at its department's step
};

[[nodiscard]] CaseSight sightOf(const DeviceRow& device, const CaseRow& row);

/// GET /v1/feed/{topic}: what a device has not read yet, in the order of the commits. Runs on the database's
/// thread.
class FeedView
{
public:
    static constexpr int kMostEntries = 200;         ///< places looked at for one page
    static constexpr int kMostCases = 100;           ///< cases in a page of the list
    static constexpr qsizetype kMostBytes = 1 << 20; ///< of bodies, after which a page takes no further item
    static constexpr qsizetype kMostPage = 8 << 20;  ///< of bodies, after which an item has no more of them

    FeedView(Store& store, const Vault& vault, const DeviceRow& device)
        : m_store(store)
        , m_vault(vault)
        , m_device(device)
    {
    }

    struct Page
    {
        QCborMap map;
        bool isEmpty = true; ///< nothing new: worth waiting
    };

    /// 404 for a topic that is not this device's; 400 for what is no cursor; 410 cursor_expired for one of
    /// another epoch or from ahead of the feed: whoever has it starts over.
    [[nodiscard]] Answer<Page> page(const QString& topic, const QString& after);

private:
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] Answer<FeedCursor> cursorOf(const QString& topic, const QString& after);
    [[nodiscard]] Result<Page> listPage(const QString& topic, FeedCursor cursor);
    [[nodiscard]] Result<Page> livePage(const QString& topic, FeedCursor cursor);
    [[nodiscard]] Result<void> addConfig(QCborArray& items, const EntryRow& row);
    [[nodiscard]] Result<void> addCase(QCborArray& items, const CaseRow& row,
                                       const std::vector<EntryRow>& entries, bool whole);
    [[nodiscard]] Result<QCborMap> entryMap(const EntryRow& row, bool withBody);
    [[nodiscard]] Result<QCborArray> tasksOf(const QString& number);

    Store& m_store;
    const Vault& m_vault;
    const DeviceRow& m_device;
    qsizetype m_bytes = 0;
};

} // namespace ow::center
