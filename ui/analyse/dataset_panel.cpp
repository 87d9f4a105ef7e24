// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/dataset_panel.h"

#include "analyse/analyse_text.h"
#include "analyse/entry_filter.h"
#include "analyse/entry_list.h"
#include "analyse/entry_model.h"
#include "analyse/tables/table_text.h"
#include "common/empty_state.h"
#include "common/quantity_names.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

DatasetPanel::DatasetPanel(DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_datasets(datasets)
    , m_model(new EntryModel(this))
    , m_filter(new EntryFilter(this))
    , m_header(new SectionHeader)
    , m_import(new QPushButton)
    , m_remove(new QPushButton)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("data")))
    , m_search(new QLineEdit)
    , m_list(makeEntryList("datasets", m_filter))
    , m_source(new QLabel)
{
    m_filter->setSourceModel(m_model);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setIcon(icon(QStringLiteral("import")));
    m_header->addControl(m_import);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);

    connect(&m_datasets, &DatasetController::datasetsChanged, this, &DatasetPanel::showDatasets);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DatasetPanel::showSelected);
    connect(m_search, &QLineEdit::textChanged, m_filter, &EntryFilter::setText);
    connect(m_import, &QPushButton::clicked, this, &DatasetPanel::importRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &DatasetPanel::importRequested);
    connect(m_remove, &QPushButton::clicked, this, &DatasetPanel::removeSelected);
    setFocusProxy(m_list);
    retranslate();
}

QWidget *DatasetPanel::makeContent()
{
    m_search->setObjectName(QStringLiteral("searchDatasets"));
    m_search->setClearButtonEnabled(true);
    m_source->setWordWrap(true);
    m_source->setProperty("secondary", true);
    m_source->setFont(themeFont(type::kCaption));
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setProperty("flat", true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_source);
    layout->addWidget(m_remove, 0, Qt::AlignRight);
    return content;
}

void DatasetPanel::setOpen(bool open)
{
    m_import->setEnabled(open);
}

void DatasetPanel::setRemovable(bool removable)
{
    m_removable = removable;
    showSelected();
}

void DatasetPanel::select(const QString &name)
{
    if (m_model->rowOf(name) < 0 || selected() == name)
        return;
    if (m_filter->rowOf(name) < 0)
        m_search->clear();
    m_list->setCurrentIndex(m_filter->index(m_filter->rowOf(name), 0));
}

QString DatasetPanel::selected() const
{
    return m_list->currentIndex().data(EntryModel::IdRole).toString();
}

void DatasetPanel::search()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void DatasetPanel::showDatasets()
{
    const QString before = selected();
    std::vector<Entry> entries;
    for (const Dataset &dataset : m_datasets.datasets())
        entries.push_back(datasetEntry(dataset));
    for (const TableInfo &table : m_datasets.tables())
        entries.push_back(tableEntry(table));
    const bool any = !entries.empty();
    m_model->setEntries(std::move(entries));
    m_pages->setCurrentIndex(any || !m_datasets.loaded() ? 1 : 0);
    select(before);
    showSelected();
}

void DatasetPanel::showSelected()
{
    const Dataset *chosen = m_datasets.dataset(selected());
    const TableInfo *table = m_datasets.table(selected());
    m_remove->setEnabled((chosen || table) && m_removable);
    m_source->setText(sourceText(chosen ? chosen->source : table ? table->source : QString()));
    if (chosen)
        Q_EMIT datasetSelected(chosen->name);
    else if (table)
        Q_EMIT tableSelected(table->name);
}

void DatasetPanel::removeSelected()
{
    const QString name = selected();
    if (name.isEmpty() || !m_removable)
        return;
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Remove data set"),
        tr("Remove %1 from this city? Its values are deleted; models trained on it stay, but "
           "can no longer forecast.")
            .arg(name),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, name] { m_datasets.remove(name); });
    question->open();
}

void DatasetPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DatasetPanel::retranslate()
{
    m_header->setTitle(tr("Data"));
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Import files into this city (Ctrl+I)"));
    m_remove->setText(tr("Remove…"));
    m_remove->setToolTip(tr("Takes the chosen data set out of this city"));
    m_search->setPlaceholderText(tr("Search data sets"));
    m_search->setAccessibleName(tr("Search data sets"));
    m_search->setToolTip(tr("Names, domains and dates (Ctrl+F)"));
    m_list->setAccessibleName(tr("Data sets"));
    m_empty->setText(tr("No data yet. Import CSV files, or drop them here."));
    m_empty->setActionText(tr("Import…"));
    showDatasets();
}

} // namespace belvedere::ui
