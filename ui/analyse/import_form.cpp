// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/import_form.h"

#include "analyse/analyse_text.h"
#include "analyse/incident_mapping_form.h"
#include "analyse/local_files.h"
#include "analyse/option_form.h"
#include "common/error_text.h"
#include "common/fitting_header.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace belvedere::ui {

namespace {

constexpr std::array<FileFormat, 7> kFormats{FileFormat::WideCsv, FileFormat::LongCsv,
    FileFormat::SensorsCsv, FileFormat::AdjacencyCsv, FileFormat::IncidentsCsv,
    FileFormat::HolidaysCsv, FileFormat::TableCsv};
constexpr int kRowHeight = 28;
constexpr int kFileTableHeight = 120;
constexpr int kNoFormat = -1;
constexpr int kCheckDelayMs = 300;

QTableWidget *makeTable(const char *name)
{
    auto *table = new QTableWidget;
    table->setObjectName(QLatin1String(name));
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->setHorizontalHeader(new FittingHeader(table));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QLineEdit *makeEdit(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QComboBox *makeCombo(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QLabel *addRow(QFormLayout *form, QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    label->setMinimumWidth(OptionForm::kLabelWidth);
    form->addRow(label, field);
    return label;
}

} // namespace

ImportForm::ImportForm(const QTimeZone &zone, QStringList datasets, QWidget *parent)
    : QWidget(parent)
    , m_datasets(std::move(datasets))
{
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);

    auto *head = new QHBoxLayout;
    m_filesHeading = new QLabel;
    m_filesHeading->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_add = new QPushButton;
    m_add->setObjectName(QStringLiteral("addFiles"));
    m_add->setIcon(icon(QStringLiteral("plus")));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("removeFile"));
    head->addWidget(m_filesHeading, 1);
    head->addWidget(m_add);
    head->addWidget(m_remove);
    layout->addLayout(head);
    m_fileTable = makeTable("files");
    m_fileTable->setColumnCount(3);
    m_fileTable->setFixedHeight(kFileTableHeight);
    layout->addWidget(m_fileTable);

    m_left = OptionForm::makeLayout();
    m_right = OptionForm::makeLayout();
    buildFields(m_left, m_right, zone);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(space::kXLarge);
    fields->addLayout(m_left, 1);
    fields->addLayout(m_right, 1);
    layout->addSpacing(space::kTiny);
    layout->addLayout(fields);
    m_mapping = new IncidentMappingForm;
    m_mapping->hide();
    layout->addWidget(m_mapping);
    m_checkSoon = new QTimer(this);
    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(kCheckDelayMs);

    m_previewHeading = new QLabel;
    m_previewHeading->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_previewNote = new QLabel;
    m_previewNote->setProperty("secondary", true);
    m_previewNote->setWordWrap(true);
    m_preview = makeTable("preview");
    m_preview->horizontalHeader()->hide();
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    layout->addSpacing(space::kTiny);
    layout->addWidget(m_previewHeading);
    layout->addWidget(m_previewNote);
    layout->addWidget(m_preview, 1);

    connect(m_add, &QPushButton::clicked, this, &ImportForm::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &ImportForm::removeFile);
    connect(m_fileTable, &QTableWidget::itemSelectionChanged, this, &ImportForm::showPreview);
    connect(m_dataset, &QLineEdit::textChanged, this, &ImportForm::showDatasetNote);
    connect(m_format, &QComboBox::activated, this, &ImportForm::showPreview);
    connect(m_mapping, &IncidentMappingForm::mappingChanged, this, [this] {
        m_mapping->clearCheck();
        m_checkSoon->start();
    });
    connect(m_zone, &QComboBox::currentTextChanged, this, [this] { m_checkSoon->start(); });
    connect(m_checkSoon, &QTimer::timeout, this, &ImportForm::askForCheck);
    retranslate();
}

void ImportForm::buildFields(QFormLayout *left, QFormLayout *right, const QTimeZone &zone)
{
    m_dataset = makeEdit("datasetName");
    m_dataset->setCompleter(new QCompleter(m_datasets, m_dataset));
    m_channel = makeEdit("channelKey");
    m_unit = makeEdit("unit");
    m_source = makeEdit("source");
    m_format = makeCombo("format");
    m_zone = makeCombo("zone");
    m_zeros = makeCombo("zeros");
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const auto zones = QTimeZone::availableTimeZoneIds();
    QStringList names;
    names.reserve(zones.size());
    for (const QByteArray &id : zones)
        names.append(QString::fromUtf8(id));
    m_zone->addItems(names);
    m_zone->setCurrentText(QString::fromUtf8(zone.id()));

    m_datasetLabel = addRow(left, m_dataset);
    m_channelLabel = addRow(left, m_channel);
    m_unitLabel = addRow(left, m_unit);
    m_sourceLabel = addRow(left, m_source);
    m_formatLabel = addRow(right, m_format);
    m_zoneLabel = addRow(right, m_zone);
    m_zerosLabel = addRow(right, m_zeros);
    m_datasetNote = new QLabel;
    m_datasetNote->setProperty("secondary", true);
    m_datasetNote->setWordWrap(true);
    right->addRow(m_datasetNote);
}

void ImportForm::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose files to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Tables (*.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportForm::addFiles);
    dialog->open();
}

void ImportForm::addFiles(const QStringList &files)
{
    QStringList all = m_files;
    for (const QString &file : files) {
        if (!all.contains(file))
            all.append(file);
    }
    if (all == m_files)
        return;
    m_files = all;
    showFiles();
    Q_EMIT filesChanged(m_files);
}

void ImportForm::removeFile()
{
    const int row = m_fileTable->currentRow();
    if (row < 0 || row >= m_files.size())
        return;
    m_files.removeAt(row);
    showFiles();
    Q_EMIT filesChanged(m_files);
}

void ImportForm::setPreviews(const std::vector<FilePreview> &previews)
{
    m_previews = previews;
    showFiles();
}

void ImportForm::showFiles()
{
    const int chosen = std::max(0, m_fileTable->currentRow());
    m_fileTable->setRowCount(static_cast<int>(m_files.size()));
    for (int row = 0; row < m_files.size(); ++row) {
        const QString &file = m_files[row];
        const auto preview = std::find_if(m_previews.begin(), m_previews.end(),
            [&file](const FilePreview &p) { return p.file == file; });
        const bool known = preview != m_previews.end();
        auto *name = new QTableWidgetItem(QFileInfo(file).fileName());
        name->setToolTip(file);
        auto *size = new QTableWidgetItem(
            known && preview->bytes > 0 ? formatBytes(preview->bytes) : QStringLiteral("–"));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QString form = tr("Looking…");
        if (known)
            form = preview->format ? formatTitle(*preview->format)
                                   : errorText(preview->format.error());
        auto *recognised = new QTableWidgetItem(form);
        recognised->setToolTip(form);
        m_fileTable->setItem(row, 0, name);
        m_fileTable->setItem(row, 1, size);
        m_fileTable->setItem(row, 2, recognised);
    }
    m_fileTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_fileTable->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_fileTable->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    if (!m_files.isEmpty())
        m_fileTable->selectRow(std::min(chosen, static_cast<int>(m_files.size()) - 1));
    m_remove->setEnabled(!m_files.isEmpty());
    showPreview();
}

void ImportForm::showPreview()
{
    const int row = m_fileTable->currentRow();
    m_preview->clearContents();
    m_preview->setRowCount(0);
    const QString file = row >= 0 && row < m_files.size() ? m_files[row] : QString();
    const auto preview = std::find_if(m_previews.begin(), m_previews.end(),
        [&file](const FilePreview &p) { return p.file == file; });
    showMapping(preview == m_previews.end() ? nullptr : &*preview);
    if (preview == m_previews.end()) {
        m_previewNote->setText(m_files.isEmpty()
                ? tr("Add files with the button above or drop them here.")
                : QString());
        m_previewNote->setVisible(m_files.isEmpty());
        return;
    }
    m_previewNote->setVisible(!preview->format);
    if (!preview->format)
        m_previewNote->setText(errorText(preview->format.error()));
    qsizetype columns = 0;
    for (const QStringList &fields : preview->rows)
        columns = std::max(columns, fields.size());
    m_preview->setColumnCount(static_cast<int>(columns));
    m_preview->setRowCount(static_cast<int>(preview->rows.size()));
    for (int r = 0; r < m_preview->rowCount(); ++r) {
        const QStringList &fields = preview->rows[static_cast<std::size_t>(r)];
        for (int c = 0; c < fields.size(); ++c) {
            auto *item = new QTableWidgetItem(fields[c]);
            if (r == 0 && preview->mapping.header.value_or(true))
                item->setFont(themeFont(type::kDense, QFont::DemiBold));
            m_preview->setItem(r, c, item);
        }
    }
    m_preview->resizeColumnsToContents();
}

void ImportForm::showMapping(const FilePreview *preview)
{
    const int chosen = m_format->currentData().toInt();
    const bool asIncidents = chosen == static_cast<int>(FileFormat::IncidentsCsv);
    const bool shown = preview && !preview->columns.isEmpty()
        && (asIncidents
            || (chosen == kNoFormat && preview->format
                && *preview->format == FileFormat::IncidentsCsv));
    m_mapping->setVisible(shown);
    // Incidents have neither a quantity nor a unit, and no zeros.
    m_left->setRowVisible(m_channel, !shown);
    m_left->setRowVisible(m_unit, !shown);
    m_right->setRowVisible(m_zeros, !shown);
    const QString file = shown ? preview->file : QString();
    if (file == m_mappedFile)
        return;
    m_mappedFile = file;
    if (!shown)
        return;
    m_mapping->setFile(*preview);
    m_checkSoon->start();
}

void ImportForm::askForCheck()
{
    const auto told = options();
    if (!m_mappedFile.isEmpty() && m_mapping->isComplete() && told)
        Q_EMIT checkWanted(m_mappedFile, *told);
}

void ImportForm::setCheck(const IncidentCheck &check)
{
    if (const auto zone = parseZone(m_zone->currentText().trimmed()))
        m_mapping->setCheck(check, *zone);
}

void ImportForm::remember() const
{
    if (!m_mappedFile.isEmpty())
        m_mapping->remember();
}

Result<ImportOptions> ImportForm::options() const
{
    ImportOptions options;
    BV_TRY(options.zone, parseZone(m_zone->currentText().trimmed()));
    options.dataset = m_dataset->text().trimmed();
    options.channel = m_channel->text().trimmed();
    options.unit = m_unit->text().trimmed();
    options.source = m_source->text().trimmed();
    if (const int format = m_format->currentData().toInt(); format != kNoFormat)
        options.format = static_cast<FileFormat>(format);
    options.zeros = static_cast<Zeros>(m_zeros->currentData().toInt());
    if (!m_mappedFile.isEmpty())
        options.incidents = m_mapping->mapping();
    return options;
}

void ImportForm::showDatasetNote()
{
    const QString name = m_dataset->text().trimmed();
    const bool known = m_datasets.contains(name);
    m_datasetNote->setText(
        known ? tr("Adds to the data set %1 that is already there.").arg(name) : QString());
}

void ImportForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportForm::dropEvent(QDropEvent *event)
{
    addFiles(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

void ImportForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportForm::retranslateChoices()
{
    const int format = std::max(0, m_format->currentIndex());
    m_format->clear();
    m_format->addItem(tr("Recognise each file"), kNoFormat);
    for (const FileFormat known : kFormats)
        m_format->addItem(formatTitle(known), static_cast<int>(known));
    m_format->setCurrentIndex(format);
    const int zeros = std::max(0, m_zeros->currentIndex());
    m_zeros->clear();
    m_zeros->addItem(tr("Missing for speeds, else values"), static_cast<int>(Zeros::Auto));
    m_zeros->addItem(tr("Values"), static_cast<int>(Zeros::AreValues));
    m_zeros->addItem(tr("Missing"), static_cast<int>(Zeros::AreMissing));
    m_zeros->setCurrentIndex(zeros);
}

void ImportForm::retranslate()
{
    m_filesHeading->setText(tr("Files"));
    m_add->setText(tr("Add files…"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Takes the file off this list; the file itself stays"));
    m_previewHeading->setText(tr("First rows"));
    retranslateChoices();
    struct Words
    {
        QLabel *label;
        QWidget *field;
        QString text;
        QString help;
    };
    const Words words[] = {
        {m_datasetLabel, m_dataset, tr("Data set"), tr("Its name in this city")},
        {m_channelLabel, m_channel, tr("Quantity"), tr("For example speed, flow or pm2.5")},
        {m_unitLabel, m_unit, tr("Unit"), tr("For example km/h, mph or veh/h")},
        {m_sourceLabel, m_source, tr("Source, licence"), tr("Shown wherever the data is shown")},
        {m_formatLabel, m_format, tr("Format"), {}},
        {m_zoneLabel, m_zone, tr("Time zone"), tr("Of times that name none")},
        {m_zerosLabel, m_zeros, tr("Zeros are"), {}},
    };
    for (const Words &w : words) {
        w.label->setText(w.text);
        w.field->setAccessibleName(w.text);
        w.field->setToolTip(w.help);
    }
    for (QLineEdit *edit : {m_dataset, m_channel, m_unit})
        edit->setPlaceholderText(tr("From the file name"));
    m_source->setPlaceholderText(tr("Who publishes it, on what terms"));
    m_fileTable->setHorizontalHeaderLabels({tr("File"), tr("Size"), tr("Recognised as")});
    m_fileTable->setAccessibleName(tr("Files"));
    m_preview->setAccessibleName(tr("First rows"));
    showDatasetNote();
    showFiles();
}

} // namespace belvedere::ui
