// SPDX-License-Identifier: GPL-3.0-or-later
#include "crossvalidate_command.h"

#include "models/catalog/model_catalog.h"
#include "registry/train_inputs.h"
#include "study_answer.h"
#include "text_table.h"
#include "train_options.h"
#include "training/cross_validation.h"

namespace belvedere::ctl {

namespace {

struct FoldArguments
{
    TrainArguments train;
    int folds = CrossValidationSpec().folds;
    std::string scheme = "rolling-origin";
};

QString foldsTable(const CrossValidation &result)
{
    TextTable table({QStringLiteral("fold"), QStringLiteral("from"), QStringLiteral("to"),
        QStringLiteral("MAE"), QStringLiteral("RMSE"), QStringLiteral("CRPS"),
        QStringLiteral("80 % band holds")});
    const auto add = [&table](const QStringList &title, const ErrorFigures &figures) {
        table.add(title
            + QStringList{numberText(figures.mae, 3), numberText(figures.rmse, 3),
                numberText(figures.crps, 3),
                numberText(100.0 * figures.coverage, 1) + QLatin1String(" %")});
    };
    for (const FoldOutcome &fold : result.folds)
        add({QString::number(fold.fold.number), formatUtc(fold.testFrom), formatUtc(fold.testTo)},
            fold.record.test.all);
    add({QStringLiteral("mean"), {}, {}}, result.test.mean.all);
    add({QStringLiteral("deviation"), {}, {}}, result.test.deviation.all);
    return table.toString();
}

Result<Answer> crossValidateVerb(Session &session, const FoldArguments &arguments)
{
    CrossValidationSpec spec;
    BV_TRY(spec.train, trainSpec(session, arguments.train));
    spec.folds = arguments.folds;
    if (arguments.scheme == "blocked")
        spec.scheme = CrossValidationSpec::Scheme::Blocked;
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const TrainInputs inputs, loadTrainInputs(store, spec.train));
    const QString unit = inputs.history->channel.unit;
    CrossValidationHooks hooks;
    hooks.onOutcome = [&](const FoldOutcome &fold) {
        session.note(QStringLiteral("fold %1: test MAE %2 %3")
                         .arg(fold.fold.number)
                         .arg(numberText(fold.record.test.all.mae, 3), unit));
    };
    BV_TRY(const CrossValidation result,
        crossValidate(spec, inputs, modelCatalog(), session.context(), hooks));
    return studyAnswer(result.toJson(), spec.train, unit, foldsTable(result));
}

} // namespace

void addCrossValidateCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "crossvalidate", "Train and test a model on several blocks of time; keeps no run");
    const auto arguments = std::make_shared<FoldArguments>();
    addTrainOptions(*verb, arguments->train);
    verb->add_option("--folds", arguments->folds, "Blocks that are forecast")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb->add_option("--scheme", arguments->scheme,
            "rolling-origin: learn from everything before a block; blocked: from everything but it")
        ->check(CLI::IsMember({"rolling-origin", "blocked"}))
        ->capture_default_str();
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return crossValidateVerb(session, *arguments); };
    });
}

} // namespace belvedere::ctl
