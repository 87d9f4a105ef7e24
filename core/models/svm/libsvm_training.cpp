// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/svm/libsvm_training.h"

#include <libsvm/svm.h>

#include <QLoggingCategory>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <mutex>

namespace belvedere {

namespace {

// Shown with QT_LOGGING_RULES="belvedere.svm.debug=true".
Q_LOGGING_CATEGORY(logSvm, "belvedere.svm", QtInfoMsg)

/// Thrown out of the solver, which knows no other way to be stopped. Its kernel cache is freed on
/// the way, its arrays of a few numbers a row are not.
struct Stopped
{
};

/// What the solver of this thread may ask and where its prints go.
struct Listener
{
    const TaskContext *context = nullptr;
    QByteArray line;
};

thread_local Listener *t_listener = nullptr;

void print(const char *text)
{
    Listener *listener = t_listener;
    if (listener == nullptr)
        return;
    if (listener->context->cancelled())
        throw Stopped();
    listener->line += text;
    if (listener->line.endsWith('\n')) {
        qCDebug(logSvm, "%s", listener->line.trimmed().constData());
        listener->line.clear();
    }
}

class Listening
{
public:
    explicit Listening(const TaskContext &context)
        : m_listener{&context, {}}
    {
        static std::once_flag once;
        std::call_once(once, [] { svm_set_print_string_function(&print); });
        t_listener = &m_listener;
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    ~Listening() { t_listener = nullptr; }

private:
    Listener m_listener;
};

/// The rows in LIBSVM's own form: index and value of all that is not zero, from 1, then -1.
struct Nodes
{
    explicit Nodes(const SvmProblem &problem)
    {
        nodes.reserve(problem.rows * (problem.columns + 1));
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < problem.rows; ++i) {
            starts.push_back(nodes.size());
            for (std::size_t c = 0; c < problem.columns; ++c) {
                const float value = problem.values[i * problem.columns + c];
                if (value != 0.0F)
                    nodes.push_back({static_cast<int>(c + 1), double(value)});
            }
            nodes.push_back({-1, 0.0});
        }
        for (const std::size_t start : starts)
            rows.push_back(nodes.data() + start);
    }
    std::vector<svm_node> nodes;
    std::vector<svm_node *> rows;
};

void freeModel(svm_model *model)
{
    svm_free_and_destroy_model(&model);
}
using Model = std::unique_ptr<svm_model, void (*)(svm_model *)>;

/// Weights of the vectors for each pair of classes, as svm_predict_values() adds them up.
std::vector<double> pairWeights(const svm_model &model, bool classification)
{
    const auto count = static_cast<std::size_t>(model.l);
    if (!classification)
        return {model.sv_coef[0], model.sv_coef[0] + count};
    std::vector<double> weights;
    std::vector<std::size_t> starts{0};
    for (int c = 0; c < model.nr_class; ++c)
        starts.push_back(starts.back() + static_cast<std::size_t>(model.nSV[c]));
    for (int i = 0; i < model.nr_class; ++i) {
        for (int j = i + 1; j < model.nr_class; ++j) {
            std::vector<double> ofPair(count);
            const auto ofI = static_cast<std::size_t>(i);
            const auto ofJ = static_cast<std::size_t>(j);
            for (std::size_t k = starts[ofI]; k < starts[ofI + 1]; ++k)
                ofPair[k] = model.sv_coef[j - 1][k];
            for (std::size_t k = starts[ofJ]; k < starts[ofJ + 1]; ++k)
                ofPair[k] = model.sv_coef[i][k];
            weights.insert(weights.end(), ofPair.begin(), ofPair.end());
        }
    }
    return weights;
}

SvmMachine machineOf(const svm_model &model, const SvmProblem &problem)
{
    SvmMachine machine;
    machine.linear = model.param.kernel_type == LINEAR;
    machine.gamma = model.param.gamma;
    machine.columns = problem.columns;
    const auto count = static_cast<std::size_t>(model.l);
    for (std::size_t k = 0; k < count; ++k) {
        const auto row = static_cast<std::size_t>(model.sv_indices[k] - 1) * problem.columns;
        const auto begin = problem.values.begin() + static_cast<std::ptrdiff_t>(row);
        machine.vectors.insert(
            machine.vectors.end(), begin, begin + static_cast<std::ptrdiff_t>(problem.columns));
    }
    const auto classes = static_cast<std::size_t>(model.nr_class);
    const std::size_t pairs = problem.classification ? classes * (classes - 1) / 2 : 1;
    machine.offsets.assign(model.rho, model.rho + pairs);
    machine.weights = pairWeights(model, problem.classification);
    if (problem.classification) {
        machine.slopes.assign(model.probA, model.probA + pairs);
        machine.shifts.assign(model.probB, model.probB + pairs);
        machine.order.assign(model.label, model.label + classes);
    }
    if (machine.linear) {
        std::vector<double> sums(pairs * problem.columns);
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            for (std::size_t k = 0; k < count; ++k) {
                const double weight = machine.weights[pair * count + k];
                for (std::size_t c = 0; c < problem.columns; ++c)
                    sums[pair * problem.columns + c] +=
                        weight * double(machine.vectors[k * problem.columns + c]);
            }
        }
        machine.weights = std::move(sums);
        machine.vectors.clear();
    }
    return machine;
}

} // namespace

Result<SvmMachine> trainSvm(
    const SvmProblem &problem, const SvmParameters &parameters, const TaskContext &context)
{
    Nodes nodes(problem);
    std::vector<double> target = problem.target;
    const svm_problem posed{static_cast<int>(problem.rows), target.data(), nodes.rows.data()};
    std::vector<int> labels;
    std::vector<double> weights = problem.classWeights;
    for (std::size_t c = 0; c < weights.size(); ++c)
        labels.push_back(static_cast<int>(c));
    svm_parameter parameter{};
    parameter.svm_type = problem.classification ? C_SVC : EPSILON_SVR;
    parameter.kernel_type = parameters.linear ? LINEAR : RBF;
    parameter.gamma = parameters.gamma;
    parameter.cache_size = parameters.cacheMegabytes;
    parameter.eps = parameters.tolerance;
    parameter.C = parameters.cost;
    parameter.nr_weight = static_cast<int>(weights.size());
    parameter.weight_label = labels.data();
    parameter.weight = weights.data();
    parameter.p = parameters.tube;
    parameter.shrinking = 1;
    parameter.probability = problem.classification ? 1 : 0;
    if (const char *refused = svm_check_parameter(&posed, &parameter))
        return failure(Errc::Model, QT_TRANSLATE_NOOP("Error", "LIBSVM refuses to train: %1."),
            {QString::fromUtf8(refused)});

    // LIBSVM draws the folds of its calibration from the process-wide rand(): one at a time.
    static std::mutex randomNumbers;
    std::unique_lock<std::mutex> lock(randomNumbers, std::defer_lock);
    if (problem.classification) {
        lock.lock();
        std::srand(parameters.seed);
    }
    const Listening listening(context);
    try {
        const Model model(svm_train(&posed, &parameter), &freeModel);
        if (model->l == 0)
            return failure(Errc::Model,
                QT_TRANSLATE_NOOP("Error",
                    "The support vector machine found nothing to learn: every target lies within "
                    "the tolerated error. Choose a narrower tube."));
        return machineOf(*model, problem);
    } catch (const Stopped &) {
        return cancelledFailure();
    }
}

} // namespace belvedere
