// SPDX-License-Identifier: GPL-3.0-or-later
#include "aqi_command.h"

#include "environment/air_quality_index.h"
#include "text_table.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

struct AqiArguments
{
    std::string standard;
    std::string pollutant;
    std::optional<double> value;
    std::string unit;
    std::string average;
    std::optional<double> temperature;
    std::optional<double> pressure;
};

/// All standards, what they measure and since when they hold.
Answer listStandards()
{
    Answer answer;
    QJsonArray list;
    TextTable table({QStringLiteral("standard"), QStringLiteral("valid from"), QStringLiteral("to"),
        QStringLiteral("title"), QStringLiteral("pollutants")});
    for (const AirQualityStandard &standard : airQualityStandards()) {
        QJsonArray pollutants;
        QStringList names;
        for (const IndexTable &entry : standard.tables) {
            pollutants.append(QJsonObject{{QStringLiteral("pollutant"), entry.pollutant},
                {QStringLiteral("average"), averageText(entry.averageMinutes)},
                {QStringLiteral("unit"), unitText(entry.unit)},
                {QStringLiteral("usual"), entry.usual}});
            names +=
                QStringLiteral("%1 %2").arg(entry.pollutant, averageText(entry.averageMinutes));
        }
        list.append(QJsonObject{{QStringLiteral("standard"), standard.id},
            {QStringLiteral("title"), standard.title}, {QStringLiteral("source"), standard.source},
            {QStringLiteral("note"), standard.note},
            {QStringLiteral("validFrom"), standard.validFrom.toString(Qt::ISODate)},
            {QStringLiteral("validTo"),
                standard.validTo.isNull() ? QJsonValue()
                                          : QJsonValue(standard.validTo.toString(Qt::ISODate))},
            {QStringLiteral("pollutants"), pollutants}});
        table.add({standard.id, standard.validFrom.toString(Qt::ISODate),
            standard.validTo.isNull() ? QStringLiteral("-")
                                      : standard.validTo.toString(Qt::ISODate),
            standard.title, names.join(QStringLiteral(", "))});
    }
    answer.json = {{QStringLiteral("standards"), list}};
    answer.text = table.toString();
    return answer;
}

Result<Answer> aqi(const AqiArguments &arguments)
{
    if (arguments.standard.empty() && arguments.pollutant.empty() && !arguments.value)
        return listStandards();
    if (arguments.standard.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The same air has another index in every standard: name one with --standard."));
    BV_TRY(const AirQualityStandard *const standard,
        airQualityStandard(QString::fromStdString(arguments.standard)));
    QString pollutant = QString::fromStdString(arguments.pollutant).toLower();
    QString average = QString::fromStdString(arguments.average);
    if (pollutant == QLatin1String("o3-8h")) {
        pollutant = QStringLiteral("o3");
        if (average.isEmpty())
            average = QStringLiteral("8h");
    }
    if (pollutant.isEmpty() || !arguments.value)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "An index needs --pollutant and --value."));
    int minutes = 0;
    if (!average.isEmpty()) {
        BV_TRY(minutes, parseAverage(average));
    }
    const IndexTable *const table = standard->table(pollutant, minutes);
    ConcentrationUnit unit = table != nullptr ? table->unit : ConcentrationUnit::MicrogramPerM3;
    if (!arguments.unit.empty()) {
        BV_TRY(unit, parseConcentrationUnit(QString::fromStdString(arguments.unit)));
    }
    ReferenceState state = standard->state;
    state.temperatureK = arguments.temperature.value_or(state.temperatureK);
    state.pressureHpa = arguments.pressure.value_or(state.pressureHpa);
    BV_TRY(
        const SubIndex sub, subIndex(*standard, pollutant, *arguments.value, unit, minutes, state));

    const IndexCategory &category = standard->categoryOf(sub.index);
    Answer answer;
    answer.json = {{QStringLiteral("index"), sub.index},
        {QStringLiteral("category"), category.name}, {QStringLiteral("colour"), category.colour},
        {QStringLiteral("standard"), standard->id}, {QStringLiteral("title"), standard->title},
        {QStringLiteral("source"), standard->source}, {QStringLiteral("pollutant"), pollutant},
        {QStringLiteral("average"), averageText(sub.averageMinutes)},
        {QStringLiteral("value"), *arguments.value}, {QStringLiteral("unit"), unitText(unit)},
        {QStringLiteral("concentration"), sub.concentration},
        {QStringLiteral("tableUnit"), unitText(sub.unit)},
        {QStringLiteral("temperature"), state.temperatureK},
        {QStringLiteral("pressure"), state.pressureHpa},
        {QStringLiteral("beyondScale"), sub.beyondScale}};
    answer.text = QStringLiteral("%1: %2, %3 (%4 %5 of %6, mean over %7)\n")
                      .arg(standard->title)
                      .arg(sub.index)
                      .arg(category.name)
                      .arg(sub.concentration)
                      .arg(unitText(sub.unit), pollutant, averageText(sub.averageMinutes));
    if (sub.beyondScale)
        answer.text += QStringLiteral("This is more than the table of the standard goes to.\n");
    return answer;
}

} // namespace

void addAqiCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "aqi",
        "The official air-quality index of one value; without options, the standards there are");
    const auto arguments = std::make_shared<AqiArguments>();
    verb->add_option("--standard", arguments->standard,
            "us-epa-2024, cn-hj633-2026, eu-2025, uk-daqi, caqi and earlier ones")
        ->type_name("STANDARD");
    verb->add_option("--pollutant", arguments->pollutant, "pm2.5, pm10, o3, o3-8h, no2, so2, co")
        ->type_name("POLLUTANT");
    verb->add_option("--value", arguments->value, "Concentration")->type_name("NUMBER");
    verb->add_option("--unit", arguments->unit,
            "ug/m3, mg/m3, ppb or ppm (default: that of the standard's table)")
        ->type_name("UNIT");
    verb->add_option("--average", arguments->average,
            "15min, 1h, 8h or 24h: what the value is a mean of (default: the usual one)")
        ->type_name("TIME");
    verb->add_option("--temperature", arguments->temperature,
            "Of the gas, in kelvin, where mass becomes mixing ratio (default: the standard's)")
        ->type_name("K");
    verb->add_option("--pressure", arguments->pressure, "Likewise, in hPa (default: 1013.25)")
        ->type_name("HPA");
    verb->callback(
        [arguments, &session] { session.verb = [arguments] { return aqi(*arguments); }; });
}

} // namespace belvedere::ctl
