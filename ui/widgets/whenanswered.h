// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace ow::ui {

/// Hands the answer to `take` on the thread of `context`, unless that is gone by then or the question was
/// dropped without an answer. Pages use it in place of QFuture::then(context, …), whose continuation in
/// Qt 6.4 runs on the answering thread and touches the context there, even one just destroyed.
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

} // namespace ow::ui
