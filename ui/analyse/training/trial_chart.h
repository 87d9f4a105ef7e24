// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

namespace belvedere::ui {

/// One trial of a search as its validation errors by epoch.
struct TrialCurve
{
    enum class Tone {
        Dropped, ///< faint
        Alive, ///< still in the running
        Best
    };
    int number = 0;
    QString label; ///< what it tried
    Tone tone = Tone::Alive;
    std::vector<QPointF> points; ///< epoch ascending, error; finite
};

/// All trials of a search in one chart: those that were dropped are faint, the survivors stand
/// out. The cursor's key is the number of the trial.
class TrialChart : public ChartView
{
    Q_OBJECT

public:
    explicit TrialChart(QWidget *parent = nullptr);

    void setTrials(std::vector<TrialCurve> trials, const QString &unit);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    struct Found
    {
        std::size_t trial = 0;
        std::size_t point = 0;
        double distance = std::numeric_limits<double>::infinity(); ///< pixels
    };
    [[nodiscard]] Found nearest(QPointF place) const;
    [[nodiscard]] QPen penOf(TrialCurve::Tone tone) const;
    [[nodiscard]] static QString idOf(TrialCurve::Tone tone);

    std::vector<TrialCurve> m_trials;
    QString m_unit;
};

} // namespace belvedere::ui
