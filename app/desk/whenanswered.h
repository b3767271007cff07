// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace ow::desk {

/// Hands an answer to `take` on the thread of `context`, unless that has gone by then. For futures of
/// devices, whose end nobody orders as Workplace::shutDown orders the ledger's: a continuation of
/// QFuture::then whose context has gone asserts in Qt 6.4.
template <class T, class Take> void whenAnswered(const QFuture<T>& future, QObject* context, Take take)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, take = std::move(take)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) {
                             take(watcher->result());
                         }
                     });
    watcher->setFuture(future);
}

} // namespace ow::desk
