// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/features/feature_forecaster.h"

#include "base/random.h"
#include "models/baseline/residual_quantiles.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr std::size_t kSitesOfWindow = 16; // that one drawn window gives rows of, at most
constexpr std::size_t kMostJudged = 30000; // held-out rows by group of steps
constexpr std::size_t kForecastRows = 16384; // of one matrix
constexpr float kLeastExposure = 0.05F; // of a count, as a share of the mean of the site
constexpr double kSvmRows = 3000.0;
constexpr double kTreeRows = 100000.0;

QString partPrefix(std::size_t index)
{
    return QStringLiteral("part%1.").arg(index);
}

bool knowsCounts(const TableLearnerFactory::Kind &kind)
{
    return std::find(kind.tasks.begin(), kind.tasks.end(), TableTask::Counts) != kind.tasks.end();
}

/// `count` of 0 … of - 1, in any order.
std::vector<std::size_t> drawnOf(std::size_t of, std::size_t count, Random &random)
{
    std::vector<std::size_t> all(of);
    for (std::size_t i = 0; i < of; ++i)
        all[i] = i;
    for (std::size_t i = 0; i < count; ++i)
        std::swap(all[i], all[i + random.below(of - i)]);
    all.resize(count);
    return all;
}

} // namespace

FeatureForecaster::FeatureForecaster(ModelSpec spec, const TableLearnerFactory &learners)
    : m_spec(std::move(spec))
    , m_learners(&learners)
{
}

std::vector<OptionSpec> FeatureForecaster::optionTable(const TableLearnerFactory::Kind &learner)
{
    std::vector<OptionSpec> table = learner.options;
    const auto rows = std::find_if(table.begin(), table.end(),
        [](const OptionSpec &option) { return option.name == QLatin1String("rows"); });
    if (rows != table.end())
        rows->standard = kSvmRows;
    else
        table.push_back({QStringLiteral("rows"), QT_TRANSLATE_NOOP("Model", "Rows"),
            QT_TRANSLATE_NOOP("Model",
                "Examples that each group of steps is learned from at most, drawn at random."),
            kTreeRows, 100.0, 5e6, true, {}, "", true});
    if (knowsCounts(learner))
        table.push_back({QStringLiteral("target"), QT_TRANSLATE_NOOP("Model", "Target"),
            QT_TRANSLATE_NOOP("Model",
                "What is learned: how far values lie from the usual, or how often events happen."),
            0.0, 0.0, 1.0, true,
            {{QStringLiteral("values"), QT_TRANSLATE_NOOP("Model", "Values")},
                {QStringLiteral("counts"), QT_TRANSLATE_NOOP("Model", "Counts")}}});
    return table;
}

bool FeatureForecaster::countsEvents() const
{
    return m_spec.options.value(QLatin1String("target")).toString() == QLatin1String("counts");
}

TableModelSpec FeatureForecaster::learnerSpec(const std::vector<std::size_t> &columns) const
{
    TableModelSpec spec;
    spec.kind = m_spec.kind;
    spec.task = countsEvents() ? TableTask::Counts : TableTask::Regression;
    spec.target = m_spec.channel;
    for (const std::size_t column : columns)
        spec.features.push_back(m_features.features()[column].name);
    for (const TableLearnerFactory::Kind &kind : m_learners->kinds()) {
        if (kind.kind != m_spec.kind)
            continue;
        for (const OptionSpec &option : kind.options)
            spec.options.insert(option.name, m_spec.options.value(option.name));
    }
    return spec;
}

Result<> FeatureForecaster::begin(const TrainingData &data, std::uint64_t seed, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    m_features = ForecastFeatures::fromSteps(
        *data.history, m_spec.shape, steps, UsualLevels::fromSteps(*data.history, steps));
    m_spec.companions = m_features.companions();
    m_panel = m_features.trainingPanel(*data.history, steps);
    m_features.levels().dropLeftOut();
    m_nonNegative = isNonNegative(*data.history, steps);
    if (countsEvents() && !m_nonNegative)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Channel \"%1\" has values below zero, so it counts nothing. Learn its values "
                "instead."),
            {m_spec.channel});
    m_data = data;
    m_seed = seed;
    m_epoch = 0;
    m_parts.clear();
    return {};
}

Result<FeatureForecaster::Drawn> FeatureForecaster::draw(const std::vector<int> &windows,
    StepGroup steps, std::size_t mostRows, std::uint64_t seed, const TaskContext &context) const
{
    const ChannelHistory &history = *m_data.history;
    const std::size_t sites = std::min(siteCount(), kSitesOfWindow);
    const auto stepCount = static_cast<std::size_t>(steps.last - steps.first + 1);
    const std::size_t wanted = std::clamp<std::size_t>(mostRows / sites, 1, windows.size());
    const std::size_t repeats = std::clamp<std::size_t>(mostRows / (wanted * sites), 1, stepCount);
    Random random(seed);
    Drawn drawn;
    drawn.matrix.features = m_features.features();
    const std::size_t columns = drawn.matrix.columns();
    for (std::size_t i = 0; i < wanted; ++i) {
        if (context.cancelled())
            return cancelledFailure();
        // One at random from each of equal pieces.
        const std::size_t begin = i * windows.size() / wanted;
        const std::size_t end = (i + 1) * windows.size() / wanted;
        const int window = windows[begin + random.below(end - begin)];
        const int last = m_data.train.lastInputStep(window, m_spec.shape);
        const auto moment = m_features.momentAt(history, m_panel, last);
        for (const std::size_t step : drawnOf(stepCount, repeats, random)) {
            const int ahead = steps.first + static_cast<int>(step);
            const auto calendar = ForecastFeatures::calendarAt(history, last + ahead);
            const float *usual = m_panel.usual.data()
                + static_cast<std::size_t>(last + ahead - m_panel.firstStep) * siteCount();
            for (const std::size_t site : drawnOf(siteCount(), sites, random)) {
                const float truth = history.row(last + ahead)[site];
                if (std::isnan(truth))
                    continue;
                drawn.matrix.values.resize(drawn.matrix.values.size() + columns);
                float *row = drawn.matrix.values.data() + drawn.matrix.values.size() - columns;
                m_features.writeWindow(moment, site, row);
                m_features.writeTarget(
                    moment, site, ahead, calendar, row + m_features.windowColumns());
                drawn.examples.push_back(
                    {site, m_features.lastDeviation(moment, site), usual[site], truth});
            }
        }
    }
    drawn.matrix.rows = drawn.examples.size();
    return drawn;
}

float FeatureForecaster::exposure(float usual, std::size_t site) const
{
    return std::max({usual, kLeastExposure * m_features.levels().mean(site), 1e-6F});
}

std::shared_ptr<const TableSample> FeatureForecaster::sampleOf(
    const Drawn &drawn, const Part &part) const
{
    auto sample = std::make_shared<TableSample>();
    sample->matrix = columnsOf(drawn.matrix, part.columns);
    double exposures = 0.0;
    for (const Example &example : drawn.examples) {
        if (countsEvents()) {
            const float expected = exposure(example.usual, example.site);
            sample->target.push_back(example.truth / expected);
            sample->weights.push_back(expected);
            exposures += double(expected);
            continue;
        }
        const float spread = m_features.levels().spread(example.site);
        sample->target.push_back(
            (example.truth - example.usual) / spread - part.slope * example.anchor);
    }
    // So that a smallest leaf is about as many rows whatever is counted.
    const auto scale = static_cast<float>(double(drawn.examples.size()) / exposures);
    for (float &weight : sample->weights)
        weight *= scale;
    return sample;
}

float FeatureForecaster::deviationOf(float answer, const Example &example, const Part &part) const
{
    if (!countsEvents())
        return answer + part.slope * example.anchor;
    return (answer * exposure(example.usual, example.site) - example.usual)
        / m_features.levels().spread(example.site);
}

Result<FeatureForecaster::Part> FeatureForecaster::fitPart(
    StepGroup steps, std::uint64_t seed, const TaskContext &context, double &loss) const
{
    const TrainingBlocks blocks = TrainingBlocks::of(m_data.train.count, m_spec.shape);
    const auto rows =
        static_cast<std::size_t>(m_spec.options.value(QLatin1String("rows")).toDouble());
    BV_TRY(const Drawn learned, draw(blocks.learned, steps, rows, seed, context));
    const auto &judgedWindows = blocks.heldOut.empty() ? blocks.learned : blocks.heldOut;
    BV_TRY(const Drawn judged, draw(judgedWindows, steps, kMostJudged, seed + 1, context));
    Part part;
    part.steps = steps;
    part.columns = varyingColumns(learned.matrix);
    double products = 0.0;
    double squares = 1e-9;
    for (const Example &example : learned.examples) {
        const float spread = m_features.levels().spread(example.site);
        products += double((example.truth - example.usual) / spread) * double(example.anchor);
        squares += double(example.anchor) * double(example.anchor);
    }
    part.slope = static_cast<float>(products / squares);
    BV_TRY(part.learner, m_learners->create(learnerSpec(part.columns)));
    TableTraining training{sampleOf(learned, part), {}, {}, seed};
    if (!judged.examples.empty())
        training.validation = sampleOf(judged, part);
    BV_TRY_VOID(part.learner->fit(training, context));

    const FeatureMatrix matrix = columnsOf(judged.matrix, part.columns);
    BV_TRY(const std::vector<float> answers, part.learner->predict(matrix, context));
    std::vector<LevelQuantiles::Residual> residuals;
    for (std::size_t i = 0; i < judged.examples.size(); ++i) {
        const Example &example = judged.examples[i];
        const float spread = m_features.levels().spread(example.site);
        const float deviation = deviationOf(answers[i], example, part);
        residuals.push_back(
            {deviation + (example.usual - m_features.levels().mean(example.site)) / spread,
                (example.truth - example.usual) / spread - deviation, example.site});
    }
    const std::vector<double> &levels = m_spec.shape.quantiles;
    part.quantiles = LevelQuantiles::fromResiduals(residuals, levels, siteCount());
    std::vector<float> offsets(levels.size());
    double lost = 0.0;
    for (const LevelQuantiles::Residual &r : residuals) {
        part.quantiles.write(r.level, r.site, offsets.data());
        lost += pinballSum({r.error}, offsets, levels) * double(m_features.levels().spread(r.site));
    }
    if (!residuals.empty())
        loss += lost / double(residuals.size() * levels.size());
    return part;
}

Result<EpochReport> FeatureForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    const std::vector<StepGroup> all = groups();
    std::vector<Part> parts;
    EpochReport report;
    for (std::size_t i = 0; i < all.size(); ++i) {
        constexpr qint64 kScale = 1000;
        TaskContext inner = context;
        inner.progress = [&](qint64 done, qint64 total, const QString &text) {
            const qint64 share = total > 0 ? done * kScale / total : 0;
            context.progress(qint64(i) * kScale + share, qint64(all.size()) * kScale, text);
        };
        BV_TRY(Part part, fitPart(all[i], m_seed + 1000 * i, inner, report.trainLoss));
        parts.push_back(std::move(part));
    }
    m_parts = std::move(parts);
    report.trainLoss /= double(all.size());
    report.epoch = ++m_epoch;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

FeatureForecaster::Window FeatureForecaster::windowAt(
    const ChannelHistory &history, int lastStep) const
{
    Window window;
    window.panel = std::make_unique<FeaturePanel>(m_features.windowPanel(history, lastStep));
    window.moment = m_features.momentAt(history, *window.panel, lastStep);
    window.rows.resize(siteCount() * m_features.windowColumns());
    for (std::size_t site = 0; site < siteCount(); ++site)
        m_features.writeWindow(
            window.moment, site, window.rows.data() + site * m_features.windowColumns());
    return window;
}

Result<> FeatureForecaster::forecastPart(const Part &part, const std::vector<Window> &windows,
    float *out, const TaskContext &context) const
{
    const std::size_t levels = m_spec.shape.quantiles.size();
    const std::size_t windowValues =
        static_cast<std::size_t>(m_spec.shape.horizon) * siteCount() * levels;
    FeatureMatrix matrix;
    matrix.features = m_features.features();
    std::vector<float> row(matrix.columns());
    std::vector<Example> examples;
    for (const Window &window : windows) {
        const FeaturePanel &panel = *window.panel;
        const int lastStep = window.moment.lastStep;
        for (int ahead = part.steps.first; ahead <= part.steps.last; ++ahead) {
            const auto calendar =
                ForecastFeatures::calendarAt(*window.moment.history, lastStep + ahead);
            const float *usual = panel.usual.data()
                + static_cast<std::size_t>(lastStep + ahead - panel.firstStep) * siteCount();
            for (std::size_t site = 0; site < siteCount(); ++site) {
                const float *known = window.rows.data() + site * m_features.windowColumns();
                std::copy(known, known + m_features.windowColumns(), row.begin());
                m_features.writeTarget(
                    window.moment, site, ahead, calendar, row.data() + m_features.windowColumns());
                matrix.values.insert(matrix.values.end(), row.begin(), row.end());
                examples.push_back(
                    {site, m_features.lastDeviation(window.moment, site), usual[site], kMissing});
            }
        }
    }
    matrix.rows = examples.size();
    BV_TRY(const std::vector<float> answers,
        part.learner->predict(columnsOf(matrix, part.columns), context));
    const auto perWindow = examples.size() / windows.size();
    std::vector<float> offsets(levels);
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const Example &example = examples[i];
        const float spread = m_features.levels().spread(example.site);
        const float mean = example.usual + deviationOf(answers[i], example, part) * spread;
        part.quantiles.write(
            (mean - m_features.levels().mean(example.site)) / spread, example.site, offsets.data());
        const std::size_t place =
            i % perWindow + static_cast<std::size_t>(part.steps.first - 1) * siteCount();
        float *values = out + i / perWindow * windowValues + place * levels;
        for (std::size_t q = 0; q < levels; ++q) {
            const float value = mean + offsets[q] * spread;
            values[q] = m_nonNegative ? std::max(0.0F, value) : value;
        }
    }
    return {};
}

Result<std::vector<float>> FeatureForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(m_spec, history, lastSteps));
    if (m_parts.empty())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    const std::size_t rowsOfWindow = static_cast<std::size_t>(m_spec.shape.horizon) * siteCount();
    const std::size_t windowValues = rowsOfWindow * m_spec.shape.quantiles.size();
    const std::size_t most = std::max<std::size_t>(1, kForecastRows / rowsOfWindow);
    std::vector<float> values(lastSteps.size() * windowValues);
    for (std::size_t first = 0; first < lastSteps.size(); first += most) {
        std::vector<Window> windows;
        for (std::size_t i = first; i < std::min(first + most, lastSteps.size()); ++i)
            windows.push_back(windowAt(history, lastSteps[i]));
        for (const Part &part : m_parts) {
            if (context.cancelled())
                return cancelledFailure();
            BV_TRY_VOID(forecastPart(part, windows, values.data() + first * windowValues, context));
        }
    }
    return values;
}

ModelState FeatureForecaster::state() const
{
    ModelState state{m_spec, {}};
    if (m_parts.empty())
        return state;
    state.tensors = m_features.tensors();
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {m_nonNegative ? 1.0F : 0.0F}});
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        std::vector<float> columns(part.columns.begin(), part.columns.end());
        state.tensors.push_back({partPrefix(i) + QStringLiteral("columns"),
            {std::int64_t(columns.size())}, std::move(columns)});
        state.tensors.push_back({partPrefix(i) + QStringLiteral("slope"), {1}, {part.slope}});
        for (NamedTensor &tensor : part.quantiles.tensors(partPrefix(i)))
            state.tensors.push_back(std::move(tensor));
        for (NamedTensor &tensor : part.learner->state().tensors) {
            tensor.name.prepend(partPrefix(i) + QStringLiteral("learner."));
            state.tensors.push_back(std::move(tensor));
        }
    }
    return state;
}

Result<> FeatureForecaster::loadPart(const ModelState &state, std::size_t index, StepGroup steps)
{
    const QString prefix = partPrefix(index);
    const QString learnerPrefix = prefix + QStringLiteral("learner.");
    Part part;
    part.steps = steps;
    BV_TRY(const NamedTensor *slope, state.tensor(prefix + QStringLiteral("slope"), {1}));
    part.slope = slope->values[0];
    BV_TRY(part.quantiles, LevelQuantiles::fromState(state, prefix));
    TableModelState learner;
    bool valid = std::isfinite(part.slope);
    for (const NamedTensor &tensor : state.tensors) {
        if (tensor.name.startsWith(learnerPrefix))
            learner.tensors.push_back(
                {tensor.name.mid(learnerPrefix.size()), tensor.shape, tensor.values});
        if (tensor.name != prefix + QStringLiteral("columns"))
            continue;
        float next = 0.0F; // they ascend
        for (const float column : tensor.values) {
            valid = valid && column >= next && column == std::floor(column)
                && column < static_cast<float>(m_features.features().size());
            next = valid ? column + 1.0F : 0.0F;
            part.columns.push_back(valid ? static_cast<std::size_t>(column) : 0);
        }
    }
    if (!valid || part.columns.empty())
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "The model's features are damaged or missing."));
    learner.spec = learnerSpec(part.columns);
    BV_TRY(part.learner, m_learners->load(learner));
    m_parts.push_back(std::move(part));
    return {};
}

Result<std::unique_ptr<FeatureForecaster>> FeatureForecaster::load(
    const ModelState &state, const TableLearnerFactory &learners)
{
    auto model = std::make_unique<FeatureForecaster>(state.spec, learners);
    const auto read = [&]() -> Result<> {
        BV_TRY(model->m_features, ForecastFeatures::fromState(state));
        BV_TRY(const NamedTensor *nonNegative, state.tensor(QStringLiteral("non_negative"), {1}));
        model->m_nonNegative = nonNegative->values[0] != 0.0F;
        const std::vector<StepGroup> all = model->groups();
        for (std::size_t i = 0; i < all.size(); ++i)
            BV_TRY_VOID(model->loadPart(state, i, all[i]));
        return {};
    };
    if (auto done = read(); !done) {
        done.error().code = Errc::Schema;
        return failure(std::move(done.error()));
    }
    BV_TRY_VOID(checkTensors(state, model->state().tensors));
    return model;
}

} // namespace belvedere
