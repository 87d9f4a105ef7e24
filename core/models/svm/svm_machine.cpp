// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/svm/svm_machine.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <set>

namespace belvedere {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::size_t kBlockRows = 128; // of one product
// As in LIBSVM, so that chances are the same.
constexpr double kLeastChance = 1e-7;

/// [count, 2] a float and the float of what it leaves.
NamedTensor packed(const char *name, const std::vector<double> &values)
{
    NamedTensor tensor{QLatin1String(name), {std::int64_t(values.size()), 2}, {}};
    for (const double value : values) {
        const auto high = static_cast<float>(value);
        tensor.values.push_back(high);
        tensor.values.push_back(static_cast<float>(value - double(high)));
    }
    return tensor;
}

Matrix matrixOf(const float *values, std::size_t rows, std::size_t columns)
{
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Floats>(
        values, static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns))
        .cast<double>();
}

/// Chance of the first class of a pair. Written so that no large number is exponentiated.
double sigmoid(double decision, double slope, double shift)
{
    const double x = decision * slope + shift;
    return x >= 0.0 ? std::exp(-x) / (1.0 + std::exp(-x)) : 1.0 / (1.0 + std::exp(x));
}

/// @param pairwise  [classes, classes] chance of the row's class against the column's
std::vector<double> coupled(const std::vector<double> &pairwise, std::size_t classes)
{
    const std::size_t rounds = std::max<std::size_t>(100, classes);
    const double close = 0.005 / static_cast<double>(classes);
    std::vector<double> q(classes * classes);
    for (std::size_t t = 0; t < classes; ++t) {
        for (std::size_t j = 0; j < classes; ++j) {
            if (j == t)
                continue;
            q[t * classes + t] += pairwise[j * classes + t] * pairwise[j * classes + t];
            q[t * classes + j] = -pairwise[j * classes + t] * pairwise[t * classes + j];
        }
    }
    std::vector<double> p(classes, 1.0 / static_cast<double>(classes));
    std::vector<double> qp(classes);
    for (std::size_t round = 0; round < rounds; ++round) {
        double pqp = 0.0;
        for (std::size_t t = 0; t < classes; ++t) {
            qp[t] = 0.0;
            for (std::size_t j = 0; j < classes; ++j)
                qp[t] += q[t * classes + j] * p[j];
            pqp += p[t] * qp[t];
        }
        double worst = 0.0;
        for (std::size_t t = 0; t < classes; ++t)
            worst = std::max(worst, std::abs(qp[t] - pqp));
        if (worst < close)
            break;
        for (std::size_t t = 0; t < classes; ++t) {
            const double step = (pqp - qp[t]) / q[t * classes + t];
            p[t] += step;
            pqp = (pqp + step * (step * q[t * classes + t] + 2.0 * qp[t])) / (1.0 + step)
                / (1.0 + step);
            for (std::size_t j = 0; j < classes; ++j) {
                qp[j] = (qp[j] + step * q[t * classes + j]) / (1.0 + step);
                p[j] /= 1.0 + step;
            }
        }
    }
    return p;
}

/// The tensors of a machine by name, checked for shape and finite numbers.
class Reader
{
public:
    explicit Reader(const std::vector<NamedTensor> &tensors)
        : m_tensors(tensors)
    {
    }

    [[nodiscard]] Result<std::vector<float>> floats(
        const char *name, std::int64_t rows, std::int64_t columns) const
    {
        const auto found = std::find_if(m_tensors.begin(), m_tensors.end(),
            [&](const NamedTensor &t) { return t.name == QLatin1String(name); });
        const bool valid = found != m_tensors.end()
            && found->shape == std::vector<std::int64_t>{rows, columns}
            && std::all_of(found->values.begin(), found->values.end(),
                [](float value) { return std::isfinite(value); });
        if (!valid)
            return failure(Errc::Schema,
                QT_TRANSLATE_NOOP(
                    "Error", "The file holds no support vector machine: \"%1\" should be %2."),
                {QLatin1String(name), shapeText({rows, columns})});
        return found->values;
    }
    [[nodiscard]] Result<std::vector<double>> doubles(const char *name, std::int64_t count) const
    {
        BV_TRY(const std::vector<float> parts, floats(name, count, 2));
        std::vector<double> values;
        for (std::size_t i = 0; i < parts.size(); i += 2)
            values.push_back(double(parts[i]) + double(parts[i + 1]));
        return values;
    }
    /// Rows of a tensor; 0 if it is absent.
    [[nodiscard]] std::int64_t rows(const char *name) const
    {
        const auto found = std::find_if(m_tensors.begin(), m_tensors.end(),
            [&](const NamedTensor &t) { return t.name == QLatin1String(name); });
        return found == m_tensors.end() || found->shape.empty() ? 0 : found->shape[0];
    }

private:
    const std::vector<NamedTensor> &m_tensors;
};

} // namespace

std::vector<double> SvmMachine::decisions(const std::vector<float> &rows, std::size_t count) const
{
    const auto pairCount = static_cast<Eigen::Index>(pairs());
    const std::size_t vectorCount = weights.size() / pairs(); // columns of a linear machine
    const Eigen::Map<const Matrix> weighed(
        weights.data(), pairCount, static_cast<Eigen::Index>(vectorCount));
    const Eigen::Map<const Eigen::RowVectorXd> offset(offsets.data(), pairCount);
    Matrix support;
    Eigen::RowVectorXd squares;
    if (!linear) {
        support = matrixOf(vectors.data(), vectorCount, columns);
        squares = support.rowwise().squaredNorm().transpose();
    }
    std::vector<double> decided(count * pairs());
    for (std::size_t first = 0; first < count; first += kBlockRows) {
        const std::size_t block = std::min(kBlockRows, count - first);
        const Matrix x = matrixOf(rows.data() + first * columns, block, columns);
        Eigen::Map<Matrix> out(
            decided.data() + first * pairs(), static_cast<Eigen::Index>(block), pairCount);
        if (linear) {
            out = x * weighed.transpose();
        } else {
            Matrix kernel = -2.0 * x * support.transpose();
            kernel.rowwise() += squares;
            kernel.colwise() += x.rowwise().squaredNorm();
            // Of a row that is a support vector, rounding may leave a little below zero.
            kernel = (-gamma * kernel.array().max(0.0)).exp().matrix();
            out = kernel * weighed.transpose();
        }
        out.rowwise() -= offset;
    }
    return decided;
}

std::vector<double> SvmMachine::chances(const double *decisions) const
{
    const std::size_t classes = order.size();
    std::vector<double> pairwise(classes * classes);
    std::size_t pair = 0;
    for (std::size_t i = 0; i < classes; ++i) {
        for (std::size_t j = i + 1; j < classes; ++j, ++pair) {
            const double chance = std::clamp(sigmoid(decisions[pair], slopes[pair], shifts[pair]),
                kLeastChance, 1.0 - kLeastChance);
            pairwise[i * classes + j] = chance;
            pairwise[j * classes + i] = 1.0 - chance;
        }
    }
    const std::vector<double> ordered = coupled(pairwise, classes);
    std::vector<double> byIndex(classes);
    for (std::size_t i = 0; i < classes; ++i)
        byIndex[static_cast<std::size_t>(order[i])] = ordered[i];
    return byIndex;
}

std::vector<NamedTensor> SvmMachine::tensors() const
{
    std::vector<NamedTensor> tensors = {packed("weights", weights), packed("offsets", offsets)};
    if (!linear) {
        tensors.push_back({QStringLiteral("vectors"),
            {std::int64_t(vectors.size() / columns), std::int64_t(columns)}, vectors});
        tensors.push_back(packed("gamma", {gamma}));
    }
    if (!order.empty()) {
        tensors.push_back(packed("slopes", slopes));
        tensors.push_back(packed("shifts", shifts));
        tensors.push_back({QStringLiteral("order"), {std::int64_t(order.size()), 1},
            std::vector<float>(order.begin(), order.end())});
    }
    return tensors;
}

Result<SvmMachine> SvmMachine::fromTensors(
    const std::vector<NamedTensor> &tensors, bool linear, std::size_t columns, std::size_t classes)
{
    const Reader reader(tensors);
    SvmMachine machine;
    machine.linear = linear;
    machine.columns = columns;
    const auto pairs = static_cast<std::int64_t>(classes > 1 ? classes * (classes - 1) / 2 : 1);
    std::int64_t vectorCount = static_cast<std::int64_t>(columns);
    if (!linear) {
        vectorCount = std::max<std::int64_t>(1, reader.rows("vectors"));
        BV_TRY(machine.vectors,
            reader.floats("vectors", vectorCount, static_cast<std::int64_t>(columns)));
        BV_TRY(const auto gammas, reader.doubles("gamma", 1));
        machine.gamma = gammas[0];
    }
    BV_TRY(machine.weights, reader.doubles("weights", pairs * vectorCount));
    BV_TRY(machine.offsets, reader.doubles("offsets", pairs));
    if (classes == 0)
        return machine;
    BV_TRY(machine.slopes, reader.doubles("slopes", pairs));
    BV_TRY(machine.shifts, reader.doubles("shifts", pairs));
    BV_TRY(const auto order, reader.floats("order", static_cast<std::int64_t>(classes), 1));
    std::set<int> seen;
    for (const float index : order) {
        if (index >= 0.0F && index < static_cast<float>(classes) && index == std::floor(index))
            seen.insert(static_cast<int>(index));
        machine.order.push_back(static_cast<int>(index));
    }
    if (seen.size() != classes)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP(
                "Error", "The file holds no support vector machine: its classes are damaged."));
    return machine;
}

} // namespace belvedere
