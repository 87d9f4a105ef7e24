// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/count_dialog.h"

#include "common/error_text.h"
#include "common/format.h"
#include "common/on_finished.h"
#include "common/progress_panel.h"
#include "safety/safety_text.h"
#include "theme/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace belvedere::ui {

namespace {

constexpr int kWidth = 460;
constexpr UtcMs kSteps[] = {
    15 * kMsPerMinute, kMsPerHour, 6 * kMsPerHour, kMsPerDay, 7 * kMsPerDay};
constexpr double kCellsM[] = {500.0, 1000.0, 2000.0, 5000.0};

bool hasCells(CountBy by)
{
    return by == CountBy::Cell || by == CountBy::CellAndType;
}

} // namespace

CountDialog::CountDialog(TaskPools &pools, std::shared_ptr<Store> store,
    std::shared_ptr<const IncidentTable> table, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_pools(pools)
    , m_store(std::move(store))
    , m_table(std::move(table))
    , m_zone(zone)
    , m_form(new QFormLayout)
    , m_name(new QLineEdit(m_table->name + QStringLiteral("-counts"), this))
    , m_by(new QComboBox(this))
    , m_step(new QComboBox(this))
    , m_cell(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_result(new QLabel(this))
    , m_progress(new ProgressPanel(this))
    , m_start(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    for (const CountBy by : {CountBy::All, CountBy::Type, CountBy::Cell, CountBy::CellAndType})
        m_by->addItem(QString(), static_cast<int>(by));
    for (const UtcMs step : kSteps)
        m_step->addItem(QString(), static_cast<qint64>(step));
    for (const double cellM : kCellsM)
        m_cell->addItem(QString(), cellM);
    m_by->setCurrentIndex(m_by->findData(static_cast<int>(CountSpec().by)));
    m_step->setCurrentIndex(m_step->findData(static_cast<qint64>(CountSpec().stepMs)));
    m_cell->setCurrentIndex(m_cell->findData(CountSpec().cellM));
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_by, m_step, m_cell})
        m_form->addRow(new QLabel(this), field); // its text follows
    m_name->setObjectName(QStringLiteral("countName"));
    m_start->setObjectName(QStringLiteral("count"));
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    m_close->setAutoDefault(false);
    m_hint->setWordWrap(true);
    m_hint->setProperty("secondary", true);
    m_result->setWordWrap(true);
    m_progress->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kMedium);
    column->addWidget(m_hint);
    column->addLayout(m_form);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(kWidth);
    connect(m_by, &QComboBox::currentIndexChanged, this, &CountDialog::showState);
    connect(m_name, &QLineEdit::textChanged, this, &CountDialog::showState);
    connect(m_start, &QPushButton::clicked, this, &CountDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] {
        m_counting.cancel();
        showState();
    });
    retranslate();
}

CountSpec CountDialog::spec() const
{
    CountSpec spec;
    spec.dataset = m_name->text().trimmed();
    spec.by = static_cast<CountBy>(m_by->currentData().toInt());
    spec.stepMs = m_step->currentData().toLongLong();
    spec.cellM = m_cell->currentData().toDouble();
    spec.zone = m_zone;
    return spec;
}

void CountDialog::start()
{
    if (m_counting.running() || !m_start->isEnabled())
        return;
    const auto task = runTask(
        m_pools.io, [store = m_store, table = m_table, spec = spec()](TaskContext &context) {
            return storeCounts(*store, *table, spec, context);
        });
    m_progress->start(tr("Counting %1").arg(m_table->name));
    onProgress(task, this, [this](double done, const QString &text) {
        if (m_counting.running())
            m_progress->setProgress(done, text);
    });
    m_counting.start(task, [this](const Result<IncidentCounts> &counts) {
        showState();
        if (!counts) {
            m_result->setText(errorText(counts.error()));
            return;
        }
        //: %1 a data set, %2 number of sites, %3 of steps, %4 of incidents
        m_result->setText(
            tr("%1: %4 incidents at %2 sites in %3 steps. Choose it on the page "
               "“Train” to learn from it.")
                .arg(counts->dataset.name,
                    formatCount(static_cast<qint64>(counts->dataset.sites.size())),
                    formatCount(counts->series.axis.count), formatCount(counts->counted)));
        Q_EMIT counted(counts->dataset.name);
    });
    m_result->clear();
    showState();
}

void CountDialog::showState()
{
    const bool running = m_counting.running();
    m_cell->setEnabled(!running && hasCells(spec().by));
    m_progress->setVisible(running);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_by, m_step})
        field->setEnabled(!running);
    m_start->setEnabled(!running && !m_name->text().trimmed().isEmpty());
}

void CountDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void CountDialog::retranslate()
{
    setWindowTitle(tr("Count incidents as a series"));
    m_hint->setText(tr("How many incidents there were in each step becomes a data set that models "
                       "can learn from; where nothing happened it says zero."));
    const std::tuple<QWidget *, QString, QString> rows[] = {
        {m_name, tr("Data set"), tr("Its name in this city")},
        {m_by, tr("A series for"), tr("What is counted by itself")},
        {m_step, tr("Step"), tr("How long each count lasts")},
        {m_cell, tr("Cells"), tr("Edge of a cell")}};
    for (const auto &[widget, label, tip] : rows) {
        qobject_cast<QLabel *>(m_form->labelForField(widget))->setText(label);
        widget->setAccessibleName(label);
        widget->setToolTip(tip);
    }
    const QString by[] = {tr("All incidents together"), tr("Each type"), tr("Each cell"),
        tr("Each type in each cell")};
    for (int i = 0; i < m_by->count(); ++i)
        m_by->setItemText(i, by[i]);
    for (int i = 0; i < m_step->count(); ++i)
        m_step->setItemText(i, formatDuration(m_step->itemData(i).toDouble() / 1000.0));
    for (int i = 0; i < m_cell->count(); ++i)
        m_cell->setItemText(i, distanceText(m_cell->itemData(i).toDouble()));
    m_start->setText(tr("Count"));
    m_start->setToolTip(tr("Stores the series in this city"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    showState();
}

} // namespace belvedere::ui
