// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/train_form.h"

#include "analyse/panel.h"
#include "analyse/run_controller.h"
#include "analyse/training/cost_estimate.h"
#include "analyse/training/data_form.h"
#include "analyse/training/model_form.h"
#include "analyse/training/partner_list.h"
#include "common/format.h"
#include "common/scroll_column.h"
#include "common/section_header.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kDataWidth = 620;
constexpr int kModelWidth = 344;

} // namespace

TrainForm::TrainForm(const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_data(new DataForm)
    , m_model(new ModelForm(factory))
    , m_partners(new PartnerList)
{
    auto *dataPanel = makePanel();
    dataPanel->layout()->addWidget(m_data);
    dataPanel->layout()->addWidget(m_partners);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->addWidget(dataPanel);
    splitter->addWidget(makeModelPanel());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({kDataWidth, kModelWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_data, &DataForm::datasetSelected, this, &TrainForm::datasetSelected);
    connect(m_data, &DataForm::quantitySelected, this, &TrainForm::quantitySelected);
    connect(m_data, &DataForm::quantitySelected, this, &TrainForm::showQuantity);
    connect(m_data, &DataForm::changed, this, &TrainForm::refresh);
    connect(m_model, &ModelForm::changed, this, &TrainForm::refresh);
    connect(m_partners, &PartnerList::changed, this, &TrainForm::refresh);
    connect(m_start, &QPushButton::clicked, this, &TrainForm::start);
    retranslate();
    showQuantity();
}

QWidget *TrainForm::makeModelPanel()
{
    auto *panel = makePanel();
    m_modelHeader = new SectionHeader;
    // Fields keep their height; what does not fit is scrolled to.
    m_model->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *scroll = new ScrollColumn(m_model);
    m_cost = new QLabel;
    m_obstacle = new QLabel;
    for (QLabel *label : {m_cost, m_obstacle}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    m_cost->setFont(themeFont(type::kCaption));
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setProperty("primary", true);
    for (QWidget *widget : {static_cast<QWidget *>(m_modelHeader), static_cast<QWidget *>(scroll),
             static_cast<QWidget *>(m_cost), static_cast<QWidget *>(m_obstacle),
             static_cast<QWidget *>(m_start)})
        panel->layout()->addWidget(widget);
    return panel;
}

void TrainForm::setDatasets(const std::vector<Dataset> &datasets)
{
    m_datasets = datasets;
    m_data->setDatasets(datasets);
    showQuantity();
}

void TrainForm::selectDataset(const QString &name)
{
    m_data->selectDataset(name);
}

void TrainForm::selectQuantity(const QString &datasetName, const QString &channel)
{
    m_data->selectQuantity(datasetName, channel);
}

void TrainForm::setProfile(const std::shared_ptr<const QuantityProfile> &profile)
{
    m_data->setProfile(profile);
}

void TrainForm::setRuns(const std::vector<RunEntry> &runs)
{
    m_runs.clear();
    for (const RunEntry &run : runs)
        m_runs.push_back(run.record);
    m_model->setRuns(runs);
    refresh();
}

void TrainForm::setJointKinds(const QSet<QString> &kinds)
{
    m_jointKinds = kinds;
    refresh();
}

TrainSpec TrainForm::spec() const
{
    TrainSpec spec;
    m_data->writeTo(spec);
    m_model->writeTo(spec);
    if (m_jointKinds.contains(spec.model))
        spec.partners = m_partners->partners();
    spec.fineTuneEpochs = m_partners->fineTuneEpochs();
    return spec;
}

void TrainForm::setSpec(const TrainSpec &spec)
{
    m_data->readFrom(spec);
    m_model->readFrom(spec);
    m_partners->setPartners(spec.partners);
    m_partners->setFineTuneEpochs(spec.fineTuneEpochs);
}

bool TrainForm::canStart() const
{
    return m_start->isEnabled();
}

void TrainForm::setBusy(bool busy)
{
    m_busy = busy;
    retranslate();
}

void TrainForm::start()
{
    if (canStart())
        Q_EMIT startRequested(spec());
}

void TrainForm::showQuantity()
{
    const Dataset *chosen = m_data->dataset();
    const QString name = chosen ? chosen->name : QString();
    m_model->setQuantity(name, m_data->channel());
    m_partners->setQuantities(m_datasets, name, m_data->channel());
    refresh();
}

void TrainForm::refresh()
{
    const auto *kind = m_model->kind();
    m_partners->setHidden(!kind || !m_jointKinds.contains(kind->kind) || m_partners->isEmpty());
    const QString obstacle = kind ? m_data->obstacle() : tr("There is no model to choose from.");
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty());
    m_start->setEnabled(obstacle.isEmpty());
    m_cost->setText(obstacle.isEmpty() ? costText() : QString());
    m_cost->setVisible(!m_cost->text().isEmpty());
    Q_EMIT specChanged();
}

QString TrainForm::costText() const
{
    const CostEstimate cost = estimateCost(spec(), m_runs, m_datasets);
    QStringList lines;
    //: What is learned from: windows at sites
    lines.append(tr("%1 at %2")
                     .arg(tr("%Ln window(s)", nullptr, cost.windows),
                         tr("%Ln site(s)", nullptr, cost.sites)));
    if (cost.parameters)
        lines.append(tr("%1 parameters").arg(formatCount(*cost.parameters)));
    if (cost.epochSeconds && cost.totalSeconds) {
        //: Durations, and the run that they were measured on
        lines.append(tr("about %1 an epoch, %2 at most (as %3)")
                         .arg(formatDuration(*cost.epochSeconds),
                             formatDuration(*cost.totalSeconds), cost.runId));
    }
    return lines.join(QStringLiteral(" · "));
}

void TrainForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainForm::retranslate()
{
    m_modelHeader->setTitle(tr("Train a model"));
    m_start->setText(m_busy ? tr("Add to queue") : tr("Start training"));
    m_start->setToolTip(m_busy ? tr("Begins when those before it have ended (Ctrl+Return)")
                               : tr("Start training (Ctrl+Return)"));
    refresh();
}

} // namespace belvedere::ui
