// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace belvedere::ui {

/// What is said about the feature under the pointer. Texts come translated from the owner.
struct MapTip
{
    struct Row
    {
        QString label; ///< "Time"
        QString value; ///< "Thu 1 Mar 08:05"
    };

    QString title; ///< distinctive part first: "Elm St – closed"; empty: no tip
    QString value; ///< "61.4", large
    QString unit;
    QList<Row> rows; ///< time, source, age …
    QString note; ///< one sentence below, such as why a value is missing

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    /// All of it, a line each, for screen readers.
    [[nodiscard]] QString text() const;
};

/// Where a card of `size` goes in `room` so that it neither leaves it nor covers the `pointer`:
/// below to the right if it fits there, else in the corner that has room; a card too large for
/// all of them lies above or below.
[[nodiscard]] QPoint tipPlace(QSize size, QPoint pointer, QRect room);

/// The card beside the pointer. It never takes the mouse.
class MapTipCard : public QWidget
{
    Q_OBJECT

public:
    explicit MapTipCard(QWidget *parent);

    void showTip(const MapTip &tip, QPoint pointer);
    [[nodiscard]] const MapTip &tip() const { return m_tip; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Block
    {
        QRect rect;
        QString text;
        QFont font;
        bool secondary = false;
        bool alignRight = false;
    };
    [[nodiscard]] QFont sized(int pixels, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QList<Block> blocks(QSize *size) const;

    MapTip m_tip;
};

} // namespace belvedere::ui
