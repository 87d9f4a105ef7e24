// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"
#include "models/forecaster.h"
#include "training/run_record.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace belvedere::ui {

class OptionForm;
class SplitBar;

/// What to train: data, model, split and options. Start can be pressed only when the choice can
/// be trained; a line says what is missing otherwise.
class TrainForm : public QWidget
{
    Q_OBJECT

public:
    explicit TrainForm(const ForecasterFactory &factory, QWidget *parent = nullptr);

    /// Keeps the choice if it is still there.
    void setDatasets(const std::vector<Dataset> &datasets);
    void selectDataset(const QString &name);
    /// Selects them now or with the next setDatasets() that brings them.
    /// @param channel  empty = the data set's first.
    void selectQuantity(const QString &datasetName, const QString &channel);

    [[nodiscard]] TrainSpec spec() const;
    /// Fills the form in again, for example from an older run.
    void setSpec(const TrainSpec &spec);
    /// False while a training runs or the choice cannot be trained.
    [[nodiscard]] bool canStart() const;
    void setBlocked(bool blocked);
    void start();

Q_SIGNALS:
    void datasetSelected(const QString &name);
    void startRequested(const belvedere::TrainSpec &spec);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildData(QVBoxLayout *page);
    void buildModel(QVBoxLayout *page);
    void buildSplit(QVBoxLayout *page);
    void buildLearning(QVBoxLayout *page);
    void connectFields();
    QLabel *addHeading(QVBoxLayout *page);
    void addRow(QFormLayout *form, QLabel *label, QWidget *field, QLabel *suffix = nullptr);
    [[nodiscard]] const Dataset *dataset() const;
    [[nodiscard]] const ForecasterFactory::Kind *kind() const;
    [[nodiscard]] QString obstacle() const;
    void showDataset();
    void showKind();
    void refresh();
    void retranslate();
    void retranslateChoices();

    const ForecasterFactory &m_factory;
    std::vector<ForecasterFactory::Kind> m_kinds;
    std::vector<Dataset> m_datasets;
    QString m_awaited; // data set and channel that are still to come
    QString m_awaitedChannel;
    bool m_blocked = false;

    QLabel *m_dataHeading, *m_modelHeading, *m_splitHeading, *m_learningHeading;
    QLabel *m_datasetLabel, *m_channelLabel, *m_taskLabel, *m_historyLabel, *m_horizonLabel;
    QLabel *m_kindLabel, *m_description, *m_trainLabel, *m_validationLabel;
    QLabel *m_epochsLabel, *m_patienceLabel, *m_budgetLabel, *m_seedLabel, *m_threadsLabel;
    QLabel *m_historyTime, *m_horizonTime, *m_obstacle;
    QComboBox *m_dataset, *m_channel, *m_task, *m_kind;
    QSpinBox *m_history, *m_horizon, *m_train, *m_validation;
    QSpinBox *m_epochs, *m_patience, *m_budget, *m_seed, *m_threads;
    OptionForm *m_options;
    SplitBar *m_splitBar;
    QPushButton *m_start;
};

} // namespace belvedere::ui
