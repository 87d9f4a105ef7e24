// SPDX-License-Identifier: GPL-3.0-or-later
// ui/analyse owns the analyst's workspace: bringing data in, training, comparing and deploying
// models. Pages hold widgets; controllers talk to core and are tested without a window.
#pragma once

#include "analyse/analyse_context.h"
#include "analyse/dataset_controller.h"
#include "analyse/run_controller.h"
#include "analyse/training_controller.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace belvedere::ui {

class EmptyState;
class EntryModel;
class ImportDialog;
class MessageBar;
class ResultPanel;
class SectionHeader;
class TrainForm;
class TrainingView;

/// Data sets and runs at the left, the training in the middle, its results at the right.
class AnalyseWorkspace : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyseWorkspace(const AnalyseContext &context, QWidget *parent = nullptr);
    /// Cancels what runs and does not wait; workers own all they use.
    ~AnalyseWorkspace() override;

    /// Another city was opened; null closes the city. Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);

    /// Whether a training or an import runs.
    [[nodiscard]] bool busy() const;
    /// Throws away what runs and returns at once; nothing half-done is stored.
    void cancelAll();

public Q_SLOTS:
    /// Opens the import dialog, with these files in it.
    void openImport(const QStringList &files = {});
    /// Chooses what to train on, as soon as it is loaded.
    void selectQuantity(const QString &dataset, const QString &channel);
    /// Reads data sets and runs again: somebody else changed the store.
    void reload();

Q_SIGNALS:
    /// A data set was imported or removed.
    void datasetChanged(const QString &name);
    /// The live model of its data has changed.
    void modelDeployed(const belvedere::ModelVersion &version);
    /// Background work for the status line; progress runs from 0 to 1000.
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *makeDataPanel();
    [[nodiscard]] QWidget *makeRunPanel();
    [[nodiscard]] QWidget *makeTrainPanel();
    [[nodiscard]] QWidget *makeResultPanel();
    void makeShortcuts();
    void connectData();
    void connectTraining();
    void connectRuns();
    void showDatasets();
    void showRuns();
    void showRun(const QString &id);
    void showTrainingState();
    void removeDataset();
    [[nodiscard]] QString selectedDataset() const;
    [[nodiscard]] std::int64_t stepOf(const QString &dataset) const;
    void retranslate();

    AnalyseContext m_context;
    DatasetController m_datasets;
    RunController m_runs;
    TrainingController m_training;
    QPointer<ImportDialog> m_import;
    QString m_shownRun;

    MessageBar *m_message;
    QSplitter *m_splitter;
    SectionHeader *m_dataHeader, *m_runHeader, *m_trainHeader;
    EntryModel *m_datasetModel, *m_runModel;
    QListView *m_datasetList, *m_runList;
    EmptyState *m_noData;
    QStackedWidget *m_dataPages, *m_trainPages;
    QLabel *m_source, *m_noRuns;
    QPushButton *m_importButton, *m_removeButton;
    TrainForm *m_form;
    TrainingView *m_view;
    ResultPanel *m_results;
};

} // namespace belvedere::ui
