// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/svm/svm_learner.h"

#include "base/random.h"
#include "models/svm/libsvm_training.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kLeastChance = 1e-7; // as LIBSVM bounds them
constexpr std::size_t kPieceRows = 1024;

/// At most `most` rows, ascending. Of a classification each class keeps its share, and at least a
/// few rows, so that a rare one is not lost.
std::vector<std::size_t> drawnRows(
    const TableSample &sample, std::size_t most, std::size_t classes, std::uint64_t seed)
{
    constexpr std::size_t kLeastOfClass = 5;
    std::vector<std::vector<std::size_t>> strata(std::max<std::size_t>(1, classes));
    for (std::size_t i = 0; i < sample.matrix.rows; ++i)
        strata[classes > 0 ? static_cast<std::size_t>(sample.target[i]) : 0].push_back(i);
    const double share =
        std::min(1.0, static_cast<double>(most) / static_cast<double>(sample.matrix.rows));
    Random random(seed);
    std::vector<std::size_t> drawn;
    for (std::vector<std::size_t> &rows : strata) {
        const auto wanted = static_cast<std::size_t>(share * static_cast<double>(rows.size()));
        const std::size_t count = std::min(rows.size(), std::max(wanted, kLeastOfClass));
        for (std::size_t i = 0; i < count && count < rows.size(); ++i)
            std::swap(rows[i], rows[i + random.below(rows.size() - i)]);
        drawn.insert(drawn.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

} // namespace

const std::vector<OptionSpec> &SvmLearner::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("kernel"), QT_TRANSLATE_NOOP("Model", "Kernel"),
            QT_TRANSLATE_NOOP("Model",
                "What makes two rows alike: their directions, or how near they lie together."),
            1.0, 0.0, 1.0, true,
            {{QStringLiteral("linear"), QT_TRANSLATE_NOOP("Model", "Linear")},
                {QStringLiteral("rbf"), QT_TRANSLATE_NOOP("Model", "Radial")}},
            QT_TRANSLATE_NOOP("Model", "The default of LIBSVM.")},
        {QStringLiteral("cost"), QT_TRANSLATE_NOOP("Model", "Cost"),
            QT_TRANSLATE_NOOP("Model", "What an error counts beside a simple model."), 1.0, 1e-4,
            1e5, false, {}, QT_TRANSLATE_NOOP("Model", "The default of LIBSVM."), true},
        {QStringLiteral("gamma"), QT_TRANSLATE_NOOP("Model", "Gamma"),
            QT_TRANSLATE_NOOP("Model",
                "How quickly the radial kernel falls off with distance; 0 takes one by the number "
                "of features."),
            0.0, 0.0, 1000.0, false, {}, QT_TRANSLATE_NOOP("Model", "The default of LIBSVM.")},
        {QStringLiteral("tube"), QT_TRANSLATE_NOOP("Model", "Tube"),
            QT_TRANSLATE_NOOP("Model",
                "Error of a regression that counts nothing, in standard deviations of the target."),
            0.1, 0.0, 10.0, false, {}, QT_TRANSLATE_NOOP("Model", "The default of LIBSVM.")},
        {QStringLiteral("tolerance"), QT_TRANSLATE_NOOP("Model", "Tolerance"),
            QT_TRANSLATE_NOOP("Model", "How near to the best machine the training may stop."),
            0.001, 1e-9, 0.1, false, {}, QT_TRANSLATE_NOOP("Model", "The default of LIBSVM."),
            true},
        {QStringLiteral("scaling"), QT_TRANSLATE_NOOP("Model", "Scaling"),
            QT_TRANSLATE_NOOP(
                "Model", "Whether features and the target of a regression are standardised first."),
            0.0, 0.0, 1.0, true,
            {{QStringLiteral("standard"), QT_TRANSLATE_NOOP("Model", "Standardised")},
                {QStringLiteral("none"), QT_TRANSLATE_NOOP("Model", "As they are")}},
            QT_TRANSLATE_NOOP("Model",
                "Hsu, Chang and Lin 2003: without scaling, features of large numbers dominate.")},
        {QStringLiteral("rows"), QT_TRANSLATE_NOOP("Model", "Rows"),
            QT_TRANSLATE_NOOP("Model",
                "Rows that are learned from at most, drawn at random; the effort grows with their "
                "square."),
            5000.0, 50.0, 100000.0, true, {}, "", true},
    };
    return table;
}

bool SvmLearner::isLinear() const
{
    return m_spec.options.value(QLatin1String("kernel")).toString() == QLatin1String("linear");
}

void SvmLearner::takeScales(const TableSample &sample, const std::vector<std::size_t> &rows)
{
    const std::size_t columns = sample.matrix.columns();
    const bool standardised =
        m_spec.options.value(QLatin1String("scaling")).toString() == QLatin1String("standard");
    m_scales.assign(columns + 1, {});
    for (std::size_t c = 0; c <= columns; ++c) {
        if (c == columns && (isClassification() || !standardised))
            break;
        const auto value = [&](std::size_t i) {
            return double(c < columns ? sample.matrix.row(i)[c] : sample.target[i]);
        };
        double count = 0.0;
        double mean = 0.0;
        double squares = 0.0;
        for (const std::size_t i : rows) {
            if (std::isnan(value(i)))
                continue;
            // Welford 1962: no difference of large sums.
            count += 1.0;
            const double delta = value(i) - mean;
            mean += delta / count;
            squares += delta * (value(i) - mean);
        }
        const double spread = count > 0.0 ? std::sqrt(squares / count) : 0.0;
        m_scales[c].mean = static_cast<float>(mean);
        if (standardised && spread > 0.0)
            m_scales[c].spread = static_cast<float>(spread);
    }
}

void SvmLearner::appendRow(const float *row, std::vector<float> &out) const
{
    const bool standardised =
        m_spec.options.value(QLatin1String("scaling")).toString() == QLatin1String("standard");
    for (std::size_t c = 0; c + 1 < m_scales.size(); ++c) {
        const Scale scale = m_scales[c];
        const float value = std::isnan(row[c]) ? scale.mean : row[c];
        out.push_back(standardised ? (value - scale.mean) / scale.spread : value);
    }
}

Result<TableFit> SvmLearner::fit(const TableTraining &training, const TaskContext &context)
{
    BV_TRY_VOID(checkTraining(m_spec, training));
    const TableSample &train = *training.train;
    if (!train.weights.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A support vector machine takes no weights of rows. Weigh the classes instead, or "
                "choose a forest or boosted trees."));
    const std::size_t columns = train.matrix.columns();
    const auto rows = drawnRows(
        train, static_cast<std::size_t>(option("rows")), m_spec.classes.size(), training.seed);
    SvmLearner fitted(m_spec);
    fitted.takeScales(train, rows);
    const Scale target = fitted.m_scales[columns];
    SvmProblem problem;
    problem.rows = rows.size();
    problem.columns = columns;
    problem.classification = isClassification();
    problem.classWeights.assign(training.classWeights.begin(), training.classWeights.end());
    for (const std::size_t i : rows) {
        fitted.appendRow(train.matrix.row(i), problem.values);
        problem.target.push_back(
            (double(train.target[i]) - double(target.mean)) / double(target.spread));
    }
    SvmParameters parameters;
    parameters.linear = isLinear();
    parameters.gamma = option("gamma") > 0.0 ? option("gamma") : 1.0 / static_cast<double>(columns);
    parameters.cost = option("cost");
    parameters.tube = option("tube");
    parameters.tolerance = option("tolerance");
    parameters.seed = static_cast<unsigned>(training.seed);
    BV_TRY(const SvmMachine trained, trainSvm(problem, parameters, context));
    // As it will be read from a file, so that it answers the same, bit for bit, then.
    BV_TRY(fitted.m_machine,
        SvmMachine::fromTensors(trained.tensors(), trained.linear, columns, m_spec.classes.size()));
    context.progress(1, 1, {});

    TableFit report{{{1, 0.0, std::nan("")}}, 1};
    BV_TRY(report.rounds[0].trainLoss, fitted.lossOn(train, context));
    if (training.validation) {
        BV_TRY(report.rounds[0].validationLoss, fitted.lossOn(*training.validation, context));
    }
    *this = std::move(fitted);
    return report;
}

Result<double> SvmLearner::lossOn(const TableSample &sample, const TaskContext &context) const
{
    BV_TRY(const std::vector<float> answers, predict(sample.matrix, context));
    double sum = 0.0;
    for (std::size_t i = 0; i < sample.matrix.rows; ++i) {
        const double truth = double(sample.target[i]);
        if (isClassification()) {
            const auto index =
                i * m_spec.classes.size() + static_cast<std::size_t>(sample.target[i]);
            sum -= std::log(std::max(kLeastChance, double(answers[index])));
        } else {
            sum += (double(answers[i]) - truth) * (double(answers[i]) - truth);
        }
    }
    const double mean = sum / static_cast<double>(sample.matrix.rows);
    return isClassification() ? mean : std::sqrt(mean);
}

Result<std::vector<float>> SvmLearner::predict(
    const FeatureMatrix &matrix, const TaskContext &context) const
{
    if (m_machine.offsets.empty())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    BV_TRY_VOID(checkMatrix(m_spec, matrix));
    const Scale target = m_scales.back();
    std::vector<float> answers;
    answers.reserve(matrix.rows * m_spec.outputs());
    std::vector<float> rows;
    for (std::size_t first = 0; first < matrix.rows; first += kPieceRows) {
        if (context.cancelled())
            return cancelledFailure();
        const std::size_t end = std::min(matrix.rows, first + kPieceRows);
        rows.clear();
        for (std::size_t i = first; i < end; ++i)
            appendRow(matrix.row(i), rows);
        const std::vector<double> decisions = m_machine.decisions(rows, end - first);
        for (std::size_t i = 0; i < end - first; ++i) {
            const double *decided = decisions.data() + i * m_machine.pairs();
            if (isClassification()) {
                const std::vector<double> chances = m_machine.chances(decided);
                answers.insert(answers.end(), chances.begin(), chances.end());
            } else {
                answers.push_back(
                    static_cast<float>(*decided * double(target.spread) + double(target.mean)));
            }
        }
    }
    return answers;
}

TableModelState SvmLearner::state() const
{
    TableModelState state{m_spec, {}};
    if (m_machine.offsets.empty())
        return state;
    state.tensors = m_machine.tensors();
    NamedTensor scales{QStringLiteral("scales"), {std::int64_t(m_scales.size()), 2}, {}};
    for (const Scale &scale : m_scales) {
        scales.values.push_back(scale.mean);
        scales.values.push_back(scale.spread);
    }
    state.tensors.push_back(std::move(scales));
    return state;
}

Result<std::unique_ptr<SvmLearner>> SvmLearner::load(const TableModelState &state)
{
    auto learner = std::make_unique<SvmLearner>(state.spec);
    const std::size_t columns = state.spec.features.size();
    BV_TRY(learner->m_machine,
        SvmMachine::fromTensors(
            state.tensors, learner->isLinear(), columns, state.spec.classes.size()));
    const auto scales = std::find_if(state.tensors.begin(), state.tensors.end(),
        [](const NamedTensor &t) { return t.name == QLatin1String("scales"); });
    const bool valid = scales != state.tensors.end()
        && scales->shape == std::vector<std::int64_t>{std::int64_t(columns) + 1, 2}
        && std::all_of(scales->values.begin(), scales->values.end(),
            [](float value) { return std::isfinite(value); });
    for (std::size_t i = 0; valid && i < scales->values.size(); i += 2)
        learner->m_scales.push_back({scales->values[i], scales->values[i + 1]});
    const bool spreads = valid
        && std::all_of(learner->m_scales.begin(), learner->m_scales.end(),
            [](const Scale &scale) { return scale.spread > 0.0F; });
    if (!spreads)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP(
                "Error", "The file holds no support vector machine: its scales are damaged."));
    return learner;
}

} // namespace belvedere
