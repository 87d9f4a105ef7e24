// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/noise_panel.h"

#include "common/empty_state.h"
#include "common/format.h"
#include "environment/air_rows.h"
#include "environment/chip_delegate.h"
#include "environment/environment_layers.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kRowHeight = 28;
const QString kUnit = QStringLiteral("dB(A)");

QColor bandColor(double level)
{
    if (!std::isfinite(level))
        return {};
    const ValueScale scale = noiseScale();
    return scale.bands[scale.bandOf(level)].color.in(themeMode());
}

} // namespace

QString NoiseColumns::header(int column)
{
    switch (column) {
    case Station:
        return NoisePanel::tr("Microphone");
    case Level:
        return NoisePanel::tr("LAeq");
    case Day:
        return NoisePanel::tr("Lday");
    case Evening:
        return NoisePanel::tr("Leve");
    case Night:
        return NoisePanel::tr("Lnight");
    case LDen:
        return NoisePanel::tr("Lden");
    case YearLDen:
        return NoisePanel::tr("Year");
    default:
        return {};
    }
}

QVariant NoiseColumns::data(const NoiseRow &row, int column, int role)
{
    const double values[] = {
        0.0, row.level, row.day, row.evening, row.night, row.lDen, row.yearLDen};
    if (role == kChipRole) {
        const QColor color = column == YearLDen ? row.color
            : column == LDen                    ? row.dayColor
                                                : QColor();
        return color.isValid() ? QVariant(color) : QVariant();
    }
    if (role == Qt::ToolTipRole)
        return column == Station ? row.title
            : column == YearLDen
            //: tooltip: %1 a level with unit, %2 a share
            ? NoisePanel::tr("Lden of 365 days: %1, measured %2 of the time")
                  .arg(formatValue(row.yearLDen, kUnit, 1), formatPercent(row.coverage))
            : formatValue(values[column], kUnit, 1);
    if (role == kSortRole && column != Station)
        return values[column];
    if (role != Qt::DisplayRole && role != kSortRole)
        return {};
    return column == Station ? row.title : formatNumber(values[column], 0);
}

Qt::Alignment NoiseColumns::alignment(int column)
{
    return column == Station ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter;
}

std::vector<NoiseRow> noiseRows(const NoisePicture &noise)
{
    std::vector<NoiseRow> rows;
    for (std::size_t i = 0; i < noise.stations.size(); ++i) {
        const StationNoise &station = noise.stations[i];
        rows.push_back({noise.set->dataset.sites[i].title(), station.level, station.day.lDay,
            station.day.lEvening, station.day.lNight, station.day.lDen, station.year.lDen,
            station.year.coverage, bandColor(station.year.lDen), bandColor(station.day.lDen)});
    }
    return rows;
}

NoisePanel::NoisePanel(EnvironmentModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_rows(new NoiseModel(this))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("sensor")))
    , m_set(new QComboBox)
    , m_time(new QLabel)
    , m_table(new QTableView)
    , m_note(new QLabel)
{
    m_table->setObjectName(QStringLiteral("noiseLevels"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new ChipDelegate(this));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setMinimumSectionSize(metric::kTarget);
    for (int column = 0; column < NoiseColumns::count; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column,
            column == NoiseColumns::Station ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    for (QLabel *label : {m_time, m_note}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::kSmall);
    inner->addWidget(m_set);
    inner->addWidget(m_time);
    inner->addWidget(m_table, 1);
    inner->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->addWidget(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    connect(m_set, &QComboBox::activated, this, [this] {
        EnvironmentChoice choice = m_model.choice();
        choice.noiseSet = m_set->currentText();
        m_model.setChoice(choice);
    });
    connect(&model, &EnvironmentModel::dataChanged, this, &NoisePanel::fillChoices);
    connect(&model, &EnvironmentModel::noiseChanged, this, &NoisePanel::showNoise);
    retranslate();
}

void NoisePanel::fillChoices()
{
    const QStringList names = m_model.data() ? m_model.data()->names(true) : QStringList();
    m_pages->setCurrentIndex(names.isEmpty() ? 0 : 1);
    m_set->clear();
    m_set->addItems(names);
    m_set->setCurrentText(m_model.choice().noiseSet);
    m_set->setVisible(names.size() > 1);
}

void NoisePanel::showNoise()
{
    const auto &noise = m_model.noise();
    m_rows->setRows(noise ? noiseRows(*noise) : std::vector<NoiseRow>());
    //: %1 a time
    m_time->setText(noise ? tr("dB(A), hour from %1 and its day, from 07:00 to 07:00")
                                .arg(formatDateTime(noise->time, noise->set->dataset.zone))
                          : QString());
    m_note->setText(noise
            //: %1 data set, %2 its source
            ? tr("Bands of Directive 2002/49/EC. Measured: %1, %2.")
                  .arg(noise->set->dataset.name, noise->set->dataset.source)
            : QString());
}

void NoisePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showNoise(); // the bands have other colours
}

void NoisePanel::retranslate()
{
    m_empty->setText(tr("No noise is measured here yet. Import levels in dB(A), such as laeq."));
    m_set->setAccessibleName(tr("Data set"));
    m_set->setToolTip(tr("Data set of the microphones"));
    m_table->setAccessibleName(tr("Sound levels"));
    m_rows->retranslate();
    fillChoices();
    showNoise();
}

} // namespace belvedere::ui
