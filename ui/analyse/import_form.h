// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/import_controller.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimer;

namespace belvedere::ui {

class IncidentMappingForm;

/// Which files to import and what is to be known about them, with a look at their first rows.
class ImportForm : public QWidget
{
    Q_OBJECT

public:
    ImportForm(const QTimeZone &zone, QStringList datasets, QWidget *parent = nullptr);

    [[nodiscard]] QStringList files() const { return m_files; }
    /// Files that are chosen already are left out.
    void addFiles(const QStringList &files);
    void setPreviews(const std::vector<FilePreview> &previews);

    /// @return Errc::Usage for a time zone that this machine does not know.
    [[nodiscard]] Result<ImportOptions> options() const;

    /// Of the incidents that checkWanted() asked about.
    void setCheck(const IncidentCheck &check);
    /// Keeps how the columns of incidents were chosen.
    void remember() const;

Q_SIGNALS:
    void filesChanged(const QStringList &files);
    /// The file shown holds incidents, and what is said about it has changed.
    void checkWanted(const QString &file, const belvedere::ImportOptions &options);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildFields(QFormLayout *left, QFormLayout *right, const QTimeZone &zone);
    void chooseFiles();
    void removeFile();
    void showFiles();
    void showPreview();
    void showMapping(const FilePreview *preview);
    void askForCheck();
    void showDatasetNote();
    void retranslate();
    void retranslateChoices();

    QStringList m_files;
    QStringList m_datasets;
    std::vector<FilePreview> m_previews;

    QLabel *m_filesHeading, *m_previewHeading, *m_previewNote, *m_datasetNote;
    QTableWidget *m_fileTable, *m_preview;
    IncidentMappingForm *m_mapping;
    QTimer *m_checkSoon;
    QFormLayout *m_left = nullptr;
    QFormLayout *m_right = nullptr;
    QString m_mappedFile; ///< that the mapping is about; empty while none is shown
    QPushButton *m_add, *m_remove;
    QLabel *m_datasetLabel, *m_formatLabel, *m_channelLabel, *m_unitLabel, *m_zoneLabel,
        *m_zerosLabel, *m_sourceLabel;
    QLineEdit *m_dataset, *m_channel, *m_unit, *m_source;
    QComboBox *m_format, *m_zone, *m_zeros;
};

} // namespace belvedere::ui
