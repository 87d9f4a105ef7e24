// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_model.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kKept = 64; // results of each kind
constexpr UtcMs kErrorsOverMs = 30 * kMsPerDay;

} // namespace

EnvironmentModel::EnvironmentModel(
    const DomainContext &context, const ForecasterFactory *factory, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_factory(factory)
    , m_airs(kKept)
    , m_surfaces(kKept)
{
}

void EnvironmentModel::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_loading.cancel();
    m_airTask.cancel();
    m_modelTask.cancel();
    m_forecastTask.cancel();
    m_surfaceTask.cancel();
    m_errorsTask.cancel();
    m_noiseTask.cancel();
    m_data.reset();
    takeData(nullptr);
    update();
}

void EnvironmentModel::setProjection(const LocalProjection &projection)
{
    m_projection = projection;
    m_maker.reset();
    m_surfaces.clear();
    m_surfaceKey.clear();
    update();
}

void EnvironmentModel::setTime(const TimeContext &time)
{
    m_time = time;
    update();
}

void EnvironmentModel::setChoice(const EnvironmentChoice &choice)
{
    if (choice == m_choice)
        return;
    const bool otherMaker = choice.airSet != m_choice.airSet || choice.method != m_choice.method;
    m_choice = choice;
    if (otherMaker)
        m_maker.reset();
    Q_EMIT choiceChanged();
    update();
}

void EnvironmentModel::setWanted(bool surface, bool noise)
{
    m_wantsSurface = surface;
    m_wantsNoise = noise;
    update();
}

void EnvironmentModel::setPaused(bool paused)
{
    m_paused = paused;
    update();
}

std::shared_ptr<const EnvironmentSet> EnvironmentModel::airSet() const
{
    return m_data ? m_data->set(m_choice.airSet) : nullptr;
}

std::shared_ptr<const EnvironmentSet> EnvironmentModel::noiseSet() const
{
    return m_data ? m_data->set(m_choice.noiseSet) : nullptr;
}

bool EnvironmentModel::busy() const
{
    return m_loading.running() || m_airTask.running() || m_surfaceTask.running()
        || m_noiseTask.running() || m_forecastTask.running();
}

int EnvironmentModel::station() const
{
    const auto set = airSet();
    if (!set)
        return -1;
    if (const SiteId chosen = set->dataset.siteByCode(m_choice.station); chosen.valid())
        return chosen.value;
    int worst = set->siteCount() > 0 ? 0 : -1;
    for (int i = 0; m_air && m_air->set == set && i < int(m_air->stations.size()); ++i) {
        const auto &most = m_air->stations[std::size_t(worst)].index.index;
        const auto &index = m_air->stations[std::size_t(i)].index.index;
        if (index && (!most || *index > *most))
            worst = i;
    }
    return worst;
}

QStringList EnvironmentModel::livePollutants() const
{
    QStringList keys;
    for (const auto &model : m_models)
        keys.append(model->spec().channel);
    return keys;
}

int EnvironmentModel::stepOf(const EnvironmentSet &set) const
{
    return set.series->axis.indexOf(std::min(m_time.current, m_time.now));
}

UtcMs EnvironmentModel::issueTime() const
{
    const auto set = airSet();
    return set ? set->series->axis.at(stepOf(*set)) : 0;
}

void EnvironmentModel::fail(const Error &error)
{
    if (error.code != Errc::Cancelled)
        Q_EMIT failed(error);
    Q_EMIT busyChanged();
}

/// What is wanted, not known and not under way is begun.
void EnvironmentModel::update()
{
    if (m_paused || !m_store)
        return;
    if (!m_data) {
        if (!m_loading.running())
            load();
        return;
    }
    if (m_time.revision == 0 && m_time.now == 0)
        return; // no time was told yet
    if (airSet()) {
        loadModels();
        forecast();
        computeAir();
        if (m_wantsSurface) {
            makeMaker();
            computeSurface();
            computeErrors();
        }
    }
    if (m_wantsNoise && noiseSet())
        computeNoise();
}

void EnvironmentModel::load()
{
    m_loading.start(
        runTask(m_context.pools->io,
            [store = m_store](TaskContext &context) { return loadEnvironment(*store, context); }),
        [this](Result<std::shared_ptr<const EnvironmentData>> data) {
            if (!data) {
                takeData(std::make_shared<const EnvironmentData>());
                return fail(data.error());
            }
            takeData(std::move(*data));
            update();
        });
    Q_EMIT busyChanged();
}

void EnvironmentModel::takeData(std::shared_ptr<const EnvironmentData> data)
{
    m_data = std::move(data);
    m_maker.reset();
    m_models.clear();
    m_forecasts.reset();
    m_air.reset();
    m_surface.reset();
    m_errors.reset();
    m_noise.reset();
    m_airs.clear();
    m_surfaces.clear();
    for (QString *key : {&m_modelsKey, &m_airKey, &m_surfaceKey, &m_errorsKey, &m_noiseKey})
        key->clear();
    m_forecastsAt = -1;
    if (m_data) {
        const auto keep = [](QString &chosen, const QStringList &names) {
            if (!names.contains(chosen))
                chosen = names.value(0);
        };
        keep(m_choice.airSet, m_data->names(false));
        keep(m_choice.noiseSet, m_data->names(true));
        if (const auto set = airSet()) {
            keep(m_choice.channel, set->pollutants);
            if (m_choice.family.isEmpty())
                m_choice.family = airQualityFamilyOf(set->dataset.zone);
        }
    }
    Q_EMIT dataChanged();
    Q_EMIT choiceChanged();
    Q_EMIT airChanged();
    Q_EMIT surfaceChanged();
    Q_EMIT noiseChanged();
    Q_EMIT busyChanged();
}

void EnvironmentModel::loadModels()
{
    if (m_modelsKey == m_choice.airSet || m_factory == nullptr)
        return;
    m_modelsKey = m_choice.airSet;
    m_models.clear();
    m_forecasts.reset();
    m_forecastsAt = -1;
    const auto work = [store = m_store, factory = m_factory, set = airSet()](
                          TaskContext &context) -> Result<Models> {
        Models models;
        const Registry registry(store);
        for (const QString &pollutant : set->pollutants) {
            if (context.cancelled())
                return cancelledFailure();
            BV_TRY(const auto live, registry.live(set->dataset.name, pollutant));
            if (!live)
                continue;
            BV_TRY(auto model, DeployedForecaster::load(store, *factory, live->id()));
            models.push_back(std::move(model));
        }
        return models;
    };
    m_modelTask.start(runTask(m_context.pools->inference, work), [this](Result<Models> models) {
        if (!models)
            return fail(models.error());
        m_models = std::move(*models);
        update();
    });
}

void EnvironmentModel::forecast()
{
    const UtcMs at = issueTime();
    if (m_models.empty() || m_forecastsAt == at)
        return;
    m_forecastsAt = at;
    const auto work = [models = m_models, at](
                          TaskContext &) -> Result<std::shared_ptr<const Forecasts>> {
        auto forecasts = std::make_shared<Forecasts>();
        for (const auto &model : models) {
            // Before a model's first window nothing is forecast, which is no failure.
            if (auto forecast = model->forecast(at))
                forecasts->push_back(
                    std::make_shared<const QuantileForecast>(std::move(*forecast)));
        }
        return forecasts;
    };
    m_forecastTask.start(runTask(m_context.pools->inference, work),
        [this](Result<std::shared_ptr<const Forecasts>> forecasts) {
            if (!forecasts)
                return fail(forecasts.error());
            m_forecasts = std::move(*forecasts);
            update();
        });
}

void EnvironmentModel::computeAir()
{
    const auto set = airSet();
    AirQuery query = {set, m_choice.family, m_choice.what, m_time.current, m_time.now, {}};
    // In the forecast there is nothing but the forecast.
    if (m_time.isForecast())
        query.what = AirTime::Forecast;
    query.time = set->series->axis.at(stepOf(*set));
    const bool withForecast = m_forecasts && m_forecastsAt == query.time;
    if (withForecast)
        query.forecasts = *m_forecasts;
    const QString key = QStringLiteral("%1|%2|%3|%4|%5|%6")
                            .arg(m_choice.airSet, m_choice.family)
                            .arg(int(query.what))
                            .arg(query.time)
                            .arg(withForecast ? 1 : 0)
                            .arg(m_time.now / set->series->axis.stepMs);
    if (key == m_airKey)
        return;
    m_airKey = key;
    if (const auto *known = m_airs.object(key)) {
        m_airTask.cancel();
        m_air = *known;
        Q_EMIT airChanged();
        return;
    }
    m_airTask.start(runTask(m_context.pools->io,
                        [query](TaskContext &context) { return makeAirPicture(query, context); }),
        [this, key](Result<std::shared_ptr<const AirPicture>> air) {
            if (!air)
                return fail(air.error());
            m_air = std::move(*air);
            m_airs.insert(key, new std::shared_ptr<const AirPicture>(m_air));
            Q_EMIT airChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void EnvironmentModel::makeMaker()
{
    if (m_maker)
        return;
    // Cheap: positions only; weights are made with the first surface.
    m_maker = std::make_shared<SurfaceMaker>(airSet(), m_projection, m_choice.method);
    m_surfaceKey.clear();
    m_errorsKey.clear();
}

void EnvironmentModel::computeSurface()
{
    if (!m_maker->isPossible())
        return;
    const int step = stepOf(m_maker->set());
    const QString key = QStringLiteral("%1|%2|%3|%4")
                            .arg(m_choice.airSet, m_choice.channel)
                            .arg(int(m_choice.method))
                            .arg(step);
    if (key == m_surfaceKey)
        return;
    m_surfaceKey = key;
    if (const auto *known = m_surfaces.object(key)) {
        m_surfaceTask.cancel();
        m_surface = *known;
        Q_EMIT surfaceChanged();
        return;
    }
    m_surfaceTask.start(
        runTask(m_context.pools->io,
            [maker = m_maker, channel = m_choice.channel, step](
                TaskContext &context) { return maker->picture(channel, step, context); }),
        [this, key](Result<std::shared_ptr<const SurfacePicture>> surface) {
            if (!surface)
                return fail(surface.error());
            m_surface = std::move(*surface);
            m_surfaces.insert(key, new std::shared_ptr<const SurfacePicture>(m_surface));
            Q_EMIT surfaceChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void EnvironmentModel::computeErrors()
{
    if (!m_maker->isPossible())
        return;
    const TimeAxis &axis = m_maker->set().series->axis;
    // By the day: the figures of a month hardly change with an hour.
    const int day = localDay(axis.at(stepOf(m_maker->set())), m_maker->set().dataset.zone);
    const QString key = QStringLiteral("%1|%2|%3|%4")
                            .arg(m_choice.airSet, m_choice.channel)
                            .arg(int(m_choice.method))
                            .arg(day);
    if (key == m_errorsKey)
        return;
    m_errorsKey = key;
    const int to = stepOf(m_maker->set());
    const int from = to - int(kErrorsOverMs / axis.stepMs) + 1;
    m_errorsTask.start(
        runTask(m_context.pools->io,
            [maker = m_maker, channel = m_choice.channel, from, to](
                TaskContext &context) { return maker->errors(channel, from, to, context); }),
        [this](Result<std::shared_ptr<const SurfaceErrors>> errors) {
            if (!errors)
                return fail(errors.error());
            m_errors = std::move(*errors);
            Q_EMIT errorsChanged();
        });
}

void EnvironmentModel::computeNoise()
{
    const auto set = noiseSet();
    const int step = stepOf(*set);
    const QString key = QStringLiteral("%1|%2").arg(m_choice.noiseSet).arg(step);
    if (key == m_noiseKey)
        return;
    m_noiseKey = key;
    const UtcMs time = set->series->axis.at(step);
    m_noiseTask.start(runTask(m_context.pools->io,
                          [set, time, now = m_time.now](TaskContext &context) {
                              return makeNoisePicture(set, time, now, context);
                          }),
        [this](Result<std::shared_ptr<const NoisePicture>> noise) {
            if (!noise)
                return fail(noise.error());
            m_noise = std::move(*noise);
            Q_EMIT noiseChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

} // namespace belvedere::ui
