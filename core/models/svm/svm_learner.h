// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/svm/svm_machine.h"
#include "models/table_learner.h"

namespace belvedere {

/// A support vector machine: regression within a tube, or classes with chances. Features are
/// standardised by the mean and standard deviation of the training part, and so is the target of a
/// regression; a missing value counts as the mean. Learns from at most `rows` rows, since its
/// effort grows with their square.
/// Source: Chang and Lin 2011, "LIBSVM: a library for support vector machines".
class SvmLearner : public TableLearner
{
public:
    /// @param spec  options complete and checked
    explicit SvmLearner(TableModelSpec spec)
        : m_spec(std::move(spec))
    {
    }
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();
    /// @return Errc::Schema if the machine does not fit the spec.
    [[nodiscard]] static Result<std::unique_ptr<SvmLearner>> load(const TableModelState &state);

    [[nodiscard]] const TableModelSpec &spec() const override { return m_spec; }
    /// @return Errc::Usage also for weights of rows, which it cannot take.
    [[nodiscard]] Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context) override;
    [[nodiscard]] Result<std::vector<float>> predict(
        const FeatureMatrix &matrix, const TaskContext &context) const override;
    [[nodiscard]] TableModelState state() const override;

private:
    /// Mean and standard deviation.
    struct Scale
    {
        float mean = 0.0F;
        float spread = 1.0F;
    };
    [[nodiscard]] bool isClassification() const { return m_spec.task == TableTask::Classification; }
    [[nodiscard]] bool isLinear() const;
    [[nodiscard]] double option(const char *name) const
    {
        return m_spec.options.value(QLatin1String(name)).toDouble();
    }
    void takeScales(const TableSample &sample, const std::vector<std::size_t> &rows);
    /// Standardised, missing values as the mean. [columns]
    void appendRow(const float *row, std::vector<float> &out) const;
    [[nodiscard]] Result<double> lossOn(
        const TableSample &sample, const TaskContext &context) const;

    TableModelSpec m_spec;
    std::vector<Scale> m_scales; // [columns], then the target
    SvmMachine m_machine;
};

} // namespace belvedere
