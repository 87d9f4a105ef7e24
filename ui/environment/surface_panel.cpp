// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/surface_panel.h"

#include "common/chip_delegate.h"
#include "common/empty_state.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "common/quantity_names.h"
#include "environment/environment_text.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr SurfaceMethod kMethods[] = {SurfaceMethod::Kriging, SurfaceMethod::InverseDistance};

} // namespace

QString LeftOutStationColumns::header(int column)
{
    switch (column) {
    case Station:
        return SurfacePanel::tr("Station");
    case Bias:
        return SurfacePanel::tr("Bias");
    case Rmse:
        return SurfacePanel::tr("RMSE");
    default:
        return {};
    }
}

QVariant LeftOutStationColumns::data(const LeftOutStationRow &row, int column, int role)
{
    const double values[] = {0.0, row.bias, row.rmse};
    if (role == kDetailRole && column == Station)
        //: at one time: %1 what a station measured, %2 what the others say
        return SurfacePanel::tr("measured %1, by others %2")
            .arg(formatNumber(row.observed, 1), formatNumber(row.fromOthers, 1));
    if (role == Qt::ToolTipRole && column != Station)
        return formatValue(values[column], row.unit, 1);
    if (role == kSortRole && column != Station)
        return values[column];
    if (role != Qt::DisplayRole && role != kSortRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Station:
        return row.title;
    case Bias:
        return formatSigned(row.bias, {}, 1);
    default:
        return formatNumber(row.rmse, 1);
    }
}

Qt::Alignment LeftOutStationColumns::alignment(int column)
{
    return (column == Station ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

SurfacePanel::SurfacePanel(EnvironmentModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_rows(new LeftOutModel(this))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("air")))
    , m_channel(new QComboBox)
    , m_method(new QComboBox)
    , m_shown(new QComboBox)
    , m_explanation(new QLabel)
    , m_table(makePlainTable(m_rows, QStringLiteral("surfaceLeftOut"), kTwoLineRowPx))
    , m_figures(new QLabel)
{
    makeContent();
    connect(m_channel, &QComboBox::activated, this, [this] {
        choose([this](EnvironmentChoice &choice) {
            choice.channel = m_channel->currentData().toString();
        });
    });
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        choose([index](EnvironmentChoice &choice) { choice.method = kMethods[index]; });
    });
    connect(m_shown, &QComboBox::activated, this,
        [this](int index) { Q_EMIT shownChosen(static_cast<Shown>(index)); });
    connect(&m_model, &EnvironmentModel::dataChanged, this, &SurfacePanel::fillChoices);
    connect(&m_model, &EnvironmentModel::choiceChanged, this, &SurfacePanel::fillChoices);
    connect(&m_model, &EnvironmentModel::surfaceChanged, this, &SurfacePanel::showFigures);
    connect(&m_model, &EnvironmentModel::errorsChanged, this, &SurfacePanel::showFigures);
    retranslate();
}

void SurfacePanel::makeContent()
{
    m_channel->setObjectName(QStringLiteral("surfaceChannel"));
    m_method->setObjectName(QStringLiteral("surfaceMethod"));
    for (QLabel *label : {m_explanation, m_figures}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::kSmall);
    for (QComboBox *box : {m_shown, m_channel, m_method}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        inner->addWidget(box);
    }
    inner->addWidget(m_explanation);
    inner->addWidget(m_table, 1);
    inner->addWidget(m_figures);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->addWidget(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
}

void SurfacePanel::setShown(Shown shown)
{
    m_shown->setCurrentIndex(int(shown));
}

QString SurfacePanel::figures() const
{
    return m_figures->text();
}

void SurfacePanel::choose(const std::function<void(EnvironmentChoice &)> &change)
{
    EnvironmentChoice choice = m_model.choice();
    change(choice);
    m_model.setChoice(choice);
}

void SurfacePanel::fillChoices()
{
    const auto set = m_model.airSet();
    int placed = 0;
    for (int i = 0; set && i < set->siteCount(); ++i)
        placed += set->dataset.sites[std::size_t(i)].position ? 1 : 0;
    m_pages->setCurrentIndex(placed >= 3 ? 1 : 0);
    m_channel->clear();
    for (const QString &pollutant : set ? set->pollutants : QStringList())
        m_channel->addItem(channelTitle(pollutant), pollutant);
    m_channel->setCurrentIndex(m_channel->findData(m_model.choice().channel));
    m_method->setCurrentIndex(m_model.choice().method == kMethods[0] ? 0 : 1);
    showFigures();
}

void SurfacePanel::showFigures()
{
    const auto set = m_model.airSet();
    const auto &surface = m_model.surface();
    const auto &errors = m_model.errors();
    std::vector<LeftOutStationRow> rows;
    const auto count = set ? std::size_t(set->siteCount()) : 0;
    if (set && surface && surface->observed.size() == count) {
        for (std::size_t i = 0; i < count; ++i) {
            LeftOutStationRow row = {set->dataset.sites[i].title(), surface->unit,
                double(surface->observed[i]), surface->fromOthers[i].value, std::nan(""),
                std::nan("")};
            if (errors && errors->stations.size() == count && errors->stations[i].count > 0) {
                row.bias = errors->stations[i].meanError;
                row.rmse = errors->stations[i].rmse;
            }
            rows.push_back(std::move(row));
        }
    }
    m_rows->setRows(std::move(rows));
    fitColumns(*m_table, LeftOutStationColumns::Station);
    if (!errors || errors->pooled.count == 0 || !set) {
        m_figures->setText(tr("The figures of 30 days appear here."));
        return;
    }
    const QString unit = set->unitOf(errors->channel);
    QString text =
        //: figures of an interpolation: %1 … %3 with unit, %4 without, %5 and %6 times
        tr("All stations, %5 to %6: RMSE %1, MAE %2, bias %3, R² %4.")
            .arg(formatValue(errors->pooled.rmse, unit, 1),
                formatValue(errors->pooled.mae, unit, 1),
                formatSigned(errors->pooled.meanError, unit, 1), formatNumber(errors->pooled.r2, 3),
                formatDateTime(errors->from, set->dataset.zone),
                formatDateTime(errors->to, set->dataset.zone));
    if (errors->method == SurfaceMethod::Kriging && std::isfinite(errors->pooled.zRms))
        text += QLatin1Char('\n')
            //: %1 a pure number that is best near 1
            + tr("Errors over their standard error: %1 (1 = the standard error is right).")
                  .arg(formatNumber(errors->pooled.zRms, 2));
    m_figures->setText(text);
}

void SurfacePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SurfacePanel::retranslate()
{
    const int shown = std::max(0, m_shown->currentIndex());
    m_shown->clear();
    m_shown->addItems({tr("No surface"), tr("Values between stations"), tr("Standard error")});
    m_shown->setCurrentIndex(shown);
    const int method = std::max(0, m_method->currentIndex());
    m_method->clear();
    for (const SurfaceMethod each : kMethods)
        m_method->addItem(surfaceMethodTitle(each));
    m_method->setCurrentIndex(method);
    m_empty->setText(tr("Between three stations or more a surface can be drawn. Import their "
                        "positions with the data."));
    m_explanation->setText(
        tr("Each station as the others say it, and the errors of the last 30 days."));
    m_shown->setAccessibleName(tr("On the map"));
    m_shown->setToolTip(tr("What is drawn between the stations"));
    m_channel->setAccessibleName(tr("Pollutant"));
    m_channel->setToolTip(tr("Pollutant of the surface"));
    m_method->setAccessibleName(tr("Method"));
    m_method->setToolTip(tr(
        "Kriging also says how sure it is; its range of 60 km and its nugget of 5 % are fixed."));
    m_table->setAccessibleName(tr("Stations left out one at a time"));
    m_rows->retranslate();
    fillChoices();
}

} // namespace belvedere::ui
