// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/option_spec.h"
#include "training/tuning.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace belvedere::ui {

/// Which options a search tries, and between which ends.
class DimensionForm : public QWidget
{
    Q_OBJECT

public:
    explicit DimensionForm(QWidget *parent = nullptr);

    /// Replaces the rows; those on a logarithmic scale, the usual ones to search, are ticked.
    void setOptions(const std::vector<OptionSpec> &options);
    [[nodiscard]] std::vector<SearchDimension> dimensions() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        OptionSpec option;
        QCheckBox *ticked = nullptr;
        QDoubleSpinBox *least = nullptr; ///< null: all choices are tried
        QDoubleSpinBox *most = nullptr;
        QLabel *choices = nullptr;
    };
    void addRow(const OptionSpec &option, bool ticked);
    void retranslate();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace belvedere::ui
