// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/backend_choice.h"

#include "map/opengl/picture_difference.h"
#include "map/opengl/sample_scene.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr int kRuns = 3;
constexpr double kWorthIt = 0.8; // of the raster backend's time: a little is not worth a driver

struct Trial
{
    PictureDifference difference;
    double rasterMs = 0.0;
    double openGlMs = 0.0;
};

Viewport sampleView()
{
    return {{0.0, 0.0}, SampleScene::kExtentM / 1024.0, QSize(1024, 1024), 1.0};
}

/// The picture and the shortest of several times.
std::pair<QImage, double> timed(const MapBackend &backend, const std::vector<MapLayer> &layers)
{
    std::pair<QImage, double> result{{}, std::numeric_limits<double>::infinity()};
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        result.first = backend.paint(
            layers, sampleView(), PicturePart::Base, RenderOptions(), [] { return false; });
        result.second = std::min(result.second, 1e-6 * double(timer.nsecsElapsed()));
    }
    return result;
}

Trial tried(const MapBackend &openGl)
{
    const SampleScene scene;
    const auto [expected, rasterMs] = timed(RasterBackend(), scene.layers);
    const auto [picture, openGlMs] = timed(openGl, scene.layers);
    return {differenceOf(expected, picture), rasterMs, openGlMs};
}

Result<std::shared_ptr<const MapBackend>> openGlIfGood(BackendPreference preference,
    const std::shared_ptr<GlThread> &thread, const OpenGlBackend::LostHandler &lost)
{
    const bool automatic = preference == BackendPreference::Automatic;
    BV_TRY(const GlInfo info, thread->ready());
    if (automatic && info.software)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "OpenGL is done by the processor here (%1), which is slower than without it."),
            {info.renderer});
    // While it is on trial nobody need hear that it failed.
    const Trial trial = tried(OpenGlBackend(thread, info, {}));
    if (thread->isLost())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The graphics driver (%1) failed on the first picture."),
            {info.renderer});
    if (!trial.difference.isNothing())
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error",
                "The graphics driver (%1) paints another picture than it should: it differs by %2 "
                "of 255 on average."),
            {info.renderer, QString::number(trial.difference.mean, 'f', 1)});
    if (automatic && trial.openGlMs > kWorthIt * trial.rasterMs)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP(
                "Error", "OpenGL (%1) is not faster here: %2 ms for a picture, without it %3 ms."),
            {info.renderer, QString::number(trial.openGlMs, 'f', 1),
                QString::number(trial.rasterMs, 'f', 1)});
    return std::make_shared<const OpenGlBackend>(thread, info, lost);
}

} // namespace

std::optional<BackendPreference> backendPreference(QStringView word)
{
    if (word == QLatin1String("auto"))
        return BackendPreference::Automatic;
    if (word == QLatin1String("raster"))
        return BackendPreference::Raster;
    if (word == QLatin1String("opengl"))
        return BackendPreference::OpenGl;
    return {};
}

Task<BackendChoice> chooseBackend(
    BackendPreference preference, QThreadPool &pool, OpenGlBackend::LostHandler lost)
{
    std::shared_ptr<GlThread> thread;
    if (preference != BackendPreference::Raster)
        thread = std::make_shared<GlThread>();
    return runTask(pool,
        [preference, thread = std::move(thread), lost = std::move(lost)](
            TaskContext &) mutable -> Result<BackendChoice> {
            BackendChoice choice{std::make_shared<const RasterBackend>(), {}};
            // The last hold on it goes with the choice, not with the task.
            if (const std::shared_ptr<GlThread> tried = std::move(thread)) {
                auto openGl = openGlIfGood(preference, tried, lost);
                if (openGl)
                    choice.backend = std::move(*openGl);
                else
                    choice.declined = openGl.error();
            }
            return choice;
        });
}

} // namespace belvedere::ui
