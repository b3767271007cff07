// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagehelper.h"
#include "domain/intake.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace ow::capture {

/// Binds picture files into one PDF by embedding them as they are: a JPEG stays the JPEG it was, Group 4
/// strips and the data of a PNG too; what PDF cannot hold is packed without loss. Edits become matrices and
/// clips, sizes come from the resolution. Nothing is drawn anew, no PDF/A is claimed.
///
/// Memory: three files, 24 MiB of files kept from the first look to the binding, and what the sink holds,
/// whatever the number of pages.
/// Waits; for the workshop's thread.
class PageBinder
{
public:
    /// The content of a file by its place in the list; called from other threads, up to three at a time.
    using Fetch = std::function<domain::Result<QByteArray>(std::size_t file)>;
    using Sink = std::function<domain::Result<void>(const QByteArray& piece)>;

    explicit PageBinder(PageHelper& helper)
        : m_helper(helper)
    {
    }

    /// The files in order, each with all its pages. Errors: of `fetch` and `sink`, of PageHelper; Internal.
    [[nodiscard]] domain::Result<int> bind(const std::vector<domain::MaterialFile>& files, const Fetch& fetch,
                                           const Sink& sink);

private:
    PageHelper& m_helper;
};

/// Too much for one PDF, though it is pictures only.
[[nodiscard]] bool outgrowsBinding(const std::vector<domain::MaterialFile>& files, qint64 mostBytes);

/// Whether a PDF is made of this material: of pictures only. What came as a PDF is never written anew, and
/// what would be larger than the store takes stays as its files.
[[nodiscard]] bool isBindable(const domain::MaterialIntake& material, qint64 mostBytes);

} // namespace ow::capture
