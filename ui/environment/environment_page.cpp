// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_page.h"

#include "common/empty_state.h"
#include "common/quantity_names.h"
#include "environment/environment_tabs.h"
#include "environment/environment_text.h"
#include "environment/model_tab.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

EnvironmentPage::EnvironmentPage(
    TaskPools &pools, const ForecasterFactory *factory, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("air")))
    , m_set(new QComboBox)
    , m_site(new QComboBox)
    , m_channel(new QComboBox)
    , m_period(new QComboBox)
    , m_standard(new QComboBox)
    , m_tabs(new QTabWidget)
    , m_calendar(new CalendarTab(pools))
    , m_variation(new VariationTab(pools))
    , m_rose(new RoseTab(pools))
    , m_trend(new TrendTab(pools))
    , m_exceedances(new ExceedanceTab(pools))
    , m_model(new ModelTab(pools, factory))
{
    const char *names[] = {"environmentSet", "environmentSite", "environmentChannel",
        "environmentPeriod", "environmentIndex"};
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    int i = 0;
    for (QComboBox *box : {m_set, m_site, m_channel, m_period, m_standard}) {
        box->setObjectName(QString::fromLatin1(names[i++]));
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
    }
    row->addStretch(1);
    for (EnvironmentTab *tab : tabs()) {
        m_tabs->addTab(tab, QString());
        connect(tab, &EnvironmentTab::failed, this, &EnvironmentPage::failed);
        connect(tab, &EnvironmentTab::timeChosen, this, &EnvironmentPage::timeChosen);
    }
    m_tabs->setObjectName(QStringLiteral("environmentTabs"));
    m_tabs->setDocumentMode(true);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, 0);
    inner->setSpacing(space::kSmall);
    inner->addLayout(row);
    inner->addWidget(m_tabs, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_empty, &EmptyState::actionTriggered, this, &EnvironmentPage::importRequested);
    connect(m_set, &QComboBox::activated, this, [this] {
        fillPlace();
        ask();
    });
    for (QComboBox *box : {m_site, m_channel, m_period, m_standard})
        connect(box, &QComboBox::activated, this, &EnvironmentPage::ask);
    retranslate();
}

std::vector<EnvironmentTab *> EnvironmentPage::tabs() const
{
    return {m_calendar, m_variation, m_rose, m_trend, m_exceedances, m_model};
}

EnvironmentTab *EnvironmentPage::tab(Tab tab) const
{
    return tabs()[std::size_t(tab)];
}

void EnvironmentPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

bool EnvironmentPage::isSettled() const
{
    return !m_stale && !m_loading.running()
        && tabs()[std::size_t(m_tabs->currentIndex())]->isSettled();
}

void EnvironmentPage::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_loading.cancel();
    m_model->setStore(m_store);
    takeData(nullptr);
    reload();
}

void EnvironmentPage::reload()
{
    m_stale = true;
    if (isVisible())
        load();
}

void EnvironmentPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        load();
}

void EnvironmentPage::load()
{
    m_stale = false;
    if (!m_store)
        return;
    m_loading.start(
        runTask(m_pools.io,
            [store = m_store](TaskContext &context) { return loadEnvironment(*store, context); }),
        [this](Result<std::shared_ptr<const EnvironmentData>> found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            takeData(std::move(*found));
        });
}

void EnvironmentPage::takeData(std::shared_ptr<const EnvironmentData> loaded)
{
    m_data = std::move(loaded);
    const QString before = m_set->currentText();
    m_set->clear();
    if (m_data) {
        for (const auto &set : m_data->sets)
            m_set->addItem(set->dataset.name);
    }
    const int kept = m_set->findText(before);
    m_set->setCurrentIndex(kept >= 0 ? kept : 0);
    m_pages->setCurrentIndex(m_set->count() > 0 ? 1 : 0);
    fillPlace();
    ask();
}

/// Stations, pollutants and years of the data set; what was chosen stays where it is there too.
void EnvironmentPage::fillPlace()
{
    const auto set = m_data ? m_data->set(m_set->currentText()) : nullptr;
    const auto refill = [](QComboBox *box, const std::vector<std::pair<QString, QVariant>> &items) {
        const QVariant before = box->currentData();
        box->clear();
        for (const auto &[title, value] : items)
            box->addItem(title, value);
        const int kept = before.isValid() ? box->findData(before) : -1;
        box->setCurrentIndex(kept >= 0 ? kept : 0);
    };
    std::vector<std::pair<QString, QVariant>> sites, channels, years;
    if (set) {
        sites.emplace_back(tr("All stations"), -1);
        for (int i = 0; i < set->siteCount(); ++i)
            sites.emplace_back(set->dataset.sites[std::size_t(i)].title(), i);
        for (const QString &pollutant : set->pollutants)
            channels.emplace_back(channelTitle(pollutant), pollutant);
        if (!set->level.isEmpty())
            channels.emplace_back(channelTitle(set->level), set->level);
        const TimeAxis &axis = set->series->axis;
        const auto yearOf = [&](UtcMs time) {
            return QDateTime::fromMSecsSinceEpoch(time, set->dataset.zone).date().year();
        };
        years.emplace_back(tr("Whole time"), 0);
        for (int year = yearOf(axis.start); year <= yearOf(axis.last()); ++year)
            years.emplace_back(QString::number(year), year);
    }
    refill(m_site, sites);
    refill(m_channel, channels);
    refill(m_period, years);
    std::vector<std::pair<QString, QVariant>> families;
    const QDate last = set
        ? QDateTime::fromMSecsSinceEpoch(set->series->axis.last(), set->dataset.zone).date()
        : QDate::currentDate();
    for (const StandardFamily &family : standardFamilies(last))
        families.emplace_back(family.title, family.family);
    const bool first = m_standard->count() == 0;
    refill(m_standard, families);
    if (first && set)
        m_standard->setCurrentIndex(m_standard->findData(airQualityFamilyOf(set->dataset.zone)));
    else if (!set)
        m_standard->clear();
}

void EnvironmentPage::ask()
{
    PlaceQuery query;
    query.set = m_data ? m_data->set(m_set->currentText()) : nullptr;
    if (query.set) {
        query.site = m_site->currentData().toInt();
        query.channel = m_channel->currentData().toString();
        query.family = m_standard->currentData().toString();
        const TimeAxis &axis = query.set->series->axis;
        const int year = m_period->currentData().toInt();
        const auto begin = [&](int of) {
            return QDate(of, 1, 1).startOfDay(query.set->dataset.zone).toMSecsSinceEpoch();
        };
        query.from = year == 0 ? axis.start : begin(year);
        query.to = year == 0 ? axis.last() + axis.stepMs : begin(year + 1);
        m_standard->setVisible(!query.isNoise());
    }
    for (EnvironmentTab *tab : tabs())
        tab->setQuery(query);
}

void EnvironmentPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EnvironmentPage::retranslate()
{
    const QStringList titles = {tr("Calendar"), tr("Variation"), tr("Rose"), tr("Trend"),
        tr("Exceedances"), tr("Model against observation")};
    for (int i = 0; i < int(titles.size()); ++i)
        m_tabs->setTabText(i, titles[i]);
    m_empty->setText(tr("No air or noise is measured here yet. Import stations with pollutants, "
                        "such as pm2.5, or sound levels."));
    m_empty->setActionText(tr("Import data…"));
    const std::pair<QComboBox *, QString> boxes[] = {{m_set, tr("Data set")},
        {m_site, tr("Station")}, {m_channel, tr("Quantity")}, {m_period, tr("Period")},
        {m_standard, tr("Index for classes and limits")}};
    for (const auto &[box, name] : boxes) {
        box->setAccessibleName(name);
        box->setToolTip(name);
    }
    fillPlace();
}

} // namespace belvedere::ui
