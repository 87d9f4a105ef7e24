// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace belvedere::ui {

/// The line between two maps, with a grip to drag. Left and Right move it, with Shift far; Home
/// and End go to the edges, a double click to the middle.
class CompareHandle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 24;

    explicit CompareHandle(QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants the line this many pixels farther to the right.
    void dragged(double pixels);
    /// As a part of the whole width, 0 … 1.
    void sentTo(double position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void retranslate();

    double m_grip = 0.0; ///< from the line to where it was taken
    bool m_held = false;
};

} // namespace belvedere::ui
