// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/mbtiles_source.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <atomic>
#include <map>

namespace belvedere {

namespace {

constexpr int kHighestZoom = 22;

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("belvedere-tiles-%1").arg(++count);
}

/// Attributions are HTML in the specification; links lose their marks.
QString plainText(QString html)
{
    static const QRegularExpression kMark(QStringLiteral("<[^>]*>"));
    return html.remove(kMark)
        .replace(QLatin1String("&copy;"), QString::fromUtf8("©"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"))
        .simplified();
}

/// QSqlDatabase must be used by the thread that opened it, so each call has its own short
/// connection; the pages stay in the system's cache.
class Connection
{
public:
    explicit Connection(const QString &file)
        : m_name(uniqueName())
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        m_open = database.open();
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QSqlQuery query() const
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        query.setForwardOnly(true);
        return query;
    }

private:
    QString m_name;
    bool m_open = false;
};

class MbTilesSource : public TileSource
{
public:
    MbTilesSource(QString file, TileSourceInfo info)
        : m_file(std::move(file))
        , m_info(std::move(info))
    {
    }

    TileSourceInfo info() const override { return m_info; }

    QByteArray tile(TileKey key) override
    {
        if (!key.valid() || key.z < m_info.minZoom || key.z > m_info.maxZoom)
            return {};
        const Connection connection(m_file);
        if (!connection.isOpen())
            return {};
        QSqlQuery query = connection.query();
        if (!query.prepare(QStringLiteral("SELECT tile_data FROM tiles WHERE zoom_level = ? AND "
                                          "tile_column = ? AND tile_row = ?")))
            return {};
        query.addBindValue(key.z);
        query.addBindValue(key.x);
        query.addBindValue((1 << key.z) - 1 - key.y); // rows count from the south
        return query.exec() && query.next() ? query.value(0).toByteArray() : QByteArray();
    }

    void setChanged(Changed) override { } // what a file does not have, it never will
    bool pending(TileKey) const override { return false; }

private:
    QString m_file;
    TileSourceInfo m_info;
};

tl::unexpected<Error> notMbTiles(const QString &file)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "%1 is no MBTiles file, or it is damaged. Choose another one."),
        {file});
}

Result<std::map<QString, QString>> readMetadata(const Connection &connection, const QString &file)
{
    std::map<QString, QString> metadata;
    QSqlQuery query = connection.query();
    if (!query.exec(QStringLiteral("SELECT name, value FROM metadata")))
        return notMbTiles(file);
    while (query.next())
        metadata[query.value(0).toString().toLower()] = query.value(1).toString();
    return metadata;
}

} // namespace

Result<std::shared_ptr<TileSource>> openMbTiles(const QString &file)
{
    const QFileInfo fileInfo(file);
    if (!fileInfo.isFile())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no such file. Check its name and folder."), {},
            file);
    if (!fileInfo.isReadable())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP(
                "Error", "You may not read this file. Ask its owner for the permission."),
            {}, file);
    const Connection connection(file);
    if (!connection.isOpen())
        return notMbTiles(file);
    BV_TRY(const auto metadata, readMetadata(connection, file));
    const auto value = [&metadata](const char *key) {
        const auto found = metadata.find(QLatin1String(key));
        return found == metadata.end() ? QString() : found->second;
    };
    if (value("format") == QLatin1String("pbf"))
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "%1 holds vector tiles. Choose a file with pictures (png, jpg or webp), or import "
                "OpenStreetMap data instead."),
            {file});
    TileSourceInfo info;
    info.name = value("name").isEmpty() ? fileInfo.completeBaseName() : value("name");
    info.attribution = plainText(value("attribution"));
    QSqlQuery zooms = connection.query();
    if (!zooms.exec(QStringLiteral("SELECT min(zoom_level), max(zoom_level) FROM tiles"))
        || !zooms.next())
        return notMbTiles(file);
    if (zooms.value(0).isNull())
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "%1 holds no tiles. Choose another file."), {file});
    // What is there counts, whatever the metadata says.
    info.minZoom = std::max(0, zooms.value(0).toInt());
    info.maxZoom = std::min(kHighestZoom, zooms.value(1).toInt());
    return std::make_shared<MbTilesSource>(file, std::move(info));
}

} // namespace belvedere
