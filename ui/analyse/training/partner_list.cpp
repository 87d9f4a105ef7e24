// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/partner_list.h"

#include "analyse/analyse_text.h"
#include "analyse/option_form.h"
#include "common/quantity_names.h"
#include "theme/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kDatasetRole = Qt::UserRole;
constexpr int kChannelRole = Qt::UserRole + 1;
constexpr int kMostRows = 4; // shown at once
constexpr int kRowHeight = 28;
constexpr int kMostEpochs = 1000;

} // namespace

PartnerList::PartnerList(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_fineTuneLabel(new QLabel)
    , m_fineTune(new QSpinBox)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    m_title->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_list->setObjectName(QStringLiteral("partners"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    auto *form = OptionForm::makeLayout();
    m_fineTune->setObjectName(QStringLiteral("fineTune"));
    m_fineTune->setRange(0, kMostEpochs);
    m_fineTune->setAlignment(Qt::AlignRight);
    m_fineTune->setValue(TrainSpec().fineTuneEpochs);
    m_fineTuneLabel->setMinimumWidth(OptionForm::kLabelWidth);
    m_fineTuneLabel->setBuddy(m_fineTune);
    form->addRow(m_fineTuneLabel, m_fineTune);
    layout->addLayout(form);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        showFineTune();
        Q_EMIT changed();
    });
    connect(m_fineTune, &QSpinBox::valueChanged, this, &PartnerList::changed);
    retranslate();
}

void PartnerList::setQuantities(
    const std::vector<Dataset> &datasets, const QString &dataset, const QString &channel)
{
    m_datasets = datasets;
    m_dataset = dataset;
    m_channel = channel;
    fill();
}

TrainPartner PartnerList::partnerOf(const QListWidgetItem &item)
{
    return {item.data(kDatasetRole).toString(), item.data(kChannelRole).toString()};
}

std::vector<TrainPartner> PartnerList::partners() const
{
    std::vector<TrainPartner> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.push_back(partnerOf(*m_list->item(row)));
    }
    return chosen;
}

void PartnerList::setPartners(const std::vector<TrainPartner> &partners)
{
    {
        const QSignalBlocker blocker(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem *item = m_list->item(row);
            const bool chosen =
                std::find(partners.begin(), partners.end(), partnerOf(*item)) != partners.end();
            item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        }
    }
    showFineTune();
    Q_EMIT changed();
}

int PartnerList::fineTuneEpochs() const
{
    return m_fineTune->value();
}

void PartnerList::setFineTuneEpochs(int epochs)
{
    m_fineTune->setValue(epochs);
}

void PartnerList::showFineTune()
{
    const bool joint = !partners().empty();
    m_fineTuneLabel->setVisible(joint);
    m_fineTune->setVisible(joint);
}

bool PartnerList::isEmpty() const
{
    return m_list->count() == 0;
}

void PartnerList::fill()
{
    const std::vector<TrainPartner> before = partners();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const Dataset &dataset : m_datasets) {
        for (const Channel &channel : dataset.channels) {
            if (dataset.name == m_dataset && channel.key == m_channel)
                continue;
            //: A quantity that may be learnt too: data set, quantity, number of sites, step
            auto *item = new QListWidgetItem(
                tr("%1: %2 · %3 · %4")
                    .arg(dataset.name, channelTitle(channel.key),
                        tr("%Ln site(s)", nullptr, static_cast<int>(dataset.sites.size())),
                        leadTime(1, dataset.axis.stepMs)),
                m_list);
            item->setData(kDatasetRole, dataset.name);
            item->setData(kChannelRole, channel.key);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            const bool chosen =
                std::find(before.begin(), before.end(), partnerOf(*item)) != before.end();
            item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        }
    }
    const int rows = std::clamp(m_list->count(), 1, kMostRows);
    m_list->setFixedHeight(rows * kRowHeight + 2 * m_list->frameWidth() + space::kTiny);
    showFineTune();
}

void PartnerList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PartnerList::retranslate()
{
    m_title->setText(tr("Learn together with"));
    const QString help = tr("A joint model learns from all ticked quantities at the same time; "
                            "each gets a run of its own");
    m_title->setToolTip(help);
    m_list->setToolTip(help);
    m_list->setAccessibleName(m_title->text());
    m_fineTuneLabel->setText(tr("Fine-tuning"));
    const QString tuning = tr("Epochs in which each quantity then learns alone; what is better for "
                              "it is kept");
    m_fineTuneLabel->setToolTip(tuning);
    m_fineTune->setToolTip(tuning);
    m_fineTune->setAccessibleName(m_fineTuneLabel->text());
    m_fineTune->setSpecialValueText(tr("None"));
    fill();
}

} // namespace belvedere::ui
