// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figure.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace ow::bench {

std::optional<bool> Figure::met() const
{
    switch (budget.kind) {
    case Budget::Kind::None:
        return std::nullopt;
    case Budget::Kind::AtMost:
        return ours <= budget.limit;
    case Budget::Kind::AtMostOver:
        return ours <= baseline.value_or(0) + budget.limit;
    case Budget::Kind::AtMostTimes:
        return ours <= baseline.value_or(0) * budget.limit;
    case Budget::Kind::AtLeastShare:
        return baseline.value_or(0) >= budget.limit * ours;
    }
    return std::nullopt;
}

QString Figure::budgetWords() const
{
    const QString limit = QString::number(budget.limit);
    switch (budget.kind) {
    case Budget::Kind::None:
        return {};
    case Budget::Kind::AtMost:
        return QStringLiteral("<= %1 %2").arg(limit, unit);
    case Budget::Kind::AtMostOver:
        return QStringLiteral("<= baseline + %1 %2").arg(limit, unit);
    case Budget::Kind::AtMostTimes:
        return QStringLiteral("<= baseline x %1").arg(limit);
    case Budget::Kind::AtLeastShare:
        return QStringLiteral("<= baseline / %1").arg(limit);
    }
    return {};
}

QJsonObject Figure::toJson() const
{
    const auto rounded = [](double value) { return std::round(value * 1000) / 1000; };
    const auto verdict = met();
    return {{QStringLiteral("name"), name},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("ours"), rounded(ours)},
            {QStringLiteral("baseline"), baseline ? QJsonValue(rounded(*baseline)) : QJsonValue()},
            {QStringLiteral("against"), against},
            {QStringLiteral("ratio"),
             baseline && *baseline > 0 ? QJsonValue(rounded(ours / *baseline)) : QJsonValue()},
            {QStringLiteral("budget"), budgetWords()},
            {QStringLiteral("met"), verdict ? QJsonValue(*verdict) : QJsonValue()}};
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(part * last))];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double middleOf(int runs, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        times.push_back(timed(work));
    }
    return median(std::move(times));
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.simplified().split(' ').at(1).toDouble() / 1024;
            }
        }
    }
    return 0;
}

void giveUp(const domain::Error& error)
{
    qFatal("ow_bench: %s %s %s", errorName(error.code).data(), qUtf8Printable(error.detail),
           qUtf8Printable(error.field));
}

} // namespace ow::bench
