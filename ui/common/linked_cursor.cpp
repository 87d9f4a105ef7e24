// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/linked_cursor.h"

#include <QTimer>

#include <utility>

namespace belvedere::ui {

namespace {
constexpr int kFrameMs = 16;
} // namespace

LinkedCursor::LinkedCursor(QObject *parent)
    : QObject(parent)
{
}

void LinkedCursor::set(QObject *source, LinkedPoint point)
{
    if (m_telling || !source)
        return;
    if (point.isEmpty())
        clear(source);
    else
        schedule(source, std::move(point));
}

void LinkedCursor::clear(QObject *source)
{
    if (!m_telling && source && m_pendingSource == source)
        schedule(nullptr, {});
}

void LinkedCursor::schedule(QObject *source, LinkedPoint point)
{
    if (m_pendingSource != source) {
        disconnect(m_sourceGone);
        if (source)
            m_sourceGone =
                connect(source, &QObject::destroyed, this, [this] { schedule(nullptr, {}); });
    }
    m_pendingSource = source;
    m_pending = std::move(point);
    if (std::exchange(m_scheduled, true))
        return;
    QTimer::singleShot(kFrameMs, this, &LinkedCursor::tell);
}

void LinkedCursor::tell()
{
    m_scheduled = false;
    if (m_pending == m_point && m_pendingSource == m_source)
        return;
    m_point = m_pending;
    m_source = m_pendingSource;
    m_telling = true;
    Q_EMIT changed(m_point, m_source);
    m_telling = false;
}

} // namespace belvedere::ui
