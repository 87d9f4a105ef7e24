// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_figures.h"

#include "training/json_numbers.h"
#include "training/score_curves.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

double ratio(double part, double whole)
{
    return whole > 0.0 ? part / whole : 0.0;
}

ClassShares sharesOf(double hits, double predicted, double rows)
{
    return {ratio(hits, predicted), ratio(hits, rows), ratio(2.0 * hits, predicted + rows)};
}

/// Adds what is defined to a mean.
struct Mean
{
    double sum = 0.0;
    double weight = 0.0;

    void add(double value, double w = 1.0)
    {
        if (std::isfinite(value)) {
            sum += w * value;
            weight += w;
        }
    }
    [[nodiscard]] double value() const { return weight > 0.0 ? sum / weight : kNoFigure; }
};

struct SharesMean
{
    Mean precision;
    Mean recall;
    Mean f1;

    void add(const ClassShares &shares, double weight)
    {
        precision.add(shares.precision, weight);
        recall.add(shares.recall, weight);
        f1.add(shares.f1, weight);
    }
    [[nodiscard]] ClassShares value() const
    {
        return {precision.value(), recall.value(), f1.value()};
    }
};

void addLosses(const std::vector<int> &truth, const std::vector<float> &chances,
    std::size_t classes, int positive, ClassificationFigures &figures)
{
    constexpr double kLeast = 1e-15; // as scikit-learn clips
    double loss = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const float *row = chances.data() + i * classes;
        const auto right = static_cast<std::size_t>(truth[i]);
        loss -= std::log(std::clamp(static_cast<double>(row[right]), kLeast, 1.0 - kLeast));
        for (std::size_t k = 0; k < classes; ++k) {
            const double error = static_cast<double>(row[k]) - (k == right ? 1.0 : 0.0);
            if (positive < 0 || k == static_cast<std::size_t>(positive))
                squares += error * error;
        }
    }
    const auto rows = static_cast<double>(truth.size());
    figures.logLoss = loss / rows;
    figures.brier = squares / rows;
}

void addClasses(const std::vector<int> &truth, const std::vector<float> &chances,
    std::size_t classes, ClassificationFigures &figures)
{
    for (std::size_t k = 0; k < classes; ++k) {
        ClassFigures figuresOfClass;
        qint64 predicted = 0;
        for (std::size_t t = 0; t < classes; ++t) {
            figuresOfClass.rows += figures.confusion[k][t];
            predicted += figures.confusion[t][k];
        }
        if (figuresOfClass.rows + predicted > 0)
            figuresOfClass.shares = sharesOf(static_cast<double>(figures.confusion[k][k]),
                static_cast<double>(predicted), static_cast<double>(figuresOfClass.rows));
        ScoredRows scored;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            scored.scores.push_back(static_cast<double>(chances[i * classes + k]));
            scored.truth.push_back(truth[i] == static_cast<int>(k));
        }
        figuresOfClass.auc = areaUnderRoc(scored);
        figuresOfClass.averagePrecision = averagePrecision(scored);
        figures.classes.push_back(figuresOfClass);
    }
}

void addMeans(int positive, ClassificationFigures &figures)
{
    SharesMean macro;
    SharesMean weighted;
    Mean auc;
    Mean precision;
    Mean recall;
    for (const ClassFigures &c : figures.classes) {
        macro.add(c.shares, 1.0);
        weighted.add(c.shares, static_cast<double>(c.rows));
        auc.add(c.auc);
        precision.add(c.averagePrecision);
        if (c.rows > 0)
            recall.add(c.shares.recall);
    }
    figures.macro = macro.value();
    figures.weighted = weighted.value();
    figures.micro = {figures.accuracy, figures.accuracy, figures.accuracy};
    figures.balancedAccuracy = recall.value();
    figures.binary = positive >= 0;
    if (figures.binary) {
        const ClassFigures &c = figures.classes[static_cast<std::size_t>(positive)];
        figures.shares = c.shares;
        figures.auc = c.auc;
        figures.averagePrecision = c.averagePrecision;
    } else {
        figures.shares = figures.macro;
        figures.auc = auc.value();
        figures.averagePrecision = precision.value();
    }
}

QJsonObject toJson(const ClassShares &shares)
{
    return {{QStringLiteral("precision"), jsonNumber(shares.precision)},
        {QStringLiteral("recall"), jsonNumber(shares.recall)},
        {QStringLiteral("f1"), jsonNumber(shares.f1)}};
}

ClassShares sharesFromJson(const QJsonValue &json)
{
    return {numberOrNan(json[QLatin1String("precision")]),
        numberOrNan(json[QLatin1String("recall")]), numberOrNan(json[QLatin1String("f1")])};
}

QJsonObject toJson(const ClassificationFigures &figures)
{
    QJsonObject json = toJson(figures.shares);
    QJsonArray classes;
    for (const ClassFigures &c : figures.classes) {
        QJsonObject entry = toJson(c.shares);
        entry.insert(QStringLiteral("auc"), jsonNumber(c.auc));
        entry.insert(QStringLiteral("averagePrecision"), jsonNumber(c.averagePrecision));
        entry.insert(QStringLiteral("rows"), c.rows);
        classes.append(entry);
    }
    QJsonArray confusion;
    for (const std::vector<qint64> &row : figures.confusion) {
        QJsonArray counts;
        for (const qint64 count : row)
            counts.append(count);
        confusion.append(counts);
    }
    json.insert(QStringLiteral("accuracy"), jsonNumber(figures.accuracy));
    json.insert(QStringLiteral("balancedAccuracy"), jsonNumber(figures.balancedAccuracy));
    json.insert(QStringLiteral("auc"), jsonNumber(figures.auc));
    json.insert(QStringLiteral("averagePrecision"), jsonNumber(figures.averagePrecision));
    json.insert(QStringLiteral("logLoss"), jsonNumber(figures.logLoss));
    json.insert(QStringLiteral("brier"), jsonNumber(figures.brier));
    json.insert(QStringLiteral("macro"), toJson(figures.macro));
    json.insert(QStringLiteral("micro"), toJson(figures.micro));
    json.insert(QStringLiteral("weighted"), toJson(figures.weighted));
    json.insert(QStringLiteral("classes"), classes);
    json.insert(QStringLiteral("confusion"), confusion);
    json.insert(QStringLiteral("rows"), figures.rows);
    json.insert(QStringLiteral("average"),
        figures.binary ? QStringLiteral("binary") : QStringLiteral("macro"));
    return json;
}

ClassificationFigures classificationFromJson(const QJsonObject &json)
{
    ClassificationFigures figures;
    figures.shares = sharesFromJson(json);
    figures.accuracy = numberOrNan(json[QLatin1String("accuracy")]);
    figures.balancedAccuracy = numberOrNan(json[QLatin1String("balancedAccuracy")]);
    figures.auc = numberOrNan(json[QLatin1String("auc")]);
    figures.averagePrecision = numberOrNan(json[QLatin1String("averagePrecision")]);
    figures.logLoss = numberOrNan(json[QLatin1String("logLoss")]);
    figures.brier = numberOrNan(json[QLatin1String("brier")]);
    figures.macro = sharesFromJson(json[QLatin1String("macro")]);
    figures.micro = sharesFromJson(json[QLatin1String("micro")]);
    figures.weighted = sharesFromJson(json[QLatin1String("weighted")]);
    for (const QJsonValue entry : json[QLatin1String("classes")].toArray())
        figures.classes.push_back({sharesFromJson(entry), numberOrNan(entry[QLatin1String("auc")]),
            numberOrNan(entry[QLatin1String("averagePrecision")]),
            entry[QLatin1String("rows")].toInteger()});
    const std::size_t classes = figures.classes.size();
    figures.confusion.assign(classes, std::vector<qint64>(classes, 0));
    const QJsonArray confusion = json[QLatin1String("confusion")].toArray();
    for (std::size_t t = 0; t < classes; ++t) {
        for (std::size_t p = 0; p < classes; ++p)
            figures.confusion[t][p] = confusion.at(static_cast<qsizetype>(t))
                                          .toArray()
                                          .at(static_cast<qsizetype>(p))
                                          .toInteger();
    }
    figures.rows = json[QLatin1String("rows")].toInteger();
    figures.binary = json[QLatin1String("average")].toString() == QLatin1String("binary");
    return figures;
}

} // namespace

ClassificationFigures classificationFigures(const std::vector<int> &truth,
    const std::vector<int> &predicted, const std::vector<float> &chances, std::size_t classes,
    int positive)
{
    ClassificationFigures figures;
    figures.rows = static_cast<qint64>(truth.size());
    figures.confusion.assign(classes, std::vector<qint64>(classes, 0));
    qint64 right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        ++figures.confusion[static_cast<std::size_t>(truth[i])]
                           [static_cast<std::size_t>(predicted[i])];
        right += truth[i] == predicted[i] ? 1 : 0;
    }
    if (truth.empty())
        return figures;
    figures.accuracy = static_cast<double>(right) / static_cast<double>(truth.size());
    addLosses(truth, chances, classes, positive, figures);
    addClasses(truth, chances, classes, figures);
    addMeans(positive, figures);
    return figures;
}

NumberFigures numberFigures(
    const std::vector<float> &truth, const std::vector<float> &predicted, bool counts)
{
    NumberFigures figures;
    figures.rows = static_cast<qint64>(truth.size());
    if (truth.empty())
        return figures;
    constexpr double kLeastMean = 1e-9; // a count that was said to be impossible
    const auto rows = static_cast<double>(truth.size());
    double mean = 0.0;
    for (const float t : truth)
        mean += static_cast<double>(t) / rows;
    double absolute = 0.0;
    double squared = 0.0;
    double sum = 0.0;
    double spread = 0.0;
    double deviance = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto t = static_cast<double>(truth[i]);
        const auto p = static_cast<double>(predicted[i]);
        absolute += std::abs(p - t);
        squared += (p - t) * (p - t);
        sum += p - t;
        spread += (t - mean) * (t - mean);
        const double expected = std::max(p, kLeastMean);
        deviance += 2.0 * ((t > 0.0 ? t * std::log(t / expected) : 0.0) - t + expected);
    }
    figures.mae = absolute / rows;
    figures.rmse = std::sqrt(squared / rows);
    figures.bias = sum / rows;
    figures.r2 = spread > 0.0 ? 1.0 - squared / spread : kNoFigure;
    if (counts)
        figures.poissonDeviance = deviance / rows;
    return figures;
}

QJsonObject TableFigures::toJson() const
{
    if (classification)
        return belvedere::toJson(*classification);
    if (!numbers)
        return {};
    return {{QStringLiteral("mae"), jsonNumber(numbers->mae)},
        {QStringLiteral("rmse"), jsonNumber(numbers->rmse)},
        {QStringLiteral("r2"), jsonNumber(numbers->r2)},
        {QStringLiteral("bias"), jsonNumber(numbers->bias)},
        {QStringLiteral("poissonDeviance"), jsonNumber(numbers->poissonDeviance)},
        {QStringLiteral("rows"), numbers->rows}};
}

TableFigures TableFigures::fromJson(const QJsonObject &json)
{
    TableFigures figures;
    if (json.contains(QLatin1String("accuracy")))
        figures.classification = classificationFromJson(json);
    else if (json.contains(QLatin1String("mae")))
        figures.numbers = NumberFigures{numberOrNan(json[QLatin1String("mae")]),
            numberOrNan(json[QLatin1String("rmse")]), numberOrNan(json[QLatin1String("r2")]),
            numberOrNan(json[QLatin1String("bias")]),
            numberOrNan(json[QLatin1String("poissonDeviance")]),
            json[QLatin1String("rows")].toInteger()};
    return figures;
}

} // namespace belvedere
