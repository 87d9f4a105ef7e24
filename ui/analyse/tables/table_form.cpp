// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/tables/table_form.h"

#include "analyse/option_form.h"
#include "analyse/panel.h"
#include "analyse/tables/table_text.h"
#include "base/task_pools.h"
#include "common/format.h"
#include "common/scroll_column.h"
#include "common/section_header.h"
#include "models/table_encoder.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>

#include <algorithm>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr double kPercent = 100.0;
constexpr int kDataWidth = 620;
constexpr int kModelWidth = 344;
constexpr qint64 kFewValues = 10; // numbers that are rather classes
constexpr qint64 kMostClasses = 100;
constexpr int kShareLetters = 12;
const QString kStandardKind = QStringLiteral("boosted");

QComboBox *comboBox(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShareLetters);
    return box;
}

QDoubleSpinBox *shareBox(const char *name, double share)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(1.0, 98.0);
    box->setDecimals(1);
    box->setValue(share * kPercent);
    box->setSuffix(QStringLiteral("\u00a0%"));
    box->setAlignment(Qt::AlignRight);
    return box;
}

} // namespace

TableForm::TableForm(const TableLearnerFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_kinds(factory.kinds())
    , m_dataHeader(new SectionHeader)
    , m_modelHeader(new SectionHeader)
    , m_target(comboBox("target"))
    , m_task(comboBox("task"))
    , m_positive(comboBox("positive"))
    , m_threshold(comboBox("threshold"))
    , m_splitBy(comboBox("splitBy"))
    , m_kind(comboBox("tableModel"))
    , m_train(shareBox("tableTrainShare", SplitShares().train))
    , m_validation(shareBox("tableValidationShare", SplitShares().validation))
    , m_balanced(new QCheckBox)
    , m_columnsTitle(new QLabel)
    , m_columns(new QListWidget)
    , m_description(new QLabel)
    , m_obstacle(new QLabel)
    , m_options(new OptionForm)
    , m_seed(new QSpinBox)
    , m_start(new QPushButton)
{
    m_balanced->setObjectName(QStringLiteral("balanced"));
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setFrameShape(QFrame::NoFrame);
    m_seed->setObjectName(QStringLiteral("tableSeed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(static_cast<int>(TrainSpec().seed));
    m_seed->setAlignment(Qt::AlignRight);
    m_start->setObjectName(QStringLiteral("startTable"));
    m_start->setProperty("primary", true);
    m_start->setMinimumHeight(metric::kTarget);
    m_balanced->setMinimumHeight(metric::kTarget);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->addWidget(makeDataPanel());
    splitter->addWidget(makeModelPanel());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({kDataWidth, kModelWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    retranslate();
    connectFields();
    showTarget();
}

void TableForm::addRow(QFormLayout *form, Row row, QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    label->setMinimumWidth(OptionForm::kLabelWidth);
    field->setMinimumHeight(metric::kTarget);
    form->addRow(label, field);
    m_labels[row] = label;
    m_fields[row] = field;
}

QWidget *TableForm::makeDataPanel()
{
    auto *panel = makePanel();
    auto *form = OptionForm::makeLayout();
    addRow(form, Target, m_target);
    addRow(form, Task, m_task);
    addRow(form, Positive, m_positive);
    addRow(form, Threshold, m_threshold);
    form->addRow(new QLabel, m_balanced);
    addRow(form, SplitBy, m_splitBy);
    addRow(form, Train, m_train);
    addRow(form, Validation, m_validation);
    m_columnsTitle->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_columnsTitle->setBuddy(m_columns);
    auto *layout = qobject_cast<QVBoxLayout *>(panel->layout());
    layout->addWidget(m_dataHeader);
    layout->addLayout(form);
    layout->addWidget(m_columnsTitle);
    layout->addWidget(m_columns, 1);
    return panel;
}

QWidget *TableForm::makeModelPanel()
{
    auto *panel = makePanel();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, space::kMedium, 0);
    column->setSpacing(space::kSmall);
    auto *form = OptionForm::makeLayout();
    addRow(form, Kind, m_kind);
    column->addLayout(form);
    for (QLabel *label : {m_description, m_obstacle}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    column->addWidget(m_description);
    column->addWidget(m_options);
    auto *seed = OptionForm::makeLayout();
    addRow(seed, Seed, m_seed);
    column->addLayout(seed);
    column->addStretch(1);
    panel->layout()->addWidget(m_modelHeader);
    // Fields keep their height; what does not fit is scrolled to.
    content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    panel->layout()->addWidget(new ScrollColumn(content));
    panel->layout()->addWidget(m_obstacle);
    panel->layout()->addWidget(m_start);
    return panel;
}

void TableForm::connectFields()
{
    connect(m_target, &QComboBox::currentIndexChanged, this, &TableForm::showTarget);
    connect(m_task, &QComboBox::currentIndexChanged, this, &TableForm::showTask);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TableForm::showKind);
    for (QComboBox *box : {m_positive, m_threshold, m_splitBy})
        connect(box, &QComboBox::currentIndexChanged, this, &TableForm::refresh);
    for (QDoubleSpinBox *box : {m_train, m_validation})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TableForm::refresh);
    connect(m_columns, &QListWidget::itemChanged, this, &TableForm::refresh);
    connect(m_start, &QPushButton::clicked, this, &TableForm::start);
}

void TableForm::setTable(const TableInfo &table)
{
    m_table = table;
    {
        const QSignalBlocker targets(m_target);
        const QSignalBlocker splits(m_splitBy);
        m_target->clear();
        m_splitBy->clear();
        m_splitBy->addItem(tr("Automatic"), QString());
        m_splitBy->addItem(tr("At random"), QStringLiteral("random"));
        m_splitBy->addItem(tr("In the order of the file"), QStringLiteral("rows"));
        for (const ColumnInfo &column : table.columns) {
            if (column.kind == ColumnKind::Number || column.kind == ColumnKind::Category)
                m_target->addItem(column.name, column.name);
            if (column.kind == ColumnKind::Time)
                //: Rows are split into parts in the order of a column
                m_splitBy->addItem(tr("By %1").arg(column.name), column.name);
        }
        m_target->setCurrentIndex(m_target->count() - 1); // where targets usually stand
    }
    showTarget();
    retranslate();
}

const ColumnInfo *TableForm::target() const
{
    const int at = m_table.columnAt(m_target->currentData().toString());
    return at < 0 ? nullptr : &m_table.columns[static_cast<std::size_t>(at)];
}

std::vector<TableTask> TableForm::possibleTasks() const
{
    const ColumnInfo *column = target();
    if (!column)
        return {};
    if (column->kind == ColumnKind::Category)
        return {TableTask::Classification};
    if (column->distinct > kMostClasses)
        return {TableTask::Regression, TableTask::Counts};
    if (column->distinct > kFewValues)
        return {TableTask::Regression, TableTask::Counts, TableTask::Classification};
    return {TableTask::Classification, TableTask::Regression, TableTask::Counts};
}

TableTask TableForm::task() const
{
    return static_cast<TableTask>(m_task->currentData().toInt());
}

void TableForm::showTarget()
{
    {
        const QSignalBlocker blocker(m_task);
        m_task->clear();
        for (const TableTask possible : possibleTasks())
            m_task->addItem(tableTaskTitle(possible), static_cast<int>(possible));
    }
    showColumns();
    showTask();
}

void TableForm::showColumns()
{
    const QSignalBlocker blocker(m_columns);
    m_columns->clear();
    for (const ColumnInfo &column : m_table.columns) {
        if (column.name == m_target->currentData().toString())
            continue;
        auto *item = new QListWidgetItem(
            //: A column of a table and what it holds
            tr("%1 · %2").arg(column.name, columnText(column)), m_columns);
        item->setData(Qt::UserRole, column.name);
        const bool usable = column.kind != ColumnKind::Text
            && (column.kind != ColumnKind::Category || column.categories.size() <= kMostCategories);
        item->setFlags(usable ? Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable
                              : Qt::ItemFlags());
        item->setCheckState(usable ? Qt::Checked : Qt::Unchecked);
        if (!usable)
            item->setToolTip(tr("It names single things instead of grouping them, so nothing can "
                                "be learned from it"));
    }
}

void TableForm::showTask()
{
    const bool classes = !possibleTasks().empty() && task() == TableTask::Classification;
    const ColumnInfo *column = target();
    const bool two = classes && column && column->distinct == 2;
    {
        const QSignalBlocker blocker(m_positive);
        m_positive->clear();
        m_positive->addItem(tr("The second by name"), QString());
        if (two) {
            for (const QString &name : column->categories)
                m_positive->addItem(name, name);
        }
    }
    for (const Row row : {Positive, Threshold}) {
        m_labels[row]->setVisible(two);
        m_fields[row]->setVisible(two);
    }
    m_balanced->setVisible(classes);
    showKinds();
}

void TableForm::showKinds()
{
    const QString before = m_kind->currentData().toString();
    {
        const QSignalBlocker blocker(m_kind);
        m_kind->clear();
        for (const auto &kind : m_kinds) {
            if (!possibleTasks().empty()
                && std::find(kind.tasks.begin(), kind.tasks.end(), task()) != kind.tasks.end())
                m_kind->addItem(QCoreApplication::translate("Model", kind.title), kind.kind);
        }
        const int kept = m_kind->findData(before);
        const int standard = m_kind->findData(kStandardKind);
        m_kind->setCurrentIndex(
            kept >= 0 ? kept : std::max(standard, m_kind->count() > 0 ? 0 : -1));
    }
    showKind();
}

void TableForm::showKind()
{
    const QString chosen = m_kind->currentData().toString();
    const auto kind = std::find_if(
        m_kinds.begin(), m_kinds.end(), [&](const auto &known) { return known.kind == chosen; });
    const bool known = kind != m_kinds.end();
    m_description->setText(
        known ? QCoreApplication::translate("Model", kind->description) : QString());
    m_options->setOptions(known ? kind->options : std::vector<OptionSpec>());
    refresh();
}

std::vector<QString> TableForm::chosenColumns() const
{
    std::vector<QString> names;
    bool all = true;
    for (int i = 0; i < m_columns->count(); ++i) {
        const QListWidgetItem *item = m_columns->item(i);
        if (item->checkState() == Qt::Checked)
            names.push_back(item->data(Qt::UserRole).toString());
        else
            all = all && !(item->flags() & Qt::ItemIsEnabled);
    }
    // All that can be: then what is constant is left out without an error.
    return all ? std::vector<QString>() : names;
}

QString TableForm::obstacle() const
{
    if (m_table.columns.empty())
        return tr("Choose a table at the left.");
    if (!target())
        return tr("No column of this table can be learned.");
    bool any = false;
    for (int i = 0; i < m_columns->count(); ++i)
        any = any || m_columns->item(i)->checkState() == Qt::Checked;
    if (!any)
        return tr("Choose at least one column to learn from.");
    if (m_kind->currentIndex() < 0)
        return tr("There is no model to choose from.");
    if (m_train->value() + m_validation->value() > kPercent - 1.0)
        return tr("Leave at least 1 % of the rows for the test.");
    return {};
}

void TableForm::refresh()
{
    const QString reason = obstacle();
    m_obstacle->setText(reason);
    m_obstacle->setVisible(!reason.isEmpty());
    m_start->setEnabled(reason.isEmpty());
}

TrainSpec TableForm::spec() const
{
    TrainSpec spec;
    spec.dataset = m_table.name;
    spec.channel = m_target->currentData().toString();
    spec.task = taskName(task());
    spec.model = m_kind->currentData().toString();
    spec.split.train = m_train->value() / kPercent;
    spec.split.validation = m_validation->value() / kPercent;
    spec.split.test = 1.0 - spec.split.train - spec.split.validation;
    spec.seed = static_cast<std::uint64_t>(m_seed->value());
    spec.threads = trainingThreads();
    spec.options = m_options->changedOptions();
    const bool classes = task() == TableTask::Classification;
    spec.table = TableSettings{chosenColumns(), m_splitBy->currentData().toString(),
        classes && m_balanced->isChecked(), m_positive->currentData().toString(),
        static_cast<ThresholdAim>(m_threshold->currentData().toInt())};
    return spec;
}

void TableForm::setSpec(const TrainSpec &spec)
{
    const auto choose = [](QComboBox *box, const QVariant &value) {
        if (const int at = box->findData(value); at >= 0)
            box->setCurrentIndex(at);
    };
    choose(m_target, spec.channel);
    if (const auto wanted = taskFromName(spec.task))
        choose(m_task, static_cast<int>(*wanted));
    choose(m_kind, spec.model);
    m_options->setValues(spec.options);
    m_train->setValue(spec.split.train * kPercent);
    m_validation->setValue(spec.split.validation * kPercent);
    m_seed->setValue(
        static_cast<int>(std::min<std::uint64_t>(spec.seed, std::numeric_limits<int>::max())));
    if (!spec.table)
        return;
    choose(m_splitBy, spec.table->splitBy);
    choose(m_positive, spec.table->positive);
    choose(m_threshold, static_cast<int>(spec.table->threshold));
    m_balanced->setChecked(spec.table->balanced);
    const auto &columns = spec.table->columns;
    for (int i = 0; i < m_columns->count() && !columns.empty(); ++i) {
        QListWidgetItem *item = m_columns->item(i);
        const bool chosen =
            std::find(columns.begin(), columns.end(), item->data(Qt::UserRole).toString())
            != columns.end();
        if (item->flags() & Qt::ItemIsEnabled)
            item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

bool TableForm::canStart() const
{
    return m_start->isEnabled();
}

void TableForm::setBusy(bool busy)
{
    m_busy = busy;
    retranslate();
}

void TableForm::start()
{
    if (canStart())
        Q_EMIT startRequested(spec());
}

void TableForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        // Titles of tasks and columns are made anew, what was chosen stays.
        const TrainSpec kept = spec();
        setTable(TableInfo(m_table));
        setSpec(kept);
    }
}

void TableForm::retranslate()
{
    //: A table that is to be learned from
    m_dataHeader->setTitle(m_table.name.isEmpty() ? tr("Table") : tr("Table %1").arg(m_table.name));
    m_dataHeader->setRemark(m_table.columns.empty()
            ? QString()
            : tr("%Ln row(s)", nullptr, static_cast<int>(m_table.rows)));
    m_modelHeader->setTitle(tr("Train a model"));
    const std::array<std::pair<QString, QString>, RowCount> words{
        {{tr("Learn"), tr("The column whose values the model is to tell")},
            {tr("As"), tr("What its values are")},
            {tr("Positive"), tr("Of two classes the one that precision and recall are about")},
            {tr("Threshold for"),
                tr("What the threshold between the classes is tuned for, on the validation part")},
            {tr("Split"), tr("How rows come into the training, validation and test part")},
            {tr("Training"), tr("Share of the rows to learn from")},
            {tr("Validation"), tr("Share of the rows to tune by; the rest is the test")},
            {tr("Kind"), tr("What learns")},
            {tr("Seed"), tr("The same seed gives the same numbers")}}};
    for (std::size_t i = 0; i < RowCount; ++i) {
        m_labels[i]->setText(words[i].first);
        m_labels[i]->setToolTip(words[i].second);
        m_fields[i]->setAccessibleName(words[i].first);
        m_fields[i]->setToolTip(words[i].second);
    }
    {
        const QSignalBlocker blocker(m_threshold);
        const int chosen = std::max(0, m_threshold->currentIndex());
        m_threshold->clear();
        m_threshold->addItem(tr("F1"), static_cast<int>(ThresholdAim::F1));
        m_threshold->addItem(tr("Accuracy"), static_cast<int>(ThresholdAim::Accuracy));
        m_threshold->addItem(tr("Nothing: 0.5"), static_cast<int>(ThresholdAim::None));
        m_threshold->setCurrentIndex(chosen);
    }
    m_balanced->setText(tr("Rare classes count as much as frequent ones"));
    m_balanced->setToolTip(tr("An error at a rare class weighs more while the model learns"));
    m_columnsTitle->setText(tr("From these columns"));
    m_columns->setAccessibleName(tr("Columns to learn from"));
    m_columns->setToolTip(tr("Space takes a column in or out"));
    m_start->setText(m_busy ? tr("Add to queue") : tr("Start training"));
    m_start->setToolTip(m_busy ? tr("Begins when those before it have ended (Ctrl+Return)")
                               : tr("Start training (Ctrl+Return)"));
    refresh();
}

} // namespace belvedere::ui
