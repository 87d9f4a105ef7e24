// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/data_form.h"

#include "analyse/analyse_text.h"
#include "analyse/split_bar.h"
#include "common/error_text.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "common/section_header.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kPercent = 100.0;
constexpr int kMostSteps = 2016; // a week of five-minute steps
constexpr int kNumberWidth = 88;
constexpr int kShareWidth = 108; // "70.0 %" with its arrows
constexpr int kChannelLength = 10; // letters that are always shown

QSpinBox *stepsBox(const char *name)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(1, kMostSteps);
    box->setValue(12);
    box->setAlignment(Qt::AlignRight);
    box->setMinimumWidth(kNumberWidth);
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
    box->setMinimumWidth(kShareWidth);
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

} // namespace

DataForm::DataForm(QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader)
    , m_split(new SplitBar)
    , m_previewTitle(new QLabel)
    , m_preview(new SeriesChart)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(makeFields());
    layout->addWidget(m_split);
    m_previewTitle->setFont(themeFont(type::kDense, QFont::DemiBold));
    layout->addWidget(m_previewTitle);
    layout->addWidget(m_preview, 1);
    retranslate();
    connectFields();
    showDataset();
}

QWidget *DataForm::makeFields()
{
    const SplitShares shares;
    m_channel = new QComboBox;
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_channel->setMinimumContentsLength(kChannelLength);
    m_history = stepsBox("history");
    m_horizon = stepsBox("horizon");
    m_train = shareBox("trainShare", shares.train);
    m_validation = shareBox("validationShare", shares.validation);
    auto *fields = new QWidget;
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kSmall);
    grid->setVerticalSpacing(space::kHair);
    const std::pair<QLabel **, QWidget *> columns[] = {{&m_channelLabel, m_channel},
        {&m_historyLabel, m_history}, {&m_horizonLabel, m_horizon}, {&m_trainLabel, m_train},
        {&m_validationLabel, m_validation}};
    int column = 0;
    for (const auto &[label, field] : columns) {
        *label = new QLabel;
        (*label)->setFont(themeFont(type::kCaption));
        (*label)->setProperty("secondary", true);
        (*label)->setBuddy(field);
        grid->addWidget(*label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, column == 0 ? 1 : 0);
        ++column;
    }
    return fields;
}

void DataForm::connectFields()
{
    connect(m_channel, &QComboBox::currentIndexChanged, this, &DataForm::showQuantity);
    for (QSpinBox *box : {m_history, m_horizon})
        connect(box, &QSpinBox::valueChanged, this, &DataForm::refresh);
    for (QDoubleSpinBox *box : {m_train, m_validation})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            m_split->setShares({m_train->value() / kPercent, m_validation->value() / kPercent,
                (kPercent - m_train->value() - m_validation->value()) / kPercent});
            refresh();
        });
    connect(m_split, &SplitBar::sharesChanged, this, [this](const SplitShares &shares) {
        showShares(shares);
        refresh();
    });
}

void DataForm::showShares(const SplitShares &shares)
{
    const QSignalBlocker train(m_train);
    const QSignalBlocker validation(m_validation);
    m_train->setValue(shares.train * kPercent);
    m_validation->setValue(shares.validation * kPercent);
    m_split->setShares(shares);
}

const Dataset *DataForm::dataset() const
{
    const auto found = std::find_if(m_datasets.begin(), m_datasets.end(),
        [this](const Dataset &d) { return d.name == m_chosen; });
    return found == m_datasets.end() ? nullptr : &*found;
}

QString DataForm::channel() const
{
    return m_channel->currentData().toString();
}

std::optional<Split> DataForm::split() const
{
    return m_split->split();
}

void DataForm::setDatasets(const std::vector<Dataset> &datasets)
{
    const QString before = m_chosen;
    m_datasets = datasets;
    if (!dataset()) {
        const int index = largest(datasets);
        m_chosen = index < 0 ? QString() : datasets[static_cast<std::size_t>(index)].name;
    }
    const auto arrived = std::find_if(
        datasets.begin(), datasets.end(), [this](const Dataset &d) { return d.name == m_awaited; });
    if (arrived != datasets.end()) {
        selectQuantity(std::exchange(m_awaited, {}), m_awaitedChannel);
        return;
    }
    showDataset();
    if (m_chosen != before)
        Q_EMIT datasetSelected(m_chosen);
}

void DataForm::selectDataset(const QString &name)
{
    const bool known = std::any_of(
        m_datasets.begin(), m_datasets.end(), [&name](const Dataset &d) { return d.name == name; });
    if (!known || name == m_chosen)
        return;
    m_chosen = name;
    showDataset();
    Q_EMIT datasetSelected(name);
}

void DataForm::selectQuantity(const QString &datasetName, const QString &channel)
{
    const bool known = std::any_of(m_datasets.begin(), m_datasets.end(),
        [&datasetName](const Dataset &d) { return d.name == datasetName; });
    if (!known) {
        m_awaited = datasetName;
        m_awaitedChannel = channel;
        return;
    }
    if (datasetName == m_chosen)
        showDataset(); // it may have grown
    else
        selectDataset(datasetName);
    if (const int index = m_channel->findData(channel); index >= 0)
        m_channel->setCurrentIndex(index);
}

void DataForm::setProfile(const std::shared_ptr<const QuantityProfile> &profile)
{
    m_profile = profile;
    m_split->setCoverage(profile ? profile->coverage : std::vector<float>());
    m_preview->setData(profile ? profile->mean : nullptr);
    retranslateFields();
}

void DataForm::writeTo(TrainSpec &spec) const
{
    spec.dataset = m_chosen;
    spec.channel = channel();
    spec.history = m_history->value();
    spec.horizon = m_horizon->value();
    spec.split = m_split->shares();
}

void DataForm::readFrom(const TrainSpec &spec)
{
    selectDataset(spec.dataset);
    if (const int index = m_channel->findData(spec.channel); index >= 0)
        m_channel->setCurrentIndex(index);
    m_history->setValue(spec.history);
    m_horizon->setValue(spec.horizon);
    showShares(spec.split);
    refresh();
}

QString DataForm::obstacle() const
{
    const Dataset *chosen = dataset();
    if (!chosen)
        return tr("Import a data set first.");
    if (chosen->channels.empty())
        return tr("This data set has no values.");
    if (m_split->shares().test <= 0.0)
        return tr("Training and validation leave nothing to test on. Lower one of them.");
    ForecastShape shape;
    shape.history = m_history->value();
    shape.horizon = m_horizon->value();
    shape.stepMs = chosen->axis.stepMs;
    const auto split = chronologicalSplit(chosen->axis.count, shape, m_split->shares());
    return split ? QString() : errorText(split.error());
}

void DataForm::showDataset()
{
    const Dataset *chosen = dataset();
    const QString before = channel();
    {
        const QSignalBlocker blocker(m_channel);
        m_channel->clear();
        if (chosen) {
            for (const Channel &c : chosen->channels) {
                //: A quantity and its unit
                const QString text = c.unit.isEmpty()
                    ? channelTitle(c.key)
                    : tr("%1, %2").arg(channelTitle(c.key), c.unit);
                m_channel->addItem(text, c.key);
            }
            m_channel->setCurrentIndex(
                std::max(m_channel->findData(before), chosen->channels.empty() ? -1 : 0));
        }
    }
    m_channel->setEnabled(chosen && chosen->channels.size() > 1);
    showQuantity();
}

void DataForm::showQuantity()
{
    const Dataset *chosen = dataset();
    m_split->setAxis(chosen ? std::optional(chosen->axis) : std::nullopt,
        chosen ? chosen->zone : QTimeZone::utc());
    if (chosen)
        m_preview->setZone(chosen->zone);
    setProfile(nullptr);
    refresh();
    Q_EMIT quantitySelected(m_chosen, channel());
}

void DataForm::refresh()
{
    m_split->setWindow(m_history->value(), m_horizon->value());
    retranslateFields();
    Q_EMIT changed();
}

void DataForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DataForm::retranslateFields()
{
    const Dataset *chosen = dataset();
    const auto lasting = [chosen](const QString &name, int steps) {
        //: A number of steps, called history or horizon, and how long they last
        return chosen ? tr("%1: %2").arg(name, leadTime(steps, chosen->axis.stepMs)) : name;
    };
    m_historyLabel->setText(lasting(tr("History"), m_history->value()));
    m_horizonLabel->setText(lasting(tr("Horizon"), m_horizon->value()));
    m_header->setTitle(chosen ? chosen->name : tr("Data"));
    const QString observed =
        m_profile ? tr("%1 observed").arg(formatPercent(m_profile->observedShare, 1)) : QString();
    m_header->setRemark(observed);
    //: Heading of a chart; %1 is a quantity
    m_previewTitle->setText(
        chosen ? tr("%1, mean of all sites").arg(channelTitle(channel())) : QString());
    m_preview->setTitle(m_previewTitle->text());
}

void DataForm::retranslate()
{
    struct Words
    {
        QLabel *label;
        QWidget *field;
        QString text;
        QString help;
    };
    const Words words[] = {
        {m_channelLabel, m_channel, tr("Quantity"), tr("What the model is to foretell")},
        {m_historyLabel, m_history, tr("History"), tr("Steps that the model sees")},
        {m_horizonLabel, m_horizon, tr("Horizon"), tr("Steps that the model foretells")},
        {m_trainLabel, m_train, tr("Training"), tr("Share that the model learns from")},
        {m_validationLabel, m_validation, tr("Validation"),
            tr("Share that decides which epoch is the best; the rest is the test")},
    };
    for (const Words &w : words) {
        w.label->setText(w.text);
        w.field->setAccessibleName(w.text);
        w.field->setToolTip(w.help);
        w.label->setToolTip(w.help);
    }
    m_preview->setEmptyText(tr("The values appear here as soon as they are read."));
    showDataset();
}

} // namespace belvedere::ui
