// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/data_export.h"

#include "common/format.h"
#include "training/code_version.h"

#include <QDir>
#include <QFileDialog>

namespace belvedere::ui {

DataExport::DataExport(OperateController &controller, TaskPools &pools, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_pools(pools)
    , m_task(this)
{
}

void DataExport::saveSites(QWidget *window)
{
    const QuantityView &view = *m_controller.quantity();
    const TimeContext &time = m_controller.time();
    ExportRequest request;
    request.what = ExportKind::Sites;
    request.at = std::min(time.current, time.now);
    if (const auto forecast = m_controller.forecastShown()) {
        SiteForecast ahead;
        ahead.channel = view.channelInfo().key;
        ahead.model = m_controller.model() ? m_controller.model()->id() : QString();
        ahead.issued = forecast->issued;
        const int step = time.isForecast()
            ? std::clamp(
                static_cast<int>((time.current - forecast->issued) / forecast->shape.stepMs) - 1, 0,
                forecast->shape.horizon - 1)
            : forecast->shape.horizon - 1;
        ahead.at = forecast->timeOf(step);
        ahead.siteCodes = forecast->siteCodes;
        for (const double q : forecast->shape.quantiles)
            ahead.quantiles.push_back(q);
        for (std::size_t s = 0; s < forecast->siteCodes.size(); ++s) {
            for (int q = 0; q < static_cast<int>(ahead.quantiles.size()); ++q)
                ahead.values.push_back(view.units.toStored(
                    forecast->at(step, SiteId(static_cast<std::int32_t>(s)), q)));
        }
        request.forecast = ahead;
    }
    save(window, QStringLiteral("sites"), std::move(request));
}

void DataExport::saveSeries(QWidget *window)
{
    const TimeContext &time = m_controller.time();
    ExportRequest request;
    request.what = ExportKind::Series;
    request.range = time.mode == TimeMode::Instant
        ? belvedere::TimeRange{time.current - kMsPerDay, time.current + 1}
        : belvedere::TimeRange{time.from + 1, time.to + 1};
    save(window, QStringLiteral("series"), std::move(request));
}

void DataExport::save(QWidget *window, const QString &stem, ExportRequest request)
{
    const QuantityView &view = *m_controller.quantity();
    request.dataset = view.dataset.name;
    request.channel = view.channelInfo().key;
    request.facts = {
        {QStringLiteral("program"), QStringLiteral("Belvedere %1").arg(codeVersion())}};
    const QString file = QFileDialog::getSaveFileName(window, tr("Save data"),
        QDir::home().filePath(QStringLiteral("%1-%2.csv").arg(view.dataset.name, stem)),
        tr("Tables and maps (*.csv *.geojson *.gpkg)"));
    if (file.isEmpty())
        return;
    const auto task = runTask(m_pools.io,
        [store = std::shared_ptr<const Store>(m_store), file, request](
            TaskContext &context) { return exportCity(*store, file, request, context); });
    Q_EMIT started(tr("Saving %1").arg(QDir::toNativeSeparators(file)), QFuture<void>(task));
    m_task.start(task, [this, file](Result<ExportSummary> summary) {
        if (summary)
            Q_EMIT done(tr("%Ln row(s) saved in %1", nullptr, static_cast<int>(summary->rows))
                            .arg(QDir::toNativeSeparators(file)));
        else if (summary.error().code != Errc::Cancelled)
            Q_EMIT failed(summary.error());
    });
}

} // namespace belvedere::ui
