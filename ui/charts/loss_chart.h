// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <limits>
#include <vector>

namespace belvedere::ui {

struct LossPoint
{
    int epoch = 0; ///< from 1
    double trainLoss = std::numeric_limits<double>::quiet_NaN();
    double validationLoss = std::numeric_limits<double>::quiet_NaN();
    double validationMae = std::numeric_limits<double>::quiet_NaN();
    double learningRate = std::numeric_limits<double>::quiet_NaN();
    bool checkpoint = false; ///< training can go on from here
};

/// A model to compare with: one value for all epochs.
struct LossBaseline
{
    QString label;
    double validationMae = std::numeric_limits<double>::quiet_NaN();
};

class EpochChart;

/// How a training goes: loss on training and validation data above, the validation error in the
/// quantity's own unit below, on the same epochs. Two panels rather than two y axes in one: the
/// baselines belong to the error only, and which line belongs to which axis needs no guessing.
/// Where it is known, the learning rate has a strip below.
class LossChart : public QWidget
{
    Q_OBJECT

public:
    explicit LossChart(QWidget *parent = nullptr);

    /// All epochs so far; may be called after each one.
    void setEpochs(std::vector<LossPoint> epochs);
    /// The epoch whose weights are kept; 0 = the one with the smallest validation error.
    void setBestEpoch(int epoch);
    void setBaselines(std::vector<LossBaseline> baselines);
    void setUnit(const QString &unit);
    /// Epochs that the training may take; the axis reserves no more than it needs. 0 = unknown.
    void setPlannedEpochs(int epochs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshRate(const QStringList &neighborLabels);
    [[nodiscard]] QString maeTitle() const;

    EpochChart *m_lossPanel;
    EpochChart *m_maePanel;
    EpochChart *m_ratePanel;
    std::vector<LossPoint> m_epochs;
    std::vector<LossBaseline> m_baselines;
    QString m_unit;
    int m_bestEpoch = 0;
};

} // namespace belvedere::ui
