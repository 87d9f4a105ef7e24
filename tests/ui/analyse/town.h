// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "support/memory_store.h"
#include "support/scripted_forecaster.h"
#include "training/run_record.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace belvedere::test {

/// Warnings in the log fail the test; the offscreen platform's remark about size hints does not.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

/// A small city in memory with one data set "town" (2 sites, 200 steps, speed always 40 km/h) and
/// models that follow a script.
struct Town
{
    QTemporaryDir directory;
    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>(directory.path());
    ScriptedFactory factory;
    TaskPools pools;

    Town() { addData(QStringLiteral("town")); }

    void addData(const QString &name)
    {
        Dataset dataset;
        dataset.name = name;
        dataset.domain = QStringLiteral("traffic");
        dataset.source = QStringLiteral("a test");
        dataset.sites.resize(2);
        dataset.sites[0].code = QStringLiteral("s0");
        dataset.sites[1].code = QStringLiteral("s1");
        Series series({1'700'000'100'000, 5 * kMsPerMinute, 200}, 2,
            {{QStringLiteral("speed"), QStringLiteral("km/h")}});
        for (int step = 0; step < series.axis.count; ++step) {
            series.set(step, SiteId(0), 0, 40.0F);
            series.set(step, SiteId(1), 0, 40.0F);
        }
        (void)store->writeSeries(dataset, series);
    }

    [[nodiscard]] ui::AnalyseContext context() { return {store, &factory, &pools}; }

    /// @param biases  the error of each epoch; the last one repeats.
    [[nodiscard]] static TrainSpec spec(
        const QJsonArray &biases, int epochs, int batches = 1, int millisecondsPerBatch = 0)
    {
        TrainSpec spec;
        spec.dataset = QStringLiteral("town");
        spec.channel = QStringLiteral("speed");
        spec.model = QStringLiteral("scripted");
        spec.history = 6;
        spec.horizon = 6;
        spec.epochs = epochs;
        spec.patience = epochs;
        spec.options = {{QStringLiteral("biases"), biases}, {QStringLiteral("batches"), batches},
            {QStringLiteral("millisecondsPerBatch"), millisecondsPerBatch}};
        return spec;
    }

    [[nodiscard]] std::size_t runCount() const
    {
        const auto runs = store->documents(QStringLiteral("run"));
        return runs ? runs->size() : 0;
    }
};

} // namespace belvedere::test
