// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/study_record.h"

#include "base/utc_time.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

using Kind = StudyRecord::Kind;

constexpr std::array kKinds = {Kind::Search, Kind::CrossValidation, Kind::LearningCurve};
constexpr std::array kStates = {TuningTrial::State::Waiting, TuningTrial::State::Running,
    TuningTrial::State::Dropped, TuningTrial::State::Finished, TuningTrial::State::Failed};

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Search:
        return QStringLiteral("search");
    case Kind::CrossValidation:
        return QStringLiteral("cross-validation");
    case Kind::LearningCurve:
        break;
    }
    return QStringLiteral("learning-curve");
}

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

double numberOrNan(const QJsonValue &value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

QJsonObject trialToJson(const TuningTrial &trial)
{
    QJsonArray errors;
    for (const EpochReport &epoch : trial.epochs)
        errors.append(number(epoch.validationMae));
    QJsonObject json = trial.toJson();
    json.insert(QStringLiteral("epochs"), errors);
    return json;
}

TuningTrial trialFromJson(const QJsonObject &json)
{
    TuningTrial trial;
    trial.number = json[QLatin1String("trial")].toInt();
    trial.options = json[QLatin1String("options")].toObject();
    trial.state = TuningTrial::State::Failed;
    for (const TuningTrial::State state : kStates) {
        if (json[QLatin1String("state")].toString() == trialStateName(state))
            trial.state = state;
    }
    trial.rung = json[QLatin1String("rung")].toInt();
    for (const QJsonValue error : json[QLatin1String("epochs")].toArray()) {
        EpochReport epoch;
        epoch.epoch = static_cast<int>(trial.epochs.size()) + 1;
        epoch.validationMae = numberOrNan(error);
        trial.epochs.push_back(epoch);
    }
    trial.score = numberOrNan(json[QLatin1String("score")]);
    trial.validationMae = numberOrNan(json[QLatin1String("validationMae")]);
    trial.seconds = json[QLatin1String("seconds")].toDouble();
    return trial;
}

QJsonObject foldToJson(const FoldOutcome &outcome)
{
    return {{QStringLiteral("fold"), outcome.fold.number},
        {QStringLiteral("from"), formatUtc(outcome.testFrom)},
        {QStringLiteral("to"), formatUtc(outcome.testTo)},
        {QStringLiteral("run"), outcome.record.toJson()}};
}

Result<FoldOutcome> foldFromJson(const QJsonObject &json)
{
    FoldOutcome outcome;
    outcome.fold.number = json[QLatin1String("fold")].toInt();
    BV_TRY(outcome.testFrom, parseTime(json[QLatin1String("from")].toString(), QTimeZone::utc()));
    BV_TRY(outcome.testTo, parseTime(json[QLatin1String("to")].toString(), QTimeZone::utc()));
    BV_TRY(outcome.record, RunRecord::fromJson(json[QLatin1String("run")].toObject()));
    return outcome;
}

QJsonObject pointToJson(const LearningCurvePoint &point)
{
    return {{QStringLiteral("days"), point.days},
        {QStringLiteral("firstWindow"), point.train.first},
        {QStringLiteral("windows"), point.train.count},
        {QStringLiteral("run"), point.record.toJson()}};
}

Result<LearningCurvePoint> pointFromJson(const QJsonObject &json)
{
    LearningCurvePoint point;
    point.days = json[QLatin1String("days")].toDouble();
    point.train = {
        json[QLatin1String("firstWindow")].toInt(), json[QLatin1String("windows")].toInt()};
    BV_TRY(point.record, RunRecord::fromJson(json[QLatin1String("run")].toObject()));
    return point;
}

} // namespace

const TrainSpec &trainSpecOf(const StudySpec &spec)
{
    return std::visit([](const auto &s) -> const TrainSpec & { return s.train; }, spec);
}

StudyRecord recordOf(const StudySpec &spec)
{
    StudyRecord record;
    record.kind = kKinds[spec.index()];
    record.train = trainSpecOf(spec);
    return record;
}

const TuningTrial *StudyRecord::best() const
{
    const TuningTrial *least = nullptr;
    for (const TuningTrial &trial : trials) {
        if (trial.number == bestTrial)
            return &trial;
        if (std::isfinite(trial.score) && (!least || trial.score < least->score))
            least = &trial;
    }
    return least;
}

QJsonObject StudyRecord::toJson() const
{
    QJsonArray trialList;
    for (const TuningTrial &trial : trials)
        trialList.append(trialToJson(trial));
    QJsonArray foldList;
    for (const FoldOutcome &fold : folds)
        foldList.append(foldToJson(fold));
    QJsonArray pointList;
    for (const LearningCurvePoint &point : points)
        pointList.append(pointToJson(point));
    QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("kind"), kindName(kind)},
        {QStringLiteral("ended"), formatUtc(ended)}, {QStringLiteral("train"), train.toJson()},
        {QStringLiteral("unit"), unit}, {QStringLiteral("parts"), parts},
        {QStringLiteral("trials"), trialList}, {QStringLiteral("bestTrial"), bestTrial},
        {QStringLiteral("winnerRun"), winnerRun}, {QStringLiteral("folds"), foldList},
        {QStringLiteral("points"), pointList}};
    if (spread) {
        json.insert(QStringLiteral("mean"), spread->mean.toJson());
        json.insert(QStringLiteral("deviation"), spread->deviation.toJson());
    }
    return json;
}

Result<StudyRecord> StudyRecord::fromJson(const QJsonObject &json)
{
    StudyRecord record;
    record.id = json[QLatin1String("id")].toString();
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
        [&](Kind k) { return kindName(k) == json[QLatin1String("kind")].toString(); });
    if (kind == kKinds.end())
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "The record of an experiment does not say of which kind."));
    record.kind = *kind;
    BV_TRY(record.ended, parseTime(json[QLatin1String("ended")].toString(), QTimeZone::utc()));
    BV_TRY(record.train, TrainSpec::fromJson(json[QLatin1String("train")].toObject()));
    record.unit = json[QLatin1String("unit")].toString();
    record.parts = json[QLatin1String("parts")].toInt();
    for (const QJsonValue trial : json[QLatin1String("trials")].toArray())
        record.trials.push_back(trialFromJson(trial.toObject()));
    record.bestTrial = json[QLatin1String("bestTrial")].toInt();
    record.winnerRun = json[QLatin1String("winnerRun")].toString();
    for (const QJsonValue value : json[QLatin1String("folds")].toArray()) {
        BV_TRY(FoldOutcome fold, foldFromJson(value.toObject()));
        record.folds.push_back(std::move(fold));
    }
    for (const QJsonValue value : json[QLatin1String("points")].toArray()) {
        BV_TRY(LearningCurvePoint point, pointFromJson(value.toObject()));
        record.points.push_back(std::move(point));
    }
    if (json.contains(QLatin1String("mean")))
        record.spread =
            MetricSpread{ForecastMetrics::fromJson(json[QLatin1String("mean")].toObject()),
                ForecastMetrics::fromJson(json[QLatin1String("deviation")].toObject())};
    return record;
}

} // namespace belvedere
