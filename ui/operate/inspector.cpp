// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/inspector.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "operate/site_chart.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

QLabel *label(QWidget *parent, int pixelSize, QFont::Weight weight = QFont::Normal)
{
    auto *l = new QLabel(parent);
    l->setFont(themeFont(pixelSize, weight));
    l->setWordWrap(true);
    l->setTextFormat(Qt::PlainText);
    l->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return l;
}

void setSecondary(QLabel *l)
{
    l->setProperty("secondary", true);
}

/// Minutes ahead that the forecast line tells, those that the horizon reaches.
std::vector<int> toldSteps(const ForecastShape &shape)
{
    std::vector<int> steps;
    for (const int k : {shape.horizon / 4, shape.horizon / 2, shape.horizon}) {
        if (k > 0 && (steps.empty() || steps.back() != k - 1))
            steps.push_back(k - 1);
    }
    return steps;
}

} // namespace

Inspector::Inspector(OperateController &controller, QWidget *parent)
    : QFrame(parent)
    , m_controller(controller)
    , m_search(new QComboBox(this))
    , m_close(new QToolButton(this))
    , m_title(label(this, type::kTitle, QFont::DemiBold))
    , m_subtitle(label(this, type::kDense))
    , m_value(label(this, type::kKpi, QFont::DemiBold))
    , m_state(label(this, type::kDense))
    , m_chart(new SeriesChart(this))
    , m_forecast(label(this, type::kDense))
    , m_model(label(this, type::kCaption))
    , m_train(new QPushButton(this))
{
    setProperty("panel", true);
    m_search->setEditable(true);
    m_search->setInsertPolicy(QComboBox::NoInsert);
    m_search->completer()->setFilterMode(Qt::MatchContains);
    m_search->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_search->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_close->setIcon(icon(QStringLiteral("cancel")));
    m_close->setAutoRaise(true);
    setSecondary(m_subtitle);
    setSecondary(m_model);
    m_chart->setMinimumHeight(170);

    auto *search = new QHBoxLayout;
    search->setSpacing(space::kTiny);
    search->addWidget(m_search, 1);
    search->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kTiny);
    layout->addLayout(search);
    layout->addSpacing(space::kTiny);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_value);
    layout->addWidget(m_state);
    layout->addWidget(m_chart, 3);
    layout->addWidget(m_forecast);
    layout->addWidget(m_model);
    layout->addWidget(m_train, 0, Qt::AlignLeft);

    connect(m_search, &QComboBox::activated, this,
        [this](int index) { Q_EMIT siteChosen(SiteId(m_search->itemData(index).toInt())); });
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT siteChosen(SiteId()); });
    connect(m_train, &QPushButton::clicked, this, &Inspector::trainRequested);
    connect(m_chart, &SeriesChart::timePicked, this, &Inspector::timePicked);
    connect(&m_controller, &OperateController::quantityChanged, this, [this] {
        m_site = {};
        m_selection.clear();
        fillSites();
    });
    retranslate();
}

void Inspector::fillSites()
{
    m_search->clear();
    if (const QuantityView *view = m_controller.quantity()) {
        const std::vector<Site> &sites = view->dataset.sites;
        for (std::size_t s = 0; s < sites.size(); ++s)
            m_search->addItem(sites[s].name.isEmpty()
                    ? sites[s].code
                    : tr("%1 (%2)", "site name (code)").arg(sites[s].name, sites[s].code),
                static_cast<int>(s));
    }
    m_search->setCurrentIndex(-1);
    m_search->setEnabled(m_search->count() > 0);
}

void Inspector::setSelection(std::vector<SiteId> sites)
{
    setSite(sites.size() == 1 ? sites.front() : SiteId());
    if (sites.size() > 1)
        m_selection = std::move(sites);
}

void Inspector::setSite(SiteId site)
{
    m_site = site;
    m_selection.clear();
    const QSignalBlocker blocker(m_search);
    m_search->setCurrentIndex(site.valid() ? m_search->findData(site.value) : -1);
    if (site.valid())
        m_search->lineEdit()->setCursorPosition(0); // long names: the beginning matters
    else
        m_search->clearEditText();
}

QString Inspector::stateText(const SiteState &state) const
{
    const TimeContext &time = m_controller.time();
    switch (state.state) {
    case ValueState::Good:
        return tr("Observed");
    case ValueState::Estimated:
        return tr("Filled in, not observed");
    case ValueState::Stale:
        return tr("Stale: last value is %1 old")
            .arg(formatDuration(static_cast<double>(time.current - state.measured) / 1000.0));
    case ValueState::Forecast:
        return tr("Forecast; 80 % between %1 and %2")
            .arg(formatNumber(static_cast<double>(state.low)),
                formatValue(
                    static_cast<double>(state.high), m_controller.quantity()->channelInfo().unit));
    case ValueState::Scenario:
        return tr("Scenario");
    case ValueState::Missing:
    case ValueState::Hidden:
        break;
    }
    return time.isForecast() ? tr("No forecast for this time")
                             : tr("No value: the sensor is silent");
}

void Inspector::refreshHeader(const std::vector<SiteState> &states)
{
    const QuantityView &view = *m_controller.quantity();
    const Channel &channel = view.channelInfo();
    const QString quantity =
        tr("%1, %2 (%3)", "quantity, data set (domain)")
            .arg(channelTitle(channel.key), view.dataset.name, domainTitle(view.dataset.domain));
    m_close->setVisible(m_site.valid() || !m_selection.empty());
    if (m_site.valid()) {
        const SiteState &state = states[m_site.index()];
        m_title->setText(view.dataset.sites[m_site.index()].title());
        m_subtitle->setText(quantity);
        m_value->setText(formatValue(static_cast<double>(state.value), channel.unit));
        m_state->setText(stateText(state));
        return;
    }
    m_subtitle->setText(quantity);
    std::vector<SiteState> shown = states;
    if (m_selection.empty()) {
        // Real data in a made-up city are not that city's.
        const CityInfo &city = m_controller.city()->info;
        m_title->setText(
            city.simulated == view.dataset.simulated ? demoText(city.name) : view.dataset.name);
    } else {
        m_title->setText(tr("%Ln selected site(s)", nullptr, static_cast<int>(m_selection.size())));
        shown.clear();
        for (const SiteId site : m_selection)
            shown.push_back(states[site.index()]);
    }
    m_value->setText(formatValue(static_cast<double>(meanOf(shown)), channel.unit));
    const auto reporting = std::count_if(shown.begin(), shown.end(),
        [](const SiteState &state) { return !std::isnan(state.value); });
    m_state->setText(
        tr("Mean of %1 of %2 sites")
            .arg(formatCount(reporting), formatCount(static_cast<qint64>(shown.size()))));
}

void Inspector::refreshForecast()
{
    const auto forecast = m_controller.forecastShown();
    const QuantityView &view = *m_controller.quantity();
    if (!forecast || !m_site.valid()) {
        m_forecast->clear();
        m_forecast->hide();
        return;
    }
    QStringList parts;
    for (const int k : toldSteps(forecast->shape)) {
        const auto number = [&](int quantile) {
            return formatNumber(static_cast<double>(forecast->at(k, m_site, quantile)));
        };
        parts +=
            tr("In %1: %2 (%3–%4) %5", "In 15 min: median (low-high) unit")
                .arg(formatDuration(static_cast<double>((k + 1) * forecast->shape.stepMs) / 1000.0),
                    number(forecast->shape.medianIndex()), number(forecast->shape.lowerIndex()),
                    number(forecast->shape.upperIndex()), view.channelInfo().unit);
    }
    m_forecast->setText(parts.join(QLatin1Char('\n')));
    m_forecast->show();
}

void Inspector::refreshModel()
{
    const std::optional<ModelVersion> &model = m_controller.model();
    m_train->setVisible(!model && m_controller.quantity() && !m_controller.busy());
    if (!model) {
        m_model->setText(
            m_controller.busy() ? QString() : tr("No model is deployed for this quantity."));
        return;
    }
    QString kind = model->kind;
    for (const auto &known : m_controller.factory().kinds()) {
        if (known.kind == model->kind)
            kind = QCoreApplication::translate("Model", known.title);
    }
    // A difference has no offset.
    const UnitChange &units = m_controller.quantity()->units;
    const double mae = model->testMae * units.factor;
    m_model->setText(
        tr("Forecast by %1 (%2), mean absolute error on its test data %3")
            .arg(kind, model->id(), formatValue(mae, units.isNone() ? model->unit : units.unit)));
}

void Inspector::refresh(const std::vector<SiteState> &states)
{
    if (!m_controller.quantity() || states.empty()) {
        showNothing();
        return;
    }
    refreshHeader(states);
    refreshForecast();
    refreshModel();
    refreshChart();
}

void Inspector::refreshChart()
{
    const QuantityView &view = *m_controller.quantity();
    const TimeContext &time = m_controller.time();
    const auto forecast = m_controller.forecastShown();
    m_chart->show();
    m_chart->setZone(time.zone);
    m_chart->setNow(time.now);
    m_chart->setCurrent(time.current);
    if (m_site.valid())
        m_chart->setData(siteChart(view, m_site, time, forecast.get()));
    else if (m_selection.empty())
        m_chart->setData(overviewChart(view, time, forecast.get()));
    else
        m_chart->setData(selectionChart(view, m_selection, time, forecast.get()));
}

void Inspector::showNothing()
{
    const auto city = m_controller.city();
    m_close->hide();
    m_title->setText(city ? demoText(city->info.name) : QString());
    m_subtitle->setText(tr("No measurements yet. Import those of the city's sensors in Analyse, "
                           "and they will stand on this map."));
    m_value->clear();
    m_state->clear();
    m_chart->hide();
    m_forecast->hide();
    m_model->clear();
    m_train->hide();
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh(m_controller.states());
    }
    QFrame::changeEvent(event);
}

void Inspector::retranslate()
{
    m_search->lineEdit()->setPlaceholderText(tr("Find a site"));
    m_search->setAccessibleName(tr("Find a site"));
    m_close->setToolTip(tr("Back to the city (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_train->setText(tr("Train a model"));
    m_chart->setEmptyText(tr("Nothing was observed in this span."));
    m_chart->setAccessibleName(tr("Course and forecast"));
}

} // namespace belvedere::ui
