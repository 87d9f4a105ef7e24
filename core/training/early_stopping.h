// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

namespace belvedere {

/// Remembers the best epoch and says when waiting for a better one has lasted long enough.
class EarlyStopping
{
public:
    /// @param patience  epochs in a row without a better value, at least 1.
    explicit EarlyStopping(int patience)
        : m_patience(patience)
    {
    }

    /// @param error  smaller is better; NaN is never better.
    /// @return whether this epoch is the best so far; an equal value is not better.
    bool observe(int epoch, double error)
    {
        if (!std::isnan(error) && error < m_bestError) {
            m_bestError = error;
            m_bestEpoch = epoch;
            m_waited = 0;
            return true;
        }
        ++m_waited;
        return false;
    }

    [[nodiscard]] bool exhausted() const { return m_waited >= m_patience; }
    /// 0 = none yet.
    [[nodiscard]] int bestEpoch() const { return m_bestEpoch; }
    [[nodiscard]] double bestError() const { return m_bestError; }

private:
    int m_patience;
    int m_waited = 0;
    int m_bestEpoch = 0;
    double m_bestError = std::numeric_limits<double>::infinity();
};

} // namespace belvedere
