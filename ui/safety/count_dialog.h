// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "data/store/stored_counts.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace belvedere::ui {

class ProgressPanel;

/// Makes a series of incidents, so that models can learn how many there will be.
class CountDialog : public QDialog
{
    Q_OBJECT

public:
    CountDialog(TaskPools &pools, std::shared_ptr<Store> store,
        std::shared_ptr<const IncidentTable> table, const QTimeZone &zone,
        QWidget *parent = nullptr);

    /// What the form says.
    [[nodiscard]] CountSpec spec() const;
    void start();

Q_SIGNALS:
    /// A data set was stored.
    void counted(const QString &dataset);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void retranslate();

    TaskPools &m_pools;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<const IncidentTable> m_table;
    QTimeZone m_zone;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_by, *m_step, *m_cell;
    QLabel *m_hint, *m_result;
    ProgressPanel *m_progress;
    QPushButton *m_start, *m_close;
    TaskSlot<IncidentCounts> m_counting{this};
};

} // namespace belvedere::ui
