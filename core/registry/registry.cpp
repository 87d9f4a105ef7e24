// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry.h"

#include "training/artifact_lock.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace belvedere {

namespace {

const QString kCollection = QStringLiteral("model");
const QString kFormerField = QStringLiteral("formerlyLive");

QString stageName(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Candidate:
        return QStringLiteral("candidate");
    case ModelStage::Live:
        return QStringLiteral("live");
    case ModelStage::Retired:
        break;
    }
    return QStringLiteral("retired");
}

Result<ModelStage> stageByName(const QString &name)
{
    for (const ModelStage stage : {ModelStage::Candidate, ModelStage::Live, ModelStage::Retired}) {
        if (stageName(stage) == name)
            return stage;
    }
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "\"%1\" is no stage of a model in the registry."), {name});
}

/// 0 = never.
QJsonValue timeToJson(UtcMs time)
{
    return time == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(formatUtc(time));
}

Result<UtcMs> timeFromJson(const QJsonValue &value)
{
    if (!value.isString())
        return 0;
    return parseTime(value.toString(), QTimeZone::utc());
}

Result<ModelVersion> versionFromJson(const QJsonObject &json)
{
    ModelVersion version;
    version.name = json[QLatin1String("name")].toString();
    version.version = json[QLatin1String("version")].toInt();
    version.runId = json[QLatin1String("run")].toString();
    if (version.name.isEmpty() || version.version < 1 || version.runId.isEmpty())
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "A model of the registry lacks its name, version or run."));
    BV_TRY(version.stage, stageByName(json[QLatin1String("stage")].toString()));
    version.kind = json[QLatin1String("kind")].toString();
    version.dataset = json[QLatin1String("dataset")].toString();
    version.channel = json[QLatin1String("channel")].toString();
    BV_TRY(version.registered, timeFromJson(json[QLatin1String("registered")]));
    BV_TRY(version.promoted, timeFromJson(json[QLatin1String("promoted")]));
    version.testMae =
        json[QLatin1String("testMae")].toDouble(std::numeric_limits<double>::quiet_NaN());
    version.unit = json[QLatin1String("unit")].toString();
    version.task = json[QLatin1String("task")].toString(version.task);
    version.testAccuracy = json[QLatin1String("testAccuracy")].toDouble(version.testAccuracy);
    return version;
}

/// The whole registry as it stands in the store, and the changes to be written in one go.
/// The document of a version has its id, "traffic-speed/3". The document "traffic-speed" keeps,
/// oldest first, the versions that were live before the present one.
class Ledger
{
public:
    [[nodiscard]] static Result<Ledger> read(const Store &store)
    {
        BV_TRY(const std::vector<Document> documents, store.documents(kCollection));
        Ledger ledger;
        for (const Document &document : documents) {
            if (document.body.contains(kFormerField)) {
                ledger.m_former[document.id] = document.body[kFormerField].toArray();
                continue;
            }
            Result<ModelVersion> version = versionFromJson(document.body);
            if (!version) {
                version.error().where = document.id;
                return failure(std::move(version.error()));
            }
            ledger.m_versions.push_back(std::move(*version));
        }
        std::sort(ledger.m_versions.begin(), ledger.m_versions.end(),
            [](const ModelVersion &a, const ModelVersion &b) {
                return a.name != b.name ? a.name < b.name : a.version > b.version;
            });
        return ledger;
    }

    [[nodiscard]] const std::vector<ModelVersion> &versions() const { return m_versions; }

    template <class Predicate> [[nodiscard]] const ModelVersion *first(Predicate fits) const
    {
        const auto it = std::find_if(m_versions.begin(), m_versions.end(), fits);
        return it == m_versions.end() ? nullptr : &*it;
    }
    [[nodiscard]] const ModelVersion *byId(const QString &id) const
    {
        return first([&id](const ModelVersion &v) { return v.id() == id; });
    }
    [[nodiscard]] const ModelVersion *live(const QString &name) const
    {
        return first([&name](const ModelVersion &v) {
            return v.name == name && v.stage == ModelStage::Live;
        });
    }
    [[nodiscard]] QString idList() const
    {
        QStringList ids;
        for (const ModelVersion &version : m_versions)
            ids += version.id();
        return ids.join(QStringLiteral(", "));
    }

    /// A free name for the data set's channel, or the one it has: "a-b" of channel "c" and "a" of
    /// channel "b-c" must not share one.
    [[nodiscard]] QString nameFor(const QString &dataset, const QString &channel) const
    {
        const QString base = dataset + QLatin1Char('-') + channel;
        QString name = base;
        const auto taken = [&](const ModelVersion &v) {
            return v.name == name && (v.dataset != dataset || v.channel != channel);
        };
        for (int suffix = 2; first(taken) != nullptr; ++suffix)
            name = base + QLatin1Char('-') + QString::number(suffix);
        return name;
    }

    void put(const ModelVersion &version)
    {
        m_changed[version.id()] = version.toJson();
        const auto same = [&version](const ModelVersion &v) { return v.id() == version.id(); };
        const auto it = std::find_if(m_versions.begin(), m_versions.end(), same);
        if (it == m_versions.end())
            m_versions.insert(m_versions.begin(), version);
        else
            *it = version;
    }
    /// Retires what is live under the name and remembers it for rollback().
    void retireLive(const QString &name, bool remember)
    {
        const ModelVersion *present = live(name);
        if (present == nullptr)
            return;
        if (remember)
            setFormer(
                name, [version = present->version](QJsonArray &list) { list.append(version); });
        ModelVersion retired = *present;
        retired.stage = ModelStage::Retired;
        put(retired);
    }
    ModelVersion makeLive(ModelVersion version)
    {
        version.stage = ModelStage::Live;
        version.promoted = QDateTime::currentMSecsSinceEpoch();
        put(version);
        return version;
    }
    /// Takes the latest formerly live version off the list.
    [[nodiscard]] std::optional<ModelVersion> takeFormer(const QString &name)
    {
        std::optional<ModelVersion> former;
        setFormer(name, [this, &name, &former](QJsonArray &list) {
            while (!list.isEmpty() && !former) {
                const int number = list.takeAt(list.size() - 1).toInt();
                const ModelVersion *version = first([&](const ModelVersion &v) {
                    return v.name == name && v.version == number && v.stage != ModelStage::Live;
                });
                if (version != nullptr)
                    former = *version;
            }
        });
        return former;
    }

    [[nodiscard]] Result<> write(Store &store) const
    {
        std::vector<Document> documents;
        for (const auto &[id, body] : m_changed)
            documents.push_back({id, body});
        return store.writeDocuments(kCollection, documents);
    }

private:
    template <class Change> void setFormer(const QString &name, Change change)
    {
        QJsonArray &list = m_former[name];
        change(list);
        m_changed[name] = QJsonObject{{kFormerField, list}};
    }

    std::vector<ModelVersion> m_versions;
    std::map<QString, QJsonArray> m_former;
    std::map<QString, QJsonObject> m_changed;
};

Result<ModelVersion> lookUp(const Ledger &ledger, const QString &reference)
{
    if (const ModelVersion *version = ledger.byId(reference))
        return *version;
    if (const ModelVersion *version = ledger.live(reference))
        return *version;
    if (const ModelVersion *version =
            ledger.first([&](const ModelVersion &v) { return v.runId == reference; }))
        return *version;
    if (ledger.first([&](const ModelVersion &v) { return v.name == reference; }) != nullptr)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "No version of model %1 is live. Promote one, or name the version. There is: %2."),
            {reference, ledger.idList()});
    if (ledger.versions().empty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "There is no model \"%1\": none is registered in this city yet. Register or deploy "
                "a run first."),
            {reference});
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no model \"%1\". There is: %2."),
        {reference, ledger.idList()});
}

/// The run's version, put on the ledger if it was not there.
Result<ModelVersion> versionOf(
    Ledger &ledger, const std::shared_ptr<Store> &store, const QString &runId)
{
    if (const ModelVersion *known =
            ledger.first([&](const ModelVersion &v) { return v.runId == runId; }))
        return *known;
    const RunArchive archive(store);
    BV_TRY(const RunRecord run, archive.run(runId));
    // A damaged model must not get as far as serving.
    if (run.table)
        BV_TRY_VOID(archive.tableModel(runId));
    else
        BV_TRY_VOID(archive.model(runId));
    ModelVersion version;
    version.name = ledger.nameFor(run.spec.dataset, run.spec.channel);
    const ModelVersion *newest =
        ledger.first([&](const ModelVersion &v) { return v.name == version.name; });
    version.version = newest == nullptr ? 1 : newest->version + 1;
    version.runId = runId;
    version.kind = run.spec.model;
    version.dataset = run.spec.dataset;
    version.channel = run.spec.channel;
    version.registered = QDateTime::currentMSecsSinceEpoch();
    version.testMae = run.test.all.mae;
    version.unit = run.unit;
    version.task = run.spec.task;
    if (run.table && run.table->test.classification)
        version.testAccuracy = run.table->test.classification->accuracy;
    ledger.put(version);
    return version;
}

ModelVersion promoteOn(Ledger &ledger, const ModelVersion &version)
{
    if (version.stage == ModelStage::Live)
        return version;
    ledger.retireLive(version.name, true);
    return ledger.makeLive(version);
}

/// Reads the ledger under the lock, lets `change` work on it and writes it in one transaction.
template <class Change> Result<ModelVersion> transact(Store &store, Change change)
{
    BV_TRY(const ArtifactLock lock, ArtifactLock::acquire(store.directory()));
    BV_TRY(Ledger ledger, Ledger::read(store));
    BV_TRY(ModelVersion version, change(ledger));
    BV_TRY_VOID(ledger.write(store));
    return version;
}

} // namespace

QString ModelVersion::id() const
{
    return name + QLatin1Char('/') + QString::number(version);
}

QJsonObject ModelVersion::toJson() const
{
    const auto figure = [](double value) {
        return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("id"), id()}, {QStringLiteral("name"), name},
        {QStringLiteral("version"), version}, {QStringLiteral("stage"), stageName(stage)},
        {QStringLiteral("run"), runId}, {QStringLiteral("kind"), kind},
        {QStringLiteral("dataset"), dataset}, {QStringLiteral("channel"), channel},
        {QStringLiteral("registered"), timeToJson(registered)},
        {QStringLiteral("promoted"), timeToJson(promoted)},
        {QStringLiteral("testMae"), figure(testMae)}, {QStringLiteral("task"), task},
        {QStringLiteral("testAccuracy"), figure(testAccuracy)},
        {QStringLiteral("unit"), unit}};
}

Registry::Registry(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<std::vector<ModelVersion>> Registry::versions() const
{
    BV_TRY(const Ledger ledger, Ledger::read(*m_store));
    return ledger.versions();
}

Result<ModelVersion> Registry::add(const QString &runId)
{
    return transact(*m_store, [&](Ledger &ledger) { return versionOf(ledger, m_store, runId); });
}

Result<ModelVersion> Registry::deploy(const QString &runId)
{
    return transact(*m_store, [&](Ledger &ledger) -> Result<ModelVersion> {
        BV_TRY(const ModelVersion version, versionOf(ledger, m_store, runId));
        return promoteOn(ledger, version);
    });
}

Result<ModelVersion> Registry::promote(const QString &versionId)
{
    return transact(*m_store, [&](Ledger &ledger) -> Result<ModelVersion> {
        BV_TRY(const ModelVersion version, lookUp(ledger, versionId));
        return promoteOn(ledger, version);
    });
}

Result<ModelVersion> Registry::retire(const QString &versionId)
{
    return transact(*m_store, [&](Ledger &ledger) -> Result<ModelVersion> {
        BV_TRY(ModelVersion version, lookUp(ledger, versionId));
        if (version.stage == ModelStage::Live)
            ledger.retireLive(version.name, true);
        version.stage = ModelStage::Retired;
        ledger.put(version);
        return version;
    });
}

Result<ModelVersion> Registry::rollback(const QString &name)
{
    return transact(*m_store, [&](Ledger &ledger) -> Result<ModelVersion> {
        std::optional<ModelVersion> former = ledger.takeFormer(name);
        if (!former)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error",
                    "No version of model \"%1\" was live before the present one, so there is "
                    "nothing to go back to."),
                {name});
        ledger.retireLive(name, false);
        return ledger.makeLive(std::move(*former));
    });
}

Result<ModelVersion> Registry::find(const QString &reference) const
{
    BV_TRY(const Ledger ledger, Ledger::read(*m_store));
    return lookUp(ledger, reference);
}

Result<std::optional<ModelVersion>> Registry::live(
    const QString &dataset, const QString &channel) const
{
    BV_TRY(const Ledger ledger, Ledger::read(*m_store));
    const ModelVersion *version = ledger.first([&](const ModelVersion &v) {
        return v.dataset == dataset && v.channel == channel && v.stage == ModelStage::Live;
    });
    return version == nullptr ? std::optional<ModelVersion>() : std::optional(*version);
}

} // namespace belvedere
