// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality_command.h"

#include "environment_data.h"
#include "text_table.h"

namespace belvedere::ctl {

namespace {

QJsonObject noteJson(const QualityNote &note)
{
    return {{QStringLiteral("kind"), qualityNoteName(note.kind)},
        {QStringLiteral("channel"), note.channel}, {QStringLiteral("site"), note.site},
        {QStringLiteral("count"), note.count}, {QStringLiteral("of"), note.of},
        {QStringLiteral("text"), fillIn(QString::fromUtf8(note.text), note.args)},
        {QStringLiteral("advice"), QString::fromUtf8(note.advice)}};
}

QString percent(double share)
{
    return numberText(100.0 * share) + QLatin1String(" %");
}

Result<Answer> quality(Session &session, const std::string &name)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored, storedSeries(*store, name, {}, {}));
    QJsonArray sites;
    TextTable table({QStringLiteral("site"), QStringLiteral("missing"), QStringLiteral("stuck"),
        QStringLiteral("outliers"), QStringLiteral("same as")});
    for (const SiteQuality &site : siteQuality(stored.dataset, *stored.series)) {
        sites.append(QJsonObject{{QStringLiteral("id"), site.site},
            {QStringLiteral("missingShare"), site.missingShare},
            {QStringLiteral("stuckShare"), site.stuckShare},
            {QStringLiteral("outlierShare"), site.outlierShare},
            {QStringLiteral("sameAs"),
                site.sameAs.isEmpty() ? QJsonValue() : QJsonValue(site.sameAs)}});
        table.add({site.site, percent(site.missingShare), percent(site.stuckShare),
            percent(site.outlierShare), site.sameAs.isEmpty() ? QStringLiteral("-") : site.sameAs});
    }
    const std::vector<QualityNote> notes = qualityNotes(stored.dataset, *stored.series);
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("sites"), sites}, {QStringLiteral("notes"), notesJson(notes)}};
    answer.text = table.toString() + notesText(notes);
    return answer;
}

} // namespace

QJsonArray notesJson(const std::vector<QualityNote> &notes)
{
    QJsonArray json;
    for (const QualityNote &note : notes)
        json.append(noteJson(note));
    return json;
}

QString notesText(const std::vector<QualityNote> &notes)
{
    QString text;
    for (const QualityNote &note : notes)
        text +=
            QStringLiteral("%1: %2\n    %3\n")
                .arg(qualityNoteName(note.kind), fillIn(QString::fromUtf8(note.text), note.args),
                    QString::fromUtf8(note.advice));
    return text;
}

void addQualityCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "quality",
        "What is missing, stuck, out of range or twice there at each site, and what is odd");
    const auto dataset = std::make_shared<std::string>();
    verb->add_option("DATASET", *dataset, "Data set")->required();
    verb->callback([dataset, &session] {
        session.verb = [dataset, &session] { return quality(session, *dataset); };
    });
}

} // namespace belvedere::ctl
