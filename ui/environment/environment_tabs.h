// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/heat_map_chart.h"
#include "charts/polar_chart.h"
#include "environment/environment_tab.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace belvedere::ui {

/// A value a day, or the index of each day.
class CalendarTab : public EnvironmentTab
{
    Q_OBJECT

public:
    explicit CalendarTab(TaskPools &pools, QWidget *parent = nullptr);
    [[nodiscard]] bool isSettled() const override { return !m_slot.running(); }
    [[nodiscard]] CalendarChart *chart() const { return m_chart; }
    [[nodiscard]] QComboBox *what() const { return m_what; }

protected:
    void compute() override;
    void retranslate() override;

private:
    QComboBox *m_what;
    CalendarChart *m_chart;
    TaskSlot<std::shared_ptr<const CalendarData>> m_slot{this};
};

/// The course of a day, a week, a year.
class VariationTab : public EnvironmentTab
{
    Q_OBJECT

public:
    explicit VariationTab(TaskPools &pools, QWidget *parent = nullptr);
    [[nodiscard]] bool isSettled() const override { return !m_slot.running(); }
    [[nodiscard]] VariationChart *chart() const { return m_chart; }
    [[nodiscard]] QComboBox *cycle() const { return m_cycle; }
    [[nodiscard]] QComboBox *what() const { return m_what; }

protected:
    void compute() override;
    void retranslate() override;

private:
    QComboBox *m_cycle;
    QComboBox *m_what;
    VariationChart *m_chart;
    TaskSlot<std::shared_ptr<const VariationData>> m_slot{this};
};

/// Where it comes from with the wind.
class RoseTab : public EnvironmentTab
{
    Q_OBJECT

public:
    explicit RoseTab(TaskPools &pools, QWidget *parent = nullptr);
    [[nodiscard]] bool isSettled() const override { return !m_slot.running(); }
    [[nodiscard]] PolarChart *chart() const { return m_chart; }
    [[nodiscard]] QComboBox *kind() const { return m_kind; }

protected:
    void compute() override;
    void retranslate() override;

private:
    QComboBox *m_kind;
    PolarChart *m_chart;
    TaskSlot<std::shared_ptr<const PolarData>> m_slot{this};
};

/// Whether it becomes more or less.
class TrendTab : public EnvironmentTab
{
    Q_OBJECT

public:
    explicit TrendTab(TaskPools &pools, QWidget *parent = nullptr);
    [[nodiscard]] bool isSettled() const override { return !m_slot.running(); }
    [[nodiscard]] TrendChart *chart() const { return m_chart; }

protected:
    void compute() override;
    void retranslate() override;

private:
    QLabel *m_summary;
    TrendChart *m_chart;
    TaskSlot<std::shared_ptr<const TrendData>> m_slot{this};
};

/// Days above a limit by station and year.
class ExceedanceTab : public EnvironmentTab
{
    Q_OBJECT

public:
    explicit ExceedanceTab(TaskPools &pools, QWidget *parent = nullptr);
    [[nodiscard]] bool isSettled() const override { return !m_slot.running(); }
    [[nodiscard]] HeatMapChart *chart() const { return m_chart; }
    [[nodiscard]] QDoubleSpinBox *limit() const { return m_limit; }

protected:
    void compute() override;
    void retranslate() override;

private:
    QDoubleSpinBox *m_limit;
    QString m_limitOf; // channel and index that the limit was offered for
    HeatMapChart *m_chart;
    TaskSlot<std::shared_ptr<const HeatMapData>> m_slot{this};
};

} // namespace belvedere::ui
