// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/model_form.h"

#include "analyse/option_form.h"
#include "analyse/run_controller.h"
#include "base/task_pools.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr int kKindLetters = 16; // "Vector autoregression" is not cut

constexpr int kMostEpochs = 1000;
constexpr double kSecondsPerMinute = 60.0;
constexpr int kMostStarts = 50; // a longer list is not read

QSpinBox *spinBox(const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    box->setAlignment(Qt::AlignRight);
    return box;
}

QComboBox *comboBox(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

ModelForm::ModelForm(const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_kinds(factory.kinds())
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, space::kMedium, 0);
    page->setSpacing(space::kSmall);
    buildModel(page);
    buildLearning(page);
    page->addStretch();
    retranslate();
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(TrainSpec().model)));
    showKind();
    connectFields();
}

QLabel *ModelForm::addHeading(QVBoxLayout *page)
{
    if (page->count() > 0)
        page->addSpacing(space::kSmall);
    auto *heading = new QLabel;
    heading->setFont(themeFont(type::kDense, QFont::DemiBold));
    page->addWidget(heading);
    return heading;
}

void ModelForm::addRow(QFormLayout *form, QLabel *label, QWidget *field)
{
    label->setMinimumWidth(OptionForm::kLabelWidth);
    label->setBuddy(field);
    form->addRow(label, field);
}

void ModelForm::buildModel(QVBoxLayout *page)
{
    m_modelHeading = addHeading(page);
    auto *form = OptionForm::makeLayout();
    m_kind = comboBox("model");
    m_kind->setMinimumContentsLength(kKindLetters);
    addRow(form, m_kindLabel = new QLabel, m_kind);
    m_description = new QLabel;
    m_description->setWordWrap(true);
    m_description->setProperty("secondary", true);
    m_description->setFont(themeFont(type::kCaption));
    form->addRow(m_description);
    m_preset = comboBox("preset");
    addRow(form, m_presetLabel = new QLabel, m_preset);
    m_start = comboBox("startFrom");
    addRow(form, m_startLabel = new QLabel, m_start);
    page->addLayout(form);
    m_options = new OptionForm;
    page->addWidget(m_options);
}

void ModelForm::buildLearning(QVBoxLayout *page)
{
    m_learningHeading = addHeading(page);
    const TrainSpec defaults;
    auto *form = OptionForm::makeLayout();
    m_epochs = spinBox("epochs", 1, kMostEpochs, defaults.epochs);
    m_patience = spinBox("patience", 1, kMostEpochs, defaults.patience);
    m_budget = spinBox("budget", 0, 24 * 60, 0);
    m_seed = spinBox("seed", 0, std::numeric_limits<int>::max(), 1);
    m_threads = spinBox("threads", 1, std::max(1, QThread::idealThreadCount()), trainingThreads());
    addRow(form, m_epochsLabel = new QLabel, m_epochs);
    addRow(form, m_patienceLabel = new QLabel, m_patience);
    addRow(form, m_budgetLabel = new QLabel, m_budget);
    addRow(form, m_seedLabel = new QLabel, m_seed);
    addRow(form, m_threadsLabel = new QLabel, m_threads);
    page->addLayout(form);
}

void ModelForm::connectFields()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        Q_EMIT changed();
    });
    connect(m_preset, &QComboBox::activated, this, &ModelForm::usePreset);
    connect(m_start, &QComboBox::currentIndexChanged, this, &ModelForm::changed);
    connect(m_options, &OptionForm::changed, this, [this] {
        showPreset();
        Q_EMIT changed();
    });
    for (QSpinBox *box : {m_epochs, m_patience, m_budget, m_seed, m_threads})
        connect(box, &QSpinBox::valueChanged, this, &ModelForm::changed);
}

const ForecasterFactory::Kind *ModelForm::kind() const
{
    const QString name = m_kind->currentData().toString();
    const auto found = std::find_if(
        m_kinds.begin(), m_kinds.end(), [&name](const auto &k) { return k.kind == name; });
    return found == m_kinds.end() ? nullptr : &*found;
}

void ModelForm::setRuns(const std::vector<RunEntry> &runs)
{
    m_starts.clear();
    for (const RunEntry &run : runs) {
        const RunRecord &record = run.record;
        if (record.table)
            continue;
        m_starts.push_back({record.id, record.spec.model, record.spec.dataset, record.spec.channel,
            record.test.all.mae, record.unit, run.live()});
    }
    showStarts();
}

void ModelForm::setQuantity(const QString &dataset, const QString &channel)
{
    if (dataset == m_dataset && channel == m_quantity)
        return;
    m_dataset = dataset;
    m_quantity = channel;
    showStarts();
}

void ModelForm::writeTo(TrainSpec &spec) const
{
    spec.model = m_kind->currentData().toString();
    spec.epochs = m_epochs->value();
    spec.patience = m_patience->value();
    spec.budgetSeconds = m_budget->value() * kSecondsPerMinute;
    spec.seed = static_cast<std::uint64_t>(m_seed->value());
    spec.threads = m_threads->value();
    spec.options = m_options->changedOptions();
    spec.startFrom = m_start->currentData().toString();
}

void ModelForm::readFrom(const TrainSpec &spec)
{
    if (const int index = m_kind->findData(spec.model); index >= 0)
        m_kind->setCurrentIndex(index);
    m_epochs->setValue(spec.epochs);
    m_patience->setValue(spec.patience);
    m_budget->setValue(static_cast<int>(std::ceil(spec.budgetSeconds / kSecondsPerMinute)));
    m_seed->setValue(static_cast<int>(spec.seed));
    m_threads->setValue(spec.threads);
    m_options->setValues(spec.options);
    m_start->setCurrentIndex(std::max(0, m_start->findData(spec.startFrom)));
}

void ModelForm::showKind()
{
    const auto *chosen = kind();
    m_options->setOptions(chosen ? chosen->options : std::vector<OptionSpec>{});
    m_options->setVisible(!m_options->isEmpty());
    m_description->setText(
        chosen ? QCoreApplication::translate("Model", chosen->description) : QString());
    // A baseline is fitted in one pass, from nothing.
    const bool learns = chosen && !chosen->baseline;
    for (QWidget *field : {static_cast<QWidget *>(m_epochs), static_cast<QWidget *>(m_patience),
             static_cast<QWidget *>(m_budget), static_cast<QWidget *>(m_start)})
        field->setEnabled(learns);
    retranslateKinds();
    showStarts();
}

void ModelForm::showPreset()
{
    const auto *chosen = kind();
    if (!chosen || chosen->presets.empty())
        return;
    const QJsonObject options = m_options->changedOptions();
    const auto completed = [chosen](const QJsonObject &given) {
        return completeOptions(chosen->kind, chosen->options, given).value_or(QJsonObject());
    };
    const QJsonObject wanted = completed(options);
    int index = options.isEmpty() ? 0 : m_preset->count() - 1; // the last: of one's own
    for (std::size_t i = 0; i < chosen->presets.size(); ++i) {
        if (completed(chosen->presets[i].options) == wanted)
            index = static_cast<int>(i) + 1;
    }
    m_preset->setCurrentIndex(index);
}

void ModelForm::usePreset()
{
    const auto *chosen = kind();
    const int preset = m_preset->currentIndex() - 1;
    if (!chosen || preset >= static_cast<int>(chosen->presets.size()))
        return; // of one's own: as it stands
    m_options->setValues(
        preset < 0 ? QJsonObject() : chosen->presets[static_cast<std::size_t>(preset)].options);
}

void ModelForm::showStarts()
{
    const QSignalBlocker blocker(m_start);
    const QString before = m_start->currentData().toString();
    const QString kindName = m_kind->currentData().toString();
    m_start->clear();
    m_start->addItem(tr("Nothing learnt yet"), QString());
    std::vector<Start> fitting;
    std::copy_if(m_starts.begin(), m_starts.end(), std::back_inserter(fitting),
        [&kindName](const Start &start) { return start.kind == kindName; });
    std::stable_partition(fitting.begin(), fitting.end(), [this](const Start &start) {
        return start.dataset == m_dataset && start.channel == m_quantity;
    });
    fitting.resize(std::min<std::size_t>(fitting.size(), kMostStarts));
    for (const Start &start : fitting) {
        //: A run to begin from: id, data set, quantity, its error
        const QString text = tr("%1 · %2: %3 · %4")
                                 .arg(start.runId, start.dataset, channelTitle(start.channel),
                                     formatValue(start.mae, start.unit));
        //: Appended to the model that serves now
        m_start->addItem(start.live ? tr("%1 · deployed").arg(text) : text, start.runId);
    }
    m_start->setCurrentIndex(std::max(0, m_start->findData(before)));
}

void ModelForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelForm::retranslateKinds()
{
    const QSignalBlocker kinds(m_kind);
    const QSignalBlocker presets(m_preset);
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const auto &known : m_kinds)
        m_kind->addItem(QCoreApplication::translate("Model", known.title), known.kind);
    m_kind->setCurrentIndex(m_kinds.empty() ? -1 : chosen);
    m_preset->clear();
    const auto *known = kind();
    m_description->setText(
        known ? QCoreApplication::translate("Model", known->description) : QString());
    const bool any = known && !known->presets.empty();
    m_presetLabel->setVisible(any);
    m_preset->setVisible(any);
    if (!any)
        return;
    m_preset->addItem(tr("Standard"));
    for (const OptionPreset &preset : known->presets) {
        m_preset->addItem(QCoreApplication::translate("Model", preset.title), preset.name);
        m_preset->setItemData(m_preset->count() - 1,
            QCoreApplication::translate("Model", preset.description), Qt::ToolTipRole);
    }
    //: Options that are those of no preset
    m_preset->addItem(tr("Own"));
    showPreset();
}

void ModelForm::retranslate()
{
    m_modelHeading->setText(tr("Model"));
    m_learningHeading->setText(tr("Learning"));
    retranslateKinds();
    showStarts();
    struct Words
    {
        QLabel *label;
        QWidget *field;
        QString text;
        QString help;
    };
    const Words words[] = {
        {m_kindLabel, m_kind, tr("Kind"), tr("What learns")},
        {m_presetLabel, m_preset, tr("Preset"), tr("Fills in the options below")},
        {m_startLabel, m_start, tr("Start from"),
            tr("A trained model whose weights are taken over; learning goes on from there")},
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
}

} // namespace belvedere::ui
