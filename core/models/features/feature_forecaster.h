// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/features/forecast_features.h"
#include "models/features/level_quantiles.h"
#include "models/features/training_blocks.h"
#include "models/forecaster.h"
#include "models/table_learner.h"

namespace belvedere {

/// Forecasts by any learner of tables: for a few neighbouring steps ahead one learner, the same
/// for all sites, from ForecastFeatures to the deviation from the usual; what of it the last
/// deviation explains by a straight line is taken off first, so that trees need not imitate one.
/// Of counts the learner is asked for the rate beside the usual instead. Quantiles are those of
/// the errors on held-out blocks of the training part (see TrainingBlocks, LevelQuantiles).
class FeatureForecaster : public TrainableForecaster
{
public:
    /// @param spec  options complete and checked against optionTable() of its kind
    /// @param learners  must outlive the model
    FeatureForecaster(ModelSpec spec, const TableLearnerFactory &learners);
    /// @return Errc::Schema if a tensor is absent, of another shape, or no learner's.
    [[nodiscard]] static Result<std::unique_ptr<FeatureForecaster>> load(
        const ModelState &state, const TableLearnerFactory &learners);
    /// Those of the learner, and those of the forecast.
    [[nodiscard]] static std::vector<OptionSpec> optionTable(
        const TableLearnerFactory::Kind &learner);

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override { return 1; }
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    /// Fits every group of steps; progress is that of all of them.
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;

private:
    /// What answers for some steps ahead.
    struct Part
    {
        StepGroup steps;
        std::unique_ptr<TableLearner> learner;
        std::vector<std::size_t> columns; ///< of the features; those that vary in the sample
        float slope = 0.0F; ///< of the deviation then on the last deviation
        LevelQuantiles quantiles;
    };
    /// A row that was drawn: what it is of and what came true.
    struct Example
    {
        std::size_t site = 0;
        float anchor = 0.0F; ///< the last deviation
        float usual = 0.0F; ///< then, original unit
        float truth = 0.0F; ///< original unit
    };
    /// A window that is forecast from, once for all parts.
    struct Window
    {
        std::unique_ptr<FeaturePanel> panel; ///< stays where it is: `moment` points to it
        ForecastFeatures::Moment moment;
        std::vector<float> rows; ///< [N, window columns]
    };
    struct Drawn
    {
        std::vector<Example> examples;
        FeatureMatrix matrix;
    };

    [[nodiscard]] std::size_t siteCount() const { return m_spec.siteCodes.size(); }
    [[nodiscard]] bool countsEvents() const;
    [[nodiscard]] std::vector<StepGroup> groups() const { return stepGroups(m_spec.shape.horizon); }
    [[nodiscard]] TableModelSpec learnerSpec(const std::vector<std::size_t> &columns) const;
    [[nodiscard]] Result<Drawn> draw(const std::vector<int> &windows, StepGroup steps,
        std::size_t mostRows, std::uint64_t seed, const TaskContext &context) const;
    [[nodiscard]] std::shared_ptr<const TableSample> sampleOf(
        const Drawn &drawn, const Part &part) const;
    /// Mean deviation, in spreads, from what the learner answers.
    [[nodiscard]] float deviationOf(float answer, const Example &example, const Part &part) const;
    [[nodiscard]] float exposure(float usual, std::size_t site) const;
    [[nodiscard]] Result<Part> fitPart(
        StepGroup steps, std::uint64_t seed, const TaskContext &context, double &loss) const;
    [[nodiscard]] Window windowAt(const ChannelHistory &history, int lastStep) const;
    [[nodiscard]] Result<> forecastPart(const Part &part, const std::vector<Window> &windows,
        float *out, const TaskContext &context) const;
    [[nodiscard]] Result<> loadPart(const ModelState &state, std::size_t index, StepGroup steps);

    ModelSpec m_spec;
    const TableLearnerFactory *m_learners;
    ForecastFeatures m_features;
    std::vector<Part> m_parts;
    bool m_nonNegative = false;
    TrainingData m_data;
    FeaturePanel m_panel; // of the training steps, until they are learned from
    std::uint64_t m_seed = 0;
    int m_epoch = 0;
};

} // namespace belvedere
