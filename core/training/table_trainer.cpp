// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_trainer.h"

#include "training/code_version.h"
#include "training/data_hash.h"
#include "training/job_progress.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

const QString kRandom = QStringLiteral("random");
const QString kRows = QStringLiteral("rows");
const QString kConstant = QStringLiteral("constant");

// Shares of the whole work, in units of a forecast of the training part.
constexpr qint64 kFitWork = 60;
constexpr qint64 kBaselineWork = 20;
constexpr qint64 kAnalysisWork = 20;

Result<std::shared_ptr<const TableSample>> sampleOf(const TableEncoder &encoder,
    const ColumnTable &table, const TableTarget &target, const std::vector<std::size_t> &rows)
{
    auto sample = std::make_shared<TableSample>();
    BV_TRY(sample->matrix, encoder.encode(table, rows));
    for (const std::size_t row : rows)
        sample->target.push_back(target.values[row]);
    return sample;
}

TableFigures figuresOf(const TableModelSpec &spec, const ClassDecision &decision,
    const TablePredictions &predictions, const std::vector<float> &target)
{
    TableFigures figures;
    if (spec.task == TableTask::Classification) {
        const std::vector<int> truth(target.begin(), target.end());
        figures.classification = classificationFigures(
            truth, predictions.classes, predictions.values, predictions.outputs, decision.positive);
    } else {
        figures.numbers = numberFigures(target, predictions.values, spec.task == TableTask::Counts);
    }
    return figures;
}

/// n / (classes * n of the class), as scikit-learn's "balanced".
std::vector<float> balancedWeights(const std::vector<float> &target, std::size_t classes)
{
    std::vector<double> counts(classes, 0.0);
    for (const float t : target)
        counts[static_cast<std::size_t>(t)] += 1.0;
    std::vector<float> weights;
    for (const double count : counts)
        weights.push_back(static_cast<float>(static_cast<double>(target.size())
            / (static_cast<double>(classes) * std::max(count, 1.0))));
    return weights;
}

Result<int> positiveClass(const std::vector<QString> &classes, const QString &wanted)
{
    if (!wanted.isEmpty() && std::find(classes.begin(), classes.end(), wanted) == classes.end()) {
        QStringList names(classes.begin(), classes.end());
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The target has no class \"%1\". There are: %2."),
            {wanted, names.join(QStringLiteral(", "))}, QStringLiteral("--positive"));
    }
    if (classes.size() != 2)
        return -1;
    return wanted.isEmpty() || wanted == classes.back() ? 1 : 0;
}

/// One class missing in the training part: nothing could ever be taken for it.
Result<> checkClasses(const TableTarget &target, const TableSplit &split, const QString &column)
{
    std::vector<bool> known(target.classes.size(), false);
    for (const std::size_t row : split.train)
        known[static_cast<std::size_t>(target.values[row])] = true;
    QStringList absent;
    for (std::size_t k = 0; k < known.size(); ++k) {
        if (!known[k])
            absent += target.classes[k];
    }
    if (absent.isEmpty())
        return {};
    return failure(Errc::Numeric,
        QT_TRANSLATE_NOOP("Error",
            "No training row of \"%1\" is of class %2, so it cannot be learned. Split at random, "
            "or leave its rows out of the file."),
        {column, absent.join(QStringLiteral(", "))});
}

/// Kinds that any model of the task has to beat.
std::vector<QString> baselineKinds(TableTask task)
{
    switch (task) {
    case TableTask::Classification:
        return {kConstant, QStringLiteral("logistic")};
    case TableTask::Counts:
        return {kConstant, QStringLiteral("poisson")};
    case TableTask::Regression:
        break;
    }
    return {kConstant, QStringLiteral("ridge")};
}

/// A training under way.
class TableTrainer
{
public:
    TableTrainer(const TrainSpec &spec, std::shared_ptr<const ColumnTable> table,
        const TableLearnerFactory &factory, const TaskContext &context)
        : m_spec(spec)
        , m_table(std::move(table))
        , m_factory(factory)
        , m_clock(context)
        , m_progress(context, m_clock, spec.threads)
    {
        m_progress.setTotal(kFitWork + kBaselineWork + kAnalysisWork);
    }

    [[nodiscard]] Result<TrainOutcome> run()
    {
        TrainOutcome outcome;
        RunRecord &record = outcome.record;
        record.started = QDateTime::currentMSecsSinceEpoch();
        BV_TRY_VOID(prepare());
        record.spec = m_spec;
        record.spec.channel = m_model.target;
        record.dataHash = dataHash(*m_table);
        record.codeVersion = codeVersion();
        record.simulatedData = m_table->info.simulated;
        BV_TRY(TablePredictor predictor, fit(record));
        const TableModelState state = predictor.state();
        for (const NamedTensor &tensor : state.tensors)
            record.parameters += static_cast<qint64>(tensor.values.size());
        BV_TRY_VOID(score(predictor));
        BV_TRY_VOID(scoreBaselines());
        BV_TRY(const TablePredictions predictions, predictor.predict(m_test->matrix));
        BV_TRY(outcome.tableAnalysis,
            analyseTable(predictor, m_test->matrix, m_test->target, predictions, m_spec.seed,
                m_progress.part(
                    kAnalysisWork, QT_TRANSLATE_NOOP("Task", "Looking at the columns' worth"))));
        record.seconds = m_clock.seconds();
        record.stopReason = QStringLiteral("epochs");
        writeFigures(record);
        record.table = std::move(m_result);
        outcome.tableModel = predictor.state();
        return outcome;
    }

private:
    [[nodiscard]] Result<> prepare()
    {
        if (!m_spec.table)
            m_spec.table = TableSettings();
        BV_TRY(m_model.task, taskFromName(m_spec.task));
        m_model.kind = m_spec.model;
        m_model.target = m_spec.channel;
        m_model.options = m_spec.options;
        BV_TRY(m_target, tableTarget(*m_table, m_spec.channel, m_model.task));
        m_model.classes = m_target.classes;
        BV_TRY(m_decision.positive, positiveClass(m_target.classes, m_spec.table->positive));
        BV_TRY(const TableSplit split, splitTable(*m_table, m_target, m_spec, &m_result.splitBy));
        if (m_model.task == TableTask::Classification)
            BV_TRY_VOID(checkClasses(m_target, split, m_model.target));
        BV_TRY(m_encoder,
            TableEncoder::learn(*m_table, m_spec.table->columns, m_model.target, split.train));
        for (const Feature &feature : m_encoder->features())
            m_model.features.push_back(feature.name);
        BV_TRY(m_train, sampleOf(*m_encoder, *m_table, m_target, split.train));
        BV_TRY(m_validation, sampleOf(*m_encoder, *m_table, m_target, split.validation));
        BV_TRY(m_test, sampleOf(*m_encoder, *m_table, m_target, split.test));
        m_result.classes = m_model.classes;
        m_result.positive = m_decision.positive;
        m_result.columns = m_encoder->columns();
        for (const ColumnLeftOut &column : m_encoder->leftOut())
            m_result.unused.push_back({column.column, column.reason.message()});
        m_result.features = static_cast<qint64>(m_model.features.size());
        m_result.trainRows = static_cast<qint64>(split.train.size());
        m_result.validationRows = static_cast<qint64>(split.validation.size());
        m_result.testRows = static_cast<qint64>(split.test.size());
        m_result.withoutTarget = m_table->info.rows - static_cast<qint64>(m_target.rows.size());
        return {};
    }

    /// A learner that is fitted to the training part.
    [[nodiscard]] Result<std::pair<TablePredictor, TableFit>> fitKind(
        const TableModelSpec &model, const TaskContext &context)
    {
        BV_TRY(auto learner, m_factory.create(model));
        TableTraining training{m_train, m_validation, {}, m_spec.seed};
        if (m_spec.table->balanced && model.task == TableTask::Classification)
            training.classWeights = balancedWeights(m_train->target, model.classes.size());
        BV_TRY(TableFit fitted, learner->fit(training, context));
        TablePredictor predictor(*m_encoder, std::move(learner), m_decision);
        // The constant says the most frequent class, whatever a tuned threshold would make of it.
        if (model.kind != kConstant)
            BV_TRY_VOID(tune(predictor));
        return std::make_pair(std::move(predictor), std::move(fitted));
    }

    [[nodiscard]] Result<> tune(TablePredictor &predictor) const
    {
        if (m_decision.positive < 0)
            return {};
        BV_TRY(const TablePredictions predictions, predictor.predict(m_validation->matrix));
        ClassDecision decision = m_decision;
        decision.threshold =
            bestThreshold(scoredRows(predictions, m_validation->target, decision.positive),
                m_spec.table->threshold);
        predictor.setDecision(decision);
        return {};
    }

    [[nodiscard]] Result<TablePredictor> fit(RunRecord &record)
    {
        BV_TRY(auto fitted,
            fitKind(m_model, m_progress.part(kFitWork, QT_TRANSLATE_NOOP("Task", "Training"))));
        record.spec.options = fitted.first.spec().options;
        record.bestEpoch = fitted.second.bestRound;
        for (const TableRound &round : fitted.second.rounds) {
            EpochReport epoch;
            epoch.epoch = round.round;
            epoch.trainLoss = round.trainLoss;
            epoch.validationLoss = round.validationLoss;
            epoch.validationMae = kNoFigure;
            epoch.score = round.validationLoss;
            epoch.best = round.round == fitted.second.bestRound;
            record.epochs.push_back(epoch);
        }
        return std::move(fitted.first);
    }

    [[nodiscard]] Result<TableFigures> figures(
        const TablePredictor &predictor, const TableSample &sample) const
    {
        BV_TRY(const TablePredictions predictions, predictor.predict(sample.matrix));
        return figuresOf(predictor.spec(), predictor.decision(), predictions, sample.target);
    }

    [[nodiscard]] Result<> score(const TablePredictor &predictor)
    {
        m_result.threshold = predictor.decision().threshold;
        BV_TRY(m_result.validation, figures(predictor, *m_validation));
        BV_TRY(m_result.test, figures(predictor, *m_test));
        return {};
    }

    [[nodiscard]] Result<> scoreBaselines()
    {
        const std::vector<QString> kinds = baselineKinds(m_model.task);
        for (const QString &kind : kinds) {
            const TaskContext context =
                m_progress.part(kBaselineWork / static_cast<qint64>(kinds.size()),
                    QT_TRANSLATE_NOOP("Task", "Scoring the baselines"));
            if (kind == m_model.kind) {
                m_result.baselines[kind] = m_result.test;
                continue;
            }
            TableModelSpec model = m_model;
            model.kind = kind;
            model.options = {};
            BV_TRY(const auto fitted, fitKind(model, context));
            BV_TRY(m_result.baselines[kind], figures(fitted.first, *m_test));
        }
        return {};
    }

    /// Where every list of runs looks for an error, a regression's stands; a classification has
    /// none.
    void writeFigures(RunRecord &record) const
    {
        const auto errors = [](const TableFigures &from) {
            ErrorFigures to;
            for (const ErrorFigureName &figure : errorFigureNames())
                to.*figure.value = kNoFigure;
            if (from.numbers) {
                to.mae = from.numbers->mae;
                to.rmse = from.numbers->rmse;
                to.bias = from.numbers->bias;
                to.observed = from.numbers->rows;
            }
            return to;
        };
        record.validation = errors(m_result.validation);
        record.test.all = errors(m_result.test);
        for (const auto &[kind, baseline] : m_result.baselines)
            record.baselines[kind].all = errors(baseline);
    }

    TrainSpec m_spec;
    std::shared_ptr<const ColumnTable> m_table;
    const TableLearnerFactory &m_factory;
    WorkClock m_clock;
    JobProgress m_progress;
    TableModelSpec m_model;
    TableTarget m_target;
    ClassDecision m_decision;
    std::optional<TableEncoder> m_encoder;
    std::shared_ptr<const TableSample> m_train;
    std::shared_ptr<const TableSample> m_validation;
    std::shared_ptr<const TableSample> m_test;
    TableResult m_result;
};

/// The column to split by that nobody named: the first of times, if it is never missing.
QString usualOrder(const ColumnTable &table)
{
    for (const ColumnInfo &column : table.info.columns) {
        if (column.kind == ColumnKind::Time && column.missing == 0)
            return column.name;
    }
    return kRandom;
}

} // namespace

Result<TableSplit> splitTable(
    const ColumnTable &table, const TableTarget &target, const TrainSpec &spec, QString *splitBy)
{
    const QString wanted = spec.table ? spec.table->splitBy : QString();
    const QString by = wanted.isEmpty() ? usualOrder(table) : wanted;
    if (splitBy != nullptr)
        *splitBy = by;
    if (by == kRandom) {
        std::vector<int> strata;
        for (const std::size_t row : target.rows) {
            if (!target.classes.empty())
                strata.push_back(static_cast<int>(target.values[row]));
        }
        return randomSplit(target.rows, strata, spec.split, spec.seed);
    }
    std::vector<double> order;
    if (by == kRows) {
        order.assign(target.rows.begin(), target.rows.end());
        return orderedSplit(target.rows, order, spec.split);
    }
    BV_TRY(const int at, table.info.column(by));
    const ColumnInfo &info = table.info.columns[static_cast<std::size_t>(at)];
    if (info.kind != ColumnKind::Time && info.kind != ColumnKind::Number)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" cannot order the rows: it holds neither times nor numbers. Split "
                "by another column, by rows, or at random."),
            {by}, QStringLiteral("--split-by"));
    for (const std::size_t row : target.rows) {
        const double cell = table.cells[static_cast<std::size_t>(at)][row];
        if (std::isnan(cell))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Column \"%1\" cannot order the rows: it is empty in row %2. Split by another "
                    "column, by rows, or at random."),
                {by, QString::number(row + 1)}, QStringLiteral("--split-by"));
        order.push_back(cell);
    }
    return orderedSplit(target.rows, order, spec.split);
}

Result<TrainOutcome> trainTable(const TrainSpec &spec, std::shared_ptr<const ColumnTable> table,
    const TableLearnerFactory &factory, const TaskContext &context)
{
    return TableTrainer(spec, std::move(table), factory, context).run();
}

Result<TableFigures> evaluateTable(const TablePredictor &model, const ColumnTable &table,
    const TableTarget &target, const std::vector<std::size_t> &rows, const TaskContext &context)
{
    BV_TRY(const TablePredictions predictions, model.predict(table, rows, context));
    std::vector<float> truth;
    for (const std::size_t row : rows)
        truth.push_back(target.values[row]);
    return figuresOf(model.spec(), model.decision(), predictions, truth);
}

} // namespace belvedere
