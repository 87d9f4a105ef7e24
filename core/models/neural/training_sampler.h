// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "base/random.h"
#include "models/neural/batch_writer.h"
#include "models/neural/learning_options.h"

#include <memory>

namespace belvedere::neural {

/// A data set while it is learned from.
struct TrainingPart
{
    std::shared_ptr<const ChannelHistory> history;
    WindowRange windows;
    const ModelPart *part = nullptr;
    std::vector<SitePanel> panels; ///< over the training steps
    std::int64_t firstIdentity = 1; ///< of its first site
    double meanSpread = 1.0; ///< of its sites
    double weight = 1.0; ///< of its errors
};

/// What a step of learning needs.
struct TrainingBatch
{
    Batch batch;
    torch::Tensor truth; ///< [B, horizon] on the model's scale; NaN = missing
    torch::Tensor weights; ///< [B] what an error counts: as in the unit, whatever the scale
};

/// Draws samples. A batch is a function of its random numbers alone, so that batches may be made
/// in any thread, ahead of their turn.
class TrainingSampler
{
public:
    TrainingSampler(ForecastShape shape, std::vector<TrainingPart> parts,
        const LearningOptions &options, bool wholeWindows);

    [[nodiscard]] TrainingBatch draw(Random random) const;
    [[nodiscard]] int batchesPerEpoch() const { return m_batches; }
    /// Of a sample, for related series.
    [[nodiscard]] std::int64_t places() const { return m_places; }
    /// Empty ones for a network that looks at more than there is.
    void setPlaces(std::int64_t places) { m_places = places; }

private:
    struct Choice
    {
        const TrainingPart *part = nullptr;
        int window = 0;
        std::size_t site = 0;
    };
    [[nodiscard]] const TrainingPart &drawPart(Random &random) const;
    [[nodiscard]] bool writeTruth(const Choice &choice, float *truth) const;
    void balance();
    void drift(const Choice &choice, double factor, BatchWriter &writer, std::int64_t row,
        float *truth) const;
    void writeRow(Random &random, const Choice &choice, BatchWriter &writer, std::int64_t row,
        float *truth, float *weight) const;
    void blank(Random &random, BatchWriter &writer, std::int64_t row) const;

    ForecastShape m_shape;
    std::vector<TrainingPart> m_parts;
    std::vector<double> m_shares; // of the parts, added up
    LearningOptions m_options;
    bool m_wholeWindows;
    std::int64_t m_rows;
    std::int64_t m_places = 0; // for related series
    int m_batches = 1;
};

} // namespace belvedere::neural
