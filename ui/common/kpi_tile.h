// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <limits>
#include <vector>

namespace belvedere::ui {

/// How far a figure is out of its range. It is shown by shape and letter besides the colour.
enum class KpiFlag {
    Normal,
    Medium, ///< square, 3
    High, ///< diamond, 2
    Critical ///< triangle, 1
};

/// One key figure: label, value with unit, change with its sign, the last day as a sparkline, the
/// age of the data. All of it is grey unless a flag is set. Clickable, also by the keyboard.
class KpiTile : public QFrame
{
    Q_OBJECT

public:
    explicit KpiTile(QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// NaN = unknown. `decimals` -1: about three significant digits.
    void setValue(double value, const QString &unit, int decimals = -1);
    /// Change against what `reference` names ("since yesterday"); NaN hides it.
    void setDelta(double delta, const QString &reference, int decimals = -1);
    /// Values in the order of time, NaN = missing: a gap.
    void setSparkline(std::vector<double> values);
    /// Age of the newest value; negative = unknown, not shown. Stale: drawn hollow.
    void setAge(qint64 ageMs, bool stale = false);
    void setFlag(KpiFlag flag);
    [[nodiscard]] KpiFlag flag() const { return m_flag; }
    // As they are shown, for reports.
    [[nodiscard]] const QString &label() const { return m_label; }
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString deltaText() const; ///< empty without one
    /// Whether a click does something: pointer, hover and keyboard focus.
    void setClickable(bool clickable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintHeader(QPainter &painter, const QRect &area) const;
    void paintValue(QPainter &painter, const QRect &area) const;
    void paintSparkline(QPainter &painter, const QRect &area) const;
    void paintFlag(QPainter &painter, const QRectF &area) const;
    [[nodiscard]] int valueWidth() const;
    [[nodiscard]] QColor flagColor() const;
    void updateAccessibleText();

    QString m_label;
    QString m_unit;
    QString m_reference;
    std::vector<double> m_sparkline;
    double m_value = std::numeric_limits<double>::quiet_NaN();
    double m_delta = std::numeric_limits<double>::quiet_NaN();
    qint64 m_ageMs = -1;
    int m_decimals = -1;
    int m_deltaDecimals = -1;
    KpiFlag m_flag = KpiFlag::Normal;
    bool m_stale = false;
    bool m_clickable = false;
};

} // namespace belvedere::ui
