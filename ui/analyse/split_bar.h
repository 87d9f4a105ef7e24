// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/series.h"
#include "training/split.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

namespace belvedere::ui {

/// A small picture of training, validation and test part on the time axis of the data.
class SplitBar : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(QWidget *parent = nullptr);

    /// @param axis  absent while no data set is chosen: the bar is drawn without dates.
    void setSplit(
        const std::optional<TimeAxis> &axis, const QTimeZone &zone, const SplitShares &shares);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    [[nodiscard]] static QStringList partNames();
    /// Empty without an axis. @param from, to  shares of the axis.
    [[nodiscard]] QString spanText(double from, double to) const;

    std::optional<TimeAxis> m_axis;
    QTimeZone m_zone = QTimeZone::utc();
    SplitShares m_shares;
};

} // namespace belvedere::ui
