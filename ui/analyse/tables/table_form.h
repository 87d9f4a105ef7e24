// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/column_table.h"
#include "models/table_learner.h"
#include "training/run_record.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace belvedere::ui {

class OptionForm;
class SectionHeader;

/// What to learn from a table: its target and task, the columns, how it is split; and which model
/// learns it. Start can be pressed only when the choice can be trained; a line says what is
/// missing otherwise.
class TableForm : public QWidget
{
    Q_OBJECT

public:
    explicit TableForm(const TableLearnerFactory &factory, QWidget *parent = nullptr);

    /// All fields go to what suits the table.
    void setTable(const TableInfo &table);
    [[nodiscard]] QString table() const { return m_table.name; }
    [[nodiscard]] TrainSpec spec() const;
    /// Fills the form in again; the table stands already.
    void setSpec(const TrainSpec &spec);
    [[nodiscard]] bool canStart() const;
    /// Whether something trains already: what is started then waits for its turn.
    void setBusy(bool busy);
    void start();

Q_SIGNALS:
    void startRequested(const belvedere::TrainSpec &spec);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Row {
        Target,
        Task,
        Positive,
        Threshold,
        SplitBy,
        Train,
        Validation,
        Kind,
        Seed,
        RowCount
    };

    [[nodiscard]] QWidget *makeDataPanel();
    [[nodiscard]] QWidget *makeModelPanel();
    void addRow(QFormLayout *form, Row row, QWidget *field);
    void connectFields();
    /// What depends on the target: tasks, classes, the columns to learn from.
    void showTarget();
    void showColumns();
    void showTask();
    void showKinds();
    void showKind();
    void refresh();
    [[nodiscard]] const ColumnInfo *target() const;
    [[nodiscard]] TableTask task() const;
    [[nodiscard]] std::vector<TableTask> possibleTasks() const;
    [[nodiscard]] std::vector<QString> chosenColumns() const;
    [[nodiscard]] QString obstacle() const;
    void retranslate();

    std::vector<TableLearnerFactory::Kind> m_kinds;
    TableInfo m_table;
    bool m_busy = false;

    SectionHeader *m_dataHeader, *m_modelHeader;
    std::array<QLabel *, RowCount> m_labels{};
    std::array<QWidget *, RowCount> m_fields{};
    QComboBox *m_target, *m_task, *m_positive, *m_threshold, *m_splitBy, *m_kind;
    QDoubleSpinBox *m_train, *m_validation;
    QCheckBox *m_balanced;
    QLabel *m_columnsTitle;
    QListWidget *m_columns;
    QLabel *m_description, *m_obstacle;
    OptionForm *m_options;
    QSpinBox *m_seed;
    QPushButton *m_start;
};

} // namespace belvedere::ui
