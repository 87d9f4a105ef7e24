// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace belvedere::ui {

/// What the pointer is on, as far as a map, a chart and a table can all tell.
struct LinkedPoint
{
    QString dataset;
    /// Codes of the sites in that data set, the one under the pointer first; several where one
    /// mark stands for several sites. Codes, not positions: they hold in every panel.
    QStringList sites;
    std::optional<UtcMs> instant;

    [[nodiscard]] bool isEmpty() const { return sites.isEmpty() && !instant; }
    [[nodiscard]] bool marks(const QString &otherDataset, const QString &site) const
    {
        return dataset == otherDataset && sites.contains(site);
    }
    friend bool operator==(const LinkedPoint &, const LinkedPoint &) = default;
};

/// The pointer that all panels share: hovering over a chart marks the site on the map and the
/// row in the table, and the other way round.
///
/// A panel calls set() as the pointer moves in it and clear() as it leaves, with itself as the
/// source, and obeys the others through follow(). Many moves become one signal per frame. What a
/// panel sets in answer to a signal is taken for an echo and dropped, so no loop arises.
class LinkedCursor : public QObject
{
    Q_OBJECT

public:
    explicit LinkedCursor(QObject *parent = nullptr);

    /// As last told to the panels.
    [[nodiscard]] const LinkedPoint &point() const { return m_point; }
    /// Who set it; null when it is empty.
    [[nodiscard]] QObject *source() const { return m_source; }

    /// An empty point is the same as clear().
    void set(QObject *source, LinkedPoint point);
    /// Only the source that set the point last can clear it: when the pointer goes from one panel
    /// straight into another, leave may come after enter.
    void clear(QObject *source);

    /// Calls f(const LinkedPoint &) on changes by others than `receiver`; with an empty point
    /// when there is nothing to mark, also when the receiver's own point takes the place of one.
    template <class F> void follow(QObject *receiver, F f)
    {
        connect(this, &LinkedCursor::changed, receiver,
            [receiver, f = std::move(f)](const LinkedPoint &point, const QObject *source) mutable {
                f(source == receiver ? LinkedPoint() : point);
            });
    }

Q_SIGNALS:
    void changed(const belvedere::ui::LinkedPoint &point, const QObject *source);

private:
    void schedule(QObject *source, LinkedPoint point);
    void tell();

    LinkedPoint m_point;
    QPointer<QObject> m_source;
    LinkedPoint m_pending;
    QPointer<QObject> m_pendingSource;
    QMetaObject::Connection m_sourceGone;
    bool m_scheduled = false;
    bool m_telling = false;
};

} // namespace belvedere::ui
