// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/linear_learner.h"

#include "models/baseline/limited_memory_bfgs.h"
#include "models/baseline/table_tensors.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t kBlock = 2048; // rows at a time: a few milliseconds
constexpr int kMostIterations = 500;
constexpr double kSlope = 1e-6; // of the mean loss
const QString kMeans = QStringLiteral("means");
const QString kScales = QStringLiteral("scales");
const QString kCoefficients = QStringLiteral("coefficients");
const QString kPenalty = QStringLiteral("penalty");

Eigen::Index index(std::size_t i)
{
    return static_cast<Eigen::Index>(i);
}

/// Turns the scores of a row into its answer.
void answer(TableTask task, const double *scores, std::size_t count, std::vector<float> &out)
{
    if (task == TableTask::Regression) {
        out.push_back(static_cast<float>(scores[0]));
    } else if (task == TableTask::Counts) {
        out.push_back(static_cast<float>(std::exp(std::min(scores[0], 80.0))));
    } else if (count == 1) {
        const double chance = 1.0 / (1.0 + std::exp(-scores[0]));
        out.push_back(static_cast<float>(1.0 - chance));
        out.push_back(static_cast<float>(chance));
    } else {
        const double most = *std::max_element(scores, scores + count);
        double sum = 0.0;
        for (std::size_t k = 0; k < count; ++k)
            sum += std::exp(scores[k] - most);
        for (std::size_t k = 0; k < count; ++k)
            out.push_back(static_cast<float>(std::exp(scores[k] - most) / sum));
    }
}

/// Loss of a row by its scores, which become its derivatives.
double loss(TableTask task, double target, double *scores, std::size_t count)
{
    if (task == TableTask::Counts) {
        const double mean = std::exp(scores[0]);
        const double value = mean - target * scores[0] + std::lgamma(target + 1.0);
        scores[0] = mean - target;
        return value;
    }
    if (count == 1) {
        // log(1 + exp(-z)) without overflow, z towards the right class.
        const double z = target > 0.5 ? scores[0] : -scores[0];
        const double value = z > 0.0 ? std::log1p(std::exp(-z)) : std::log1p(std::exp(z)) - z;
        scores[0] = 1.0 / (1.0 + std::exp(-scores[0])) - target;
        return value;
    }
    const double most = *std::max_element(scores, scores + count);
    double sum = 0.0;
    for (std::size_t k = 0; k < count; ++k)
        sum += std::exp(scores[k] - most);
    const auto truth = static_cast<std::size_t>(target);
    const double value = std::log(sum) + most - scores[truth];
    for (std::size_t k = 0; k < count; ++k)
        scores[k] = std::exp(scores[k] - most) / sum - (k == truth ? 1.0 : 0.0);
    return value;
}

} // namespace

/// The mean loss of the training rows with its share of the penalty, for minimise().
class LinearLearner::Objective
{
public:
    Objective(const LinearLearner &learner, const TableSample &sample,
        const std::vector<float> &weights, double penalty)
        : m_learner(learner)
        , m_sample(sample)
        , m_weights(weights)
        , m_width(sample.matrix.columns() + 1)
        , m_scores(learner.scores())
        , m_penalty(penalty)
    {
        m_total = static_cast<double>(sample.matrix.rows);
        if (!weights.empty()) {
            m_total = 0.0;
            for (const float w : weights)
                m_total += static_cast<double>(w);
        }
    }

    double operator()(const std::vector<double> &point, std::vector<double> &gradient)
    {
        const Eigen::Map<const RowMatrix> w(point.data(), index(m_scores), index(m_width));
        Eigen::Map<RowMatrix> g(gradient.data(), index(m_scores), index(m_width));
        g.setZero();
        double sum = 0.0;
        const std::size_t rows = m_sample.matrix.rows;
        for (std::size_t first = 0; first < rows; first += kBlock) {
            const std::size_t count = std::min(kBlock, rows - first);
            m_block.resize(index(count), index(m_width));
            m_learner.writeRows(m_sample.matrix, first, count, m_block.data());
            m_products.noalias() = m_block * w.transpose();
            for (std::size_t i = 0; i < count; ++i) {
                double *scores = m_products.data() + i * m_scores;
                const double weight =
                    m_weights.empty() ? 1.0 : static_cast<double>(m_weights[first + i]);
                sum += weight
                    * loss(m_learner.m_spec.task, static_cast<double>(m_sample.target[first + i]),
                        scores, m_scores);
                for (std::size_t k = 0; k < m_scores; ++k)
                    scores[k] *= weight;
            }
            g.noalias() += m_products.transpose() * m_block;
        }
        const auto slopes = w.rightCols(index(m_width - 1));
        g.rightCols(index(m_width - 1)) += m_penalty * slopes;
        g /= m_total;
        m_loss = sum / m_total;
        return (sum + 0.5 * m_penalty * slopes.squaredNorm()) / m_total;
    }

    /// Without the penalty, where it was asked last.
    [[nodiscard]] double meanLoss() const { return m_loss; }

private:
    const LinearLearner &m_learner;
    const TableSample &m_sample;
    const std::vector<float> &m_weights;
    std::size_t m_width;
    std::size_t m_scores;
    double m_penalty;
    double m_total = 0.0;
    double m_loss = 0.0;
    RowMatrix m_block;
    RowMatrix m_products;
};

std::vector<TableLearnerFactory::Kind> LinearLearner::kinds()
{
    const std::vector<OptionSpec> options = {{kPenalty, QT_TRANSLATE_NOOP("Model", "Penalty"),
        QT_TRANSLATE_NOOP("Model",
            "How strongly large coefficients are avoided, beside the sum of the losses over "
            "all rows."),
        1.0, 1e-9, 1e9, false, {},
        QT_TRANSLATE_NOOP("Model", "1 is the usual choice for features of deviation 1."), true}};
    return {{QStringLiteral("ridge"), QT_TRANSLATE_NOOP("Model", "Linear regression (ridge)"),
                QT_TRANSLATE_NOOP("Model",
                    "A weighted sum of the columns, by least squares with a penalty on large "
                    "weights."),
                {TableTask::Regression}, options},
        {QStringLiteral("logistic"), QT_TRANSLATE_NOOP("Model", "Logistic regression"),
            QT_TRANSLATE_NOOP("Model",
                "The chances of the classes from weighted sums of the columns, with a penalty on "
                "large weights."),
            {TableTask::Classification}, options},
        {QStringLiteral("poisson"), QT_TRANSLATE_NOOP("Model", "Poisson regression"),
            QT_TRANSLATE_NOOP("Model",
                "The logarithm of an expected count as a weighted sum of the columns, with a "
                "penalty on large weights."),
            {TableTask::Counts}, options}};
}

LinearLearner::LinearLearner(TableModelSpec spec)
    : m_spec(std::move(spec))
{
}

std::size_t LinearLearner::scores() const
{
    return m_spec.outputs() == 2 ? 1 : m_spec.outputs();
}

Result<std::unique_ptr<TableLearner>> LinearLearner::load(const TableModelState &state)
{
    auto learner = std::make_unique<LinearLearner>(state.spec);
    const auto features = static_cast<std::int64_t>(state.spec.features.size());
    BV_TRY(learner->m_means, tableTensor(state, kMeans, {features}));
    BV_TRY(learner->m_scales, tableTensor(state, kScales, {features}));
    BV_TRY(learner->m_coefficients,
        tableTensor(
            state, kCoefficients, {static_cast<std::int64_t>(learner->scores()), features + 1}));
    return learner;
}

void LinearLearner::takeScales(const FeatureMatrix &matrix)
{
    m_means.assign(matrix.columns(), 0.0F);
    m_scales.assign(matrix.columns(), 1.0F);
    for (std::size_t c = 0; c < matrix.columns(); ++c) {
        // Welford, so that a large mean does not drown a small spread.
        double mean = 0.0;
        double squares = 0.0;
        double count = 0.0;
        for (std::size_t i = 0; i < matrix.rows; ++i) {
            const auto value = static_cast<double>(matrix.row(i)[c]);
            if (std::isnan(value))
                continue;
            count += 1.0;
            const double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }
        m_means[c] = static_cast<float>(mean);
        const double deviation = count > 0.0 ? std::sqrt(squares / count) : 0.0;
        m_scales[c] = deviation > 0.0 ? static_cast<float>(deviation) : 1.0F;
    }
}

void LinearLearner::writeRows(
    const FeatureMatrix &matrix, std::size_t first, std::size_t count, double *out) const
{
    for (std::size_t i = first; i < first + count; ++i) {
        *out++ = 1.0;
        const float *row = matrix.row(i);
        for (std::size_t c = 0; c < matrix.columns(); ++c) {
            const float value = (row[c] - m_means[c]) / m_scales[c];
            *out++ = std::isnan(value) ? 0.0 : static_cast<double>(value);
        }
    }
}

/// Least squares by the normal equations.
Result<> LinearLearner::solve(
    const TableSample &train, const std::vector<float> &weights, const TaskContext &context)
{
    const auto width = index(train.matrix.columns() + 1);
    Eigen::MatrixXd products = Eigen::MatrixXd::Zero(width, width);
    Eigen::VectorXd sums = Eigen::VectorXd::Zero(width);
    RowMatrix block;
    for (std::size_t first = 0; first < train.matrix.rows; first += kBlock) {
        if (context.cancelled())
            return cancelledFailure();
        const std::size_t count = std::min(kBlock, train.matrix.rows - first);
        block.resize(index(count), width);
        writeRows(train.matrix, first, count, block.data());
        Eigen::VectorXd target(index(count));
        for (std::size_t i = 0; i < count; ++i) {
            const double root =
                weights.empty() ? 1.0 : std::sqrt(static_cast<double>(weights[first + i]));
            target[index(i)] = root * static_cast<double>(train.target[first + i]);
            block.row(index(i)) *= root;
        }
        products.noalias() += block.transpose() * block;
        sums.noalias() += block.transpose() * target;
        context.progress(
            static_cast<qint64>(first + count), static_cast<qint64>(train.matrix.rows), {});
    }
    products.diagonal().tail(width - 1).array() += m_spec.options[kPenalty].toDouble();
    const Eigen::VectorXd solution = products.ldlt().solve(sums);
    m_coefficients.clear();
    for (const double coefficient : solution)
        m_coefficients.push_back(static_cast<float>(coefficient));
    return {};
}

Result<TableFit> LinearLearner::fit(const TableTraining &training, const TaskContext &context)
{
    BV_TRY_VOID(checkTraining(m_spec, training));
    const std::vector<float> weights = rowWeights(training, m_spec);
    const TableSample &train = *training.train;
    LinearLearner next(m_spec);
    next.takeScales(train.matrix);
    TableFit fit;
    if (m_spec.task == TableTask::Regression) {
        BV_TRY_VOID(next.solve(train, weights, context));
        fit.bestRound = 1;
        *this = std::move(next);
        return fit;
    }
    Objective objective(next, train, weights, m_spec.options[kPenalty].toDouble());
    std::vector<double> point(scores() * (train.matrix.columns() + 1), 0.0);
    bool cancelled = false;
    minimise([&objective](const auto &at, auto &gradient) { return objective(at, gradient); },
        point, kMostIterations, kSlope,
        [&](const MinimiserStep &step) {
            fit.rounds.push_back(
                {step.iteration, objective.meanLoss(), std::numeric_limits<double>::quiet_NaN()});
            context.progress(step.iteration, kMostIterations, {});
            cancelled = context.cancelled();
            return !cancelled;
        });
    if (cancelled)
        return cancelledFailure();
    for (const double coefficient : point) {
        if (!std::isfinite(coefficient))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP(
                    "Error", "The coefficients grew beyond all bounds. Choose a larger penalty."));
        next.m_coefficients.push_back(static_cast<float>(coefficient));
    }
    fit.bestRound = static_cast<int>(fit.rounds.size());
    *this = std::move(next);
    return fit;
}

Result<std::vector<float>> LinearLearner::predict(
    const FeatureMatrix &matrix, const TaskContext &context) const
{
    BV_TRY_VOID(checkMatrix(m_spec, matrix));
    if (m_coefficients.empty())
        return notFitted();
    const std::size_t width = matrix.columns() + 1;
    const std::vector<double> coefficients(m_coefficients.begin(), m_coefficients.end());
    const Eigen::Map<const RowMatrix> w(coefficients.data(), index(scores()), index(width));
    std::vector<float> out;
    out.reserve(matrix.rows * m_spec.outputs());
    RowMatrix block;
    RowMatrix products;
    for (std::size_t first = 0; first < matrix.rows; first += kBlock) {
        if (context.cancelled())
            return cancelledFailure();
        const std::size_t count = std::min(kBlock, matrix.rows - first);
        block.resize(index(count), index(width));
        writeRows(matrix, first, count, block.data());
        products.noalias() = block * w.transpose();
        for (std::size_t i = 0; i < count; ++i)
            answer(m_spec.task, products.data() + i * scores(), scores(), out);
    }
    return out;
}

TableModelState LinearLearner::state() const
{
    const auto features = static_cast<std::int64_t>(m_spec.features.size());
    return {m_spec,
        {{kMeans, {features}, m_means}, {kScales, {features}, m_scales},
            {kCoefficients, {static_cast<std::int64_t>(scores()), features + 1}, m_coefficients}}};
}

} // namespace belvedere
