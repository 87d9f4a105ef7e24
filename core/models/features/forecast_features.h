// SPDX-License-Identifier: GPL-3.0-or-later
// core/models/features owns what a forecast by any learner of tables looks at. Nothing in a row
// was measured after the last step of its window.
#pragma once

#include "models/feature_matrix.h"
#include "models/features/usual_levels.h"

#include <array>

namespace belvedere {

/// What is known of a span of steps, and what would be usual.
struct FeaturePanel
{
    int firstStep = 0;
    std::vector<float> usual; ///< [steps, N] original unit; also of steps after the last input
    /// [input steps, N] from the usual, in spreads of the site; NaN = missing.
    std::vector<float> deviations;
    std::vector<float> sums; ///< [input steps] of the deviations over the sites
    std::vector<float> counts; ///< [input steps] of the deviations that are known
};

/// Makes the rows of one forecast each: of a site at a last input step for a step ahead. The
/// window brings the site's own past (lags, rolling figures), what goes on elsewhere (mean of the
/// other sites, those whose present tells most about the site's future) and the other channels;
/// the moment that is asked for brings the calendar and what is usual then.
class ForecastFeatures
{
public:
    /// Statistics are of `steps` only, which `levels` were made of.
    [[nodiscard]] static ForecastFeatures fromSteps(const ChannelHistory &history,
        const ForecastShape &shape, StepRange steps, UsualLevels levels);
    [[nodiscard]] static Result<ForecastFeatures> fromState(const ModelState &state);
    /// Those of the levels, "neighbours" [N, 4] and "directions" [companions]; the latter two only
    /// where there are any.
    [[nodiscard]] std::vector<NamedTensor> tensors() const;

    /// The columns of a row: the window's, then those of the moment that is asked for.
    [[nodiscard]] const std::vector<Feature> &features() const { return m_features; }
    [[nodiscard]] const UsualLevels &levels() const { return m_levels; }
    [[nodiscard]] UsualLevels &levels() { return m_levels; }
    /// Keys of the other channels it looks at.
    [[nodiscard]] std::vector<QString> companions() const;

    /// Of the steps that the levels were made of: what is usual leaves each step itself out, as it
    /// will be when the model is used.
    [[nodiscard]] FeaturePanel trainingPanel(const ChannelHistory &history, StepRange steps) const;
    /// Of one window and the steps ahead of it.
    [[nodiscard]] FeaturePanel windowPanel(const ChannelHistory &history, int lastStep) const;

    /// What all sites share at one last input step.
    struct Moment
    {
        const ChannelHistory *history = nullptr;
        const FeaturePanel *panel = nullptr;
        int lastStep = 0;
        std::vector<const ChannelHistory *> companions; ///< null where the history lacks one
        std::vector<float> companionMeans; ///< [companions] of the sites at the last step
    };
    [[nodiscard]] Moment momentAt(
        const ChannelHistory &history, const FeaturePanel &panel, int lastStep) const;
    /// @param out  [windowColumns()]
    void writeWindow(const Moment &moment, std::size_t site, float *out) const;

    static constexpr std::size_t kCalendarColumns = 10;
    using Calendar = std::array<float, kCalendarColumns>;
    /// Of the local time at a step; also after the end.
    [[nodiscard]] static Calendar calendarAt(const ChannelHistory &history, int step);
    /// @param ahead  from 1
    /// @param out  [features().size() - windowColumns()]
    void writeTarget(const Moment &moment, std::size_t site, int ahead, const Calendar &calendar,
        float *out) const;
    [[nodiscard]] std::size_t windowColumns() const { return m_windowColumns; }

    /// The last deviation that the window knows; 0, as usual, without any.
    [[nodiscard]] float lastDeviation(const Moment &moment, std::size_t site) const;

private:
    struct Companion
    {
        QString key;
        bool direction = false; // an angle in degrees
    };
    static constexpr std::size_t kNeighbours = 4;

    void nameFeatures();
    void chooseNeighbours(const ChannelHistory &history, StepRange steps);
    void fillPanel(const ChannelHistory &history, int inputSteps, FeaturePanel &panel) const;
    [[nodiscard]] const float *deviationsAt(const Moment &moment, int step) const
    {
        return moment.panel->deviations.data()
            + static_cast<std::size_t>(step - moment.panel->firstStep) * m_levels.siteCount();
    }
    [[nodiscard]] bool hasOthers() const { return m_levels.siteCount() > 1; }
    float *writeOwn(const Moment &moment, std::size_t site, float *out) const;
    float *writeOthers(const Moment &moment, std::size_t site, float *out) const;
    float *writeCompanions(const Moment &moment, std::size_t site, float *out) const;

    ForecastShape m_shape;
    UsualLevels m_levels;
    std::vector<int> m_neighbours; // [N, kNeighbours]; -1 = none
    std::vector<Companion> m_companions; // ascending by key
    std::vector<Feature> m_features;
    std::size_t m_windowColumns = 0;
};

} // namespace belvedere
