// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface_command.h"

#include "city/projection.h"
#include "environment/interpolation.h"
#include "environment_data.h"
#include "geo/feature_writer.h"
#include "text_table.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere::ctl {

namespace {

enum class Method { Idw, Kriging };

struct SurfaceArguments
{
    std::string dataset;
    std::string channel;
    std::string at;
    Method method = Method::Kriging;
    double power = InverseDistance().power;
    int nearest = 0;
    std::optional<double> rangeKm;
    double nugget = 0.05;
    double cellM = 0.0;
    double marginKm = 5.0;
    std::string out;
    bool figures = true;
};

/// The stations that have a position, and their values.
struct Network
{
    std::vector<QString> codes;
    std::vector<PointM> points;
    std::vector<float> values; // [T, N]
    QStringList withoutPosition;
    LocalProjection projection;
    int steps = 0;

    [[nodiscard]] std::span<const float> row(int step) const
    {
        return std::span(values).subspan(
            static_cast<std::size_t>(step) * points.size(), points.size());
    }
};

Result<Network> networkOf(const Dataset &dataset, const Series &series, int channel)
{
    Network network;
    std::vector<LonLat> positions;
    std::vector<SiteId> sites;
    LonLat sum;
    for (std::size_t i = 0; i < dataset.sites.size(); ++i) {
        const Site &site = dataset.sites[i];
        if (!site.position) {
            network.withoutPosition += site.code;
            continue;
        }
        positions.push_back(*site.position);
        sites.emplace_back(static_cast<std::int32_t>(i));
        network.codes.push_back(site.code);
        sum = {sum.lon + site.position->lon, sum.lat + site.position->lat};
    }
    if (positions.size() < 2)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A surface needs two stations with a position; %1 has %2. Import a list of "
                "stations."),
            {dataset.name, QString::number(positions.size())});
    const auto count = static_cast<double>(positions.size());
    network.projection = LocalProjection({sum.lon / count, sum.lat / count});
    for (const LonLat position : positions)
        network.points.push_back(network.projection.toPlane(position));
    network.steps = series.axis.count;
    for (int step = 0; step < series.axis.count; ++step) {
        for (const SiteId site : sites) {
            const bool suspect =
                series.quality[series.offset(step, site, channel)] == Quality::Suspect;
            network.values.push_back(suspect ? kMissing : series.value(step, site, channel));
        }
    }
    return network;
}

QJsonObject figuresJson(const InterpolationFigures &figures)
{
    return {{QStringLiteral("count"), figures.count},
        {QStringLiteral("me"), jsonNumber(figures.meanError)},
        {QStringLiteral("rmse"), jsonNumber(figures.rmse)},
        {QStringLiteral("mae"), jsonNumber(figures.mae)},
        {QStringLiteral("r2"), jsonNumber(figures.r2)},
        {QStringLiteral("r"), jsonNumber(figures.correlation)},
        {QStringLiteral("zMean"), jsonNumber(figures.zMean)},
        {QStringLiteral("zRms"), jsonNumber(figures.zRms)}};
}

QStringList figuresRow(const QString &name, const InterpolationFigures &figures)
{
    return {name, QString::number(figures.count), numberText(figures.meanError),
        numberText(figures.rmse), numberText(figures.mae), numberText(figures.r2, 3),
        numberText(figures.zMean), numberText(figures.zRms)};
}

/// Cells as squares of a GeoJSON, or as their centres in a CSV.
FeatureTable tableOf(const Surface &surface, const Channel &channel, const LocalProjection &plane,
    FeatureFormat format)
{
    FeatureTable table;
    table.name = QStringLiteral("surface");
    FeatureColumn value(channel.key, ColumnType::Real, channel.unit);
    FeatureColumn error(QStringLiteral("standard_error"), ColumnType::Real, channel.unit);
    const SurfaceGrid &grid = surface.grid;
    const double half = 0.5 * grid.cellM;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const auto cell = static_cast<std::size_t>(row * grid.columns + column);
            const PointM centre = grid.centre(column, row);
            GeoShape shape;
            if (format == FeatureFormat::Csv) {
                shape.points.push_back(plane.toSphere(centre));
            } else {
                Path ring;
                for (const auto &[x, y] : {std::pair(-half, -half), std::pair(half, -half),
                         std::pair(half, half), std::pair(-half, half)})
                    ring.push_back(plane.toSphere({centre.x + x, centre.y + y}));
                shape.areas.push_back({std::move(ring), {}});
            }
            table.shapes.push_back(std::move(shape));
            value.reals.push_back(static_cast<double>(surface.values[cell]));
            if (!surface.standardErrors.empty())
                error.reals.push_back(static_cast<double>(surface.standardErrors[cell]));
        }
    }
    table.columns.push_back(std::move(value));
    if (!surface.standardErrors.empty())
        table.columns.push_back(std::move(error));
    return table;
}

/// The method that was asked for; of kriging without a range, with a fitted variogram.
Result<InterpolationMethod> methodOf(
    const SurfaceArguments &arguments, const Network &network, QJsonObject &json)
{
    InterpolationMethod method = InverseDistance{arguments.power, arguments.nearest};
    if (arguments.method == Method::Kriging) {
        OrdinaryKriging kriging;
        bool fitted = false;
        if (arguments.rangeKm) {
            kriging.variogram = {VariogramShape::Exponential, arguments.nugget,
                1.0 - arguments.nugget, *arguments.rangeKm * 1000.0};
            kriging.usualSill = usualSill(network.points, kriging.variogram, network.values);
        } else {
            const FittedKriging fit = fitKriging(network.points, network.values);
            kriging = fit.kriging;
            fitted = fit.fitted;
        }
        kriging.nearest = arguments.nearest;
        method = kriging;
        json.insert(QStringLiteral("variogram"),
            QJsonObject{{QStringLiteral("shape"), QStringLiteral("exponential")},
                {QStringLiteral("rangeKm"), kriging.variogram.rangeM / 1000.0},
                {QStringLiteral("nuggetShare"),
                    kriging.variogram.nugget / kriging.variogram.sill()},
                {QStringLiteral("fitted"), fitted}});
    } else {
        json.insert(QStringLiteral("power"), arguments.power);
    }
    BV_TRY_VOID(checkInterpolation(method));
    return method;
}

Result<> writeSurface(const SurfaceArguments &arguments, const Surface &surface,
    const StoredSeries &stored, const Channel &channel, const Network &network, UtcMs at,
    const TaskContext &context)
{
    const QString file = QString::fromStdString(arguments.out);
    BV_TRY(const FeatureFormat format, featureFormatOf(file));
    FileInfo info;
    info.title = QStringLiteral("%1 at %2").arg(channel.key, formatUtc(at));
    info.source = stored.dataset.source;
    info.simulated = stored.dataset.simulated;
    info.zone = stored.dataset.zone;
    info.facts = {{QStringLiteral("instant"), formatUtc(at)},
        {QStringLiteral("method"),
            arguments.method == Method::Kriging ? QStringLiteral("kriging")
                                                : QStringLiteral("idw")}};
    return writeFeatures(
        file, {tableOf(surface, channel, network.projection, format)}, info, context);
}

/// The step that is asked for; without a time the last one.
Result<int> stepOf(const SurfaceArguments &arguments, const StoredSeries &stored)
{
    const TimeAxis &axis = stored.series->axis;
    if (arguments.at.empty())
        return axis.count - 1;
    BV_TRY(const UtcMs at, parseTime(QString::fromStdString(arguments.at), stored.dataset.zone));
    const int step = axis.indexOf(at);
    if (!axis.has(step))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "%1 has no values at %2. It goes from %3 to %4."),
            {stored.dataset.name, formatUtc(at), formatUtc(axis.start), formatUtc(axis.last())},
            QStringLiteral("--at"));
    return step;
}

Result<SurfaceGrid> gridOf(const SurfaceArguments &arguments, const Network &network)
{
    const double marginM = arguments.marginKm * 1000.0;
    const SurfaceGrid usual = gridAround(network.points, marginM);
    if (arguments.cellM <= 0.0)
        return usual;
    const double cells = std::ceil(usual.columns * usual.cellM / arguments.cellM)
        * std::ceil(usual.rows * usual.cellM / arguments.cellM);
    constexpr double kMostCells = 1e6;
    if (cells > kMostCells)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Cells of %1 m would be %2 in all; the most is %3. Choose larger ones."),
            {QString::number(arguments.cellM), QString::number(cells), QString::number(kMostCells)},
            QStringLiteral("--cell"));
    return gridAround(network.points, marginM, static_cast<int>(cells));
}

void addFigures(Answer &answer, const LeaveOneOut &figures, const Network &network)
{
    TextTable table({QStringLiteral("left out"), QStringLiteral("n"), QStringLiteral("ME"),
        QStringLiteral("RMSE"), QStringLiteral("MAE"), QStringLiteral("R2"),
        QStringLiteral("z mean"), QStringLiteral("z RMS")});
    QJsonArray sites;
    for (std::size_t i = 0; i < figures.stations.size(); ++i) {
        QJsonObject json = figuresJson(figures.stations[i]);
        json.insert(QStringLiteral("id"), network.codes[i]);
        sites.append(json);
        table.add(figuresRow(network.codes[i], figures.stations[i]));
    }
    table.add(figuresRow(QStringLiteral("all"), figures.pooled));
    QJsonObject json = figuresJson(figures.pooled);
    json.insert(QStringLiteral("sites"), sites);
    answer.json.insert(QStringLiteral("leaveOneOut"), json);
    answer.text += QStringLiteral("Each station from the others, all times; the variogram stays:\n")
        + table.toString();
}

Result<Answer> surface(Session &session, const SurfaceArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored, storedSeries(*store, arguments.dataset, {}, {}));
    const int channel = stored.series->channelIndex(QString::fromStdString(arguments.channel));
    if (channel < 0)
        return failure(Errc::NotFound, QT_TRANSLATE_NOOP("Error", "%1 has no channel \"%2\"."),
            {stored.dataset.name, QString::fromStdString(arguments.channel)});
    const Channel &what = stored.series->channels[static_cast<std::size_t>(channel)];
    BV_TRY(const Network network, networkOf(stored.dataset, *stored.series, channel));
    BV_TRY(const int step, stepOf(arguments, stored));
    const UtcMs at = stored.series->axis.at(step);
    const TaskContext context = session.context();
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("channel"), what.key}, {QStringLiteral("unit"), what.unit},
        {QStringLiteral("at"), formatUtc(at)},
        {QStringLiteral("method"),
            arguments.method == Method::Kriging ? QStringLiteral("kriging")
                                                : QStringLiteral("idw")},
        {QStringLiteral("withoutPosition"), QJsonArray::fromStringList(network.withoutPosition)}};
    BV_TRY(const InterpolationMethod method, methodOf(arguments, network, answer.json));
    StationInterpolator interpolator(network.points, method);
    BV_TRY(const SurfaceGrid grid, gridOf(arguments, network));
    BV_TRY(const Surface field, interpolator.surface(grid, network.row(step), context));
    if (field.stations < 2)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Only %1 stations measured %2 at %3: that makes no surface. Choose another time."),
            {QString::number(field.stations), what.key, formatUtc(at)}, QStringLiteral("--at"));
    if (!arguments.out.empty())
        BV_TRY_VOID(writeSurface(arguments, field, stored, what, network, at, context));

    const auto [low, high] = std::minmax_element(field.values.begin(), field.values.end());
    answer.json.insert(QStringLiteral("stations"), field.stations);
    answer.json.insert(QStringLiteral("cells"), static_cast<qint64>(grid.size()));
    answer.json.insert(QStringLiteral("cellM"), grid.cellM);
    answer.json.insert(QStringLiteral("lowest"), jsonNumber(static_cast<double>(*low)));
    answer.json.insert(QStringLiteral("highest"), jsonNumber(static_cast<double>(*high)));
    answer.text = QStringLiteral("%1 of %2 at %3: %4 stations, %5 cells of %6 m, %7 to %8 %9\n")
                      .arg(what.key, stored.dataset.name, formatUtc(at))
                      .arg(field.stations)
                      .arg(grid.size())
                      .arg(grid.cellM, 0, 'f', 0)
                      .arg(numberText(static_cast<double>(*low)),
                          numberText(static_cast<double>(*high)), what.unit);
    if (!network.withoutPosition.isEmpty())
        answer.text += QStringLiteral("Without a position, so left out: %1\n")
                           .arg(network.withoutPosition.join(QStringLiteral(", ")));
    if (arguments.figures) {
        BV_TRY(const LeaveOneOut figures, interpolator.leaveOneOut(network.values, context));
        addFigures(answer, figures, network);
    }
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0);
    return answer;
}

} // namespace

void addSurfaceCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "surface",
        "Interpolate between stations, with the error that leaving stations out shows");
    const auto arguments = std::make_shared<SurfaceArguments>();
    verb->add_option("DATASET", arguments->dataset, "Stations with positions")->required();
    verb->add_option("CHANNEL", arguments->channel, "pm2.5, o3, temperature …")->required();
    verb->add_option("--at", arguments->at, "When (default: the last step)")->type_name("TIME");
    verb->add_option("--method", arguments->method, "kriging (default) or idw")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Method>{{"idw", Method::Idw}, {"kriging", Method::Kriging}}))
        ->type_name("METHOD");
    verb->add_option("--power", arguments->power, "Of idw: power of the distance")
        ->type_name("P")
        ->capture_default_str();
    verb->add_option("--range", arguments->rangeKm,
            "Of kriging: range of an exponential variogram in km (default: fitted to all times)")
        ->type_name("KM");
    verb->add_option("--nugget", arguments->nugget, "With --range: share of the nugget, 0 … 1")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SHARE")
        ->capture_default_str();
    verb->add_option("--nearest", arguments->nearest, "Only so many stations count; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N")
        ->capture_default_str();
    verb->add_option("--cell", arguments->cellM, "Edge of a cell in metres (default: 10 000 cells)")
        ->check(CLI::PositiveNumber)
        ->type_name("METRES");
    verb->add_option("--margin", arguments->marginKm, "About the outermost stations, in km")
        ->check(CLI::NonNegativeNumber)
        ->type_name("KM")
        ->capture_default_str();
    verb->add_option("--out", arguments->out, "Write the cells: .csv, .geojson or .gpkg")
        ->type_name("FILE");
    verb->add_flag("!--no-figures", arguments->figures, "Leave the figures of all times out");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return surface(session, *arguments); };
    });
}

} // namespace belvedere::ctl
