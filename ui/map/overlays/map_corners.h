// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace belvedere::ui {

class MapView;

/// Keeps small widgets in the corners of a map, those of one corner stacked away from it, and
/// clear of what the map itself shows there.
class MapCorners : public QObject
{
    Q_OBJECT

public:
    enum class Place { TopLeft, TopRight, BottomRight, Top };

    /// A child of the view.
    explicit MapCorners(MapView &view);

    /// Becomes a child of the view. A widget keeps the size of its hint, or less where the map is
    /// smaller, and is hidden while a map is too small for it.
    void add(QWidget *widget, Place place);
    void layOut();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Item
    {
        QPointer<QWidget> widget;
        Place place = Place::TopLeft;
    };
    [[nodiscard]] int layOutStack(Place place, int from, bool upwards);

    MapView &m_view;
    std::vector<Item> m_items;
    bool m_working = false;
};

} // namespace belvedere::ui
