// SPDX-License-Identifier: GPL-3.0-or-later
#include "train_options.h"

#include "models/catalog/model_catalog.h"
#include "text_table.h"

#include <QJsonDocument>

#include <algorithm>

namespace belvedere::ctl {

namespace {

Result<QJsonObject> presetOptions(const ForecasterFactory::Kind &kind, const QString &name)
{
    if (name.isEmpty())
        return QJsonObject();
    QStringList names;
    for (const OptionPreset &preset : kind.presets) {
        if (preset.name == name)
            return preset.options;
        names += preset.name;
    }
    if (names.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Model %1 has no presets; leave out \"%2\"."),
            {kind.kind, name}, QStringLiteral("--preset"));
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "Model %1 has no preset \"%2\". It has: %3."),
        {kind.kind, name, names.join(QStringLiteral(", "))}, QStringLiteral("--preset"));
}

/// "air" or "air:pm2.5"
TrainPartner partnerOf(const std::string &argument)
{
    const QString text = QString::fromStdString(argument);
    return {text.section(QLatin1Char(':'), 0, 0), text.section(QLatin1Char(':'), 1)};
}

QString rangeText(const OptionSpec &option)
{
    if (option.choices.empty())
        return QStringLiteral("%1 … %2").arg(option.least).arg(option.most);
    QStringList names;
    for (const OptionChoice &choice : option.choices)
        names += choice.name;
    return names.join(QStringLiteral(" | "));
}

QString presetsOf(const ForecasterFactory::Kind &kind)
{
    TextTable table({QStringLiteral("--preset of ") + kind.kind, QString(), QString()});
    for (const OptionPreset &preset : kind.presets)
        table.add({QLatin1String("  ") + preset.name, QString::fromUtf8(preset.description),
            QString::fromUtf8(QJsonDocument(preset.options).toJson(QJsonDocument::Compact))});
    return kind.presets.empty() ? QString() : table.toString();
}

} // namespace

Result<> addSettings(const std::vector<std::string> &settings, QJsonObject &options)
{
    for (const std::string &setting : settings) {
        const QString text = QString::fromStdString(setting);
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals < 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is not of the form option=value."), {text},
                QStringLiteral("--set"));
        const QString value = text.mid(equals + 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        QJsonValue json = value;
        if (isNumber)
            json = number;
        else if (value == QLatin1String("true") || value == QLatin1String("false"))
            json = value == QLatin1String("true");
        options.insert(text.left(equals), json);
    }
    return {};
}

QString settingsText(const QString &model, const std::vector<OptionSpec> &options)
{
    TextTable table({QStringLiteral("--set of ") + model, QStringLiteral("default"),
        QStringLiteral("range"), QString()});
    for (const OptionSpec &option : options) {
        QString text = QString::fromUtf8(option.description);
        if (*option.source != '\0')
            text += QLatin1Char(' ') + QString::fromUtf8(option.source);
        table.add({QLatin1String("  ") + option.name, standardValue(option).toVariant().toString(),
            rangeText(option), text});
    }
    return options.empty() ? QString() : table.toString();
}

std::vector<std::string> trainOptionNames()
{
    return {"--data", "--task", "--model", "--preset", "--channel", "--partner", "--start-from",
        "--history", "--horizon", "--split", "--epochs", "--budget", "--patience", "--fine-tune",
        "--set", "--event-above"};
}

void addTrainOptions(
    CLI::App &verb, TrainArguments &arguments, const std::vector<std::string> &tasks)
{
    QString help;
    QStringList kinds;
    for (const ForecasterFactory::Kind &kind : modelCatalog().kinds()) {
        kinds.append(kind.kind);
        help += settingsText(kind.kind, kind.options) + presetsOf(kind);
    }
    verb.footer(help.toStdString());
    verb.add_option("--data", arguments.dataset, "Data set to learn from")->type_name("DATASET");
    verb.add_option("--task", arguments.task, "What to learn")
        ->check(CLI::IsMember(tasks))
        ->capture_default_str();
    verb.add_option("--model", arguments.model, kinds.join(QStringLiteral(", ")).toStdString())
        ->type_name("MODEL")
        ->capture_default_str();
    verb.add_option("--preset", arguments.preset, "A named set of settings, see below")
        ->type_name("NAME");
    verb.add_option("--channel", arguments.channel, "Quantity (default: the data set's first)")
        ->type_name("CHANNEL");
    verb.add_option("--partner", arguments.partners,
            "Learn from this data set at the same time; may be given repeatedly")
        ->type_name("DATASET[:CHANNEL]")
        ->allow_extra_args(false);
    verb.add_option("--start-from", arguments.startFrom, "Begin with the weights of this run")
        ->type_name("RUN|MODEL");
    verb.add_option("--history", arguments.history, "Steps that the model sees")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--horizon", arguments.horizon, "Steps that it forecasts")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--split", arguments.split, "Shares for training, validation and test, in time")
        ->type_name("A,B,C")
        ->capture_default_str();
    verb.add_option("--epochs", arguments.epochs, "Passes over the training part, at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--budget", arguments.budgetSeconds, "Return the best model found in that time")
        ->check(CLI::PositiveNumber)
        ->type_name("SECONDS");
    verb.add_option("--patience", arguments.patience, "Epochs without progress before it stops")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--fine-tune", arguments.fineTuneEpochs,
            "With partners: epochs in which each data set then learns alone; 0 = none")
        ->check(CLI::NonNegativeNumber)
        ->type_name("EPOCHS")
        ->capture_default_str();
    verb.add_option("--set", arguments.settings, "A setting of the model; may be given repeatedly")
        ->type_name("OPTION=VALUE")
        ->allow_extra_args(false);
    verb.add_option("--event-above", arguments.eventsAbove,
            "Score alarms too: CSI, POD and FAR of exceeding this value; may be given repeatedly")
        ->type_name("VALUE")
        ->allow_extra_args(false);
}

Result<ForecasterFactory::Kind> kindByName(const QString &name)
{
    QStringList names;
    for (ForecasterFactory::Kind &kind : modelCatalog().kinds()) {
        if (kind.kind == name)
            return std::move(kind);
        names += kind.kind;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no model of kind \"%1\". Choose one of: %2."),
        {name, names.join(QStringLiteral(", "))}, QStringLiteral("--model"));
}

Result<TrainSpec> trainSpec(const Session &session, const TrainArguments &arguments)
{
    if (arguments.dataset.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Name the data set to learn from with --data DATASET."));
    TrainSpec spec;
    spec.dataset = QString::fromStdString(arguments.dataset);
    spec.task = QString::fromStdString(arguments.task);
    spec.model = QString::fromStdString(arguments.model);
    spec.channel = QString::fromStdString(arguments.channel);
    spec.history = arguments.history;
    spec.horizon = arguments.horizon;
    BV_TRY(spec.split, parseSplit(QString::fromStdString(arguments.split)));
    spec.epochs = arguments.epochs;
    spec.patience = arguments.patience;
    spec.fineTuneEpochs = arguments.fineTuneEpochs;
    spec.budgetSeconds = arguments.budgetSeconds;
    spec.seed = session.options.seed.value_or(spec.seed);
    spec.threads = session.threads();
    BV_TRY(const ForecasterFactory::Kind kind, kindByName(spec.model));
    BV_TRY(spec.options, presetOptions(kind, QString::fromStdString(arguments.preset)));
    BV_TRY_VOID(addSettings(arguments.settings, spec.options));
    for (const std::string &partner : arguments.partners)
        spec.partners.push_back(partnerOf(partner));
    spec.startFrom = QString::fromStdString(arguments.startFrom);
    spec.eventsAbove = arguments.eventsAbove;
    return spec;
}

QString epochText(const EpochReport &report, const QString &unit)
{
    const QString alone = report.tunedPart < 0
        ? QString()
        : QStringLiteral(" (data set %1 alone)").arg(report.tunedPart + 1);
    QString text = QStringLiteral("epoch %1%2: training loss %3, validation MAE %4 %5, %6")
                       .arg(report.epoch)
                       .arg(alone, numberText(report.trainLoss, 4),
                           numberText(report.validationMae, 3), unit, durationText(report.seconds));
    if (report.best)
        text += QStringLiteral(", best so far");
    if (report.checkpoint)
        text += QStringLiteral(", checkpoint");
    return text;
}

} // namespace belvedere::ctl
