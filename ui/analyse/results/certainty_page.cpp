// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/certainty_page.h"

#include "charts/histogram_chart.h"
#include "charts/reliability_chart.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kNominal = 0.8; // of the band that is shown
constexpr double kTolerance = 0.03;

} // namespace

std::vector<ReliabilityBin> calibrationBins(const RunAnalysis &analysis)
{
    std::vector<ReliabilityBin> bins;
    const qint64 cases = analysis.metrics.all.observed;
    for (const CalibrationPoint &point : analysis.calibration) {
        if (std::isfinite(point.share) && cases > 0)
            bins.push_back({point.level, cases,
                static_cast<qint64>(std::llround(point.share * static_cast<double>(cases)))});
    }
    return bins;
}

CertaintyPage::CertaintyPage(RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_review(review)
    , m_verdict(new QLabel)
    , m_calibration(new ReliabilityChart)
    , m_errors(new HistogramChart)
{
    m_verdict->setObjectName(QStringLiteral("bandVerdict"));
    m_verdict->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_verdict->setWordWrap(true);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(space::kLarge);
    charts->addWidget(m_calibration, 1);
    charts->addWidget(m_errors, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_verdict);
    layout->addLayout(charts, 1);
    connect(&review, &RunReview::changed, this, &CertaintyPage::fill);
    retranslate();
}

void CertaintyPage::fill()
{
    const auto &analysis = m_review.analysis();
    m_calibration->setBins(analysis ? calibrationBins(*analysis) : std::vector<ReliabilityBin>());
    auto histogram = std::make_shared<HistogramData>();
    histogram->quantity = tr("Truth minus forecast");
    if (analysis)
        histogram->unit = analysis->unit;
    if (m_review.errors())
        histogram->values = *m_review.errors();
    //: mark in a histogram of errors: the place of a perfect forecast
    histogram->marks = {{0.0, tr("exact")}};
    m_errors->setData(histogram);
    if (!analysis || analysis->metrics.all.observed == 0) {
        m_verdict->clear();
        return;
    }
    const ErrorFigures &all = analysis->metrics.all;
    const QString share = formatPercent(all.coverage, 1);
    const QString width = formatValue(all.width, analysis->unit);
    if (std::abs(all.coverage - kNominal) <= kTolerance)
        m_verdict->setText(tr("The 80 % band holds %1 of the truth: it is as wide as it should be "
                              "(%2 on average).")
                               .arg(share, width));
    else if (all.coverage < kNominal)
        m_verdict->setText(
            tr("The 80 % band holds only %1 of the truth: the model is too sure of itself (%2 wide "
               "on average).")
                .arg(share, width));
    else
        m_verdict->setText(tr("The 80 % band holds %1 of the truth: it is wider than it need be "
                              "(%2 on average).")
                               .arg(share, width));
}

void CertaintyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CertaintyPage::retranslate()
{
    m_calibration->setTitle(tr("Announced against observed probability"));
    m_errors->setTitle(tr("Distribution of the errors"));
    m_calibration->setEmptyText(tr("Appears once the test part has been looked through."));
    m_errors->setEmptyText(tr("Appears once a sample of the test part has been forecast."));
    fill();
}

} // namespace belvedere::ui
