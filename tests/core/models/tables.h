// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/models/histories.h"
#include "models/table_learner.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

namespace belvedere {

/// Rows whose values are multiples of 1/64 from -2 on: exact in seven digits, as peers print.
/// target(row) makes the target of them.
template <class F>
std::shared_ptr<TableSample> tableOf(
    std::size_t rows, std::size_t columns, std::uint64_t seed, F target)
{
    Random random(seed);
    auto sample = std::make_shared<TableSample>();
    for (std::size_t c = 0; c < columns; ++c)
        sample->matrix.features.push_back({QStringLiteral("x%1").arg(c)});
    sample->matrix.rows = rows;
    for (std::size_t i = 0; i < rows * columns; ++i)
        sample->matrix.values.push_back(float(random.below(256)) / 64.0F - 2.0F);
    for (std::size_t i = 0; i < rows; ++i)
        sample->target.push_back(target(sample->matrix.row(i)));
    return sample;
}

/// In multiples of 1/64 too.
inline float curved(const float *x)
{
    const double value = std::sin(double(x[0])) + 0.5 * double(x[1]) * double(x[2]);
    return static_cast<float>(std::round(value * 64.0) / 64.0);
}

/// 0, 1 or 2.
inline float kindOf(const float *x)
{
    return x[0] + 0.5F * x[1] > 0.7F ? 2.0F : x[0] * x[2] > 0.0F ? 1.0F : 0.0F;
}

inline TableModelSpec tableSpec(
    const QString &kind, TableTask task, const TableSample &sample, const QJsonObject &options = {})
{
    TableModelSpec spec;
    spec.kind = kind;
    spec.task = task;
    spec.features = sample.matrix.names();
    spec.target = QStringLiteral("y");
    if (task == TableTask::Classification)
        spec.classes = {QStringLiteral("low"), QStringLiteral("middle"), QStringLiteral("high")};
    spec.options = options;
    return spec;
}

/// What a peer prints, as numbers; an error's text where it fails.
inline Result<std::vector<double>> numbersFrom(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return failure(Errc::Io, "%1", {QString::fromUtf8(process.readAllStandardError())});
    std::vector<double> numbers;
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    for (const QString &word : output.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        numbers.push_back(word.toDouble());
    return numbers;
}

/// Stops after it was asked `asks` times.
inline TaskContext stoppingAfter(int asks)
{
    TaskContext context;
    auto left = std::make_shared<int>(asks);
    context.cancelled = [left] { return --*left < 0; };
    return context;
}

} // namespace belvedere
