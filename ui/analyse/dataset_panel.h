// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace belvedere::ui {

class EmptyState;
class EntryFilter;
class EntryModel;
class SectionHeader;

/// The data sets and tables of the city: to choose from, to search in, to bring in and to take out.
class DatasetPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetPanel(DatasetController &datasets, QWidget *parent = nullptr);

    /// Without a city nothing can be brought in.
    void setOpen(bool open);
    /// While something trains, no data is taken away from it.
    void setRemovable(bool removable);
    void select(const QString &name);
    /// Empty if none is chosen.
    [[nodiscard]] QString selected() const;
    /// Gives the search field the keyboard.
    void search();
    /// Asks, then takes the chosen data set out.
    void removeSelected();

Q_SIGNALS:
    void datasetSelected(const QString &name);
    void tableSelected(const QString &name);
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    void showDatasets();
    void showSelected();
    void retranslate();

    DatasetController &m_datasets;
    EntryModel *m_model;
    EntryFilter *m_filter;
    bool m_removable = true;
    SectionHeader *m_header;
    QPushButton *m_import, *m_remove;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_source;
};

} // namespace belvedere::ui
