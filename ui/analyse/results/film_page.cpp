// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/film_page.h"

#include "common/elided_label.h"
#include "common/format.h"
#include "common/preferences.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kCells = 6;
constexpr int kColumns = 3;
constexpr std::array<int, 5> kSpeeds = {1, 2, 4, 8, 16}; // windows a second
constexpr int kSpeedAtFirst = 2; // position
constexpr int kMsPerSecondWhole = 1000;

QToolButton *controlButton(const char *name, const char *iconName)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    return button;
}

} // namespace

FilmPage::FilmPage(const AnalyseContext &context, RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_review(review)
    , m_forecasts(*context.pools)
    , m_grid(new QGridLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(makeControls());
    makeCells();
    layout->addLayout(m_grid, 1);
    connect(&m_clock, &QTimer::timeout, this, &FilmPage::tick);
    connect(&review, &RunReview::changed, this, &FilmPage::takeReview);
    connect(&review, &RunReview::siteChanged, this, &FilmPage::placeSites);
    connect(&m_forecasts, &WindowForecasts::ready, this, &FilmPage::showWindow);
    connect(&m_forecasts, &WindowForecasts::failed, this, [this](const Error &error) {
        setPlaying(false);
        Q_EMIT failed(error);
    });
    if (m_context.preferences)
        connect(m_context.preferences, &Preferences::changed, this, &FilmPage::setSpeed);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
    setSpeed();
    takeReview();
}

QWidget *FilmPage::makeControls()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_site = new QComboBox;
    m_site->setObjectName(QStringLiteral("filmSite"));
    m_site->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_site->setMinimumContentsLength(14);
    m_layout = new QComboBox;
    m_layout->setObjectName(QStringLiteral("filmLayout"));
    m_layout->addItems({QString(), QString()});
    m_back = controlButton("stepBack", "step-back");
    m_play = controlButton("playFilm", "play");
    m_forward = controlButton("stepForward", "step-forward");
    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("filmSpeed"));
    for (const int speed : kSpeeds)
        m_speed->addItem(QString(), speed);
    m_speed->setCurrentIndex(kSpeedAtFirst);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("filmSlider"));
    m_slider->setMinimumHeight(metric::kTarget);
    m_time = new QLabel;
    m_time->setObjectName(QStringLiteral("filmTime"));
    m_state = new QLabel;
    m_state->setProperty("secondary", true);
    row->addWidget(m_site);
    row->addWidget(m_layout);
    for (QToolButton *button : {m_back, m_play, m_forward})
        row->addWidget(button);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_state);
    connect(m_site, &QComboBox::activated, this,
        [this](int index) { m_review.setSite(m_site->itemData(index).toInt()); });
    connect(m_layout, &QComboBox::activated, this, &FilmPage::placeSites);
    connect(m_back, &QToolButton::clicked, this, [this] { setWindow(m_window - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { setWindow(m_window + 1); });
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!playing()); });
    connect(m_speed, &QComboBox::activated, this, &FilmPage::setSpeed);
    connect(m_slider, &QSlider::valueChanged, this, &FilmPage::setWindow);
    return bar;
}

void FilmPage::makeCells()
{
    m_grid->setSpacing(space::kSmall);
    for (std::size_t i = 0; i < kCells; ++i) {
        Cell cell;
        cell.box = new QWidget;
        cell.title = new ElidedLabel;
        cell.title->setFont(themeFont(type::kDense, QFont::DemiBold));
        cell.chart = new SeriesChart;
        auto *layout = new QVBoxLayout(cell.box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::kHair);
        layout->addWidget(cell.title);
        layout->addWidget(cell.chart, 1);
        m_grid->addWidget(cell.box, int(i) / kColumns, int(i) % kColumns);
        cell.box->setVisible(i == 0);
        m_cells.push_back(cell);
    }
}

int FilmPage::windowCount() const
{
    return m_review.data() ? m_review.data()->test.count : 0;
}

int FilmPage::windowsPerDay() const
{
    return m_review.data()
        ? std::max(1, static_cast<int>(kMsPerDay / m_review.data()->shape.stepMs))
        : 1;
}

std::vector<SeriesChart *> FilmPage::charts() const
{
    std::vector<SeriesChart *> shown;
    for (const Cell &cell : m_cells) {
        if (cell.site >= 0)
            shown.push_back(cell.chart);
    }
    return shown;
}

bool FilmPage::settled() const
{
    return m_forecasts.at(m_window) != nullptr;
}

void FilmPage::takeReview()
{
    const auto review = m_review.data();
    if (review != m_forecasts.review()) {
        setPlaying(false);
        m_forecasts.setReview(review);
        m_window = 0;
        m_analysis.reset();
        const QSignalBlocker blocker(m_slider);
        m_slider->setRange(0, std::max(0, windowCount() - 1));
        m_slider->setPageStep(windowsPerDay());
        m_slider->setValue(0);
        fillSites();
        placeSites();
    } else if (m_review.analysis() != m_analysis) {
        m_analysis = m_review.analysis();
        placeSites();
    }
}

void FilmPage::fillSites()
{
    m_site->clear();
    const auto &review = m_review.data();
    if (!review)
        return;
    QStringList titles;
    for (const QString &title : review->siteTitles)
        titles.append(title);
    m_site->addItems(titles);
    for (int i = 0; i < m_site->count(); ++i)
        m_site->setItemData(i, i);
}

void FilmPage::placeSites()
{
    const auto &review = m_review.data();
    const bool several = m_layout->currentIndex() == 1;
    std::vector<int> sites;
    if (review && review->siteCount() > 0)
        sites.push_back(std::max(0, m_review.site()));
    if (several && review && m_analysis) {
        std::vector<int> worst(m_analysis->sites.size());
        for (std::size_t i = 0; i < worst.size(); ++i)
            worst[i] = static_cast<int>(i);
        const auto mae = [this](int site) {
            const ErrorFigures &f = m_analysis->sites[static_cast<std::size_t>(site)].figures;
            return f.observed > 0 ? f.mae : 0.0;
        };
        std::stable_sort(worst.begin(), worst.end(), [&](int a, int b) { return mae(a) > mae(b); });
        for (const int site : worst) {
            if (sites.size() < kCells && site != sites.front())
                sites.push_back(site);
        }
    }
    for (std::size_t i = 0; i < kCells; ++i) {
        Cell &cell = m_cells[i];
        const int site = i < sites.size() ? sites[i] : -1;
        if (site >= 0)
            cell.range = valueRange(*review, site);
        cell.site = site;
        cell.box->setVisible(site >= 0 || i == 0);
    }
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, column < int(sites.size()) ? 1 : 0);
    m_site->setCurrentIndex(sites.empty() ? -1 : sites.front());
    showWindow();
}

void FilmPage::setWindow(int window)
{
    const int last = windowCount() - 1;
    window = std::clamp(window, 0, std::max(0, last));
    if (window == m_window && settled())
        return;
    m_ahead = window < m_window ? -1 : 1;
    m_window = window;
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(window);
    showWindow();
    Q_EMIT windowChanged(window);
}

void FilmPage::setPlaying(bool playing)
{
    playing = playing && windowCount() > 0;
    if (playing == m_clock.isActive())
        return;
    if (playing && m_window == windowCount() - 1)
        setWindow(0);
    if (playing)
        m_clock.start();
    else
        m_clock.stop();
    updatePlayButton();
}

void FilmPage::tick()
{
    if (m_window + 1 >= windowCount())
        return setPlaying(false);
    // The playhead waits for its forecast rather than showing a window without one.
    if (!settled()) {
        m_forecasts.request(m_window);
        return;
    }
    setWindow(m_window + 1);
}

void FilmPage::setSpeed()
{
    const bool reduced = m_context.preferences && m_context.preferences->values().reducedMotion;
    // Whoever wants little motion still gets a film: of single pictures, one a second.
    const int speed = reduced ? 1 : m_speed->currentData().toInt();
    m_speed->setEnabled(!reduced);
    m_clock.setInterval(kMsPerSecondWhole / std::max(1, speed));
}

void FilmPage::showWindow()
{
    const auto &review = m_review.data();
    const bool any = review && windowCount() > 0;
    for (QWidget *control :
        std::initializer_list<QWidget *>{m_site, m_layout, m_back, m_play, m_forward, m_slider})
        control->setEnabled(any);
    if (!any) {
        m_time->clear();
        m_state->clear();
        m_cells.front().title->setText({});
        m_cells.front().chart->setData(nullptr);
        return;
    }
    m_forecasts.request(m_window, m_ahead);
    const float *forecast = m_forecasts.at(m_window);
    m_back->setEnabled(m_window > 0);
    m_forward->setEnabled(m_window + 1 < windowCount());
    m_time->setText(formatDateTime(review->issued(m_window), review->history->zone));
    m_state->setText(forecast ? QString() : tr("Forecasting…"));
    for (Cell &cell : m_cells) {
        if (cell.site >= 0)
            showCell(cell, forecast);
    }
}

void FilmPage::showCell(Cell &cell, const float *forecast)
{
    const ReviewData &review = *m_review.data();
    const QString &unit = review.history->channel.unit;
    const WindowFigures figures = windowFigures(review, m_window, cell.site, forecast);
    const QString &site = review.siteTitles[static_cast<std::size_t>(cell.site)];
    cell.title->setText(
        //: a site, and the errors of one forecast: the model's and that of the last value
        tr("%1 · MAE %2, last value %3")
            .arg(site, formatValue(figures.mae, unit), formatValue(figures.lastValueMae, unit)));
    //: name of a chart; %1 a site
    cell.chart->setTitle(tr("Forecast and truth, %1").arg(site));
    cell.chart->setZone(review.history->zone);
    cell.chart->setNow(review.issued(m_window));
    cell.chart->setData(windowChart(review, m_window, cell.site, forecast, cell.range));
}

void FilmPage::updatePlayButton()
{
    m_play->setIcon(icon(playing() ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setToolTip(playing() ? tr("Pause (Space)") : tr("Play (Space)"));
    m_play->setAccessibleName(playing() ? tr("Pause") : tr("Play"));
}

void FilmPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return setPlaying(!playing());
    case Qt::Key_Left:
        return setWindow(m_window - 1);
    case Qt::Key_Right:
        return setWindow(m_window + 1);
    case Qt::Key_PageUp:
        return setWindow(m_window - windowsPerDay());
    case Qt::Key_PageDown:
        return setWindow(m_window + windowsPerDay());
    case Qt::Key_Home:
        return setWindow(0);
    case Qt::Key_End:
        return setWindow(windowCount() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void FilmPage::hideEvent(QHideEvent *event)
{
    setPlaying(false); // nobody looks
    QWidget::hideEvent(event);
}

void FilmPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilmPage::retranslate()
{
    setAccessibleName(tr("Film of forecasts"));
    m_site->setAccessibleName(tr("Site"));
    m_site->setToolTip(tr("The site that is shown here and in all other pages"));
    m_layout->setItemText(0, tr("One site"));
    m_layout->setItemText(1, tr("With the worst sites"));
    m_layout->setAccessibleName(tr("Number of sites"));
    m_layout->setToolTip(tr("Shows the sites with the largest errors beside the chosen one"));
    m_back->setToolTip(tr("One window back (Left)"));
    m_back->setAccessibleName(tr("One window back"));
    m_forward->setToolTip(tr("One window on (Right)"));
    m_forward->setAccessibleName(tr("One window on"));
    for (std::size_t i = 0; i < kSpeeds.size(); ++i)
        //: how fast a film runs: %Ln windows of forecasts a second
        m_speed->setItemText(int(i), tr("%Ln a second", nullptr, kSpeeds[i]));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Forecasts shown a second; one where motion is reduced"));
    m_slider->setAccessibleName(tr("Time in the test part"));
    m_slider->setToolTip(m_slider->accessibleName());
    for (const Cell &cell : m_cells)
        cell.chart->setEmptyText(tr("Appears once the run and its data are loaded."));
    updatePlayButton();
    showWindow();
}

} // namespace belvedere::ui
