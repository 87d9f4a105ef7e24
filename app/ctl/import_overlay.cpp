// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_overlay.h"

#include "geo/overlay_store.h"
#include "import_ground.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

namespace belvedere::ctl {

bool isOverlayFileName(const QString &file)
{
    return overlayEndings().contains(QFileInfo(file).suffix().toLower());
}

Result<Answer> importOverlayFile(
    Session &session, const QString &file, const OverlayArguments &arguments, const QTimeZone &zone)
{
    QElapsedTimer clock;
    clock.start();
    OverlayOptions options;
    options.name = QString::fromStdString(arguments.name);
    options.layer = QString::fromStdString(arguments.layer);
    options.crs = QString::fromStdString(arguments.crs);
    options.latitudeFirst = arguments.latitudeFirst;
    if (!options.name.isEmpty())
        BV_TRY_VOID(checkOverlayName(options.name));
    const TaskContext context = session.context();
    // What cannot be taken makes no city.
    const bool known = QFileInfo::exists(session.cityDirectory());
    if (known) {
        BV_TRY(const auto store, cityFor(session, zone));
        BV_TRY(const CityInfo city, store->cityInfo());
        options.city = city.centre;
    }
    BV_TRY(const Overlay overlay, readOverlay(file, options, context));
    BV_TRY(const auto store, cityFor(session, zone));
    BV_TRY_VOID(saveOverlay(store->directory(), overlay, context));

    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    const auto features = static_cast<qint64>(overlay.features.rows());
    QJsonArray columns;
    for (const FeatureColumn &column : overlay.features.columns)
        columns.append(column.key);
    QJsonArray warnings;
    for (const Error &remark : overlay.remarks) {
        warnings.append(remark.message());
        session.note(remark.message());
    }
    Answer answer;
    answer.json = {{QStringLiteral("overlay"), overlay.name},
        {QStringLiteral("dataset"), QString()}, {QStringLiteral("features"), features},
        {QStringLiteral("rows"), features}, {QStringLiteral("values"), 0},
        {QStringLiteral("rejected"), QJsonArray()}, {QStringLiteral("sites"), 0},
        {QStringLiteral("from"), QJsonValue()}, {QStringLiteral("to"), QJsonValue()},
        {QStringLiteral("columns"), columns}, {QStringLiteral("crs"), overlay.crs},
        {QStringLiteral("origin"), overlay.origin}, {QStringLiteral("warnings"), warnings},
        {QStringLiteral("stored"), true}, {QStringLiteral("seconds"), seconds}};
    answer.text = QStringLiteral("%1: %2 features as a layer of the map (%3)\n")
                      .arg(overlay.name)
                      .arg(features)
                      .arg(durationText(seconds));
    return answer;
}

Result<QJsonArray> overlaysJson(const Store &store)
{
    BV_TRY(const std::vector<OverlayEntry> kept, overlays(store.directory()));
    QJsonArray list;
    for (const OverlayEntry &entry : kept)
        list.append(QJsonObject{{QStringLiteral("name"), entry.name},
            {QStringLiteral("features"), entry.features}, {QStringLiteral("origin"), entry.origin},
            {QStringLiteral("crs"), entry.crs}});
    return list;
}

} // namespace belvedere::ctl
