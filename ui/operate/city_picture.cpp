// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/city_picture.h"

#include "common/format.h"
#include "operate/map_texts.h"
#include "operate/scene_attributes.h"

namespace belvedere::ui {

namespace {

void replaceAttributes(std::vector<MapLayer> &layers, const QString &id,
    const std::shared_ptr<const LayerAttributes> &attributes)
{
    for (MapLayer &layer : layers) {
        if (layer.id == id && attributes)
            layer.attributes = attributes;
    }
}

TimeContext lookingAt(UtcMs instant, const QuantityBundle &bundle)
{
    TimeContext time;
    time.current = time.now = time.from = time.to = instant;
    if (bundle.main) {
        time.zone = bundle.main->dataset.zone;
        time.stepMs = bundle.main->series->axis.stepMs;
    }
    return time;
}

} // namespace

Result<CityPicture> cityPicture(
    const Store &store, const CityPictureRequest &request, const TaskContext &context)
{
    BV_TRY(const auto city, loadCity(store));
    QString dataset = request.dataset;
    if (dataset.isEmpty() && request.values)
        dataset = firstQuantity(*city).first;
    BV_TRY(const auto bundle,
        loadQuantity(store, request.values ? dataset : QString(), request.channel, {}, context));
    const std::shared_ptr<const MapScene> scene = buildScene(city, bundle);
    if (scene->focus.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "%1 has neither a map nor sites with positions. Import an OpenStreetMap extract "
                "or measurements first."),
            {store.directory()});

    CityPicture picture;
    picture.layers = scene->layers;
    picture.projection = scene->projection;
    picture.focus = scene->focus;
    picture.attribution = captionOf(*scene);
    picture.simulated = city->info.simulated;
    if (!request.values)
        return picture;
    if (!request.at && !bundle->main && bundle->incidents.empty())
        return picture; // nothing has a time
    UtcMs at = request.at.value_or(0);
    if (!request.at) {
        if (bundle->main)
            at = bundle->main->series->axis.last();
        for (const Incident &incident : bundle->incidents)
            at = bundle->main ? at : std::max(at, incident.from);
    }
    const TimeContext time = lookingAt(at, *bundle);
    std::vector<SiteState> states;
    if (bundle->main)
        states = siteStates(*bundle->main, time, nullptr);
    const SceneAttributes attributes = attributesAt(*scene, states, time, SpeedPalette::Belvedere);
    replaceAttributes(picture.layers, layer::kSiteLines, attributes.siteLines);
    replaceAttributes(picture.layers, layer::kSitePoints, attributes.sitePoints);
    replaceAttributes(picture.layers, layer::kEstimates, attributes.estimates);
    replaceAttributes(picture.layers, layer::kCompanions, attributes.companions);
    replaceAttributes(picture.layers, layer::kIncidents, attributes.incidents);
    picture.legend = legendOf(*scene, states, time, SpeedPalette::Belvedere);
    // A picture outlives the moment: it says when, not "now".
    picture.legend.time = formatDateTime(at, time.zone);
    picture.legend.age.clear();
    picture.at = at;
    if (bundle->main)
        picture.simulated = picture.simulated || bundle->main->dataset.simulated;
    return picture;
}

} // namespace belvedere::ui
