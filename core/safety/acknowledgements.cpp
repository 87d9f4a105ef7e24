// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/acknowledgements.h"

#include <algorithm>

namespace belvedere {

namespace {

QString collection()
{
    return QStringLiteral("acknowledgement");
}

QString documentId(const QString &table, const QString &alarmId)
{
    return table + QLatin1Char('/') + alarmId;
}

QJsonObject toJson(const QString &table, const Acknowledgement &a)
{
    QJsonObject body{{QStringLiteral("table"), table},
        {QStringLiteral("scope"), static_cast<int>(a.scope)},
        {QStringLiteral("subject"), a.subject}, {QStringLiteral("radiusM"), a.radiusM},
        {QStringLiteral("from"), formatUtc(a.range.from)},
        {QStringLiteral("to"), formatUtc(a.range.to)}, {QStringLiteral("note"), a.note},
        {QStringLiteral("at"), formatUtc(a.at)}};
    if (a.centre) {
        body.insert(QStringLiteral("lon"), a.centre->lon);
        body.insert(QStringLiteral("lat"), a.centre->lat);
    }
    return body;
}

Result<Acknowledgement> fromJson(const QString &id, const QJsonObject &body)
{
    const auto time = [&](const char *key) {
        return parseTime(body.value(QLatin1String(key)).toString(), QTimeZone::utc());
    };
    Acknowledgement a;
    a.alarmId = id;
    a.scope = static_cast<AlarmScope>(std::clamp(body.value(QLatin1String("scope")).toInt(),
        static_cast<int>(AlarmScope::City), static_cast<int>(AlarmScope::Cluster)));
    a.subject = body.value(QLatin1String("subject")).toString();
    a.radiusM = body.value(QLatin1String("radiusM")).toDouble();
    if (body.contains(QLatin1String("lon")))
        a.centre = LonLat{body.value(QLatin1String("lon")).toDouble(),
            body.value(QLatin1String("lat")).toDouble()};
    BV_TRY(a.range.from, time("from"));
    BV_TRY(a.range.to, time("to"));
    a.note = body.value(QLatin1String("note")).toString();
    BV_TRY(a.at, time("at"));
    return a;
}

} // namespace

Result<std::vector<Acknowledgement>> acknowledgements(const Store &store, const QString &table)
{
    BV_TRY(const std::vector<Document> documents, store.documents(collection()));
    std::vector<Acknowledgement> all;
    for (const Document &document : documents) {
        // What was withdrawn has no body: documents stay.
        if (document.body.value(QLatin1String("table")).toString() != table)
            continue;
        const QString id = document.id.mid(table.size() + 1);
        BV_TRY(Acknowledgement acknowledgement, fromJson(id, document.body));
        all.push_back(std::move(acknowledgement));
    }
    return all;
}

Result<> writeAcknowledgement(
    Store &store, const QString &table, const Acknowledgement &acknowledgement)
{
    return store.writeDocuments(collection(),
        {{documentId(table, acknowledgement.alarmId), toJson(table, acknowledgement)}});
}

Result<> withdrawAcknowledgement(Store &store, const QString &table, const QString &alarmId)
{
    return store.writeDocuments(collection(), {{documentId(table, alarmId), QJsonObject()}});
}

} // namespace belvedere
