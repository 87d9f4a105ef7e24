// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_tabs.h"

#include <QComboBox>
#include <QDate>
#include <QDoubleSpinBox>
#include <QLabel>

namespace belvedere::ui {

namespace {

constexpr double kLargestLimit = 100'000.0;

template <class Owner> QComboBox *makeBox(Owner *owner, const QString &name, int entries)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (int i = 0; i < entries; ++i)
        box->addItem(QString());
    QObject::connect(
        box, &QComboBox::activated, owner, [owner] { owner->setQuery(owner->query()); });
    return box;
}

void setItems(QComboBox *box, const QStringList &items, const QString &name)
{
    for (int i = 0; i < int(items.size()); ++i)
        box->setItemText(i, items[i]);
    box->setAccessibleName(name);
    box->setToolTip(name);
}

QString nothingText()
{
    return CalendarTab::tr("Nothing was measured in this period. Choose another one.");
}

} // namespace

// --- Calendar -------------------------------------------------------------------------------

CalendarTab::CalendarTab(TaskPools &pools, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_what(makeBox(this, QStringLiteral("calendarOf"), 2))
    , m_chart(new CalendarChart)
{
    addChoice(m_what);
    setChart(m_chart);
    connect(m_chart, &ChartView::keyActivated, this, [this](const QString &key) {
        const QDate day = QDate::fromString(key, Qt::ISODate);
        if (day.isValid() && query().set)
            Q_EMIT timeChosen(day.startOfDay(query().set->dataset.zone).toMSecsSinceEpoch());
    });
    retranslate();
}

void CalendarTab::compute()
{
    m_what->setVisible(!query().isNoise());
    const auto what = static_cast<CalendarOf>(m_what->currentIndex());
    m_slot.start(runTask(m_pools.io,
                     [query = query(), what](
                         TaskContext &context) { return makeCalendar(query, what, context); }),
        [this](Result<std::shared_ptr<const CalendarData>> found) {
            if (!found)
                return fail(found.error());
            m_chart->setData(*found);
            setHint((*found)->values.empty() ? nothingText() : QString());
        });
}

void CalendarTab::retranslate()
{
    EnvironmentTab::retranslate();
    setItems(m_what, {tr("Pollutant"), tr("Index of all pollutants")}, tr("What the days show"));
    m_chart->setTitle(tr("Calendar"));
}

// --- Variation ------------------------------------------------------------------------------

VariationTab::VariationTab(TaskPools &pools, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_cycle(makeBox(this, QStringLiteral("variationCycle"), 3))
    , m_what(makeBox(this, QStringLiteral("variationOf"), 3))
    , m_chart(new VariationChart)
{
    addChoice(m_cycle);
    addChoice(m_what);
    setChart(m_chart);
    retranslate();
}

void VariationTab::compute()
{
    m_what->setVisible(!query().isNoise());
    const auto what = query().isNoise() ? VariationOf::Extremes
                                        : static_cast<VariationOf>(m_what->currentIndex());
    const auto cycle = static_cast<VariationData::Cycle>(m_cycle->currentIndex());
    m_slot.start(runTask(m_pools.io,
                     [query = query(), what, cycle](TaskContext &context) {
                         return makeVariation(query, what, cycle, context);
                     }),
        [this](Result<std::shared_ptr<const VariationData>> found) {
            if (!found)
                return fail(found.error());
            m_chart->setData(*found);
            setHint(m_chart->table().rows.empty() ? nothingText() : QString());
        });
}

void VariationTab::retranslate()
{
    EnvironmentTab::retranslate();
    setItems(m_cycle, {tr("By hour of the day"), tr("By hour of the week"), tr("By month")},
        tr("Cycle"));
    setItems(m_what,
        {tr("This pollutant"), tr("All pollutants, over their mean"),
            tr("Beside the highest and the lowest station")},
        tr("What is compared"));
    m_chart->setTitle(tr("Variation"));
}

// --- Rose -----------------------------------------------------------------------------------

RoseTab::RoseTab(TaskPools &pools, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_kind(makeBox(this, QStringLiteral("roseKind"), 2))
    , m_chart(new PolarChart)
{
    addChoice(m_kind);
    setChart(m_chart);
    retranslate();
}

void RoseTab::compute()
{
    m_kind->setVisible(!query().isNoise());
    const auto kind = query().isNoise() ? PolarData::Kind::Mean
                                        : static_cast<PolarData::Kind>(m_kind->currentIndex());
    m_slot.start(runTask(m_pools.io,
                     [query = query(), kind](
                         TaskContext &context) { return makeRose(query, kind, context); }),
        [this](Result<std::shared_ptr<const PolarData>> found) {
            if (!found && found.error().code == Errc::NotFound)
                return setHint(tr("This data set has no wind. Import it with the channels wind and "
                                  "wind_direction to see where pollutants come from."));
            if (!found)
                return fail(found.error());
            m_chart->setData(*found);
            setHint((*found)->isWhole()
                    ? QString()
                    : tr("The index has no classes for this pollutant. Choose the mean instead."));
        });
}

void RoseTab::retranslate()
{
    EnvironmentTab::retranslate();
    setItems(m_kind, {tr("Mean by wind"), tr("Classes by wind")}, tr("What the rose shows"));
    m_chart->setTitle(tr("Rose"));
}

// --- Trend ----------------------------------------------------------------------------------

TrendTab::TrendTab(TaskPools &pools, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_summary(new QLabel)
    , m_chart(new TrendChart)
{
    addChoice(m_summary);
    setChart(m_chart);
    retranslate();
}

void TrendTab::compute()
{
    m_chart->setZone(query().set->dataset.zone);
    m_slot.start(runTask(m_pools.io,
                     [query = query()](TaskContext &context) { return makeTrend(query, context); }),
        [this](Result<std::shared_ptr<const TrendData>> found) {
            if (!found)
                return fail(found.error());
            m_chart->setData(*found);
            m_summary->setText((*found)->months.empty() ? QString() : m_chart->summary());
            setHint((*found)->months.empty()
                    ? tr("A trend needs six months with data. Choose a longer period.")
                    : QString());
        });
}

void TrendTab::retranslate()
{
    EnvironmentTab::retranslate();
    m_chart->setTitle(tr("Trend"));
}

// --- Exceedances ----------------------------------------------------------------------------

ExceedanceTab::ExceedanceTab(TaskPools &pools, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_limit(new QDoubleSpinBox)
    , m_chart(new HeatMapChart)
{
    m_limit->setObjectName(QStringLiteral("exceedanceLimit"));
    m_limit->setRange(0.0, kLargestLimit);
    m_limit->setDecimals(1);
    m_limit->setKeyboardTracking(false);
    addChoice(m_limit);
    setChart(m_chart);
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, [this] { refresh(); });
    retranslate();
}

void ExceedanceTab::compute()
{
    const QString offered = query().set->dataset.name + query().channel + query().family;
    if (offered != m_limitOf) {
        m_limitOf = offered;
        const QSignalBlocker quiet(m_limit);
        m_limit->setSuffix(QChar(QChar::Nbsp) + query().unit());
        m_limit->setValue(usualLimit(query()));
    }
    m_slot.start(runTask(m_pools.io,
                     [query = query(), limit = m_limit->value()](
                         TaskContext &context) { return makeExceedances(query, limit, context); }),
        [this](Result<std::shared_ptr<const HeatMapData>> found) {
            if (!found)
                return fail(found.error());
            m_chart->setData(*found);
            setHint((*found)->values.empty() ? nothingText() : QString());
        });
}

void ExceedanceTab::retranslate()
{
    EnvironmentTab::retranslate();
    m_limit->setAccessibleName(tr("Limit"));
    m_limit->setToolTip(tr("A day counts if its value is greater"));
    m_limit->setPrefix(tr("Limit ", "before a number"));
    m_chart->setTitle(tr("Exceedances"));
}

} // namespace belvedere::ui
