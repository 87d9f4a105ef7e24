// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/train_form.h"

#include "analyse/analyse_text.h"
#include "analyse/option_form.h"
#include "analyse/split_bar.h"
#include "base/task_pools.h"
#include "common/error_text.h"
#include "common/quantity_names.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr double kPercent = 100.0;
constexpr int kMostSteps = 2016; // a week of five-minute steps
constexpr int kMostEpochs = 1000;
constexpr double kSecondsPerMinute = 60.0;
constexpr int kStepsWidth = 92;

QSpinBox *spinBox(QWidget *parent, const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    box->setAlignment(Qt::AlignRight);
    return box;
}

QComboBox *comboBox(QWidget *parent, const char *name)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

/// Position of the data set with most values, or -1.
int largest(const std::vector<Dataset> &datasets)
{
    const auto size = [](const Dataset &d) {
        return static_cast<std::size_t>(d.axis.count) * d.sites.size() * d.channels.size();
    };
    const auto found = std::max_element(datasets.begin(), datasets.end(),
        [&size](const Dataset &a, const Dataset &b) { return size(a) < size(b); });
    return found == datasets.end() ? -1 : static_cast<int>(found - datasets.begin());
}

int percent(double share)
{
    return static_cast<int>(std::lround(share * kPercent));
}

} // namespace

TrainForm::TrainForm(const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(factory)
    , m_kinds(factory.kinds())
{
    auto *content = new QWidget;
    auto *page = new QVBoxLayout(content);
    page->setContentsMargins(0, 0, space::kMedium, 0);
    page->setSpacing(space::kSmall);
    buildData(page);
    buildModel(page);
    buildSplit(page);
    buildLearning(page);
    page->addStretch();

    // Fields keep their height; what does not fit is scrolled to.
    content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    m_obstacle = new QLabel(this);
    m_obstacle->setWordWrap(true);
    m_obstacle->setProperty("secondary", true);
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setProperty("primary", true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_start);

    retranslate();
    const auto learning =
        std::find_if(m_kinds.begin(), m_kinds.end(), [](const auto &k) { return !k.baseline; });
    if (learning != m_kinds.end())
        m_kind->setCurrentIndex(static_cast<int>(learning - m_kinds.begin()));
    showKind();
    connectFields();
    showDataset();
}

QLabel *TrainForm::addHeading(QVBoxLayout *page)
{
    if (page->count() > 0)
        page->addSpacing(space::kSmall);
    auto *heading = new QLabel;
    heading->setFont(themeFont(type::kDense, QFont::DemiBold));
    page->addWidget(heading);
    return heading;
}

void TrainForm::addRow(QFormLayout *form, QLabel *label, QWidget *field, QLabel *suffix)
{
    label->setMinimumWidth(OptionForm::kLabelWidth);
    label->setBuddy(field);
    if (!suffix) {
        form->addRow(label, field);
        return;
    }
    suffix->setProperty("secondary", true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    field->setFixedWidth(kStepsWidth);
    suffix->setMinimumWidth(1);
    row->addWidget(field);
    row->addWidget(suffix, 1);
    form->addRow(label, row);
}

void TrainForm::buildData(QVBoxLayout *page)
{
    m_dataHeading = addHeading(page);
    auto *form = OptionForm::makeLayout();
    m_dataset = comboBox(this, "dataset");
    m_channel = comboBox(this, "channel");
    m_task = comboBox(this, "task");
    m_history = spinBox(this, "history", 1, kMostSteps, 12);
    m_horizon = spinBox(this, "horizon", 1, kMostSteps, 12);
    addRow(form, m_datasetLabel = new QLabel, m_dataset);
    addRow(form, m_channelLabel = new QLabel, m_channel);
    addRow(form, m_taskLabel = new QLabel, m_task);
    addRow(form, m_historyLabel = new QLabel, m_history, m_historyTime = new QLabel);
    addRow(form, m_horizonLabel = new QLabel, m_horizon, m_horizonTime = new QLabel);
    page->addLayout(form);
}

void TrainForm::buildModel(QVBoxLayout *page)
{
    m_modelHeading = addHeading(page);
    auto *form = OptionForm::makeLayout();
    m_kind = comboBox(this, "model");
    addRow(form, m_kindLabel = new QLabel, m_kind);
    m_description = new QLabel;
    m_description->setWordWrap(true);
    m_description->setProperty("secondary", true);
    m_description->setFont(themeFont(type::kCaption));
    form->addRow(m_description);
    page->addLayout(form);
    m_options = new OptionForm;
    page->addWidget(m_options);
}

void TrainForm::buildSplit(QVBoxLayout *page)
{
    m_splitHeading = addHeading(page);
    const SplitShares shares;
    auto *form = OptionForm::makeLayout();
    m_train = spinBox(this, "trainShare", 10, 98, percent(shares.train));
    m_validation = spinBox(this, "validationShare", 1, 45, percent(shares.validation));
    for (QSpinBox *box : {m_train, m_validation})
        box->setSuffix(QStringLiteral("\u00a0%"));
    addRow(form, m_trainLabel = new QLabel, m_train);
    addRow(form, m_validationLabel = new QLabel, m_validation);
    page->addLayout(form);
    m_splitBar = new SplitBar;
    page->addWidget(m_splitBar);
}

void TrainForm::buildLearning(QVBoxLayout *page)
{
    m_learningHeading = addHeading(page);
    const TrainSpec defaults;
    auto *form = OptionForm::makeLayout();
    m_epochs = spinBox(this, "epochs", 1, kMostEpochs, defaults.epochs);
    m_patience = spinBox(this, "patience", 1, kMostEpochs, defaults.patience);
    m_budget = spinBox(this, "budget", 0, 24 * 60, 0);
    m_seed = spinBox(this, "seed", 0, std::numeric_limits<int>::max(), 1);
    m_threads =
        spinBox(this, "threads", 1, std::max(1, QThread::idealThreadCount()), trainingThreads());
    addRow(form, m_epochsLabel = new QLabel, m_epochs);
    addRow(form, m_patienceLabel = new QLabel, m_patience);
    addRow(form, m_budgetLabel = new QLabel, m_budget);
    addRow(form, m_seedLabel = new QLabel, m_seed);
    addRow(form, m_threadsLabel = new QLabel, m_threads);
    page->addLayout(form);
}

void TrainForm::connectFields()
{
    connect(m_dataset, &QComboBox::currentIndexChanged, this, [this] {
        showDataset();
        Q_EMIT datasetSelected(m_dataset->currentData().toString());
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TrainForm::showKind);
    for (QSpinBox *box : {m_history, m_horizon, m_train, m_validation})
        connect(box, &QSpinBox::valueChanged, this, [this] { refresh(); });
    connect(m_start, &QPushButton::clicked, this, &TrainForm::start);
}

const Dataset *TrainForm::dataset() const
{
    const QString name = m_dataset->currentData().toString();
    const auto found = std::find_if(
        m_datasets.begin(), m_datasets.end(), [&name](const Dataset &d) { return d.name == name; });
    return found == m_datasets.end() ? nullptr : &*found;
}

const ForecasterFactory::Kind *TrainForm::kind() const
{
    const QString name = m_kind->currentData().toString();
    const auto found = std::find_if(
        m_kinds.begin(), m_kinds.end(), [&name](const auto &k) { return k.kind == name; });
    return found == m_kinds.end() ? nullptr : &*found;
}

void TrainForm::setDatasets(const std::vector<Dataset> &datasets)
{
    const QString chosen = m_dataset->currentData().toString();
    m_datasets = datasets;
    {
        const QSignalBlocker blocker(m_dataset);
        m_dataset->clear();
        for (const Dataset &d : datasets)
            m_dataset->addItem(d.name, d.name);
        const int index = m_dataset->findData(chosen);
        m_dataset->setCurrentIndex(index >= 0 ? index : largest(datasets));
    }
    showDataset();
    if (m_dataset->findData(m_awaited) >= 0)
        selectQuantity(std::exchange(m_awaited, {}), m_awaitedChannel);
    else if (m_dataset->currentData().toString() != chosen)
        Q_EMIT datasetSelected(m_dataset->currentData().toString());
}

void TrainForm::selectDataset(const QString &name)
{
    if (const int index = m_dataset->findData(name); index >= 0)
        m_dataset->setCurrentIndex(index);
}

void TrainForm::selectQuantity(const QString &datasetName, const QString &channel)
{
    if (m_dataset->findData(datasetName) < 0) {
        m_awaited = datasetName;
        m_awaitedChannel = channel;
        return;
    }
    selectDataset(datasetName);
    if (const int index = m_channel->findData(channel); index >= 0)
        m_channel->setCurrentIndex(index);
}

TrainSpec TrainForm::spec() const
{
    TrainSpec spec;
    spec.dataset = m_dataset->currentData().toString();
    spec.channel = m_channel->currentData().toString();
    spec.task = m_task->currentData().toString();
    spec.model = m_kind->currentData().toString();
    spec.history = m_history->value();
    spec.horizon = m_horizon->value();
    spec.split.train = m_train->value() / kPercent;
    spec.split.validation = m_validation->value() / kPercent;
    spec.split.test = (kPercent - m_train->value() - m_validation->value()) / kPercent;
    spec.epochs = m_epochs->value();
    spec.patience = m_patience->value();
    spec.budgetSeconds = m_budget->value() * kSecondsPerMinute;
    spec.seed = static_cast<std::uint64_t>(m_seed->value());
    spec.threads = m_threads->value();
    spec.options = m_options->changedOptions();
    return spec;
}

void TrainForm::setSpec(const TrainSpec &spec)
{
    selectDataset(spec.dataset);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(spec.channel)));
    if (const int index = m_kind->findData(spec.model); index >= 0)
        m_kind->setCurrentIndex(index);
    m_history->setValue(spec.history);
    m_horizon->setValue(spec.horizon);
    m_train->setValue(percent(spec.split.train));
    m_validation->setValue(percent(spec.split.validation));
    m_epochs->setValue(spec.epochs);
    m_patience->setValue(spec.patience);
    m_budget->setValue(static_cast<int>(std::ceil(spec.budgetSeconds / kSecondsPerMinute)));
    m_seed->setValue(static_cast<int>(spec.seed));
    m_threads->setValue(spec.threads);
    m_options->setValues(spec.options);
}

QString TrainForm::obstacle() const
{
    const Dataset *chosen = dataset();
    if (!chosen)
        return tr("Import a data set first.");
    if (chosen->channels.empty())
        return tr("This data set has no values.");
    if (!kind())
        return tr("There is no model to choose from.");
    const TrainSpec wanted = spec();
    ForecastShape shape;
    shape.history = wanted.history;
    shape.horizon = wanted.horizon;
    shape.stepMs = chosen->axis.stepMs;
    if (wanted.split.test <= 0.0)
        return tr("Training and validation leave nothing to test on. Lower one of them.");
    const auto split = chronologicalSplit(chosen->axis.count, shape, wanted.split);
    return split ? QString() : errorText(split.error());
}

bool TrainForm::canStart() const
{
    return m_start->isEnabled();
}

void TrainForm::setBlocked(bool blocked)
{
    m_blocked = blocked;
    refresh();
}

void TrainForm::start()
{
    if (canStart())
        Q_EMIT startRequested(spec());
}

void TrainForm::showDataset()
{
    const Dataset *chosen = dataset();
    const QString channel = m_channel->currentData().toString();
    m_channel->clear();
    if (chosen) {
        for (const Channel &c : chosen->channels) {
            //: A quantity and its unit
            const QString text = c.unit.isEmpty() ? channelTitle(c.key)
                                                  : tr("%1, %2").arg(channelTitle(c.key), c.unit);
            m_channel->addItem(text, c.key);
        }
        m_channel->setCurrentIndex(
            std::max(m_channel->findData(channel), chosen->channels.empty() ? -1 : 0));
    }
    refresh();
}

void TrainForm::showKind()
{
    const auto *chosen = kind();
    m_options->setOptions(chosen ? chosen->options : std::vector<OptionSpec>{});
    m_options->setVisible(!m_options->isEmpty());
    m_description->setText(
        chosen ? QCoreApplication::translate("Model", chosen->description) : QString());
    // A baseline is fitted in one pass.
    const bool learns = chosen && !chosen->baseline;
    for (QWidget *field : {static_cast<QWidget *>(m_epochs), static_cast<QWidget *>(m_patience),
             static_cast<QWidget *>(m_budget)})
        field->setEnabled(learns);
    refresh();
}

void TrainForm::refresh()
{
    const Dataset *chosen = dataset();
    for (const auto &[box, label] :
        {std::pair{m_history, m_historyTime}, std::pair{m_horizon, m_horizonTime}}) {
        //: After a number of steps: how long they last
        label->setText(chosen ? tr("steps = %1").arg(leadTime(box->value(), chosen->axis.stepMs))
                              : tr("steps"));
    }
    const SplitShares shares = spec().split;
    m_splitBar->setSplit(chosen ? std::optional(chosen->axis) : std::nullopt,
        chosen ? chosen->zone : QTimeZone::utc(), shares);
    const QString reason = obstacle();
    m_obstacle->setText(reason);
    m_obstacle->setVisible(!reason.isEmpty());
    m_start->setEnabled(reason.isEmpty() && !m_blocked);
}

void TrainForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainForm::retranslateChoices()
{
    const QSignalBlocker blocker(m_kind);
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const auto &known : m_kinds)
        m_kind->addItem(QCoreApplication::translate("Model", known.title), known.kind);
    m_kind->setCurrentIndex(m_kinds.empty() ? -1 : chosen);
    m_task->clear();
    m_task->addItem(tr("Forecast"), TrainSpec().task);
    if (const auto *known = kind())
        m_description->setText(QCoreApplication::translate("Model", known->description));
}

void TrainForm::retranslate()
{
    m_dataHeading->setText(tr("Data and task"));
    m_modelHeading->setText(tr("Model"));
    m_splitHeading->setText(tr("Split in order of time"));
    m_learningHeading->setText(tr("Learning"));
    retranslateChoices();

    struct Words
    {
        QLabel *label;
        QWidget *field;
        QString text;
        QString help;
    };
    const Words words[] = {
        {m_datasetLabel, m_dataset, tr("Data set"), {}},
        {m_channelLabel, m_channel, tr("Quantity"), {}},
        {m_taskLabel, m_task, tr("Task"), tr("What the model is to answer")},
        {m_historyLabel, m_history, tr("History"), tr("Steps that the model sees")},
        {m_horizonLabel, m_horizon, tr("Horizon"), tr("Steps that the model foretells")},
        {m_kindLabel, m_kind, tr("Kind"), {}},
        {m_trainLabel, m_train, tr("Training"), tr("Share that the model learns from")},
        {m_validationLabel, m_validation, tr("Validation"),
            tr("Share that decides which epoch is the best; the rest is the test")},
        {m_epochsLabel, m_epochs, tr("Epochs"), tr("Passes over the training part, at most")},
        {m_patienceLabel, m_patience, tr("Patience"),
            tr("Epochs without a better validation error before training stops")},
        {m_budgetLabel, m_budget, tr("Time limit"),
            tr("The best model found in this time is kept")},
        {m_seedLabel, m_seed, tr("Seed"), tr("The same seed gives the same numbers")},
        {m_threadsLabel, m_threads, tr("Threads"),
            tr("Processor threads of the training; one is best left to the window")},
    };
    for (const Words &w : words) {
        w.label->setText(w.text);
        w.field->setAccessibleName(w.text);
        w.field->setToolTip(w.help);
        w.label->setToolTip(w.help);
    }
    m_budget->setSpecialValueText(tr("None"));
    //: Minutes, after a number
    m_budget->setSuffix(tr(" min"));
    m_start->setText(tr("Start training"));
    m_start->setToolTip(tr("Start training (Ctrl+Return)"));
    showDataset();
}

} // namespace belvedere::ui
