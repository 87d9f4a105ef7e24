// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "domain/domain_context.h"
#include "environment/environment_choice.h"
#include "environment/noise_picture.h"
#include "registry/deployed_forecaster.h"
#include "time/time_context.h"

#include <QCache>
#include <QObject>

namespace belvedere::ui {

/// Air and noise of a city and what was computed from them: loads and computes in the background
/// whatever is wanted and not yet known, keeps the last results by step of time, and says when
/// there are others. GUI thread only.
class EnvironmentModel : public QObject
{
    Q_OBJECT

public:
    /// @param factory  makes the live models; outlives this.
    EnvironmentModel(
        const DomainContext &context, const ForecasterFactory *factory, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    void setProjection(const LocalProjection &projection);
    void setTime(const TimeContext &time);
    void setChoice(const EnvironmentChoice &choice);
    /// What is to be computed besides the indices. Nothing at all happens while it is paused.
    void setWanted(bool surface, bool noise);
    void setPaused(bool paused);

    [[nodiscard]] const TimeContext &time() const { return m_time; }
    [[nodiscard]] const EnvironmentChoice &choice() const { return m_choice; }
    /// Null while it loads.
    [[nodiscard]] const std::shared_ptr<const EnvironmentData> &data() const { return m_data; }
    /// The chosen sets; null if there are none.
    [[nodiscard]] std::shared_ptr<const EnvironmentSet> airSet() const;
    [[nodiscard]] std::shared_ptr<const EnvironmentSet> noiseSet() const;
    // The last results, maybe for another time; null without one.
    [[nodiscard]] const std::shared_ptr<const AirPicture> &air() const { return m_air; }
    [[nodiscard]] const std::shared_ptr<const SurfacePicture> &surface() const { return m_surface; }
    [[nodiscard]] const std::shared_ptr<const SurfaceErrors> &errors() const { return m_errors; }
    [[nodiscard]] const std::shared_ptr<const NoisePicture> &noise() const { return m_noise; }
    /// Of the chosen data set and method; null without stations that have a place.
    [[nodiscard]] const std::shared_ptr<SurfaceMaker> &surfaceMaker() const { return m_maker; }
    [[nodiscard]] const LocalProjection &projection() const { return m_projection; }
    /// Position in the air set: the chosen station, else the one with the highest index; -1 = none.
    [[nodiscard]] int station() const;
    /// Pollutants of the air set with a live model.
    [[nodiscard]] QStringList livePollutants() const;
    [[nodiscard]] bool busy() const;

Q_SIGNALS:
    void dataChanged();
    void choiceChanged();
    void airChanged();
    void surfaceChanged();
    void errorsChanged();
    void noiseChanged();
    void busyChanged();
    void failed(const belvedere::Error &error);

private:
    void update();
    void load();
    void takeData(std::shared_ptr<const EnvironmentData> data);
    void loadModels();
    void makeMaker();
    void forecast();
    void computeAir();
    void computeSurface();
    void computeErrors();
    void computeNoise();
    void fail(const Error &error);
    /// The step shown of a set, nothing after now.
    [[nodiscard]] int stepOf(const EnvironmentSet &set) const;
    [[nodiscard]] UtcMs issueTime() const;

    DomainContext m_context;
    const ForecasterFactory *m_factory;
    std::shared_ptr<Store> m_store;
    LocalProjection m_projection;
    TimeContext m_time;
    EnvironmentChoice m_choice;
    bool m_wantsSurface = false;
    bool m_wantsNoise = false;
    bool m_paused = true;

    std::shared_ptr<const EnvironmentData> m_data;
    std::shared_ptr<SurfaceMaker> m_maker;
    using Models = std::vector<std::shared_ptr<const DeployedForecaster>>;
    using Forecasts = std::vector<std::shared_ptr<const QuantileForecast>>;
    Models m_models;
    QString m_modelsKey; // of m_models, or of those being loaded
    std::shared_ptr<const Forecasts> m_forecasts;
    UtcMs m_forecastsAt = -1; // likewise
    std::shared_ptr<const AirPicture> m_air;
    QString m_airKey;
    QCache<QString, std::shared_ptr<const AirPicture>> m_airs;
    std::shared_ptr<const SurfacePicture> m_surface;
    QString m_surfaceKey;
    QCache<QString, std::shared_ptr<const SurfacePicture>> m_surfaces;
    std::shared_ptr<const SurfaceErrors> m_errors;
    QString m_errorsKey;
    std::shared_ptr<const NoisePicture> m_noise;
    QString m_noiseKey;

    TaskSlot<std::shared_ptr<const EnvironmentData>> m_loading{this};
    TaskSlot<Models> m_modelTask{this};
    TaskSlot<std::shared_ptr<const Forecasts>> m_forecastTask{this};
    TaskSlot<std::shared_ptr<const AirPicture>> m_airTask{this};
    TaskSlot<std::shared_ptr<const SurfacePicture>> m_surfaceTask{this};
    TaskSlot<std::shared_ptr<const SurfaceErrors>> m_errorsTask{this};
    TaskSlot<std::shared_ptr<const NoisePicture>> m_noiseTask{this};
};

} // namespace belvedere::ui
