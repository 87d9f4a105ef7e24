// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_review.h"

#include <map>

namespace belvedere::ui {

/// The forecasts of the test windows of a run, computed in the background in blocks: the one that
/// was asked for, then those that come next.
class WindowForecasts : public QObject
{
    Q_OBJECT

public:
    explicit WindowForecasts(TaskPools &pools, QObject *parent = nullptr);

    /// Null: none. Forgets what was computed for the former one.
    void setReview(std::shared_ptr<const ReviewData> review);
    [[nodiscard]] const std::shared_ptr<const ReviewData> &review() const { return m_review; }

    /// Makes this window known as soon as possible.
    /// @param ahead  which way the next windows lie: 1 later, -1 earlier.
    void request(int window, int ahead = 1);
    /// [horizon, N, quantiles]; null until computed.
    [[nodiscard]] const float *at(int window) const;
    /// Windows that are computed at once.
    [[nodiscard]] int blockSize() const { return m_blockSize; }

Q_SIGNALS:
    /// Further windows are known.
    void ready();
    void failed(const belvedere::Error &error);

private:
    using Block = std::shared_ptr<const std::vector<float>>;

    void proceed();
    void forgetFar();
    [[nodiscard]] int blockCount() const;

    TaskPools &m_pools;
    std::shared_ptr<const ReviewData> m_review;
    std::size_t m_windowSize = 0; // values of a window
    int m_blockSize = 1;
    int m_wanted = -1; // block
    int m_ahead = 1;
    int m_working = -1; // block
    std::map<int, Block> m_blocks;
    TaskSlot<std::vector<float>> m_slot{this};
};

} // namespace belvedere::ui
