// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/model_part.h"
#include "models/neural/network.h"

namespace belvedere::neural {

/// One sample: a window at a site.
struct Sample
{
    const ModelPart *part = nullptr;
    const std::vector<SitePanel> *panels = nullptr;
    std::size_t site = 0;
    int lastStep = 0; ///< last step of the window; nothing later is read
    std::int64_t identity = 0;
    UtcMs time = 0; ///< of the first step ahead; the two below are of it too
    int minuteOfWeek = 0;
    bool holiday = false;
};

/// Fills the rows of a batch.
class BatchWriter
{
public:
    /// @param context  places for related series in each row
    BatchWriter(const ForecastShape &shape, std::int64_t rows, std::int64_t context);

    /// @return false if the window has no observation.
    bool write(std::int64_t row, const Sample &sample);

    /// The features of a row, to change them.
    [[nodiscard]] float *features(std::int64_t row) { return m_features + row * m_layout.width(); }
    void forgetIdentity(std::int64_t row) { m_identities[row] = 0; }
    void forgetContext(std::int64_t row, std::int64_t place)
    {
        m_relations[row * m_places + place] = 0;
    }
    [[nodiscard]] const FeatureLayout &layout() const { return m_layout; }
    [[nodiscard]] const Batch &batch() const { return m_batch; }

private:
    void writeContext(std::int64_t row, const Sample &sample);

    FeatureLayout m_layout;
    std::int64_t m_places;
    Batch m_batch;
    float *m_features;
    float *m_context;
    std::int64_t *m_identities;
    std::int64_t *m_relations;
};

} // namespace belvedere::neural
