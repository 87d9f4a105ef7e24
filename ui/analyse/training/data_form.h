// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/quantity_profile.h"
#include "data/dataset.h"
#include "training/run_record.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace belvedere::ui {

class SectionHeader;
class SplitBar;

/// What to learn from: the quantity, the window, the split on the time axis, and what the data
/// looks like.
class DataForm : public QWidget
{
    Q_OBJECT

public:
    explicit DataForm(QWidget *parent = nullptr);

    /// Keeps the choice if it is still there, else takes the data set with most values.
    void setDatasets(const std::vector<Dataset> &datasets);
    void selectDataset(const QString &name);
    /// Selects them now or with the next setDatasets() that brings them.
    /// @param channel  empty = the data set's first.
    void selectQuantity(const QString &datasetName, const QString &channel);
    /// Null while it is being made.
    void setProfile(const std::shared_ptr<const QuantityProfile> &profile);

    /// Null if there is none to choose.
    [[nodiscard]] const Dataset *dataset() const;
    [[nodiscard]] QString channel() const;
    [[nodiscard]] std::optional<Split> split() const;
    /// Fills in data set, quantity, window and split.
    void writeTo(TrainSpec &spec) const;
    void readFrom(const TrainSpec &spec);
    /// What keeps this choice from being trained on; empty = nothing.
    [[nodiscard]] QString obstacle() const;

Q_SIGNALS:
    void changed();
    void datasetSelected(const QString &name);
    /// Its profile is to be made.
    void quantitySelected(const QString &dataset, const QString &channel);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFields();
    void connectFields();
    void showDataset();
    void showQuantity();
    void showShares(const SplitShares &shares);
    void refresh();
    void retranslate();
    void retranslateFields();

    std::vector<Dataset> m_datasets;
    QString m_chosen; // data set
    QString m_awaited; // data set and channel that are still to come
    QString m_awaitedChannel;
    std::shared_ptr<const QuantityProfile> m_profile;

    SectionHeader *m_header;
    QLabel *m_channelLabel, *m_historyLabel, *m_horizonLabel, *m_trainLabel, *m_validationLabel;
    QComboBox *m_channel;
    QSpinBox *m_history, *m_horizon;
    QDoubleSpinBox *m_train, *m_validation;
    SplitBar *m_split;
    QLabel *m_previewTitle;
    SeriesChart *m_preview;
};

} // namespace belvedere::ui
