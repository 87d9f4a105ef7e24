// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/train_part.h"
#include "training/work_clock.h"

#include <optional>

namespace belvedere {

/// Measures the pace of a pass over data from its own progress, without letting it end: the time
/// before the first report is left out, since first batches are slower than the rest.
class PaceProbe
{
public:
    /// @param seconds  after which the pass is told to stop.
    PaceProbe(WorkClock &clock, int threads, double seconds);

    [[nodiscard]] TaskContext context();
    /// Of the whole pass; nothing if it reported no progress.
    [[nodiscard]] std::optional<double> wholeSeconds() const;

private:
    struct Mark
    {
        double seconds = 0.0;
        double share = 0.0; ///< of the pass
    };

    WorkClock &m_clock;
    int m_threads;
    double m_begin;
    double m_end;
    Mark m_first;
    Mark m_last;
};

/// Of fitting and validating all parts, measured for about `probeSeconds` each; nothing if the
/// model does not say how far it is.
/// @param model  that has begun with these parts; what it learns here is of no use.
[[nodiscard]] Result<std::optional<double>> epochSeconds(TrainableForecaster &model,
    const std::vector<TrainPart> &parts, const ForecasterFactory &factory, WorkClock &clock,
    int threads, double probeSeconds);

/// Epochs that fit into `seconds`, at least 1 and at most `most`; some time is left for what the
/// machine does besides.
[[nodiscard]] int epochsWithin(double seconds, double epochSeconds, int most);

} // namespace belvedere
