// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/tuning.h"

#include "base/random.h"
#include "training/work_clock.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>

namespace belvedere {

namespace {

constexpr int kEta = 3; // of how many one goes on; Jamieson and Talwalkar 2016

using State = TuningTrial::State;
using Method = TuningSpec::Method;

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonValue draw(const SearchDimension &dimension, Random &random)
{
    if (!dimension.choices.empty())
        return dimension.choices[random.below(dimension.choices.size())];
    double value = 0.0;
    if (dimension.logarithmic)
        value = std::exp(random.uniform(std::log(dimension.least), std::log(dimension.most)));
    else
        value = random.uniform(dimension.least, dimension.most);
    if (dimension.whole)
        value = std::round(value);
    return std::clamp(value, dimension.least, dimension.most);
}

Result<> checkDimension(const SearchDimension &dimension, const ForecasterFactory::Kind &kind)
{
    const auto known = [&](const OptionSpec &option) { return option.name == dimension.option; };
    if (std::none_of(kind.options.begin(), kind.options.end(), known)) {
        QStringList names;
        for (const OptionSpec &option : kind.options)
            names += option.name;
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A model of kind \"%1\" has no option \"%2\". It has: %3."),
            {kind.kind, dimension.option, names.join(QStringLiteral(", "))});
    }
    const bool range =
        dimension.least < dimension.most && !(dimension.logarithmic && dimension.least <= 0.0);
    if (dimension.choices.empty() && !range)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The search range of option \"%1\" is %2 to %3. Give a lower and a higher number, "
                "both above 0 if the scale is logarithmic."),
            {dimension.option, QString::number(dimension.least), QString::number(dimension.most)});
    return {};
}

Result<> checkSearch(const TuningSpec &spec, const ForecasterFactory &factory)
{
    if (spec.dimensions.empty() || spec.trials < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A search needs at least one option to vary and at least one trial."));
    for (const ForecasterFactory::Kind &kind : factory.kinds()) {
        if (kind.kind != spec.train.model)
            continue;
        for (const SearchDimension &dimension : spec.dimensions)
            BV_TRY_VOID(checkDimension(dimension, kind));
    }
    return {};
}

/// A search at work.
class Search
{
public:
    Search(const TuningSpec &spec, const TrainInputs &inputs, const ForecasterFactory &factory,
        const TaskContext &context, const TuningHooks &hooks)
        : m_inputs(inputs)
        , m_factory(factory)
        , m_context(context)
        , m_hooks(hooks)
        , m_clock(context)
    {
        m_tuning.spec = spec;
        m_tuning.unit = inputs.history->channel.unit;
        m_tuning.spec.train.budgetSeconds = 0.0;
        m_tuning.spec.train.plannedEpochs = spec.train.epochs;
        if (spec.keepTrials)
            m_group =
                QDateTime::currentDateTimeUtc().toString(QStringLiteral("'t'yyyyMMdd-HHmmss"));
    }

    [[nodiscard]] Result<Tuning> run();

private:
    using Numbers = std::vector<std::size_t>; // positions of trials

    void planProgress(const std::vector<int> &rungs);
    Result<Numbers> runRung(const Numbers &trials, int rung, int epochs);
    Result<> runTrial(std::size_t position, int rung, int epochs);
    Result<> crown(std::size_t position);
    void drop(const Numbers &trials, std::size_t from, State state);
    void handOn(std::size_t position);
    [[nodiscard]] TrainInputs inputsOf(std::size_t position, Scoring scoring);
    [[nodiscard]] TrainSpec specOf(const TuningTrial &trial) const;
    void hear(TuningTrial &trial, const EpochReport &report);
    [[nodiscard]] TaskContext quiet() const;
    [[nodiscard]] bool outOfTime() const;

    const TrainInputs &m_inputs;
    const ForecasterFactory &m_factory;
    const TaskContext &m_context;
    const TuningHooks &m_hooks;
    WorkClock m_clock;
    Tuning m_tuning;
    std::map<std::size_t, TrainOutcome> m_outcomes; // where those that may go on have stopped
    qint64 m_epochsDone = 0;
    qint64 m_epochsInAll = 0;
    std::optional<Error> m_lastError;
    QString m_group; // of the runs that are kept; empty = the winner alone
};

bool Search::outOfTime() const
{
    const double budget = m_tuning.spec.budgetSeconds;
    return m_hooks.finishEarly() || (budget > 0.0 && m_clock.seconds() > budget);
}

/// Progress is told by epochs.
TaskContext Search::quiet() const
{
    TaskContext context = m_context;
    context.progress = [](qint64, qint64, const QString &) {};
    return context;
}

void Search::planProgress(const std::vector<int> &rungs)
{
    auto trials = static_cast<qint64>(m_tuning.trials.size());
    int before = 0;
    for (const int epochs : rungs) {
        m_epochsInAll += trials * (epochs - before);
        before = epochs;
        trials = std::max<qint64>(1, trials / kEta);
    }
}

TrainSpec Search::specOf(const TuningTrial &trial) const
{
    TrainSpec spec = m_tuning.spec.train;
    for (auto it = trial.options.begin(); it != trial.options.end(); ++it)
        spec.options[it.key()] = it.value();
    return spec;
}

TrainInputs Search::inputsOf(std::size_t position, Scoring scoring)
{
    TrainInputs inputs{m_inputs.history, m_inputs.partners};
    inputs.split = m_inputs.split;
    inputs.learnFrom = m_inputs.learnFrom;
    inputs.scoring = scoring;
    inputs.goesOn = scoring != Scoring::Full;
    if (scoring == Scoring::Full)
        inputs.incumbent = m_inputs.incumbent;
    const auto before = m_outcomes.find(position);
    if (before != m_outcomes.end())
        inputs.resume = std::move(before->second.stoppedAt);
    else
        inputs.startFrom = m_inputs.startFrom;
    return inputs;
}

void Search::hear(TuningTrial &trial, const EpochReport &report)
{
    trial.epochs.push_back(report);
    if (std::isnan(trial.score) || report.score < trial.score) {
        trial.score = report.score;
        trial.validationMae = report.validationMae;
    }
    ++m_epochsDone;
    m_context.progress(std::min(m_epochsDone, m_epochsInAll), m_epochsInAll,
        QStringLiteral(QT_TRANSLATE_NOOP("Task", "Searching")));
    m_hooks.onEpoch(trial, report);
}

/// @return Errc::Cancelled; a trial that fails otherwise is no error of the search.
Result<> Search::runTrial(std::size_t position, int rung, int epochs)
{
    TuningTrial &trial = m_tuning.trials[position];
    trial.state = State::Running;
    trial.rung = rung;
    m_hooks.onTrial(trial);
    TrainerHooks training;
    training.onEpoch = [this, &trial](const EpochReport &report) { hear(trial, report); };
    training.finishEarly = [this, &trial, epochs] {
        return static_cast<int>(trial.epochs.size()) >= epochs || outOfTime();
    };
    const bool kept = m_tuning.spec.keepTrials;
    const TrainInputs inputs = inputsOf(position, kept ? Scoring::Validation : Scoring::Nothing);
    Result<TrainOutcome> outcome =
        trainForecaster(specOf(trial), inputs, m_factory, quiet(), training);
    if (outcome) {
        trial.seconds = outcome->record.seconds;
        m_outcomes[position] = std::move(*outcome);
        return {};
    }
    if (outcome.error().code == Errc::Cancelled)
        return failure(std::move(outcome.error()));
    trial.state = State::Failed;
    trial.error = outcome.error();
    m_lastError = trial.error;
    m_outcomes.erase(position);
    m_hooks.onTrial(trial);
    return {};
}

/// @return those that did not fail, best first.
Result<Search::Numbers> Search::runRung(const Numbers &trials, int rung, int epochs)
{
    Numbers done;
    for (const std::size_t position : trials) {
        const bool begun = m_outcomes.count(position) > 0;
        if (!outOfTime() || (rung == 1 && done.empty() && position == trials.front()))
            BV_TRY_VOID(runTrial(position, rung, epochs));
        else if (!begun)
            continue;
        if (m_tuning.trials[position].state != State::Failed)
            done.push_back(position);
    }
    std::stable_sort(done.begin(), done.end(), [this](std::size_t a, std::size_t b) {
        const double scoreA = m_tuning.trials[a].score;
        const double scoreB = m_tuning.trials[b].score;
        return scoreA < scoreB || (std::isnan(scoreB) && !std::isnan(scoreA));
    });
    return done;
}

void Search::handOn(std::size_t position)
{
    const auto outcome = m_outcomes.find(position);
    if (outcome == m_outcomes.end())
        return;
    if (m_tuning.spec.keepTrials) {
        outcome->second.stoppedAt.reset();
        outcome->second.record.resumes = 0; // only the search interrupted it
        outcome->second.record.group = m_group;
        m_hooks.onOutcome(m_tuning.trials[position], std::move(outcome->second));
    }
    m_outcomes.erase(outcome);
}

/// Lets trials from position `from` of an ordered list go.
void Search::drop(const Numbers &trials, std::size_t from, State state)
{
    for (std::size_t i = from; i < trials.size(); ++i) {
        TuningTrial &trial = m_tuning.trials[trials[i]];
        trial.state = state;
        m_hooks.onTrial(trial);
        handOn(trials[i]);
    }
}

/// Trains the best trial to its end and looks at the test part, once.
Result<> Search::crown(std::size_t position)
{
    TuningTrial &trial = m_tuning.trials[position];
    m_tuning.best = trial.number;
    TrainerHooks training;
    training.onEpoch = [this, &trial](const EpochReport &report) { hear(trial, report); };
    BV_TRY(m_tuning.winner,
        trainForecaster(
            specOf(trial), inputsOf(position, Scoring::Full), m_factory, quiet(), training));
    m_context.progress(m_epochsInAll, m_epochsInAll, {});
    m_tuning.winner.record.resumes = 0; // only the search interrupted it
    m_tuning.winner.record.group = m_group;
    trial.seconds = m_tuning.winner.record.seconds;
    trial.state = State::Finished;
    m_hooks.onTrial(trial);
    return {};
}

Result<Tuning> Search::run()
{
    const std::vector<QJsonObject> drawn = drawTrials(m_tuning.spec);
    Numbers trials;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        TuningTrial trial;
        trial.number = static_cast<int>(i) + 1;
        trial.options = drawn[i];
        m_tuning.trials.push_back(std::move(trial));
        trials.push_back(i);
    }
    const std::vector<int> rungs = tuningRungs(m_tuning.spec);
    planProgress(rungs);
    for (std::size_t rung = 0; rung < rungs.size(); ++rung) {
        BV_TRY(trials, runRung(trials, static_cast<int>(rung) + 1, rungs[rung]));
        if (trials.empty())
            return failure(m_lastError.value_or(Error()));
        if (rung + 1 == rungs.size() || outOfTime())
            break;
        const std::size_t survivors = std::max<std::size_t>(1, trials.size() / kEta);
        drop(trials, survivors, State::Dropped);
        trials.resize(survivors);
    }
    BV_TRY_VOID(crown(trials.front()));
    drop(trials, 1, State::Finished);
    m_tuning.seconds = m_clock.seconds();
    return std::move(m_tuning);
}

} // namespace

QJsonObject SearchDimension::toJson() const
{
    QJsonObject json{{QStringLiteral("option"), option}};
    if (choices.empty()) {
        json.insert(QStringLiteral("least"), least);
        json.insert(QStringLiteral("most"), most);
        json.insert(QStringLiteral("logarithmic"), logarithmic);
        json.insert(QStringLiteral("whole"), whole);
        return json;
    }
    QJsonArray names;
    for (const QString &choice : choices)
        names.append(choice);
    json.insert(QStringLiteral("choices"), names);
    return json;
}

SearchDimension searchDimension(const OptionSpec &option)
{
    SearchDimension dimension{option.name, option.least, option.most, option.logarithmic,
        option.whole, {}, standardValue(option)};
    for (const OptionChoice &choice : option.choices)
        dimension.choices.push_back(choice.name);
    return dimension;
}

QJsonObject TuningSpec::toJson() const
{
    QJsonArray list;
    for (const SearchDimension &dimension : dimensions)
        list.append(dimension.toJson());
    return {{QStringLiteral("train"), train.toJson()}, {QStringLiteral("dimensions"), list},
        {QStringLiteral("method"),
            method == Method::Random ? QStringLiteral("random") : QStringLiteral("halving")},
        {QStringLiteral("trials"), trials}, {QStringLiteral("leastEpochs"), leastEpochs},
        {QStringLiteral("budgetSeconds"), budgetSeconds},
        {QStringLiteral("seed"), QString::number(seed)}};
}

QString trialStateName(TuningTrial::State state)
{
    switch (state) {
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Running:
        return QStringLiteral("running");
    case State::Dropped:
        return QStringLiteral("dropped");
    case State::Finished:
        return QStringLiteral("finished");
    case State::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QJsonObject TuningTrial::toJson() const
{
    QJsonObject json{{QStringLiteral("trial"), number}, {QStringLiteral("options"), options},
        {QStringLiteral("state"), trialStateName(state)}, {QStringLiteral("rung"), rung},
        {QStringLiteral("epochs"), static_cast<qint64>(epochs.size())},
        {QStringLiteral("score"), belvedere::number(score)},
        {QStringLiteral("validationMae"), belvedere::number(validationMae)},
        {QStringLiteral("seconds"), seconds}};
    if (error)
        json.insert(QStringLiteral("error"), error->message());
    return json;
}

QJsonObject Tuning::toJson() const
{
    QJsonArray list;
    for (const TuningTrial &trial : trials)
        list.append(trial.toJson());
    return {{QStringLiteral("specification"), spec.toJson()}, {QStringLiteral("unit"), unit},
        {QStringLiteral("trials"), list}, {QStringLiteral("best"), best},
        {QStringLiteral("seconds"), seconds}};
}

std::vector<int> tuningRungs(const TuningSpec &spec)
{
    const int most = spec.train.epochs;
    if (spec.method == Method::Random)
        return {most};
    // As many thirds as there are trials to lose, or as the first rung allows.
    std::vector<int> rungs{most};
    int trials = spec.trials;
    double epochs = most;
    while (
        trials >= kEta && epochs / kEta >= std::max(1.0, static_cast<double>(spec.leastEpochs))) {
        epochs /= kEta;
        trials /= kEta;
        rungs.insert(rungs.begin(), static_cast<int>(std::lround(epochs)));
    }
    return rungs;
}

std::vector<QJsonObject> drawTrials(const TuningSpec &spec)
{
    std::vector<QJsonObject> trials;
    for (int i = 0; i < spec.trials; ++i) {
        Random random = Random(spec.seed).split(static_cast<std::uint64_t>(i));
        QJsonObject options;
        for (const SearchDimension &dimension : spec.dimensions) {
            QJsonValue value = draw(dimension, random);
            if (i == 0 && spec.train.options.contains(dimension.option))
                value = spec.train.options[dimension.option];
            else if (i == 0 && !dimension.standard.isUndefined())
                value = dimension.standard;
            options.insert(dimension.option, value);
        }
        trials.push_back(options);
    }
    return trials;
}

Result<Tuning> tuneForecaster(const TuningSpec &spec, const TrainInputs &inputs,
    const ForecasterFactory &factory, const TaskContext &context, const TuningHooks &hooks)
{
    BV_TRY_VOID(checkSearch(spec, factory));
    return Search(spec, inputs, factory, context, hooks).run();
}

} // namespace belvedere
