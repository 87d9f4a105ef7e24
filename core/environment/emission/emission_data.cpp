// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/emission_data.h"

#include "base/check.h"

#include <QFile>
#include <QJsonDocument>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initEmissionResource()
{
    Q_INIT_RESOURCE(emissions);
}

namespace belvedere {

QByteArray emissionData(const char *name)
{
    initEmissionResource();
    QFile file(QStringLiteral(":/emissions/%1").arg(QLatin1String(name)));
    BV_CHECK(file.open(QIODevice::ReadOnly), return {});
    return file.readAll();
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "%1 is not a JSON object: %2."),
            {name, error.errorString()});
    return document.object();
}

tl::unexpected<Error> badEntry(const QString &name, const QString &entry, const QString &field)
{
    return failure(Errc::Schema, QT_TRANSLATE_NOOP("Error", "In %1, \"%2\" has no usable \"%3\"."),
        {name, entry, field});
}

} // namespace belvedere
