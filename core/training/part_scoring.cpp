// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/part_scoring.h"

#include <QLoggingCategory>

#include <utility>

namespace belvedere {

namespace {

Q_LOGGING_CATEGORY(logScoring, "belvedere.training")

/// A rival that may turn out not to be comparable: a trained model is worth more than a missing
/// line beside it, so that is no error.
class OptionalRival
{
public:
    OptionalRival(const Forecaster &model, const Incumbent *incumbent,
        const ChannelHistory &history, const ForecasterFactory &factory)
    {
        if (incumbent == nullptr)
            return;
        m_name = incumbent->name;
        auto rival = factory.load(incumbent->model);
        if (!rival) {
            leaveOut(rival.error());
            return;
        }
        m_rival = std::move(*rival);
        auto comparison = RivalComparison::create(model, *m_rival, history);
        if (comparison)
            m_comparison = std::move(*comparison);
        else
            leaveOut(comparison.error());
    }

    Result<> take(const ForecastPiece &piece, const TaskContext &context)
    {
        if (!m_comparison)
            return {};
        Result<> taken = m_comparison->take(piece, context);
        if (taken || taken.error().code == Errc::Cancelled)
            return taken;
        leaveOut(taken.error());
        return {};
    }

    [[nodiscard]] std::optional<Significance> result()
    {
        if (!m_comparison)
            return {};
        Result<Significance> significance = m_comparison->result();
        if (!significance) {
            leaveOut(significance.error());
            return {};
        }
        significance->rival = m_name;
        return std::move(*significance);
    }

private:
    void leaveOut(const Error &error)
    {
        qCInfo(logScoring, "comparison with %s left out: %s", qUtf8Printable(m_name),
            qUtf8Printable(error.message()));
        m_comparison.reset();
    }

    QString m_name;
    std::unique_ptr<Forecaster> m_rival;
    std::optional<RivalComparison> m_comparison;
};

} // namespace

PartScoring::PartScoring(const TrainPart &part, const ForecasterFactory &factory, Scoring scoring,
    const QString &model, std::vector<double> eventsAbove, JobProgress &progress)
    : m_part(part)
    , m_factory(factory)
    , m_scoring(scoring)
    , m_eventsAbove(std::move(eventsAbove))
    , m_progress(progress)
{
    for (const ForecasterFactory::Kind &kind : factory.kinds()) {
        if (kind.baseline && kind.kind != model)
            m_baselines.push_back(kind.kind);
    }
}

qint64 PartScoring::work() const
{
    qint64 windows = 0;
    if (m_scoring >= Scoring::Validation)
        windows += m_part.split.validation.count;
    if (m_scoring >= Scoring::Test)
        windows += m_part.split.test.count + eventWindows();
    if (m_scoring >= Scoring::Full)
        windows += static_cast<qint64>(m_baselines.size())
            * (m_part.split.test.count + eventWindows());
    return JobProgress::kForecastCost * windows;
}

Result<> PartScoring::run(TrainOutcome &outcome, const Incumbent *incumbent)
{
    RunRecord &record = outcome.record;
    record.parameters = outcome.model.parameterCount();
    if (m_scoring < Scoring::Validation)
        return {};
    BV_TRY(const std::unique_ptr<Forecaster> model, m_factory.load(outcome.model));
    const TaskContext validating =
        m_progress.part(JobProgress::kForecastCost * m_part.split.validation.count,
            QT_TRANSLATE_NOOP("Task", "Scoring the model"));
    BV_TRY(const ForecastMetrics validation,
        evaluateForecaster(*model, *m_part.history, m_part.split.validation, validating));
    record.validation = validation.all;
    if (m_scoring >= Scoring::Test) {
        BV_TRY_VOID(test(*model, outcome, incumbent));
        BV_TRY_VOID(scoreEvents(*model, record.test));
    }
    if (m_scoring >= Scoring::Full)
        BV_TRY_VOID(scoreBaselines(record));
    return {};
}

Result<> PartScoring::test(
    const Forecaster &model, TrainOutcome &outcome, const Incumbent *incumbent)
{
    const TaskContext testing =
        m_progress.part(JobProgress::kForecastCost * m_part.split.test.count,
            QT_TRANSLATE_NOOP("Task", "Scoring the model"));
    if (m_scoring < Scoring::Full) {
        BV_TRY(outcome.record.test,
            evaluateForecaster(model, *m_part.history, m_part.split.test, testing));
        return {};
    }
    OptionalRival rival(model, incumbent, *m_part.history, m_factory);
    BV_TRY(outcome.analysis,
        analyseForecaster(model, *m_part.history, m_part.split.train, m_part.split.test, testing,
            [&](const ForecastPiece &piece) { return rival.take(piece, testing); }));
    outcome.record.test = outcome.analysis->metrics;
    outcome.record.significance = rival.result();
    return {};
}

qint64 PartScoring::eventWindows() const
{
    return m_eventsAbove.empty() ? 0 : m_part.split.validation.count + m_part.split.test.count;
}

Result<> PartScoring::scoreEvents(const Forecaster &model, ForecastMetrics &metrics)
{
    if (m_eventsAbove.empty())
        return {};
    const TaskContext context = m_progress.part(JobProgress::kForecastCost * eventWindows(),
        QT_TRANSLATE_NOOP("Task", "Scoring the alarms"));
    BV_TRY(metrics.events,
        evaluateEvents(model, *m_part.history, m_part.split.validation, m_part.split.test,
            m_eventsAbove, context));
    return {};
}

Result<> PartScoring::scoreBaselines(RunRecord &record)
{
    for (const QString &kind : m_baselines) {
        Result<ForecastMetrics> metrics = scoreBaseline(kind, record.spec.seed);
        if (metrics) {
            record.baselines[kind] = *metrics;
        } else if (metrics.error().code == Errc::Cancelled) {
            return failure(std::move(metrics.error()));
        } else {
            // A trained model is worth more than a missing row beside it.
            qCWarning(logScoring, "baseline %s left out: %s", qUtf8Printable(kind),
                qUtf8Printable(metrics.error().message()));
        }
    }
    return {};
}

Result<ForecastMetrics> PartScoring::scoreBaseline(const QString &kind, std::uint64_t seed)
{
    BV_TRY(const std::unique_ptr<TrainableForecaster> baseline,
        m_factory.create(m_part.modelSpec(kind, {})));
    const TaskContext context =
        m_progress.part(JobProgress::kForecastCost * m_part.split.test.count,
            QT_TRANSLATE_NOOP("Task", "Scoring the baselines"));
    TaskContext fitting = context;
    fitting.progress = [](qint64, qint64, const QString &) {};
    const int epochs = baseline->epochLimit();
    BV_TRY_VOID(baseline->begin({m_part.learnFrom, m_part.split.train}, seed, epochs));
    for (int epoch = 0; epoch < epochs; ++epoch)
        BV_TRY_VOID(baseline->fitEpoch(fitting));
    BV_TRY(ForecastMetrics metrics,
        evaluateForecaster(*baseline, *m_part.history, m_part.split.test, context));
    BV_TRY_VOID(scoreEvents(*baseline, metrics));
    return metrics;
}

} // namespace belvedere
