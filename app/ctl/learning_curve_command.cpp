// SPDX-License-Identifier: GPL-3.0-or-later
#include "learning_curve_command.h"

#include "models/catalog/model_catalog.h"
#include "registry/train_inputs.h"
#include "study_answer.h"
#include "text_table.h"
#include "train_options.h"
#include "training/learning_curve.h"

namespace belvedere::ctl {

namespace {

struct CurveArguments
{
    TrainArguments train;
    std::vector<double> days;
};

QString pointsTable(const LearningCurve &curve)
{
    TextTable table({QStringLiteral("days of training"), QStringLiteral("windows"),
        QStringLiteral("epochs"), QStringLiteral("validation MAE"), QStringLiteral("test MAE"),
        QStringLiteral("test RMSE"), QStringLiteral("seconds")});
    for (const LearningCurvePoint &point : curve.points)
        table.add({numberText(point.days, 1), QString::number(point.train.count),
            QString::number(point.record.epochs.size()), numberText(point.record.validation.mae, 3),
            numberText(point.record.test.all.mae, 3), numberText(point.record.test.all.rmse, 3),
            numberText(point.record.seconds, 1)});
    return table.toString();
}

Result<Answer> learningCurveVerb(Session &session, const CurveArguments &arguments)
{
    LearningCurveSpec spec;
    BV_TRY(spec.train, trainSpec(session, arguments.train));
    spec.days = arguments.days;
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const TrainInputs inputs, loadTrainInputs(store, spec.train));
    const QString unit = inputs.history->channel.unit;
    LearningCurveHooks hooks;
    hooks.onOutcome = [&](const LearningCurvePoint &point) {
        session.note(
            QStringLiteral("%1 days: test MAE %2 %3")
                .arg(numberText(point.days, 1), numberText(point.record.test.all.mae, 3), unit));
    };
    BV_TRY(const LearningCurve curve,
        learningCurve(spec, inputs, modelCatalog(), session.context(), hooks));
    return studyAnswer(curve.toJson(), spec.train, unit, pointsTable(curve));
}

} // namespace

void addLearningCurveCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "learningcurve", "How the error falls with more days of training; keeps no run");
    const auto arguments = std::make_shared<CurveArguments>();
    addTrainOptions(*verb, arguments->train);
    verb->add_option("--days", arguments->days,
            "Days of training data, ascending (default: 1, 2, 4, 8 … and all there are)")
        ->delimiter(',')
        ->check(CLI::PositiveNumber)
        ->type_name("D,D,…");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return learningCurveVerb(session, *arguments); };
    });
}

} // namespace belvedere::ctl
