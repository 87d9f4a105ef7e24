// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_content.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;

namespace belvedere::ui {

/// What a report looks like and holds, chosen by a person.
class ReportForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReportForm(QWidget *parent = nullptr);

    [[nodiscard]] ReportOptions options() const;
    void setOptions(const ReportOptions &options);
    /// Parts that are not there cannot be chosen.
    void setContent(const ReportContent &content);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Part { Map, Figures, Charts, Tables, Versions, kPartCount };

    void retranslate();
    void updateState();

    QComboBox *m_format;
    QComboBox *m_paper;
    QComboBox *m_orientation;
    QLabel *m_formatLabel;
    QLabel *m_paperLabel;
    QLabel *m_orientationLabel;
    QLabel *m_partsLabel;
    QLabel *m_pictureHint;
    std::array<QCheckBox *, kPartCount> m_parts{};
    std::array<bool, kPartCount> m_there{};
};

} // namespace belvedere::ui
