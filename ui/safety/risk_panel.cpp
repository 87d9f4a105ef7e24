// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_panel.h"

#include "common/empty_state.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "common/section_header.h"
#include "safety/left_out_dialog.h"
#include "safety/model_card_dialog.h"
#include "safety/safety_model.h"
#include "safety/safety_text.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kMostCells = 12;
constexpr int kListRows = 5; // that are seen without scrolling
constexpr int kLargestBandwidthM = 10000;
constexpr int kBandwidthStepM = 50;
constexpr int kLargestK = 50;

void selectData(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

QString CellColumns::header(int column)
{
    switch (column) {
    case Rank:
        return RiskPanel::tr("No.");
    case Value:
        return RiskPanel::tr("Value");
    case Incidents:
        return RiskPanel::tr("Incidents");
    }
    return {};
}

Qt::Alignment CellColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Value ? Qt::AlignLeft : Qt::AlignRight);
}

QVariant CellColumns::data(const CellRow &row, int column, int role)
{
    if (role == Qt::ToolTipRole)
        return RiskPanel::tr("Show this cell on the map");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Rank:
        return formatCount(row.rank);
    case Value:
        return row.value;
    case Incidents:
        return formatCount(row.incidents);
    }
    return {};
}

RiskPanel::RiskPanel(SafetyModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("call"), this))
    , m_form(new QFormLayout)
    , m_table(new QComboBox(this))
    , m_type(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_cell(new QComboBox(this))
    , m_surfaceBox(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_bandwidth(new QSpinBox(this))
    , m_k(new QSpinBox(this))
    , m_places(new QCheckBox(this))
    , m_figuresTitle(new SectionHeader)
    , m_cellsTitle(new SectionHeader)
    , m_count(new QLabel(this))
    , m_outside(new QLabel(this))
    , m_leftOut(new QPushButton(this))
    , m_card(new QPushButton(this))
    , m_cells(new CellModel(this))
    , m_list(makePlainTable(m_cells, QStringLiteral("highestCells")))
{
    for (QLabel *&label : m_labels)
        label = new QLabel(this);
    makeForm();
    makeFigures();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kMedium);
    column->setSpacing(space::kSmall);
    column->addLayout(m_form);
    column->addWidget(m_figuresTitle);
    column->addWidget(m_count);
    column->addWidget(m_outside);
    column->addWidget(m_leftOut, 0, Qt::AlignLeft);
    column->addWidget(m_cellsTitle);
    column->addWidget(m_list, 1);
    column->addStretch(); // without a map there is no list
    column->addWidget(m_card, 0, Qt::AlignLeft);
    m_pages->addWidget(content);
    m_pages->addWidget(m_empty);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    connectForm();
    retranslate();
}

void RiskPanel::makeForm()
{
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(space::kMedium);
    m_form->setVerticalSpacing(space::kSmall);
    for (QComboBox *box : {m_table, m_type, m_period, m_cell, m_surfaceBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(1);
        box->setMinimumHeight(metric::kControlHeight);
    }
    for (QSpinBox *box : {m_bandwidth, m_k}) {
        box->setMinimumHeight(metric::kControlHeight);
        box->setKeyboardTracking(false);
    }
    m_bandwidth->setRange(0, kLargestBandwidthM);
    m_bandwidth->setSingleStep(kBandwidthStepM);
    m_k->setRange(1, kLargestK);
    m_hint->setWordWrap(true);
    m_hint->setProperty("secondary", true);
    auto *period = new QHBoxLayout;
    period->setSpacing(space::kSmall);
    period->addWidget(m_period, 1);
    period->addWidget(m_cell, 1);
    auto *places = new QHBoxLayout;
    places->setSpacing(space::kSmall);
    places->addWidget(m_places, 1);
    places->addWidget(m_k);
    m_form->addRow(m_labels[Table], m_table);
    m_form->addRow(m_labels[Type], m_type);
    m_form->addRow(m_labels[Period], period);
    m_form->addRow(m_labels[Surface], m_surfaceBox);
    m_form->addRow(m_hint);
    m_form->addRow(m_labels[Bandwidth], m_bandwidth);
    m_form->addRow(places);
    m_labels[Table]->setBuddy(m_table);
    m_labels[Type]->setBuddy(m_type);
    m_labels[Period]->setBuddy(m_period);
    m_labels[Surface]->setBuddy(m_surfaceBox);
    m_labels[Bandwidth]->setBuddy(m_bandwidth);
}

void RiskPanel::makeFigures()
{
    m_count->setFont(themeFont(type::kTitle, QFont::DemiBold));
    m_count->setWordWrap(true);
    m_outside->setWordWrap(true);
    m_outside->setProperty("secondary", true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumHeight((kListRows + 1) * kTableRowPx);
}

void RiskPanel::connectForm()
{
    for (QComboBox *box : {m_table, m_type, m_period, m_cell})
        connect(box, &QComboBox::currentIndexChanged, this, &RiskPanel::choose);
    for (QSpinBox *box : {m_bandwidth, m_k})
        connect(box, &QSpinBox::valueChanged, this, &RiskPanel::choose);
    connect(m_surfaceBox, &QComboBox::activated, this, [this] {
        const int surface = m_surfaceBox->currentData().toInt();
        Q_EMIT surfaceChosen(
            surface < 0 ? std::nullopt : std::optional(static_cast<SafetySurface>(surface)));
    });
    connect(m_places, &QCheckBox::clicked, this, &RiskPanel::placesChosen);
    connect(m_leftOut, &QPushButton::clicked, this, &RiskPanel::openLeftOut);
    connect(m_card, &QPushButton::clicked, this, &RiskPanel::openCard);
    connect(m_empty, &EmptyState::actionTriggered, this, &RiskPanel::importRequested);
    const auto goTo = [this](const QModelIndex &index) {
        const CellRow *row = m_cells->row(index);
        if (row == nullptr || !m_model.cells())
            return;
        const StudyArea &area = m_model.cells()->area;
        if (row->cell >= area.size())
            return;
        LonLatBox box;
        for (const LonLat corner : area.grid().corners(area.cell(row->cell)))
            box.add(corner);
        Q_EMIT placeChosen(box);
    };
    connect(m_list, &QTableView::clicked, this, goTo);
    connect(m_list, &QTableView::activated, this, goTo);
    connect(&m_model, &SafetyModel::dataChanged, this, [this] {
        fillTables();
        choosePage();
    });
    connect(&m_model, &SafetyModel::cellsChanged, this, &RiskPanel::showFigures);
    connect(&m_model, &SafetyModel::choiceChanged, this, &RiskPanel::showChoice);
    connect(&m_model, &SafetyModel::surfaceChanged, this, [this] {
        showFigures();
        showCells();
    });
    connect(&m_model, &SafetyModel::busyChanged, this, &RiskPanel::choosePage);
}

void RiskPanel::choosePage()
{
    const bool none = m_model.data() && m_model.data()->tables.empty();
    m_pages->setCurrentWidget(none ? m_empty : m_pages->widget(0));
}

void RiskPanel::choose()
{
    if (m_filling)
        return;
    SafetyChoice choice = m_model.choice();
    if (choice.table != m_table->currentData().toString()) {
        choice.table = m_table->currentData().toString();
        choice.type.clear();
    } else {
        choice.type = m_type->currentData().toString();
    }
    choice.days = m_period->currentData().toInt();
    choice.cellM = m_cell->currentData().toDouble();
    choice.bandwidthM = m_bandwidth->value();
    choice.k = m_k->value();
    m_model.setChoice(choice);
}

void RiskPanel::fillTables()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_table->clear();
    if (m_model.data()) {
        for (const auto &table : m_model.data()->tables)
            m_table->addItem(table->name, table->name);
    }
    fillTypes();
    showChoice();
}

void RiskPanel::fillTypes()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_type->clear();
    m_type->addItem(typeTitle({}), QString());
    if (m_model.data()) {
        for (const QString &type : m_model.data()->typesOf(m_model.choice().table))
            m_type->addItem(typeTitle(type), type);
    }
    selectData(m_type, m_model.choice().type);
}

void RiskPanel::fillFixed()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_period->clear();
    for (const int days : kPeriodDays)
        m_period->addItem(periodTitle(days), days);
    m_cell->clear();
    for (const double cellM : kCellSizesM)
        m_cell->addItem(distanceText(cellM), cellM);
    m_surfaceBox->clear();
    m_surfaceBox->addItem(tr("None"), -1);
    for (const SafetySurface surface : kSafetySurfaces)
        m_surfaceBox->addItem(surfaceTitle(surface), static_cast<int>(surface));
}

void RiskPanel::setShown(std::optional<SafetySurface> surface, bool places)
{
    m_surface = surface;
    selectData(m_surfaceBox, surface ? static_cast<int>(*surface) : -1);
    m_places->setChecked(places);
    m_hint->setText(surface ? surfaceHint(*surface) : QString());
    m_hint->setVisible(surface.has_value());
    const bool density = surface == SafetySurface::Density;
    m_bandwidth->setVisible(density);
    m_labels[Bandwidth]->setVisible(density);
    showFigures();
    showCells();
}

void RiskPanel::showChoice()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    const SafetyChoice &choice = m_model.choice();
    selectData(m_table, choice.table);
    fillTypes();
    selectData(m_period, choice.days);
    selectData(m_cell, choice.cellM);
    m_bandwidth->setValue(static_cast<int>(choice.bandwidthM));
    m_k->setValue(choice.k);
}

void RiskPanel::showFigures()
{
    const auto counts = m_model.counts();
    m_count->setText(counts ? tr("%Ln incident(s)", nullptr, static_cast<int>(counts->inPeriod))
                            : tr("Counting…"));
    m_leftOut->setVisible(counts && counts->outsideBox + counts->withoutPlace > 0);
    if (!counts || !m_model.surface()) {
        m_figuresTitle->setRemark({});
        m_outside->clear();
        return;
    }
    const SurfaceView &view = *m_model.surface();
    //: a period, and when it ends
    m_figuresTitle->setRemark(tr("%1 until %2")
                                  .arg(periodTitle(view.query.choice.days),
                                      formatDayAndTime(view.period.to, m_model.data()->zone)));
    const qint64 left = counts->outsideBox + counts->withoutPlace;
    const double share =
        static_cast<double>(left) / static_cast<double>(std::max<qint64>(1, counts->inTable));
    //: numbers of incidents: %1 of all, that is %2; %3 lie outside, %4 have no position
    m_outside->setText(left == 0
            ? tr("All incidents of the data set have a place in the area.")
            : tr("Of the whole data set %1 (%2) are in no figure: %3 lie outside the area, %4 have "
                 "no position.")
                  .arg(formatCount(left), formatPercent(share, 2), formatCount(counts->outsideBox),
                      formatCount(counts->withoutPlace)));
}

void RiskPanel::showCells()
{
    std::vector<CellRow> rows;
    const auto &view = m_model.surface();
    const bool shown = m_surface && view && view->query.surface == *m_surface;
    if (shown) {
        int rank = 0;
        for (const int cell : view->ranked(kMostCells))
            rows.push_back({cell, ++rank, view->valueText(cell),
                static_cast<int>(view->counts[static_cast<std::size_t>(cell)])});
    }
    m_cellsTitle->setVisible(shown);
    m_list->setVisible(shown);
    m_cells->setRows(std::move(rows));
    fitColumns(*m_list, CellColumns::Value);
}

void RiskPanel::openCard()
{
    auto *dialog = new ModelCardDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RiskPanel::openLeftOut()
{
    if (!m_model.table() || !m_model.cells())
        return;
    auto *dialog = new LeftOutDialog(m_model.table(), m_model.cells(), m_model.data()->zone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LeftOutDialog::placeChosen, this, &RiskPanel::placeChosen);
    dialog->show();
}

void RiskPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RiskPanel::retranslate()
{
    const QString labels[kLabels] = {
        tr("Data"), tr("Type"), tr("Period, cells"), tr("Map"), tr("Bandwidth")};
    for (std::size_t i = 0; i < kLabels; ++i)
        m_labels[i]->setText(labels[i]);
    const std::tuple<QWidget *, QString, QString> fields[] = {
        {m_table, labels[Table], tr("Which incidents")},
        {m_type, labels[Type], tr("Of which type")},
        {m_period, labels[Period], tr("How long before the time shown")},
        {m_cell, tr("Cells"), tr("Edge of a cell")},
        {m_surfaceBox, labels[Surface], tr("What the colours on the map show")},
        {m_bandwidth, labels[Bandwidth], tr("How far an incident is spread over its surroundings")},
        {m_k, tr("At one place"),
            tr("A place on the map stands for at least so many incidents, so that nobody can be "
               "told from it")}};
    for (const auto &[widget, name, tip] : fields) {
        widget->setAccessibleName(name);
        widget->setToolTip(tip);
    }
    //: unit of length
    m_bandwidth->setSuffix(tr(" m"));
    m_bandwidth->setSpecialValueText(tr("From the data"));
    //: before a number: at least so many incidents at one place
    m_k->setPrefix(tr("at least "));
    m_places->setText(tr("Show the incidents"));
    m_places->setToolTip(tr("Symbols that each stand for several incidents (Layers)"));
    m_figuresTitle->setTitle(tr("In the period"));
    m_cellsTitle->setTitle(tr("Highest cells"));
    m_leftOut->setText(tr("Show what is left out…"));
    m_leftOut->setToolTip(tr("Incidents that no figure counts, and where they lie"));
    m_card->setText(tr("What these data can mean…"));
    m_card->setToolTip(tr("What reported incidents say, and what they do not"));
    m_list->setAccessibleName(tr("Highest cells"));
    m_empty->setText(tr("This city has no incidents yet. Import emergency calls, crimes or crashes "
                        "as a table with a time and a place."));
    m_empty->setActionText(tr("Import data…"));
    m_cells->retranslate();
    fillFixed();
    fillTypes();
    showChoice();
    setShown(m_surface, m_places->isChecked());
    choosePage();
}

} // namespace belvedere::ui
