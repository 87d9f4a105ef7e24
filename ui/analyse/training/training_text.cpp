// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/training_text.h"

#include "analyse/analyse_text.h"
#include "analyse/option_form.h"
#include "analyse/tables/table_text.h"
#include "common/format.h"
#include "common/quantity_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::TrainingText)
};

} // namespace

const ForecasterFactory::Kind *kindOf(
    const std::vector<ForecasterFactory::Kind> &kinds, const QString &kind)
{
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&kind](const auto &known) { return known.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

QString trainingTitle(const TrainSpec &spec, const ForecasterFactory &factory)
{
    const QString model = modelTitle(factory, spec.model);
    if (spec.channel.isEmpty())
        //: A model and the data set that it learns from
        return Text::tr("%1 on %2").arg(model, spec.dataset);
    if (spec.table)
        return Text::tr("%1 on %2: %3").arg(model, spec.dataset, spec.channel);
    //: A model, the data set and the quantity that it learns
    return Text::tr("%1 on %2: %3").arg(model, spec.dataset, channelTitle(spec.channel));
}

QString changedOptionsText(
    const QString &kind, const QJsonObject &options, const ForecasterFactory &factory)
{
    const auto kinds = factory.kinds();
    const auto *known = kindOf(kinds, kind);
    if (!known)
        return {};
    QStringList parts;
    for (const OptionSpec &option : known->options) {
        const auto found = options.find(option.name);
        if (found == options.end() || *found == standardValue(option))
            continue;
        //: The name of an option and its value
        parts.append(Text::tr("%1 %2").arg(
            QCoreApplication::translate("Model", option.title), optionValueText(option, *found)));
    }
    return parts.join(QStringLiteral(", "));
}

QStringList trainingLines(const TrainSpec &spec, const ForecasterFactory &factory)
{
    if (spec.table) {
        const auto task = taskFromName(spec.task);
        return {task ? tableTaskTitle(*task) : spec.task};
    }
    QStringList parts{Text::tr("%Ln epoch(s)", nullptr, spec.epochs),
        //: Steps that a model sees and steps that it foretells
        Text::tr("%1 in, %2 out").arg(formatCount(spec.history), formatCount(spec.horizon))};
    if (!spec.partners.empty())
        parts.append(Text::tr(
            "with %Ln other quantity(s)", nullptr, static_cast<int>(spec.partners.size())));
    if (!spec.startFrom.isEmpty())
        //: %1 is the id of a run
        parts.append(Text::tr("from %1").arg(spec.startFrom));
    QStringList lines{parts.join(QStringLiteral(" · "))};
    if (const QString options = changedOptionsText(spec.model, spec.options, factory);
        !options.isEmpty())
        lines.append(options);
    return lines;
}

} // namespace belvedere::ui
