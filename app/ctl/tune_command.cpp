// SPDX-License-Identifier: GPL-3.0-or-later
#include "tune_command.h"

#include "metrics_table.h"
#include "models/catalog/model_catalog.h"
#include "registry/train_inputs.h"
#include "study_answer.h"
#include "text_table.h"
#include "train_options.h"
#include "training/run_archive.h"
#include "training/tuning.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ctl {

namespace {

struct TuneArguments
{
    TrainArguments train;
    std::vector<std::string> search;
    int trials = TuningSpec().trials;
    std::string method = "halving";
    int leastEpochs = TuningSpec().leastEpochs;
    bool keepTrials = false;
};

/// "0.001:0.1" or "adam,sgd"
Result<> narrow(const QString &text, SearchDimension &dimension)
{
    const QStringList ends = text.split(QLatin1Char(':'));
    if (dimension.choices.empty() && ends.size() == 2) {
        bool isLeast = false;
        bool isMost = false;
        dimension.least = ends[0].toDouble(&isLeast);
        dimension.most = ends[1].toDouble(&isMost);
        if (isLeast && isMost)
            return {};
    } else if (!dimension.choices.empty()) {
        const QStringList names = text.split(QLatin1Char(','));
        const auto known = [&](const QString &name) {
            return std::find(dimension.choices.begin(), dimension.choices.end(), name)
                != dimension.choices.end();
        };
        if (std::all_of(names.begin(), names.end(), known)) {
            dimension.choices.assign(names.begin(), names.end());
            if (!names.contains(dimension.standard.toString()))
                dimension.standard = QJsonValue::Undefined;
            return {};
        }
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "\"%1\" is no range of option \"%2\". Write low:high, or some of its choices as a,b."),
        {text, dimension.option}, QStringLiteral("--search"));
}

/// All options of the model, or those that were named.
Result<std::vector<SearchDimension>> dimensionsOf(
    const ForecasterFactory::Kind &kind, const std::vector<std::string> &search)
{
    std::vector<SearchDimension> all;
    QStringList names;
    for (const OptionSpec &option : kind.options) {
        all.push_back(searchDimension(option));
        names += option.name;
    }
    if (search.empty())
        return all;
    std::vector<SearchDimension> dimensions;
    for (const std::string &argument : search) {
        const QString text = QString::fromStdString(argument);
        const QString name = text.section(QLatin1Char('='), 0, 0);
        const auto found = std::find_if(all.begin(), all.end(),
            [&name](const SearchDimension &dimension) { return dimension.option == name; });
        if (found == all.end())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A model of kind \"%1\" has no option \"%2\". It has: %3."),
                {kind.kind, name, names.join(QStringLiteral(", "))}, QStringLiteral("--search"));
        dimensions.push_back(*found);
        if (text.contains(QLatin1Char('=')))
            BV_TRY_VOID(narrow(text.section(QLatin1Char('='), 1), dimensions.back()));
    }
    return dimensions;
}

Result<TuningSpec> tuningSpec(const Session &session, const TuneArguments &arguments)
{
    TuningSpec spec;
    BV_TRY(spec.train, trainSpec(session, arguments.train));
    BV_TRY(const ForecasterFactory::Kind kind, kindByName(spec.train.model));
    BV_TRY(spec.dimensions, dimensionsOf(kind, arguments.search));
    if (arguments.method == "random")
        spec.method = TuningSpec::Method::Random;
    spec.trials = arguments.trials;
    spec.leastEpochs = arguments.leastEpochs;
    spec.budgetSeconds = spec.train.budgetSeconds;
    spec.seed = spec.train.seed;
    spec.keepTrials = arguments.keepTrials;
    return spec;
}

QString optionsText(const QJsonObject &options)
{
    QStringList parts;
    for (auto it = options.begin(); it != options.end(); ++it)
        parts += it.key() + QLatin1Char('=')
            + (it->isDouble() ? QString::number(it->toDouble(), 'g', 4) : it->toString());
    return parts.join(QLatin1Char(' '));
}

QString trialsTable(const Tuning &tuning)
{
    std::vector<const TuningTrial *> order;
    for (const TuningTrial &trial : tuning.trials)
        order.push_back(&trial);
    std::stable_sort(order.begin(), order.end(), [](const TuningTrial *a, const TuningTrial *b) {
        return a->score < b->score || (std::isnan(b->score) && !std::isnan(a->score));
    });
    TextTable table(
        {QStringLiteral("trial"), QStringLiteral("epochs"), QStringLiteral("validation MAE"),
            QStringLiteral("seconds"), QStringLiteral("state"), QStringLiteral("options")});
    for (const TuningTrial *trial : order)
        table.add({QString::number(trial->number), QString::number(trial->epochs.size()),
            numberText(trial->validationMae, 3), numberText(trial->seconds, 1),
            trialStateName(trial->state), optionsText(trial->options)});
    return table.toString();
}

Result<Answer> tune(Session &session, const TuneArguments &arguments)
{
    BV_TRY(TuningSpec spec, tuningSpec(session, arguments));
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const TrainInputs inputs, loadTrainInputs(store, spec.train));
    RunArchive archive(store);
    std::optional<Error> notKept;
    TuningHooks hooks;
    hooks.onTrial = [&session](const TuningTrial &trial) {
        session.note(QStringLiteral("trial %1 %2: %3")
                         .arg(trial.number)
                         .arg(trialStateName(trial.state), optionsText(trial.options)));
    };
    hooks.onOutcome = [&](const TuningTrial &, TrainOutcome outcome) {
        const auto kept = archive.add(std::move(outcome));
        if (!kept)
            notKept = kept.error();
    };
    BV_TRY(Tuning tuning, tuneForecaster(spec, inputs, modelCatalog(), session.context(), hooks));
    if (notKept)
        return failure(*notKept);
    BV_TRY(const RunRecord run, archive.add(std::move(tuning.winner)));
    Answer answer;
    answer.json = tuning.toJson();
    answer.json.insert(QStringLiteral("run"), run.id);
    nameTraining(answer.json, run.spec);
    answer.json.insert(QStringLiteral("validation"), run.validation.toJson());
    answer.json.insert(QStringLiteral("test"), run.test.toJson());
    answer.text = trialsTable(tuning)
        + QStringLiteral("Trial %1 is the best; kept as %2, %3; errors in %4\n")
              .arg(tuning.best)
              .arg(run.id, durationText(tuning.seconds), run.unit)
        + metricsTable({{run.spec.model, run.test}}, inputs.history->axis.stepMs);
    return answer;
}

} // namespace

void addTuneCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "tune",
        "Search the settings of a model on the validation part and keep the best as a run");
    const auto arguments = std::make_shared<TuneArguments>();
    addTrainOptions(*verb, arguments->train);
    verb->add_option("--search", arguments->search,
            "A setting to vary, with its range or choices (default: all); may be given repeatedly")
        ->type_name("OPTION[=LOW:HIGH|=A,B]")
        ->allow_extra_args(false);
    verb->add_option("--trials", arguments->trials, "How many settings are tried")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb->add_option("--method", arguments->method,
            "halving: the best third goes on, again and again; random: every trial to its end")
        ->check(CLI::IsMember({"halving", "random"}))
        ->capture_default_str();
    verb->add_option("--least-epochs", arguments->leastEpochs, "Epochs before the first comparison")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb->add_flag("--keep-trials", arguments->keepTrials, "Keep every trial as a run");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return tune(session, *arguments); };
    });
}

} // namespace belvedere::ctl
