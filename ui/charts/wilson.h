// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace belvedere::ui {

struct ShareInterval
{
    double low = 0.0;
    double high = 1.0;
};

/// Where the true share lies with 95 % confidence, having seen `events` in `cases`; [0, 1]
/// without cases. Source: Wilson 1927, the score interval; z = 1.959964.
[[nodiscard]] ShareInterval wilsonInterval(qint64 events, qint64 cases);

/// One bin of a reliability diagram.
struct ReliabilityBin
{
    double predicted = 0.0; ///< mean predicted probability, 0 … 1
    qint64 cases = 0;
    qint64 events = 0; ///< of the cases; the observed share is events / cases
};

/// Equal bins of [0, 1]; those without cases are left out. Pairs with a probability that is not
/// in [0, 1] are skipped.
/// @param probability, happened  [n], of the same size
[[nodiscard]] std::vector<ReliabilityBin> reliabilityOf(
    std::span<const double> probability, std::span<const quint8> happened, int bins = 10);

/// Mean distance from the diagonal, weighted with the cases; 0 is perfect, NaN without cases.
/// Source: Naeini, Cooper and Hauskrecht 2015, expected calibration error.
[[nodiscard]] double calibrationError(std::span<const ReliabilityBin> bins);

} // namespace belvedere::ui
