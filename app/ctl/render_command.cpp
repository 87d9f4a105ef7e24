// SPDX-License-Identifier: GPL-3.0-or-later
#include "render_command.h"

#include "base/output_file.h"
#include "basemap/overlay_layers.h"
#include "map/map_renderer.h"
#include "map_furniture.h"
#include "operate/city_picture.h"
#include "operate/map_scene.h"
#include "report/report_writer.h"
#include "theme/theme.h"
#include "training/code_version.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>
#include <QSet>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace belvedere::ctl {

namespace {

using namespace ui;

constexpr int kSmallestSide = 16;
constexpr int kLargestSide = 32768;
constexpr double kFocusPadding = 24.0; // pixels around the city

struct RenderArguments
{
    std::string out;
    std::string size = "1920x1080";
    ThemeMode theme = ThemeMode::Light;
    std::string at;
    std::string extent;
    std::string layers;
    std::string dataset;
    std::string channel;
    double scale = 1.0;
    std::string language = "en";
};

struct Extent
{
    LonLat southWest;
    LonLat northEast;
};

const QStringList &layerNames()
{
    static const QStringList kNames{QStringLiteral("tiles"), QStringLiteral("base"),
        QStringLiteral("overlays"), QStringLiteral("values"), QStringLiteral("incidents"),
        QStringLiteral("names"), QStringLiteral("legend"), QStringLiteral("scale")};
    return kNames;
}

/// Which of layerNames() switches the layer.
QString groupOf(const MapLayer &map)
{
    if (map.order == LayerOrder::Tiles)
        return QStringLiteral("tiles");
    if (map.id.startsWith(kOverlayPrefix))
        return QStringLiteral("overlays");
    if (map.id == layer::kIncidents)
        return QStringLiteral("incidents");
    switch (partOf(map.order)) {
    case PicturePart::Base:
        return QStringLiteral("base");
    case PicturePart::Labels:
        return QStringLiteral("names");
    case PicturePart::Values:
        break;
    }
    return QStringLiteral("values");
}

tl::unexpected<Error> wrongOption(const char *option, const char *text, const QStringList &args)
{
    return failure(Errc::Usage, text, args, QString::fromLatin1(option));
}

Result<QSize> sizeOf(const std::string &text)
{
    const QStringList sides = QString::fromStdString(text).split(QLatin1Char('x'));
    bool width = false;
    bool height = false;
    const QSize size(sides.value(0).toInt(&width), sides.value(1).toInt(&height));
    if (sides.size() != 2 || !width || !height || size.width() < kSmallestSide
        || size.height() < kSmallestSide || size.width() > kLargestSide
        || size.height() > kLargestSide)
        return wrongOption("--size",
            QT_TRANSLATE_NOOP(
                "Error", "\"%1\" is no size. Write width and height, such as 1920x1080."),
            {QString::fromStdString(text)});
    return size;
}

Result<std::optional<Extent>> extentOf(const std::string &text)
{
    if (text.empty())
        return std::optional<Extent>();
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char(','));
    std::array<double, 4> degrees{};
    bool good = parts.size() == 4;
    for (int i = 0; i < 4 && good; ++i)
        degrees[static_cast<std::size_t>(i)] = parts[i].toDouble(&good);
    const auto [west, south, east, north] = degrees;
    good = good && west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0 && west < east
        && south < north;
    if (!good)
        return wrongOption("--extent",
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" is no extent. Write west, south, east and north in degrees, such as "
                "9.47,47.05,9.64,47.27; west lies before east and south before north."),
            {QString::fromStdString(text)});
    return std::optional<Extent>(Extent{{west, south}, {east, north}});
}

Result<QSet<QString>> chosenLayers(const std::string &text)
{
    if (text.empty())
        return QSet<QString>(layerNames().begin(), layerNames().end());
    QSet<QString> chosen;
    const QStringList names = QString::fromStdString(text).split(QLatin1Char(','));
    for (const QString &name : names) {
        if (!layerNames().contains(name.trimmed()))
            return wrongOption("--layers",
                QT_TRANSLATE_NOOP("Error", "There is no layer \"%1\". There are: %2."),
                {name.trimmed(), layerNames().join(QStringLiteral(", "))});
        chosen.insert(name.trimmed());
    }
    return chosen;
}

Result<CityPictureRequest> requestOf(
    const Store &store, const RenderArguments &arguments, bool values)
{
    CityPictureRequest request;
    request.dataset = QString::fromStdString(arguments.dataset);
    request.channel = QString::fromStdString(arguments.channel);
    request.values = values;
    if (arguments.at.empty())
        return request;
    BV_TRY(const CityInfo city, store.cityInfo());
    QTimeZone zone = city.zone;
    if (!request.dataset.isEmpty()) {
        BV_TRY(const Dataset dataset, store.dataset(request.dataset));
        zone = dataset.zone;
    }
    auto at = parseTime(QString::fromStdString(arguments.at), zone);
    if (!at) {
        at.error().where = QStringLiteral("--at");
        return failure(at.error());
    }
    request.at = *at;
    return request;
}

Viewport viewportOf(
    const CityPicture &picture, const std::optional<Extent> &extent, QSize size, double scale)
{
    Viewport viewport;
    viewport.size = size;
    viewport.devicePixelRatio = scale;
    if (!extent)
        return viewport.fitted(picture.focus, kFocusPadding);
    BoundingBox box;
    box.add(picture.projection.toPlane(extent->southWest));
    box.add(picture.projection.toPlane(extent->northEast));
    return viewport.fitted(box, 0.0);
}

/// Features that can be seen in the viewport at its scale.
qint64 featuresIn(const MapLayer &map, const Viewport &viewport)
{
    if (!map.visible || !map.attributes)
        return 0;
    return std::visit(
        [&](const auto &geometry) -> qint64 {
            if (!geometry)
                return 0;
            const auto near = geometry->where.touching(viewport.box());
            return std::count_if(near.begin(), near.end(), [&](std::int32_t feature) {
                const FeatureStyle *style =
                    map.attributes->style(static_cast<std::size_t>(feature));
                return style && viewport.metersPerPixel <= style->maxMetersPerPixel;
            });
        },
        map.geometry);
}

MapFurniture furnitureOf(const CityPicture &picture, const QSet<QString> &chosen, ThemeMode theme)
{
    MapFurniture furniture;
    furniture.theme = theme;
    furniture.font = QApplication::font();
    furniture.simulated = picture.simulated;
    furniture.scaleBar = chosen.contains(QStringLiteral("scale"));
    if (chosen.contains(QStringLiteral("values"))) {
        if (chosen.contains(QStringLiteral("legend")))
            furniture.legend = picture.legend;
        else if (!picture.legend.time.isEmpty())
            furniture.caption += picture.legend.time;
    }
    if (!picture.attribution.isEmpty())
        furniture.caption += picture.attribution;
    return furniture;
}

QJsonArray extentJson(const CityPicture &picture, const Viewport &viewport)
{
    const BoundingBox box = viewport.box();
    const LonLat southWest = picture.projection.toSphere({box.minX, box.minY});
    const LonLat northEast = picture.projection.toSphere({box.maxX, box.maxY});
    return {southWest.lon, southWest.lat, northEast.lon, northEast.lat};
}

/// What the command line asks for, checked before any work is done.
struct Plan
{
    QString out;
    QSize size;
    std::optional<Extent> extent;
    QSet<QString> layers;

    [[nodiscard]] bool shows(const char *name) const
    {
        return layers.contains(QLatin1String(name));
    }
};

Result<Plan> planOf(const RenderArguments &arguments)
{
    Plan plan;
    plan.out = QString::fromStdString(arguments.out);
    if (!plan.out.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return wrongOption("--out",
            QT_TRANSLATE_NOOP("Error", "%1 is not named like a picture. Its ending must be .png."),
            {plan.out});
    BV_TRY(plan.size, sizeOf(arguments.size));
    BV_TRY(plan.extent, extentOf(arguments.extent));
    BV_TRY(plan.layers, chosenLayers(arguments.layers));
    BV_TRY_VOID(checkWritable(plan.out));
    return plan;
}

/// Everything that is said about the picture, in the answer and in the file itself.
QJsonObject factsOf(const CityPicture &picture)
{
    return {{QStringLiteral("at"), picture.at ? QJsonValue(formatUtc(*picture.at)) : QJsonValue()},
        {QStringLiteral("simulated"), picture.simulated},
        {QStringLiteral("attribution"), picture.attribution}};
}

/// The picture's words: the command line itself speaks English.
void setLanguage(const QString &code)
{
    QLocale::setDefault(QLocale(code == QLatin1String("en") ? QStringLiteral("en_GB") : code));
    auto *texts = new QTranslator(qApp);
    if (texts->load(QStringLiteral(":/i18n/belvedere_%1.qm").arg(code)))
        QCoreApplication::installTranslator(texts);
}

Result<Answer> render(Session &session, const RenderArguments &arguments)
{
    BV_TRY(const Plan plan, planOf(arguments));
    BV_TRY(const auto store, session.openCity());
    const bool values = plan.shows("values") || plan.shows("incidents");
    BV_TRY(const CityPictureRequest request, requestOf(*store, arguments, values));

    setLanguage(QString::fromStdString(arguments.language));
    applyTheme(*qApp, arguments.theme);
    const TaskContext context = session.context();
    QElapsedTimer clock;
    clock.start();
    BV_TRY(CityPicture picture, cityPicture(*store, request, context));
    const qint64 loadMs = clock.elapsed();
    const Viewport viewport = viewportOf(picture, plan.extent, plan.size, arguments.scale);
    qint64 features = 0;
    for (MapLayer &map : picture.layers) {
        map.visible = map.visible && plan.layers.contains(groupOf(map));
        features += featuresIn(map, viewport);
    }

    RenderOptions options;
    options.theme = arguments.theme;
    options.font = QApplication::font();
    clock.restart();
    QImage image = renderMap(picture.layers, viewport, options, context.cancelled);
    if (context.cancelled())
        return cancelledFailure();
    if (image.isNull())
        return wrongOption("--size",
            QT_TRANSLATE_NOOP("Error",
                "A picture of %1 times %2 is too large for the memory. Choose a smaller one."),
            {QString::fromStdString(arguments.size), QString::number(arguments.scale)});
    paintFurniture(image, viewport, furnitureOf(picture, plan.layers, arguments.theme));
    const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;

    if (!picture.legend.empty.isEmpty())
        session.note(picture.legend.empty);
    else if (values && picture.legend.count == 0)
        session.note(QStringLiteral("There is no value at that time. \"info\" says from when to "
                                    "when there are."));
    if (features == 0)
        session.note(QStringLiteral("Nothing that the city holds lies in the picture."));
    QJsonObject facts = factsOf(picture);
    QJsonObject written = facts;
    written.insert(QStringLiteral("Software"), QStringLiteral("Belvedere %1").arg(codeVersion()));
    for (auto it = written.begin(); it != written.end(); ++it)
        image.setText(it.key(), it.value().toVariant().toString());
    BV_TRY_VOID(ui::writePng(plan.out, image));

    for (const auto &[key, value] :
        std::initializer_list<std::pair<QString, QJsonValue>>{{QStringLiteral("file"), plan.out},
            {QStringLiteral("width"), image.width()}, {QStringLiteral("height"), image.height()},
            {QStringLiteral("features"), features},
            {QStringLiteral("extent"), extentJson(picture, viewport)},
            {QStringLiteral("metersPerPixel"), viewport.metersPerPixel / viewport.devicePixelRatio},
            {QStringLiteral("milliseconds"), milliseconds},
            {QStringLiteral("loadMilliseconds"), loadMs}})
        facts.insert(key, value);
    Answer answer;
    answer.json = facts;
    answer.text = QStringLiteral("%1 × %2 pixels, %3 features%4 in %5 ms: %6\n")
                      .arg(image.width())
                      .arg(image.height())
                      .arg(features)
                      .arg(picture.simulated ? QStringLiteral(" of simulated data") : QString())
                      .arg(milliseconds, 0, 'f', 0)
                      .arg(plan.out);
    return answer;
}

} // namespace

void addRenderCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "render", "Paint the map of the city without a window");
    const auto arguments = std::make_shared<RenderArguments>();
    verb->add_option("--out", arguments->out, "FILE.png")->type_name("FILE")->required();
    verb->add_option("--size", arguments->size, "Width and height in pixels")
        ->type_name("WxH")
        ->capture_default_str();
    verb->add_option("--scale", arguments->scale,
            "Pixels of the file for each of --size: 2 for print and sharp screens")
        ->check(CLI::Range(0.5, 8.0))
        ->capture_default_str();
    verb->add_option("--theme", arguments->theme, "light (default) or dark")
        ->transform(CLI::CheckedTransformer(std::map<std::string, ThemeMode>{
            {"light", ThemeMode::Light}, {"dark", ThemeMode::Dark}}))
        ->type_name("THEME");
    verb->add_option("--language", arguments->language, "Of the legend: en or zh_CN")
        ->check(CLI::IsMember({"en", "zh_CN"}))
        ->type_name("CODE")
        ->capture_default_str();
    verb->add_option("--at", arguments->at,
            "Instant of the values, in the data set's zone unless written (default: the last one)")
        ->type_name("TIME");
    verb->add_option("--extent", arguments->extent,
            "What to show, in degrees; the picture may show more (default: the city)")
        ->type_name("W,S,E,N");
    verb->add_option("--layers", arguments->layers,
            "Which of " + layerNames().join(QStringLiteral(", ")).toStdString()
                + " (default: all); origin and licence are always shown")
        ->type_name("NAME,…");
    verb->add_option("--dataset", arguments->dataset, "Data set (default: the city's traffic)");
    verb->add_option("--channel", arguments->channel, "Its channel (default: the first)")
        ->type_name("KEY");
    verb->callback([arguments, &session] {
        session.paints = true;
        session.verb = [arguments, &session] { return render(session, *arguments); };
    });
}

} // namespace belvedere::ctl
