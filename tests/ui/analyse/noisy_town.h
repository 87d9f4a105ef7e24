// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/learning_forecaster.h"
#include "town.h"

namespace belvedere::test {

/// A town whose values change, so that something can be learned there.
struct NoisyTown : Town
{
    LearningFactory learning;

    NoisyTown()
    {
        Dataset dataset = *store->dataset(QStringLiteral("town"));
        Series series({1'700'000'100'000, 5 * kMsPerMinute, 1200}, 2,
            {{QStringLiteral("speed"), QStringLiteral("km/h")}});
        Random random(3);
        for (int step = 0; step < series.axis.count; ++step) {
            for (int site = 0; site < 2; ++site)
                series.set(step, SiteId(site), 0, static_cast<float>(random.normal(40.0, 2.0)));
        }
        (void)store->writeSeries(dataset, series);
    }
    [[nodiscard]] ui::AnalyseContext noisy() { return {store, &learning, &pools}; }
    [[nodiscard]] static TrainSpec learn(int epochs, int millisecondsPerBatch = 0)
    {
        TrainSpec spec = Town::spec({}, epochs);
        spec.model = QStringLiteral("learning");
        spec.options = {};
        if (millisecondsPerBatch > 0)
            spec.options.insert(QStringLiteral("millisecondsPerBatch"), millisecondsPerBatch);
        return spec;
    }
};

} // namespace belvedere::test
