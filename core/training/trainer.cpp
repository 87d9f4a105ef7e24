// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trainer.h"

#include "training/code_version.h"
#include "training/data_hash.h"
#include "training/early_stopping.h"
#include "training/work_clock.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

Q_LOGGING_CATEGORY(logTraining, "belvedere.training")

// What one window costs: a fit goes forward and back, a forecast only forward.
constexpr qint64 kFitCost = 3;
constexpr qint64 kForecastCost = 1;
// Validation after each epoch is an estimate on at most so many windows, evenly spread.
constexpr int kValidationWindows = 2048;

Result<> checkSpec(const TrainSpec &spec, const ChannelHistory &history)
{
    if (spec.task != QLatin1String("forecast"))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Task \"%1\" is not known. There is: forecast."),
            {spec.task});
    if (!spec.dataset.isEmpty() && spec.dataset != history.dataset)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The training asks for data set %1 but was given %2."),
            {spec.dataset, history.dataset});
    if (!spec.channel.isEmpty() && spec.channel != history.channel.key)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The training asks for channel %1 but was given %2."),
            {spec.channel, history.channel.key});
    const struct
    {
        const char *name;
        int value;
    } counts[] = {{"history", spec.history}, {"horizon", spec.horizon}, {"epochs", spec.epochs},
        {"patience", spec.patience}, {"threads", spec.threads}};
    for (const auto &count : counts) {
        if (count.value < 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least 1, not %2."),
                {QString::fromLatin1(count.name), QString::number(count.value)});
    }
    if (!(spec.budgetSeconds >= 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least 0, not %2."),
            {QStringLiteral("budget"), QString::number(spec.budgetSeconds)});
    if (history.siteCount() == 0)
        return failure(Errc::Numeric, QT_TRANSLATE_NOOP("Error", "Data set %1 has no sites."),
            {history.dataset});
    return {};
}

/// A part of which nothing was observed can neither teach nor judge.
/// @param text  of the error, with %1 channel, %2 data set, %3 and %4 the part's span.
Result<> checkObserved(const ChannelHistory &history, WindowRange windows,
    const ForecastShape &shape, const char *text)
{
    const int first = windows.first + shape.history;
    const int last = windows.lastInputStep(windows.count - 1, shape) + shape.horizon;
    const bool observed = std::any_of(
        history.row(first), history.row(last + 1), [](float value) { return !std::isnan(value); });
    if (observed)
        return {};
    return failure(Errc::Numeric, text,
        {history.channel.key, history.dataset, formatUtc(history.axis.at(first)),
            formatUtc(history.axis.at(last))});
}

/// All three parts of the split.
Result<> checkParts(const ChannelHistory &history, const Split &split, const ForecastShape &shape)
{
    BV_TRY_VOID(checkObserved(history, split.train, shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the training part, from %3 to %4. "
            "Choose another split or bring in more data.")));
    BV_TRY_VOID(checkObserved(history, split.validation, shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the validation part, from %3 to "
            "%4. Choose another split or bring in more data.")));
    return checkObserved(history, split.test, shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the test part, from %3 to %4. "
            "Choose another split or bring in more data."));
}

/// One training from the split to the figures.
class Training
{
public:
    Training(const TrainSpec &spec, std::shared_ptr<const ChannelHistory> history,
        const ForecasterFactory &factory, const TaskContext &context, const TrainerHooks &hooks)
        : m_history(std::move(history))
        , m_factory(factory)
        , m_context(context)
        , m_hooks(hooks)
        , m_clock(context)
        , m_stopping(spec.patience)
    {
        m_outcome.record.spec = spec;
    }

    [[nodiscard]] Result<TrainOutcome> run()
    {
        BV_TRY_VOID(prepare());
        BV_TRY_VOID(fit());
        BV_TRY_VOID(score());
        m_outcome.record.seconds = m_clock.seconds();
        return std::move(m_outcome);
    }

private:
    Result<> prepare();
    Result<> fit();
    Result<> score();
    Result<ForecastMetrics> scoreBaseline(const QString &kind);

    Result<EpochReport> oneEpoch(int epoch);
    /// Empty = go on.
    [[nodiscard]] QString reasonToStop(double epochSeconds) const;
    [[nodiscard]] bool overBudget(double moreSeconds) const;
    [[nodiscard]] ModelSpec modelSpec(const QString &kind, const QJsonObject &options) const;
    /// A context for the next `work` units of the job; its cancelled() also asks `alsoStop`.
    [[nodiscard]] TaskContext part(
        qint64 work, const char *text, std::function<bool()> alsoStop = {});

    std::shared_ptr<const ChannelHistory> m_history;
    const ForecasterFactory &m_factory;
    const TaskContext &m_context;
    const TrainerHooks &m_hooks;
    WorkClock m_clock;
    EarlyStopping m_stopping;
    ForecastShape m_shape;
    Split m_split;
    int m_validationStride = 1;
    int m_plannedEpochs = 0;
    std::unique_ptr<TrainableForecaster> m_model;
    std::vector<QString> m_baselines;
    qint64 m_doneWork = 0; // in forecasts of one window
    qint64 m_totalWork = 0;
    TrainOutcome m_outcome;
};

ModelSpec Training::modelSpec(const QString &kind, const QJsonObject &options) const
{
    ModelSpec spec;
    spec.kind = kind;
    spec.shape = m_shape;
    spec.dataset = m_history->dataset;
    spec.channel = m_history->channel.key;
    spec.unit = m_history->channel.unit;
    spec.siteCodes = m_history->siteCodes;
    spec.options = options;
    return spec;
}

TaskContext Training::part(qint64 work, const char *text, std::function<bool()> alsoStop)
{
    TaskContext context;
    context.threads = m_outcome.record.spec.threads;
    const qint64 begin = m_doneWork;
    m_doneWork += work;
    context.progress = [this, begin, work, text](qint64 done, qint64 total, const QString &) {
        const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
        const auto inPart = static_cast<qint64>(share * static_cast<double>(work));
        m_context.progress(
            begin + std::clamp<qint64>(inPart, 0, work), m_totalWork, QString::fromLatin1(text));
    };
    context.cancelled = [this, alsoStop = std::move(alsoStop)] {
        return m_clock.cancelled() || (alsoStop && alsoStop());
    };
    context.progress(0, 1, {});
    return context;
}

Result<> Training::prepare()
{
    RunRecord &record = m_outcome.record;
    TrainSpec &spec = record.spec;
    BV_TRY_VOID(checkSpec(spec, *m_history));
    spec.dataset = m_history->dataset;
    spec.channel = m_history->channel.key;
    m_shape.history = spec.history;
    m_shape.horizon = spec.horizon;
    m_shape.stepMs = m_history->axis.stepMs;
    BV_TRY(m_split, chronologicalSplit(m_history->axis.count, m_shape, spec.split));
    BV_TRY_VOID(checkParts(*m_history, m_split, m_shape));

    BV_TRY(m_model, m_factory.create(modelSpec(spec.model, spec.options)));
    spec.options = m_model->spec().options; // with defaults: they may change between versions
    for (const ForecasterFactory::Kind &kind : m_factory.kinds()) {
        if (kind.baseline && kind.kind != spec.model)
            m_baselines.push_back(kind.kind);
    }
    m_plannedEpochs = std::clamp(m_model->epochLimit(), 1, spec.epochs);
    const int validation = m_split.validation.count;
    m_validationStride = (validation + kValidationWindows - 1) / kValidationWindows;
    const qint64 epochWork =
        kFitCost * m_split.train.count + kForecastCost * (validation / m_validationStride);
    m_totalWork = m_plannedEpochs * epochWork + kForecastCost * (validation + m_split.test.count)
        + static_cast<qint64>(m_baselines.size()) * kForecastCost * m_split.test.count;

    record.started = QDateTime::currentMSecsSinceEpoch();
    record.unit = m_history->channel.unit;
    record.codeVersion = codeVersion();
    record.dataHash = dataHash(*m_history);
    return {};
}

bool Training::overBudget(double moreSeconds) const
{
    const double budget = m_outcome.record.spec.budgetSeconds;
    return budget > 0.0 && m_clock.seconds() + moreSeconds > budget;
}

QString Training::reasonToStop(double epochSeconds) const
{
    if (static_cast<int>(m_outcome.record.epochs.size()) >= m_plannedEpochs)
        return QStringLiteral("epochs");
    if (m_stopping.exhausted())
        return QStringLiteral("early-stopping");
    if (m_hooks.finishEarly())
        return QStringLiteral("stopped");
    if (overBudget(epochSeconds)) // the next one would not end in time
        return QStringLiteral("budget");
    return {};
}

Result<EpochReport> Training::oneEpoch(int epoch)
{
    const double before = m_clock.seconds();
    // Without any epoch there is no model: the first one may outlast the budget.
    const auto outOfTime = [this, epoch] { return epoch > 1 && overBudget(0.0); };
    const TaskContext fitting =
        part(kFitCost * m_split.train.count, QT_TRANSLATE_NOOP("Task", "Training"), outOfTime);
    BV_TRY(EpochReport report, m_model->fitEpoch(fitting));
    const TaskContext validating =
        part(kForecastCost * (m_split.validation.count / m_validationStride),
            QT_TRANSLATE_NOOP("Task", "Training"), outOfTime);
    BV_TRY(const ForecastMetrics metrics,
        evaluateForecaster(
            *m_model, *m_history, m_split.validation, validating, m_validationStride));
    report.epoch = epoch;
    report.validationMae = metrics.all.mae;
    report.validationLoss = metrics.all.pinball;
    report.seconds = m_clock.seconds() - before;
    return report;
}

Result<> Training::fit()
{
    RunRecord &record = m_outcome.record;
    if (m_clock.cancelled())
        return cancelledFailure();
    BV_TRY_VOID(m_model->begin({m_history, m_split.train}, record.spec.seed, m_plannedEpochs));
    while (record.stopReason.isEmpty()) {
        if (m_clock.cancelled())
            return cancelledFailure();
        Result<EpochReport> report = oneEpoch(static_cast<int>(record.epochs.size()) + 1);
        if (!report) {
            if (report.error().code != Errc::Cancelled || m_clock.cancelled())
                return failure(std::move(report.error()));
            record.stopReason = QStringLiteral("budget");
            break;
        }
        report->best = m_stopping.observe(report->epoch, report->validationMae);
        if (report->best)
            m_outcome.model = m_model->state();
        record.epochs.push_back(*report);
        m_hooks.onEpoch(*report);
        record.stopReason = reasonToStop(report->seconds);
    }
    if (m_stopping.bestEpoch() == 0)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 gave no usable forecast for the validation part in %2 epochs. Check the "
                "data for gaps or choose another model."),
            {record.spec.model, QString::number(record.epochs.size())});
    record.bestEpoch = m_stopping.bestEpoch();
    return {};
}

Result<> Training::score()
{
    RunRecord &record = m_outcome.record;
    record.parameters = m_outcome.model.parameterCount();
    m_model.reset(); // what is scored is what is kept, not what the last epoch left
    BV_TRY(const std::unique_ptr<Forecaster> best, m_factory.load(m_outcome.model));

    // Whatever the epochs took, they are behind us.
    qint64 remaining = kForecastCost * (m_split.validation.count + m_split.test.count);
    remaining += static_cast<qint64>(m_baselines.size()) * kForecastCost * m_split.test.count;
    m_doneWork = m_totalWork - remaining;
    const TaskContext validating = part(
        kForecastCost * m_split.validation.count, QT_TRANSLATE_NOOP("Task", "Scoring the model"));
    BV_TRY(const ForecastMetrics validation,
        evaluateForecaster(*best, *m_history, m_split.validation, validating));
    record.validation = validation.all;
    const TaskContext testing =
        part(kForecastCost * m_split.test.count, QT_TRANSLATE_NOOP("Task", "Scoring the model"));
    BV_TRY(record.test, evaluateForecaster(*best, *m_history, m_split.test, testing));

    for (const QString &kind : m_baselines) {
        Result<ForecastMetrics> metrics = scoreBaseline(kind);
        if (metrics) {
            record.baselines[kind] = *metrics;
        } else if (metrics.error().code == Errc::Cancelled) {
            return failure(std::move(metrics.error()));
        } else {
            // A trained model is worth more than a missing row beside it.
            qCWarning(logTraining, "baseline %s left out: %s", qUtf8Printable(kind),
                qUtf8Printable(metrics.error().message()));
        }
    }
    return {};
}

Result<ForecastMetrics> Training::scoreBaseline(const QString &kind)
{
    BV_TRY(
        const std::unique_ptr<TrainableForecaster> baseline, m_factory.create(modelSpec(kind, {})));
    const TaskContext context = part(
        kForecastCost * m_split.test.count, QT_TRANSLATE_NOOP("Task", "Scoring the baselines"));
    TaskContext fitting = context;
    fitting.progress = [](qint64, qint64, const QString &) {};
    const int epochs = baseline->epochLimit();
    BV_TRY_VOID(baseline->begin({m_history, m_split.train}, m_outcome.record.spec.seed, epochs));
    for (int epoch = 0; epoch < epochs; ++epoch)
        BV_TRY_VOID(baseline->fitEpoch(fitting));
    return evaluateForecaster(*baseline, *m_history, m_split.test, context);
}

} // namespace

Result<TrainOutcome> trainForecaster(const TrainSpec &spec, TrainInputs inputs,
    const ForecasterFactory &factory, const TaskContext &context, const TrainerHooks &hooks)
{
    return Training(spec, std::move(inputs.history), factory, context, hooks).run();
}

} // namespace belvedere
