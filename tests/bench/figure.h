// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errorcode.h"
#include "domain/result.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace ow::bench {

/// What a figure has to keep (design §11). A figure of another kind of build or a busy machine says nothing.
struct Budget
{
    enum class Kind {
        None,         ///< looked at, not promised
        AtMost,       ///< ours <= limit
        AtMostOver,   ///< ours <= baseline + limit
        AtMostTimes,  ///< ours <= baseline * limit
        AtLeastShare, ///< as fast as `limit` times the baseline: baseline / ours >= limit
    };
    Kind kind = Kind::None;
    double limit = 0;
};

/// One thing measured, and in the same run what it is measured against.
struct Figure
{
    QString name;
    QString unit; ///< "ms", "MB"
    double ours = 0;
    std::optional<double> baseline;
    QString against; ///< what the baseline is
    Budget budget;

    [[nodiscard]] std::optional<bool> met() const; ///< none without a budget
    [[nodiscard]] QString budgetWords() const;
    [[nodiscard]] QJsonObject toJson() const;
};

using Figures = std::vector<Figure>;

/// How much is measured: as design §11 says, or just enough to see that everything still runs.
struct Sizes
{
    int cases = 50'000;       ///< of the ledger that is started over
    int listCases = 100'000;  ///< of the ledger whose lists are read
    int accepts = 300;        ///< durable transactions
    int searchItems = 10'000; ///< the largest catalogue
    int keys = 400;
    int pages = 20;
    int runs = 7; ///< of what is repeated to take the middle
    bool quick = false;

    [[nodiscard]] static Sizes quickSizes() { return {200, 500, 10, 1000, 40, 2, 1, true}; }
};

[[nodiscard]] double percentile(std::vector<double> values, double part);
[[nodiscard]] double median(std::vector<double> values);
/// Milliseconds `work` takes.
[[nodiscard]] double timed(const std::function<void()>& work);
/// The middle of `runs` times.
[[nodiscard]] double middleOf(int runs, const std::function<void()>& work);
/// Resident memory of this process, MB of 2^20 bytes.
[[nodiscard]] double residentMb();

/// Ends the process with the reason: nothing can be measured on what is not there.
[[noreturn]] void giveUp(const domain::Error& error);

template <class T> T demand(domain::Result<T> result)
{
    if (!result) {
        giveUp(result.error());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace ow::bench
