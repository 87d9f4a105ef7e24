// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "environment/environment_data.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;
class QTabWidget;

namespace belvedere {
class ForecasterFactory;
}

namespace belvedere::ui {

class CalendarTab;
class EmptyState;
class EnvironmentTab;
class ExceedanceTab;
class ModelTab;
class RoseTab;
class TrendTab;
class VariationTab;

/// The charts of those who work with air and noise: one data set, place, pollutant and period for
/// all of them.
class EnvironmentPage : public QWidget
{
    Q_OBJECT

public:
    /// @param factory  loads the models of runs; may be null.
    EnvironmentPage(TaskPools &pools, const ForecasterFactory *factory, QWidget *parent = nullptr);

    enum class Tab { Calendar, Variation, Rose, Trend, Exceedances, Model };

    /// Null closes the city. Nothing is read before the page is seen.
    void setStore(std::shared_ptr<Store> store);
    /// After an import, a removal or a training.
    void reload();
    void showTab(Tab tab);
    [[nodiscard]] EnvironmentTab *tab(Tab tab) const;
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QComboBox *setBox() const { return m_set; }
    [[nodiscard]] QComboBox *siteBox() const { return m_site; }
    [[nodiscard]] QComboBox *channelBox() const { return m_channel; }
    [[nodiscard]] QComboBox *periodBox() const { return m_period; }
    [[nodiscard]] QComboBox *standardBox() const { return m_standard; }

Q_SIGNALS:
    /// There are no such data and the person wants to bring some in.
    void importRequested();
    void failed(const belvedere::Error &error);
    void timeChosen(belvedere::UtcMs time);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void takeData(std::shared_ptr<const EnvironmentData> loaded);
    void fillPlace();
    void ask();
    void retranslate();
    [[nodiscard]] std::vector<EnvironmentTab *> tabs() const;

    TaskPools &m_pools;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<const EnvironmentData> m_data;
    bool m_stale = true;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QComboBox *m_set;
    QComboBox *m_site;
    QComboBox *m_channel;
    QComboBox *m_period;
    QComboBox *m_standard;
    QTabWidget *m_tabs;
    CalendarTab *m_calendar;
    VariationTab *m_variation;
    RoseTab *m_rose;
    TrendTab *m_trend;
    ExceedanceTab *m_exceedances;
    ModelTab *m_model;
    TaskSlot<std::shared_ptr<const EnvironmentData>> m_loading{this};
};

} // namespace belvedere::ui
