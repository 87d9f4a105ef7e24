// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/import_controller.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace belvedere::ui {

/// Which column of a file of incidents holds what. The choice is remembered for files with the
/// same header.
class IncidentMappingForm : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentMappingForm(QWidget *parent = nullptr);

    /// Offers the columns of the file, with what was chosen for its header before, or else with
    /// what is guessed.
    void setFile(const FilePreview &preview);
    [[nodiscard]] IncidentMapping mapping() const;
    /// Whether time and place have a column.
    [[nodiscard]] bool isComplete() const;
    /// Keeps the choice for files with the same header.
    void remember() const;

    /// What the file looks like with this mapping, read in `zone`.
    void setCheck(const IncidentCheck &check, const QTimeZone &zone);
    void clearCheck();

Q_SIGNALS:
    void mappingChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillColumns();
    void choose(const IncidentMapping &mapping);
    void showCheck();
    void retranslate();
    [[nodiscard]] QString settingsKey() const;

    FilePreview m_file;
    std::optional<IncidentCheck> m_check;
    QTimeZone m_zone = QTimeZone::utc();
    QLabel *m_heading;
    std::array<QLabel *, kIncidentMeaningCount> m_labels{};
    std::array<QComboBox *, kIncidentMeaningCount> m_columns{};
    QLabel *m_formatLabel;
    QLineEdit *m_timeFormat;
    QCheckBox *m_header;
    QLabel *m_checkText;
};

} // namespace belvedere::ui
