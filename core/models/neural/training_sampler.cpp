// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/training_sampler.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace belvedere::neural {

namespace {

constexpr int kMostDraws = 50; // for a sample with some truth, where little was observed
constexpr double kContextForgotten = 0.1; // share of related series left out of a sample
constexpr int kErrorWindows = 500; // to know how far a value moves
constexpr double kDrift = 0.3; // spread of a changed level, as a logarithm

/// Mean over evenly spread windows, as the loss counts it.
double lastValueError(const TrainingPart &part, const ForecastShape &shape)
{
    const SitePanel &panel = part.panels.front();
    const int stride = std::max(1, part.windows.count / kErrorWindows);
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t site = 0; site < part.part->siteCount(); ++site) {
        const double weight = double(part.part->scale(site).spread) / part.meanSpread;
        for (int window = 0; window < part.windows.count; window += stride) {
            const int last = part.windows.lastInputStep(window, shape);
            const float *deviations = panel.deviations(site, last);
            const float *usual = panel.usual(site, last);
            for (int ahead = 1; ahead <= shape.horizon; ++ahead) {
                const double miss = std::abs(
                    double(deviations[ahead] + usual[ahead]) - double(deviations[0] + usual[0]));
                if (std::isnan(miss))
                    continue;
                sum += weight * miss;
                count += 1.0;
            }
        }
    }
    return count > 0.0 ? sum / count : 0.0;
}

} // namespace

TrainingSampler::TrainingSampler(ForecastShape shape, std::vector<TrainingPart> parts,
    const LearningOptions &options, bool wholeWindows)
    : m_shape(std::move(shape))
    , m_parts(std::move(parts))
    , m_options(options)
    , m_wholeWindows(wholeWindows)
    , m_rows(options.batch)
{
    double sum = 0.0;
    double pairs = 0.0;
    for (const TrainingPart &part : m_parts) {
        const double size = double(part.windows.count) * double(part.part->siteCount());
        // Between "each data set counts the same" and "each sample counts the same": a small one
        // is learned from, and not by heart.
        sum += std::sqrt(size);
        pairs += size;
        m_shares.push_back(sum);
        m_places = std::max(m_places, std::int64_t(part.part->context().perSite));
    }
    for (double &share : m_shares)
        share /= sum;
    if (m_wholeWindows) {
        const auto sites = std::int64_t(m_parts.front().part->siteCount());
        m_rows = std::max<std::int64_t>(1, m_rows / sites) * sites;
    }
    const double samples = std::min(pairs, double(options.samplesPerEpoch));
    m_batches = static_cast<int>(std::max(1.0, samples / double(m_rows)));
    if (m_parts.size() > 1)
        balance();
}

/// Weighs errors by those of "stays as last observed", so that each data set is learned from as
/// much as it is sampled, however well it can be forecast.
void TrainingSampler::balance()
{
    std::vector<double> errors;
    double mean = 0.0;
    double before = 0.0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        errors.push_back(lastValueError(m_parts[i], m_shape));
        mean += (m_shares[i] - before) * errors.back();
        before = m_shares[i];
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i].weight = errors[i] > 0.0 ? mean / errors[i] : 1.0;
}

const TrainingPart &TrainingSampler::drawPart(Random &random) const
{
    if (m_parts.size() == 1)
        return m_parts.front();
    const double at = random.uniform();
    std::size_t part = 0;
    while (part + 1 < m_parts.size() && at >= m_shares[part])
        ++part;
    return m_parts[part];
}

/// @return false if nothing of it was observed.
bool TrainingSampler::writeTruth(const Choice &choice, float *truth) const
{
    const SitePanel &target = choice.part->panels.front();
    const int first = choice.part->windows.lastInputStep(choice.window, m_shape) + 1;
    const float *deviations = target.deviations(choice.site, first);
    const float *usual = target.usual(choice.site, first);
    bool observed = false;
    for (int i = 0; i < m_shape.horizon; ++i) {
        truth[i] = deviations[i] + usual[i];
        observed = observed || !std::isnan(truth[i]);
    }
    return observed;
}

void TrainingSampler::blank(Random &random, BatchWriter &writer, std::int64_t row) const
{
    // The deviation at the last observation stays: only the network's view of the window is
    // thinned, the anchor is what it would be.
    const double share = random.uniform();
    const FeatureLayout &layout = writer.layout();
    float *features = writer.features(row);
    for (std::int64_t i = 0; i + 1 < layout.history; ++i) {
        if (random.uniform() < share) {
            features[layout.deviations() + i] = 0.0F;
            features[layout.observed() + i] = 0.0F;
        }
    }
}

/// Changes the level of what was and will be observed, and leaves what is usual: by a factor, or
/// by a distance where values may be negative.
void TrainingSampler::drift(
    const Choice &choice, double factor, BatchWriter &writer, std::int64_t row, float *truth) const
{
    const ModelPart &part = *choice.part->part;
    const Scale scale = part.scale(choice.site);
    const auto change = [&](float value) { // on the model's scale
        const double level =
            part.nonNegative() ? double(value) + double(scale.centre) / double(scale.spread) : 1.0;
        return float((factor - 1.0) * level);
    };
    const FeatureLayout &layout = writer.layout();
    float *features = writer.features(row);
    for (std::int64_t i = 0; i < layout.history; ++i) {
        float &deviation = features[layout.deviations() + i];
        if (features[layout.observed() + i] != 0.0F)
            deviation = limited(deviation + change(deviation + features[layout.usualBefore() + i]));
    }
    float &last = features[layout.lastDeviation()];
    last += change(last + features[layout.usualThen()]);
    for (int i = 0; i < m_shape.horizon; ++i)
        truth[i] += change(truth[i]);
}

void TrainingSampler::writeRow(Random &random, const Choice &choice, BatchWriter &writer,
    std::int64_t row, float *truth, float *weight) const
{
    const TrainingPart &part = *choice.part;
    const int last = part.windows.lastInputStep(choice.window, m_shape);
    const Sample sample{part.part, &part.panels, choice.site, last,
        part.firstIdentity + std::int64_t(choice.site), part.history->axis.at(last + 1),
        part.history->minuteOfWeekAt(last + 1), part.history->isHoliday(last + 1)};
    const bool observed = writer.write(row, sample);
    if (observed && m_options.drifted > 0.0 && part.part->levelsUncertain()
        && random.uniform() < m_options.drifted)
        drift(choice, std::exp(random.normal(0.0, kDrift)), writer, row, truth);
    if (random.uniform() < m_options.blanked)
        blank(random, writer, row);
    if (random.uniform() < m_options.forgotten)
        writer.forgetIdentity(row);
    for (std::int64_t place = 0; place < m_places; ++place) {
        if (random.uniform() < kContextForgotten)
            writer.forgetContext(row, place);
    }
    *weight = float(part.weight * double(part.part->scale(choice.site).spread) / part.meanSpread);
}

TrainingBatch TrainingSampler::draw(Random random) const
{
    BatchWriter writer(m_shape, m_rows, m_places);
    TrainingBatch result;
    result.truth = torch::empty({m_rows, m_shape.horizon});
    result.weights = torch::empty({m_rows});
    Choice choice;
    for (std::int64_t row = 0; row < m_rows; ++row) {
        float *truth = result.truth.data_ptr<float>() + row * m_shape.horizon;
        for (int draw = 0; draw < kMostDraws; ++draw) {
            const bool nextWindow =
                !m_wholeWindows || row % std::int64_t(m_parts.front().part->siteCount()) == 0;
            if (nextWindow) {
                choice.part = &drawPart(random);
                choice.window = int(random.below(std::uint64_t(choice.part->windows.count)));
            }
            choice.site = m_wholeWindows
                ? std::size_t(row) % choice.part->part->siteCount()
                : std::size_t(random.below(choice.part->part->siteCount()));
            if (writeTruth(choice, truth) || m_wholeWindows)
                break;
        }
        writeRow(random, choice, writer, row, truth, result.weights.data_ptr<float>() + row);
    }
    result.batch = writer.batch();
    return result;
}

} // namespace belvedere::neural
