// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/series.h"
#include "training/split.h"

#include <QTimeZone>
#include <QWidget>

#include <array>
#include <optional>

namespace belvedere::ui {

class SplitHandle;

/// The split on the time axis of the data: how much was observed when, which part is training,
/// validation and test, with two handles between them, and one window to scale.
///
/// Handles: drag, or Left and Right by one percent, Page Up and Page Down to the next midnight.
/// A dragged handle catches at midnights of the data's zone where these are far enough apart.
class SplitBar : public QWidget
{
    Q_OBJECT

public:
    explicit SplitBar(QWidget *parent = nullptr);

    /// @param axis  absent while no data set is chosen: the bar is drawn without dates.
    void setAxis(const std::optional<TimeAxis> &axis, const QTimeZone &zone);
    /// @param coverage  share observed, 0 … 1, in equal slices of the axis; empty = not known.
    void setCoverage(std::vector<float> coverage);
    /// Steps of a window.
    void setWindow(int history, int horizon);
    void setShares(const SplitShares &shares);
    [[nodiscard]] SplitShares shares() const { return m_shares; }

    /// The windows of the three parts; absent where they do not fit.
    [[nodiscard]] std::optional<Split> split() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person moved a handle.
    void sharesChanged(const belvedere::SplitShares &shares);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class SplitHandle;

    void describe();
    void placeHandles();
    void moveHandle(int handle, double share);
    [[nodiscard]] double snapped(double share) const;
    /// The midnight before (-1) or after (1) the share; the share itself if there is none.
    [[nodiscard]] double midnightFrom(double share, int direction) const;
    [[nodiscard]] QRectF barArea() const;
    [[nodiscard]] static QStringList partNames();
    /// Empty without an axis. @param from, to  shares of the axis.
    [[nodiscard]] QString spanText(double from, double to) const;
    [[nodiscard]] QString countText(const std::optional<Split> &split, std::size_t part) const;
    void paintBar(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintWindow(QPainter &painter) const;
    void paintParts(QPainter &painter) const;

    std::optional<TimeAxis> m_axis;
    QTimeZone m_zone = QTimeZone::utc();
    std::vector<float> m_coverage;
    SplitShares m_shares;
    int m_history = 12;
    int m_horizon = 12;
    std::array<SplitHandle *, 2> m_handles{};
};

} // namespace belvedere::ui
