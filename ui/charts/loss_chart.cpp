// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/loss_chart.h"

#include "charts/epoch_chart.h"
#include "theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kRateHeight = 104;

std::vector<QPointF> pointsOf(const std::vector<LossPoint> &epochs, double LossPoint::*value)
{
    std::vector<QPointF> points;
    points.reserve(epochs.size());
    for (const LossPoint &epoch : epochs) {
        if (std::isfinite(epoch.*value))
            points.emplace_back(epoch.epoch, epoch.*value);
    }
    return points;
}

int epochOfSmallestError(const std::vector<LossPoint> &epochs)
{
    int best = 0;
    double smallest = std::numeric_limits<double>::infinity();
    for (const LossPoint &epoch : epochs) {
        if (epoch.validationMae < smallest) {
            smallest = epoch.validationMae;
            best = epoch.epoch;
        }
    }
    return best;
}

} // namespace

LossChart::LossChart(QWidget *parent)
    : QWidget(parent)
    , m_lossPanel(new EpochChart(this))
    , m_maePanel(new EpochChart(this))
    , m_ratePanel(new EpochChart(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_lossPanel, 1);
    layout->addWidget(m_maePanel, 1);
    m_ratePanel->setFixedHeight(kRateHeight);
    m_ratePanel->hide();
    layout->addWidget(m_ratePanel);
    // One cursor in all panels.
    const std::array panels{m_lossPanel, m_maePanel, m_ratePanel};
    for (EpochChart *from : panels) {
        for (EpochChart *to : panels) {
            if (from != to)
                connect(from, &ChartView::cursorKeyChanged, to, &ChartView::setCursorKey);
        }
    }
    refresh();
}

void LossChart::setEpochs(std::vector<LossPoint> epochs)
{
    m_epochs = std::move(epochs);
    refresh();
}

void LossChart::setBestEpoch(int epoch)
{
    m_bestEpoch = epoch;
    refresh();
}

void LossChart::setBaselines(std::vector<LossBaseline> baselines)
{
    m_baselines = std::move(baselines);
    refresh();
}

void LossChart::setUnit(const QString &unit)
{
    m_unit = unit;
    refresh();
}

void LossChart::setPlannedEpochs(int epochs)
{
    m_lossPanel->setPlannedEpochs(epochs);
    m_maePanel->setPlannedEpochs(epochs);
    m_ratePanel->setPlannedEpochs(epochs);
}

void LossChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void LossChart::refresh()
{
    using Tone = EpochChart::Tone;
    m_lossPanel->setEmptyText(tr("The loss appears here after the first epoch."));
    m_maePanel->setEmptyText(tr("The validation error appears here after the first epoch."));
    m_lossPanel->setTitles({}, tr("Loss"));
    m_maePanel->setUnit(m_unit);
    m_lossPanel->setTitle(tr("Loss by epoch"));
    m_maePanel->setTitle(tr("Validation error by epoch"));
    QStringList names = {tr("Training"), tr("Validation")};
    for (const LossBaseline &baseline : m_baselines)
        names.append(baseline.label);
    m_lossPanel->setNeighborLabels(names);
    m_maePanel->setNeighborLabels(names);
    m_lossPanel->setContent(
        {{tr("Training"), Tone::Background, pointsOf(m_epochs, &LossPoint::trainLoss)},
            {tr("Validation"), Tone::Main, pointsOf(m_epochs, &LossPoint::validationLoss)}},
        {}, true);
    std::vector<EpochChart::Level> levels;
    for (const LossBaseline &baseline : m_baselines) {
        if (std::isfinite(baseline.validationMae))
            levels.push_back({baseline.label, baseline.validationMae});
    }
    m_maePanel->setContent(
        {{tr("Validation"), Tone::Main, pointsOf(m_epochs, &LossPoint::validationMae)}},
        std::move(levels), false);
    const int best = m_bestEpoch > 0 ? m_bestEpoch : epochOfSmallestError(m_epochs);
    m_lossPanel->setBestEpoch(best);
    m_maePanel->setBestEpoch(best);
    std::vector<int> checkpoints;
    for (const LossPoint &point : m_epochs) {
        if (point.checkpoint)
            checkpoints.push_back(point.epoch);
    }
    m_maePanel->setCheckpoints(std::move(checkpoints));
    refreshRate(names);
}

void LossChart::refreshRate(const QStringList &neighborLabels)
{
    auto rates = pointsOf(m_epochs, &LossPoint::learningRate);
    std::erase_if(rates, [](const QPointF &point) { return point.y() <= 0.0; });
    // A model in closed form has none.
    m_ratePanel->setVisible(!rates.empty());
    m_maePanel->setTitles(rates.empty() ? tr("Epoch") : QString(), maeTitle());
    m_ratePanel->setTitles(tr("Epoch"), tr("Learning rate"));
    m_ratePanel->setTitle(tr("Learning rate by epoch"));
    m_ratePanel->setNeighborLabels(neighborLabels);
    m_ratePanel->setContent(
        {{tr("Rate"), EpochChart::Tone::Background, std::move(rates)}}, {}, true);
}

QString LossChart::maeTitle() const
{
    return m_unit.isEmpty() ? tr("Mean absolute error")
                            //: %1 unit
                            : tr("Mean absolute error, %1").arg(m_unit);
}

} // namespace belvedere::ui
