// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/views/saved_view_store.h"

#include "map/viewport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kMostBytes = 4 << 20;
constexpr qsizetype kKeyDigits = 12;
const QLatin1String kFormat("belvedere-views");

QJsonObject toJson(const SavedView &view)
{
    return {{QStringLiteral("name"), view.name}, {QStringLiteral("lon"), view.centre.lon},
        {QStringLiteral("lat"), view.centre.lat},
        {QStringLiteral("metersPerPixel"), view.metersPerPixel}};
}

Result<SavedView> fromJson(const QJsonObject &object, qsizetype number, const QString &path)
{
    const auto bad = [&](const char *field) {
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP(
                "Error", "Saved view %1 has no usable \"%2\". Correct the file or delete it."),
            {QString::number(number), QLatin1String(field)}, path);
    };
    const auto within = [&](const char *field, double low, double high) {
        const QJsonValue value = object.value(QLatin1String(field));
        return value.isDouble() && value.toDouble() >= low && value.toDouble() <= high;
    };
    SavedView view;
    view.name = object.value(QLatin1String("name")).toString().trimmed();
    if (view.name.isEmpty() || view.name.size() > SavedView::kLongestName)
        return bad("name");
    if (!within("lon", -180.0, 180.0))
        return bad("lon");
    if (!within("lat", -90.0, 90.0))
        return bad("lat");
    if (!within("metersPerPixel", Viewport::kMinMetersPerPixel, Viewport::kMaxMetersPerPixel))
        return bad("metersPerPixel");
    view.centre = {object.value(QLatin1String("lon")).toDouble(),
        object.value(QLatin1String("lat")).toDouble()};
    view.metersPerPixel = object.value(QLatin1String("metersPerPixel")).toDouble();
    return view;
}

Result<QList<SavedView>> read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<SavedView>();
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "The saved views cannot be read: %1."),
            {file.errorString()}, path);
    }
    if (file.size() > kMostBytes) {
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The file is too large for saved views. Delete it."), {},
            path);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("format")).toString() != kFormat) {
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "This is not a file of saved views (%1). Delete it."),
            {error.errorString()}, path);
    }
    const int version = root.value(QLatin1String("version")).toInt();
    if (version != kVersion) {
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The saved views are of version %1, this program reads version %2. Use the newer "
                "program."),
            {QString::number(version), QString::number(kVersion)}, path);
    }
    QList<SavedView> views;
    for (const QJsonValue &value : root.value(QLatin1String("views")).toArray()) {
        BV_TRY(SavedView view, fromJson(value.toObject(), views.size() + 1, path));
        views.push_back(view);
    }
    return views;
}

tl::unexpected<Error> notWritten(const QString &path, const QString &reason)
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP("Error",
            "The saved views cannot be written: %1. Free space or change the permissions."),
        {reason}, path);
}

} // namespace

SavedViewFile::SavedViewFile(QString path)
    : m_path(std::move(path))
{
}

Result<QList<SavedView>> SavedViewFile::load() const
{
    const std::scoped_lock lock(m_mutex);
    return read(m_path);
}

Result<> SavedViewFile::save(const QList<SavedView> &views, quint64 revision)
{
    const std::scoped_lock lock(m_mutex);
    if (revision < m_saved)
        return {};
    QJsonArray array;
    for (const SavedView &view : views)
        array.push_back(toJson(view));
    const QJsonObject root = {{QStringLiteral("format"), kFormat},
        {QStringLiteral("version"), kVersion}, {QStringLiteral("views"), array}};
    if (!read(m_path)) {
        const QString kept = m_path + QLatin1String(".broken");
        QFile::remove(kept);
        QFile::rename(m_path, kept);
    }
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return notWritten(m_path, QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(m_path, file.errorString());
    file.write(QJsonDocument(root).toJson());
    if (!file.commit())
        return notWritten(m_path, file.errorString());
    m_saved = revision;
    return {};
}

QString savedViewsPath(const QString &cityKey)
{
    const QByteArray digest =
        QCryptographicHash::hash(cityKey.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QLatin1String("/views/") + QString::fromLatin1(digest.left(kKeyDigits))
        + QLatin1String(".json");
}

} // namespace belvedere::ui
