// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_panel.h"

#include "common/empty_state.h"
#include "common/plain_table.h"
#include "common/quantity_names.h"
#include "common/section_header.h"
#include "environment/environment_text.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr AirTime kTimes[] = {AirTime::Moment, AirTime::Day, AirTime::Forecast};
constexpr int kLeastRows = 3;

QLabel *makeNote()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("secondary", true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Entries that are there already stay: a person may have the list open.
void fillBox(QComboBox &box, const std::vector<StandardFamily> &entries, const QString &chosen)
{
    for (int i = 0; i < int(entries.size()); ++i) {
        if (i >= box.count())
            box.addItem(QString());
        const StandardFamily &entry = entries[std::size_t(i)];
        if (box.itemText(i) != entry.title)
            box.setItemText(i, entry.title);
        box.setItemData(i, entry.family);
    }
    while (box.count() > int(entries.size()))
        box.removeItem(box.count() - 1);
    box.setCurrentIndex(box.findData(chosen));
}

} // namespace

AirPanel::AirPanel(EnvironmentModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_stationModel(new StationModel(this))
    , m_pollutantModel(new PollutantModel(this))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("air")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->addWidget(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeContent());
    connect(&model, &EnvironmentModel::dataChanged, this, &AirPanel::fillChoices);
    connect(&model, &EnvironmentModel::choiceChanged, this, [this] {
        fillChoices();
        showStation();
    });
    connect(&model, &EnvironmentModel::airChanged, this, &AirPanel::showAir);
    retranslate();
}

QWidget *AirPanel::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    m_set = new QComboBox;
    m_standard = new QComboBox;
    m_standard->setObjectName(QStringLiteral("airStandard"));
    for (QComboBox *box : {m_set, m_standard}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        layout->addWidget(box);
    }
    m_validity = makeNote();
    layout->addWidget(m_validity);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    m_times = new QButtonGroup(this);
    for (const AirTime what : kTimes) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_times->addButton(button, int(what));
        row->addWidget(button);
    }
    row->addStretch(1);
    layout->addLayout(row);
    m_stations = makePlainTable(m_stationModel, QStringLiteral("airStations"), kTwoLineRowPx);
    m_stations->setSelectionMode(QAbstractItemView::SingleSelection);
    m_stations->setMinimumHeight(kLeastRows * kTwoLineRowPx);
    layout->addWidget(m_stations, 3);
    m_station = new SectionHeader;
    layout->addWidget(m_station);
    m_pollutants = makePlainTable(m_pollutantModel, QStringLiteral("airPollutants"), kTwoLineRowPx);
    m_pollutants->setMinimumHeight(kLeastRows * kTwoLineRowPx);
    layout->addWidget(m_pollutants, 2);
    m_exceedances = makeNote();
    layout->addWidget(m_exceedances);
    m_source = makeNote();
    layout->addWidget(m_source);

    connect(m_set, &QComboBox::activated, this, [this] {
        choose([this](EnvironmentChoice &choice) { choice.airSet = m_set->currentText(); });
    });
    connect(m_standard, &QComboBox::activated, this, [this] {
        choose([this](EnvironmentChoice &choice) {
            choice.family = m_standard->currentData().toString();
        });
    });
    connect(m_times, &QButtonGroup::idClicked, this, [this](int id) {
        choose([id](EnvironmentChoice &choice) { choice.what = static_cast<AirTime>(id); });
    });
    connect(m_stations->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            const StationRow *chosen = m_stationModel->row(index);
            if (m_filling || !chosen)
                return;
            Q_EMIT stationChosen(chosen->site);
        });
    return content;
}

QString AirPanel::validity() const
{
    return m_validity->text();
}

void AirPanel::choose(const std::function<void(EnvironmentChoice &)> &change)
{
    EnvironmentChoice choice = m_model.choice();
    change(choice);
    m_model.setChoice(choice);
}

void AirPanel::fillChoices()
{
    const QStringList names = m_model.data() ? m_model.data()->names(false) : QStringList();
    m_pages->setCurrentIndex(names.isEmpty() ? 0 : 1);
    std::vector<StandardFamily> sets;
    for (const QString &name : names)
        sets.push_back({name, name});
    fillBox(*m_set, sets, m_model.choice().airSet);
    m_set->setVisible(names.size() > 1);
    const auto &air = m_model.air();
    const QDate date =
        air ? air->date : QDateTime::fromMSecsSinceEpoch(m_model.time().current).date();
    fillBox(*m_standard, standardFamilies(date), m_model.choice().family);
    if (auto *button = m_times->button(int(m_model.choice().what)))
        button->setChecked(true);
}

void AirPanel::showAir()
{
    const auto &air = m_model.air();
    m_filling = true;
    m_stationModel->setRows(air ? stationRows(*air) : std::vector<StationRow>());
    m_filling = false;
    fitColumns(*m_stations, StationColumns::Station);
    if (air) {
        fillChoices(); // the revision of the day shown
        m_validity->setText(validityText(*air->standard, air->standardIsValid));
        m_source->setText(
            //: where figures come from: %1 data set, %2 its source, %3 the document of an index
            tr("Measured: %1, %2. Index: %3.")
                .arg(air->set->dataset.name, sourceText(air->set->dataset.source),
                    air->standard->source));
    } else {
        m_validity->clear();
        m_source->clear();
    }
    showStation();
}

void AirPanel::showStation()
{
    const auto &air = m_model.air();
    const int site = m_model.station();
    const bool known = air && site >= 0 && site < int(air->stations.size());
    m_station->setVisible(known);
    m_pollutants->setVisible(known);
    m_pollutantModel->setRows(known ? pollutantRows(*air, site) : std::vector<PollutantRow>());
    fitColumns(*m_pollutants, PollutantColumns::Pollutant);
    m_exceedances->setVisible(known);
    if (!known)
        return;
    m_filling = true;
    for (int row = 0; row < m_stationModel->rowCount(); ++row) {
        if (m_stationModel->rowAt(row)->site == site)
            m_stations->setCurrentIndex(m_stationModel->index(row, 0));
    }
    m_filling = false;
    const StationAir &station = air->stations[std::size_t(site)];
    m_station->setTitle(air->set->dataset.sites[std::size_t(site)].title());
    const IndexCategory *category = categoryOf(*air->standard, station.index);
    m_station->setRemark(category
            //: %1 index, %2 class
            ? tr("%1, %2").arg(indexText(station.index), categoryTitle(*category))
            : noIndexText(air->what));
    const QStringList lines = exceedanceLines(station);
    m_exceedances->setText(lines.isEmpty()
            ? tr("Deploy a model of a pollutant to see how likely limits are exceeded.")
            : lines.join(QLatin1Char('\n')));
}

void AirPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AirPanel::retranslate()
{
    m_empty->setText(
        tr("No air is measured here yet. Import stations with pollutants, such as pm2.5 or no2."));
    m_set->setAccessibleName(tr("Data set"));
    m_set->setToolTip(tr("Data set of the stations"));
    m_standard->setAccessibleName(tr("Index"));
    m_standard->setToolTip(tr("The official index. Each day is judged by the table of its time."));
    for (const AirTime what : kTimes) {
        auto *button = qobject_cast<QToolButton *>(m_times->button(int(what)));
        button->setText(airTimeTitle(what));
        button->setToolTip(airTimeHint(what));
    }
    m_stations->setAccessibleName(tr("Stations by index"));
    m_pollutants->setAccessibleName(tr("Pollutants of the station"));
    m_stationModel->retranslate();
    m_pollutantModel->retranslate();
    fillChoices();
    showAir();
}

} // namespace belvedere::ui
