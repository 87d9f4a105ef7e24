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

namespace belvedere::ui {

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

Q_SIGNALS:
    void filesChanged(const QStringList &files);

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
    void showDatasetNote();
    void retranslate();
    void retranslateChoices();

    QStringList m_files;
    QStringList m_datasets;
    std::vector<FilePreview> m_previews;

    QLabel *m_filesHeading, *m_previewHeading, *m_previewNote, *m_datasetNote;
    QTableWidget *m_fileTable, *m_preview;
    QPushButton *m_add, *m_remove;
    QLabel *m_datasetLabel, *m_formatLabel, *m_channelLabel, *m_unitLabel, *m_zoneLabel,
        *m_zerosLabel, *m_sourceLabel;
    QLineEdit *m_dataset, *m_channel, *m_unit, *m_source;
    QComboBox *m_format, *m_zone, *m_zeros;
};

} // namespace belvedere::ui
