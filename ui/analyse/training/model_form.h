// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "training/run_record.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace belvedere::ui {

class OptionForm;
struct RunEntry;

/// Which model learns, how large, from where it begins and for how long.
class ModelForm : public QWidget
{
    Q_OBJECT

public:
    explicit ModelForm(const ForecasterFactory &factory, QWidget *parent = nullptr);

    /// Null if the factory knows none.
    [[nodiscard]] const ForecasterFactory::Kind *kind() const;
    /// Runs to begin from: those of the chosen kind, of this quantity before the others.
    void setRuns(const std::vector<RunEntry> &runs);
    void setQuantity(const QString &dataset, const QString &channel);

    /// Fills in kind, options, start, epochs, budget, seed and threads.
    void writeTo(TrainSpec &spec) const;
    void readFrom(const TrainSpec &spec);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Start
    {
        QString runId;
        QString kind;
        QString dataset;
        QString channel;
        double mae = 0.0;
        QString unit;
        bool live = false;
    };
    void buildModel(QVBoxLayout *page);
    void buildLearning(QVBoxLayout *page);
    void connectFields();
    QLabel *addHeading(QVBoxLayout *page);
    static void addRow(QFormLayout *form, QLabel *label, QWidget *field);
    void showKind();
    void showPreset();
    void usePreset();
    void showStarts();
    void retranslate();
    void retranslateKinds();

    std::vector<ForecasterFactory::Kind> m_kinds;
    std::vector<Start> m_starts;
    QString m_dataset;
    QString m_quantity;

    QLabel *m_modelHeading, *m_learningHeading, *m_kindLabel, *m_description, *m_presetLabel;
    QLabel *m_startLabel, *m_epochsLabel, *m_patienceLabel, *m_budgetLabel, *m_seedLabel;
    QLabel *m_threadsLabel;
    QComboBox *m_kind, *m_preset, *m_start;
    QSpinBox *m_epochs, *m_patience, *m_budget, *m_seed, *m_threads;
    OptionForm *m_options;
};

} // namespace belvedere::ui
