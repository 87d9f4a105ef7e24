// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_text.h"

#include "analyse/training/training_text.h"
#include "common/format.h"

#include <QCoreApplication>

#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::StudyText)
};

} // namespace

QString studyTitle(const StudyRecord &record, const ForecasterFactory &factory)
{
    const QString training = trainingTitle(record.train, factory);
    switch (record.kind) {
    case StudyRecord::Kind::Search:
        //: %1 is a training: a model, a data set and a quantity
        return Text::tr("Search: %1").arg(training);
    case StudyRecord::Kind::CrossValidation:
        //: %1 is a training: a model, a data set and a quantity
        return Text::tr("Cross-validation: %1").arg(training);
    case StudyRecord::Kind::LearningCurve:
        break;
    }
    //: %1 is a training: a model, a data set and a quantity
    return Text::tr("Learning curve: %1").arg(training);
}

QString studySummary(const StudyRecord &record, const ForecasterFactory &factory)
{
    if (const auto &spread = record.spread)
        //: Mean and standard deviation of an error over folds, and how many there are
        return Text::tr(
            "MAE %1 ± %2 over %Ln fold(s)", nullptr, static_cast<int>(record.folds.size()))
            .arg(formatValue(spread->mean.all.mae, record.unit),
                formatValue(spread->deviation.all.mae, record.unit));
    const auto &points = record.points;
    if (points.size() > 1) {
        const LearningCurvePoint &before = points[points.size() - 2];
        const double gain = 1.0 - points.back().record.test.all.mae / before.record.test.all.mae;
        //: What the last days of training data brought: %1 to %2 days, a percentage
        return (gain < 0.0 ? Text::tr("From %1 to %2 days the test MAE rises by %3")
                           : Text::tr("From %1 to %2 days the test MAE falls by %3"))
            .arg(formatNumber(before.days), formatNumber(points.back().days),
                formatPercent(std::abs(gain), 1));
    }
    if (const TuningTrial *trial = record.best()) {
        const QString options = changedOptionsText(record.train.model, trial->options, factory);
        //: The best trial of a search: its error and its options
        return (
            record.ended > 0 ? Text::tr("Best: %1 with %2") : Text::tr("Best so far: %1 with %2"))
            .arg(formatValue(trial->validationMae, record.unit),
                options.isEmpty() ? Text::tr("the defaults") : options);
    }
    return {};
}

} // namespace belvedere::ui
