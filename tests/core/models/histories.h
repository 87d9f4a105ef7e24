// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QTest>

#include <memory>

#define VERIFY_RESULT(result)                                                                      \
    do {                                                                                           \
        const auto &bvVerified = (result);                                                         \
        QVERIFY2(bvVerified.has_value(), qPrintable(errorText(bvVerified)));                       \
    } while (false)

namespace belvedere {

template <class T> QString errorText(const Result<T> &result)
{
    return result ? QString() : result.error().message();
}

inline constexpr UtcMs kMonday = 1325462400000; // 2012-01-02T00:00Z

/// A history whose values come from value(step, site).
template <class F>
std::shared_ptr<ChannelHistory> historyOf(
    int steps, int sites, F value, UtcMs stepMs = 5 * kMsPerMinute, UtcMs start = kMonday)
{
    auto history = std::make_shared<ChannelHistory>();
    history->dataset = QStringLiteral("test");
    history->channel = {QStringLiteral("speed"), QStringLiteral("km/h")};
    history->axis = {start, stepMs, steps};
    for (int site = 0; site < sites; ++site)
        history->siteCodes.push_back(QString::number(site));
    for (int step = 0; step < steps; ++step) {
        history->minuteOfWeek.push_back(minuteOfWeek(history->axis.at(step), history->zone));
        for (int site = 0; site < sites; ++site)
            history->values.push_back(value(step, site));
    }
    return history;
}

inline ModelSpec specOf(const QString &kind, const ChannelHistory &history)
{
    ModelSpec spec;
    spec.kind = kind;
    spec.shape.stepMs = history.axis.stepMs;
    spec.shape.quantiles = {0.1, 0.5, 0.9}; // few, so that tests can count them
    spec.dataset = history.dataset;
    spec.channel = history.channel.key;
    spec.unit = history.channel.unit;
    spec.siteCodes = history.siteCodes;
    return spec;
}

/// All windows that fit, as training data.
inline TrainingData allOf(std::shared_ptr<const ChannelHistory> history, const ForecastShape &shape)
{
    const int windows = history->axis.count - shape.history - shape.horizon + 1;
    return {std::move(history), {0, windows}};
}

inline bool sameBits(const std::vector<float> &a, const std::vector<float> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

} // namespace belvedere
