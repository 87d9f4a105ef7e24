// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "training/run_record.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QSpinBox;

namespace belvedere::ui {

/// The other quantities of the city, to be ticked: a joint training learns from all of them at
/// the same time, then lets each learn alone for a while, and gives a model for each.
class PartnerList : public QWidget
{
    Q_OBJECT

public:
    explicit PartnerList(QWidget *parent = nullptr);

    /// All quantities but this one. What is ticked and still there stays ticked.
    void setQuantities(
        const std::vector<Dataset> &datasets, const QString &dataset, const QString &channel);
    [[nodiscard]] std::vector<TrainPartner> partners() const;
    void setPartners(const std::vector<TrainPartner> &partners);
    [[nodiscard]] bool isEmpty() const;
    /// As TrainSpec::fineTuneEpochs; asked for once something is ticked.
    [[nodiscard]] int fineTuneEpochs() const;
    void setFineTuneEpochs(int epochs);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static TrainPartner partnerOf(const QListWidgetItem &item);
    void fill();
    void showFineTune();
    void retranslate();

    std::vector<Dataset> m_datasets;
    QString m_dataset; // the quantity that is not its own partner
    QString m_channel;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_fineTuneLabel;
    QSpinBox *m_fineTune;
};

} // namespace belvedere::ui
