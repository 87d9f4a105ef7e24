// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

namespace belvedere::ui {

class SplitBar;

/// One of the two handles of a SplitBar; its value is a share in hundredths of a percent.
class SplitHandle : public QAbstractSlider
{
    Q_OBJECT

public:
    static constexpr int kScale = 10000; ///< the whole axis
    static constexpr int kStep = 100; ///< one percent
    static constexpr int kWidth = 24; ///< of what can be caught, px

    SplitHandle(SplitBar &bar, int index);

    /// The share, 0 … 1.
    [[nodiscard]] double share() const { return double(value()) / kScale; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SplitBar &m_bar;
    int m_index;
    int m_grip = 0; // pixels between the pointer and the middle while dragged
};

} // namespace belvedere::ui
