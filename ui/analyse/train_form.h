// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/quantity_profile.h"
#include "data/dataset.h"
#include "models/forecaster.h"
#include "training/run_record.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace belvedere::ui {

class DataForm;
class ModelForm;
class PartnerList;
class SectionHeader;
struct RunEntry;

/// What to train, from left to right: the data and its split, the model, what it will take, and
/// the button. Start can be pressed only when the choice can be trained; a line says what is
/// missing otherwise.
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
    /// Of the quantity that was asked for last; null while it is being made.
    void setProfile(const std::shared_ptr<const QuantityProfile> &profile);
    /// To begin from, and to estimate the cost by; newest first.
    void setRuns(const std::vector<RunEntry> &runs);
    /// Kinds that can learn several quantities at the same time.
    void setJointKinds(const QSet<QString> &kinds);

    [[nodiscard]] TrainSpec spec() const;
    /// Fills the form in again, for example from an older run.
    void setSpec(const TrainSpec &spec);
    /// False while the choice cannot be trained.
    [[nodiscard]] bool canStart() const;
    /// Whether something trains already: what is started then waits for its turn.
    void setBusy(bool busy);
    void start();

Q_SIGNALS:
    void datasetSelected(const QString &name);
    void quantitySelected(const QString &dataset, const QString &channel);
    void startRequested(const belvedere::TrainSpec &spec);
    void specChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeModelPanel();
    void showQuantity();
    void refresh();
    [[nodiscard]] QString costText() const;
    void retranslate();

    std::vector<Dataset> m_datasets;
    std::vector<RunRecord> m_runs;
    QSet<QString> m_jointKinds;
    bool m_busy = false;

    DataForm *m_data;
    ModelForm *m_model;
    PartnerList *m_partners;
    SectionHeader *m_modelHeader;
    QLabel *m_cost, *m_obstacle;
    QPushButton *m_start;
};

} // namespace belvedere::ui
