// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

class QGraphicsProxyWidget;

namespace belvedere::ui {

/// Shows a widget enlarged, letters and lines sharp: for the wall, which is read from afar. The
/// widget is laid out for the room it would have unscaled.
class ScaledHost : public QGraphicsView
{
    Q_OBJECT

public:
    /// Takes the widget over.
    ScaledHost(QWidget *content, double scale, QWidget *parent = nullptr);

    [[nodiscard]] double factor() const { return m_factor; }
    void setFactor(double factor);
    [[nodiscard]] QWidget *content() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QGraphicsProxyWidget *m_proxy;
    double m_factor;
};

} // namespace belvedere::ui
