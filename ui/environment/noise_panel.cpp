// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/noise_panel.h"

#include "common/chip_delegate.h"
#include "common/empty_state.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "common/quantity_names.h"
#include "environment/environment_layers.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

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
    case LDen:
        return NoisePanel::tr("Lden");
    default:
        return NoisePanel::tr("Year");
    }
}

QVariant NoiseColumns::data(const NoiseRow &row, int column, int role)
{
    const double level = column == Level ? row.level : column == LDen ? row.lDen : row.yearLDen;
    switch (role) {
    case kDetailRole:
        if (column != Station)
            return {};
        //: sound levels of a day in dB(A), by day, evening and night
        return NoisePanel::tr("day %1, evening %2, night %3")
            .arg(
                formatNumber(row.day, 0), formatNumber(row.evening, 0), formatNumber(row.night, 0));
    case kChipRole: {
        const QColor color = column == YearLDen ? row.color
            : column == LDen                    ? row.dayColor
                                                : QColor();
        return color.isValid() ? QVariant(color) : QVariant();
    }
    case Qt::ToolTipRole:
        if (column == Station)
            return row.title;
        return column == YearLDen
            //: tooltip: %1 a level with unit, %2 a share
            ? NoisePanel::tr("Lden of 365 days: %1, measured %2 of the time")
                  .arg(formatValue(row.yearLDen, kUnit, 1), formatPercent(row.coverage))
            : formatValue(level, kUnit, 1);
    case kSortRole:
        return column == Station ? QVariant(row.title) : QVariant(level);
    case Qt::DisplayRole:
        return column == Station ? row.title : formatNumber(level, 0);
    default:
        return {};
    }
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
    , m_table(makePlainTable(m_rows, QStringLiteral("noiseLevels"), kTwoLineRowPx))
    , m_note(new QLabel)
{
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
    fitColumns(*m_table, NoiseColumns::Station);
    //: %1 a time
    m_time->setText(noise ? tr("dB(A), hour from %1 and its day, from 07:00 to 07:00")
                                .arg(formatDateTime(noise->time, noise->set->dataset.zone))
                          : QString());
    m_note->setText(noise
            //: %1 data set, %2 its source
            ? tr("Bands of Directive 2002/49/EC. Measured: %1, %2.")
                  .arg(noise->set->dataset.name, sourceText(noise->set->dataset.source))
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
