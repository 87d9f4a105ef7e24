// SPDX-License-Identifier: GPL-3.0-or-later
// ui/analyse owns the analyst's workspace: bringing data in, training, comparing and deploying
// models. Pages hold widgets; controllers talk to core and are tested without a window.
#pragma once

#include "analyse/analyse_context.h"
#include "analyse/dataset_controller.h"
#include "analyse/run_controller.h"
#include "analyse/training/profile_controller.h"
#include "analyse/training/study_controller.h"
#include "analyse/training/training_queue.h"
#include "analyse/training/unfinished_controller.h"
#include "analyse/training_controller.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

class QStackedWidget;
class QTabBar;
class QUndoStack;

namespace belvedere::ui {

class DatasetPanel;
class EnvironmentPage;
class ExperimentPage;
class ImportDialog;
class MessageBar;
class NameSearchProvider;
class ProgressPage;
class ResultsPage;
class RunsPage;
class SafetyPage;
class TableForm;
class TrainForm;

/// Pages in the order of the work: set a training up, watch it, make experiments with it,
/// compare what came of it, look into one; then those of single domains.
class AnalyseWorkspace : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Train, Progress, Experiments, Runs, Results, Safety, Environment };
    static constexpr int kPageCount = 7;
    /// In the language of the program.
    [[nodiscard]] static QString pageTitle(Page page);

    explicit AnalyseWorkspace(const AnalyseContext &context, QWidget *parent = nullptr);
    /// Cancels what runs and does not wait; workers own all they use.
    ~AnalyseWorkspace() override;

    /// Another city was opened; null closes the city. Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);

    /// Whether a training, an experiment or an import runs.
    [[nodiscard]] bool busy() const;
    /// Throws away what runs and returns at once; nothing half-done is stored.
    void cancelAll();

    [[nodiscard]] Page page() const;
    void showPage(Page page);

    // For the commands of this workspace.
    [[nodiscard]] const AnalyseContext &context() const { return m_context; }
    [[nodiscard]] TrainForm *form() const { return m_form; }
    [[nodiscard]] TableForm *tableForm() const { return m_tableForm; }
    [[nodiscard]] DatasetPanel *datasetPanel() const { return m_dataPanel; }
    [[nodiscard]] TrainingController &training() { return m_training; }
    [[nodiscard]] TrainingQueue &queue() { return m_queue; }
    [[nodiscard]] const RunController &runs() const { return m_runs; }
    [[nodiscard]] RunsPage *runsPage() const { return m_runsPage; }
    [[nodiscard]] ResultsPage *results() const { return m_results; }
    [[nodiscard]] SafetyPage *safety() const { return m_safety; }
    [[nodiscard]] EnvironmentPage *environment() const { return m_environment; }

public Q_SLOTS:
    /// Opens the import dialog, with these files in it.
    void openImport(const QStringList &files = {});
    /// Chooses what to train on, as soon as it is loaded.
    void selectQuantity(const QString &dataset, const QString &channel);
    /// Chooses a table to train on, as soon as it is loaded.
    void selectTable(const QString &name);
    /// Starts, or queues, what the form that is shown asks for.
    void startTraining();
    /// Reads data sets and runs again: somebody else changed the store.
    void reload();
    /// Shows the results of a run, as soon as it is loaded.
    void openRun(const QString &runId);

Q_SIGNALS:
    /// A data set was imported or removed.
    void datasetChanged(const QString &name);
    /// The live model of its data has changed.
    void modelDeployed(const belvedere::ModelVersion &version);
    /// Background work for the status line; progress runs from 0 to 1000.
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);
    /// Something of this workspace was found by its name and is to be seen.
    void shown();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTrainPage();
    void addPage(QWidget *page);
    void connectData();
    void connectTraining();
    void connectStudy();
    void connectRuns();
    void connectDomains();
    void makeSearch();
    void shareThread();
    void findJointKinds();
    void queueTraining(const TrainSpec &spec);
    void showTable(const QString &name);
    void showDatasets();
    void showRuns();
    void setUp(const TrainSpec &spec);
    void showTrainingState();
    void showProgressInTab();
    void retranslate();

    AnalyseContext m_context;
    QUndoStack *m_undo;
    DatasetController m_datasets;
    RunController m_runs;
    TrainingController m_training;
    TrainingQueue m_queue;
    UnfinishedController m_unfinished;
    StudyController m_study;
    ProfileController m_profiles;
    TaskSlot<QSet<QString>> m_findingJointKinds{this};
    QPointer<ImportDialog> m_import;
    std::shared_ptr<NameSearchProvider> m_datasetSearch;
    std::shared_ptr<NameSearchProvider> m_runSearch;

    MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    DatasetPanel *m_dataPanel;
    QStackedWidget *m_forms; // of a data set, of a table
    TrainForm *m_form;
    TableForm *m_tableForm;
    QString m_awaitedTable;
    ProgressPage *m_progress;
    ExperimentPage *m_experiments;
    RunsPage *m_runsPage;
    ResultsPage *m_results;
    SafetyPage *m_safety;
    EnvironmentPage *m_environment;
};

} // namespace belvedere::ui
