// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_record.h"

#include "base/utc_time.h"

#include <QJsonArray>

#include <cmath>

namespace belvedere {

namespace {

// JSON numbers are doubles to most readers: larger seeds are written as text.
constexpr std::uint64_t kLargestExactInteger = std::uint64_t{1} << 53;

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

double numberOrNan(const QJsonValue &value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

QJsonValue seedToJson(std::uint64_t seed)
{
    if (seed <= kLargestExactInteger)
        return static_cast<qint64>(seed);
    return QString::number(seed);
}

tl::unexpected<Error> wrongField(const char *field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP(
            "Error", "The field \"%1\" of the run record is missing or has another type."),
        {QString::fromLatin1(field)});
}

/// Takes fields out of an object; the first wrong one is remembered. An absent field keeps the
/// value that stands there.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &json)
        : m_json(json)
    {
    }

    void text(const char *key, QString &target)
    {
        take(key, &QJsonValue::isString, [&target](const QJsonValue &v) { target = v.toString(); });
    }
    void integer(const char *key, int &target)
    {
        take(key, &QJsonValue::isDouble,
            [&target](const QJsonValue &v) { target = v.toInt(target); });
    }
    void integer(const char *key, qint64 &target)
    {
        take(
            key, &QJsonValue::isDouble, [&target](const QJsonValue &v) { target = v.toInteger(); });
    }
    void real(const char *key, double &target)
    {
        if (!m_json[QLatin1String(key)].isNull())
            take(key, &QJsonValue::isDouble, [&](const QJsonValue &v) { target = v.toDouble(); });
        else
            target = std::numeric_limits<double>::quiet_NaN();
    }
    void flag(const char *key, bool &target)
    {
        take(key, &QJsonValue::isBool, [&target](const QJsonValue &v) { target = v.toBool(); });
    }
    void object(const char *key, QJsonObject &target)
    {
        take(key, &QJsonValue::isObject, [&target](const QJsonValue &v) { target = v.toObject(); });
    }
    void array(const char *key, QJsonArray &target)
    {
        take(key, &QJsonValue::isArray, [&target](const QJsonValue &v) { target = v.toArray(); });
    }
    void require(const char *key)
    {
        if (m_wrong == nullptr && !m_json.contains(QLatin1String(key)))
            m_wrong = key;
    }
    void reject(const char *key)
    {
        if (m_wrong == nullptr)
            m_wrong = key;
    }
    [[nodiscard]] Result<> outcome() const
    {
        if (m_wrong != nullptr)
            return wrongField(m_wrong);
        return {};
    }

private:
    template <class Store> void take(const char *key, bool (QJsonValue::*fits)() const, Store store)
    {
        const QJsonValue value = m_json[QLatin1String(key)];
        if (value.isUndefined())
            return;
        if ((value.*fits)())
            store(value);
        else
            reject(key);
    }

    const QJsonObject &m_json;
    const char *m_wrong = nullptr;
};

QJsonObject epochToJson(const EpochReport &epoch)
{
    QJsonArray partMaes;
    for (const double mae : epoch.partMaes)
        partMaes.append(number(mae));
    return {{QStringLiteral("epoch"), epoch.epoch},
        {QStringLiteral("trainLoss"), number(epoch.trainLoss)},
        {QStringLiteral("validationLoss"), number(epoch.validationLoss)},
        {QStringLiteral("validationMae"), number(epoch.validationMae)},
        {QStringLiteral("learningRate"), number(epoch.learningRate)},
        {QStringLiteral("seconds"), number(epoch.seconds)}, {QStringLiteral("best"), epoch.best},
        {QStringLiteral("score"), number(epoch.score)}, {QStringLiteral("partMaes"), partMaes},
        {QStringLiteral("checkpoint"), epoch.checkpoint},
        {QStringLiteral("tunedPart"), epoch.tunedPart}};
}

EpochReport epochFromJson(const QJsonObject &json)
{
    EpochReport epoch;
    epoch.epoch = json[QLatin1String("epoch")].toInt();
    epoch.trainLoss = numberOrNan(json[QLatin1String("trainLoss")]);
    epoch.validationLoss = numberOrNan(json[QLatin1String("validationLoss")]);
    epoch.validationMae = numberOrNan(json[QLatin1String("validationMae")]);
    epoch.learningRate = numberOrNan(json[QLatin1String("learningRate")]);
    epoch.seconds = numberOrNan(json[QLatin1String("seconds")]);
    epoch.best = json[QLatin1String("best")].toBool();
    const QString score = QStringLiteral("score");
    epoch.score = json.contains(score) ? numberOrNan(json[score]) : epoch.validationMae;
    const QJsonArray partMaes = json[QLatin1String("partMaes")].toArray();
    for (const QJsonValue &mae : partMaes)
        epoch.partMaes.push_back(numberOrNan(mae));
    epoch.checkpoint = json[QLatin1String("checkpoint")].toBool();
    epoch.tunedPart = json[QLatin1String("tunedPart")].toInt(-1);
    return epoch;
}

Result<std::uint64_t> seedFromJson(const QJsonValue &value)
{
    bool ok = true;
    std::uint64_t seed = TrainSpec().seed;
    if (value.isString())
        seed = value.toString().toULongLong(&ok);
    else if (value.isDouble() && value.toInteger(-1) >= 0)
        seed = static_cast<std::uint64_t>(value.toInteger());
    else
        ok = value.isUndefined();
    if (!ok)
        return wrongField("seed");
    return seed;
}

QJsonArray partnersToJson(const std::vector<TrainPartner> &partners)
{
    QJsonArray list;
    for (const TrainPartner &partner : partners)
        list.append(QJsonObject{{QStringLiteral("dataset"), partner.dataset},
            {QStringLiteral("channel"), partner.channel}});
    return list;
}

Result<std::vector<TrainPartner>> partnersFromJson(const QJsonArray &list)
{
    std::vector<TrainPartner> partners;
    for (const QJsonValue &entry : list) {
        const QJsonValue dataset = entry[QLatin1String("dataset")];
        const QJsonValue channel = entry[QLatin1String("channel")];
        if (!dataset.isString() || !channel.isString())
            return wrongField("partners");
        partners.push_back({dataset.toString(), channel.toString()});
    }
    return partners;
}

} // namespace

int TrainSpec::epochsInAll() const
{
    const int parts = 1 + static_cast<int>(partners.size());
    return epochs + (parts > 1 ? parts * fineTuneEpochs : 0);
}

QJsonObject TrainSpec::toJson() const
{
    QJsonObject json{{QStringLiteral("dataset"), dataset}, {QStringLiteral("channel"), channel},
        {QStringLiteral("task"), task}, {QStringLiteral("model"), model},
        {QStringLiteral("history"), history}, {QStringLiteral("horizon"), horizon},
        {QStringLiteral("split"), QJsonArray{split.train, split.validation, split.test}},
        {QStringLiteral("epochs"), epochs}, {QStringLiteral("patience"), patience},
        {QStringLiteral("budgetSeconds"), number(budgetSeconds)},
        {QStringLiteral("seed"), seedToJson(seed)}, {QStringLiteral("threads"), threads},
        {QStringLiteral("options"), options},
        {QStringLiteral("partners"), partnersToJson(partners)},
        {QStringLiteral("fineTuneEpochs"), fineTuneEpochs},
        {QStringLiteral("startFrom"), startFrom}, {QStringLiteral("plannedEpochs"), plannedEpochs}};
    if (!eventsAbove.empty()) {
        QJsonArray limits;
        for (const double limit : eventsAbove)
            limits.append(limit);
        json.insert(QStringLiteral("eventsAbove"), limits);
    }
    if (table)
        json.insert(QStringLiteral("table"), table->toJson());
    return json;
}

Result<TrainSpec> TrainSpec::fromJson(const QJsonObject &json)
{
    TrainSpec spec;
    QJsonArray shares{spec.split.train, spec.split.validation, spec.split.test};
    QJsonArray partners;
    QJsonObject tableJson;
    FieldReader read(json);
    read.text("dataset", spec.dataset);
    read.text("channel", spec.channel);
    read.text("task", spec.task);
    read.text("model", spec.model);
    read.integer("history", spec.history);
    read.integer("horizon", spec.horizon);
    read.array("split", shares);
    read.integer("epochs", spec.epochs);
    read.integer("patience", spec.patience);
    if (json.contains(QLatin1String("budgetSeconds")))
        read.real("budgetSeconds", spec.budgetSeconds);
    read.integer("threads", spec.threads);
    read.object("options", spec.options);
    read.array("partners", partners);
    read.integer("fineTuneEpochs", spec.fineTuneEpochs);
    read.text("startFrom", spec.startFrom);
    read.integer("plannedEpochs", spec.plannedEpochs);
    QJsonArray limits;
    read.array("eventsAbove", limits);
    for (const QJsonValue &limit : std::as_const(limits))
        spec.eventsAbove.push_back(limit.toDouble());
    read.object("table", tableJson);
    if (shares.size() != 3 || !shares[0].isDouble() || !shares[1].isDouble()
        || !shares[2].isDouble())
        read.reject("split");
    BV_TRY_VOID(read.outcome());
    spec.split = {shares[0].toDouble(), shares[1].toDouble(), shares[2].toDouble()};
    BV_TRY(spec.seed, seedFromJson(json[QLatin1String("seed")]));
    BV_TRY(spec.partners, partnersFromJson(partners));
    if (!tableJson.isEmpty()) {
        BV_TRY(spec.table, TableSettings::fromJson(tableJson));
    }
    return spec;
}

TrainSpec RunRecord::repetition() const
{
    TrainSpec same = spec;
    same.plannedEpochs = plannedEpochs;
    return same;
}

QJsonObject RunRecord::toJson() const
{
    QJsonArray epochList;
    for (const EpochReport &epoch : epochs)
        epochList.append(epochToJson(epoch));
    QJsonObject baselineFigures;
    for (const auto &[kind, figures] : baselines)
        baselineFigures[kind] = figures.toJson();
    QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("started"), formatUtc(started)},
        {QStringLiteral("seconds"), number(seconds)}, {QStringLiteral("spec"), spec.toJson()},
        {QStringLiteral("dataHash"), dataHash}, {QStringLiteral("codeVersion"), codeVersion},
        {QStringLiteral("simulatedData"), simulatedData}, {QStringLiteral("unit"), unit},
        {QStringLiteral("parameters"), parameters}, {QStringLiteral("bestEpoch"), bestEpoch},
        {QStringLiteral("stopReason"), stopReason}, {QStringLiteral("epochs"), epochList},
        {QStringLiteral("validation"), validation.toJson()},
        {QStringLiteral("test"), test.toJson()}, {QStringLiteral("baselines"), baselineFigures},
        {QStringLiteral("plannedEpochs"), plannedEpochs}, {QStringLiteral("group"), group},
        {QStringLiteral("startedFrom"), startedFrom}, {QStringLiteral("resumes"), resumes}};
    if (significance)
        json.insert(QStringLiteral("significance"), significance->toJson());
    if (table)
        json.insert(QStringLiteral("table"), table->toJson());
    return json;
}

Result<RunRecord> RunRecord::fromJson(const QJsonObject &json)
{
    RunRecord record;
    QString startedText;
    QJsonObject specJson;
    QJsonObject validationJson;
    QJsonObject testJson;
    QJsonObject baselineFigures;
    QJsonObject significanceJson;
    QJsonObject tableJson;
    QJsonArray epochList;
    FieldReader read(json);
    for (const char *key : {"id", "started", "spec", "test"})
        read.require(key);
    read.text("id", record.id);
    read.text("started", startedText);
    read.real("seconds", record.seconds);
    read.object("spec", specJson);
    read.text("dataHash", record.dataHash);
    read.text("codeVersion", record.codeVersion);
    read.flag("simulatedData", record.simulatedData);
    read.text("unit", record.unit);
    read.integer("parameters", record.parameters);
    read.integer("bestEpoch", record.bestEpoch);
    read.text("stopReason", record.stopReason);
    read.array("epochs", epochList);
    read.object("validation", validationJson);
    read.object("test", testJson);
    read.object("baselines", baselineFigures);
    read.integer("plannedEpochs", record.plannedEpochs);
    read.text("group", record.group);
    read.text("startedFrom", record.startedFrom);
    read.integer("resumes", record.resumes);
    read.object("significance", significanceJson);
    read.object("table", tableJson);
    BV_TRY_VOID(read.outcome());
    BV_TRY(record.started, parseTime(startedText, QTimeZone::utc()));
    BV_TRY(record.spec, TrainSpec::fromJson(specJson));
    if (!specJson.contains(QLatin1String("fineTuneEpochs")))
        record.spec.fineTuneEpochs = 0; // as it was before there was such a thing
    for (const QJsonValue &epoch : std::as_const(epochList))
        record.epochs.push_back(epochFromJson(epoch.toObject()));
    record.validation = ErrorFigures::fromJson(validationJson);
    record.test = ForecastMetrics::fromJson(testJson);
    for (auto it = baselineFigures.constBegin(); it != baselineFigures.constEnd(); ++it)
        record.baselines[it.key()] = ForecastMetrics::fromJson(it.value().toObject());
    if (!significanceJson.isEmpty())
        record.significance = Significance::fromJson(significanceJson);
    if (!tableJson.isEmpty())
        record.table = TableResult::fromJson(tableJson);
    return record;
}

} // namespace belvedere
