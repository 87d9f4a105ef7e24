// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_review.h"
#include "charts/wilson.h"

#include <QWidget>

class QLabel;

namespace belvedere::ui {

class HistogramChart;
class ReliabilityChart;

/// The quantiles of a run as bins of a reliability diagram: announced level against observed share.
[[nodiscard]] std::vector<ReliabilityBin> calibrationBins(const RunAnalysis &analysis);

/// How sure a run is and whether rightly so: calibration of its quantiles, and its errors.
class CertaintyPage : public QWidget
{
    Q_OBJECT

public:
    explicit CertaintyPage(RunReview &review, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    RunReview &m_review;
    QLabel *m_verdict;
    ReliabilityChart *m_calibration;
    HistogramChart *m_errors;
};

} // namespace belvedere::ui
