// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QTreeWidget;

namespace belvedere::ui {

/// What a part of the status line opens above itself: a title and a list of columns. Esc or a
/// click elsewhere closes it.
class StatusPopup : public QFrame
{
    Q_OBJECT

public:
    StatusPopup(int columns, QWidget *parent);

    void setTitle(const QString &title);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    /// Opens above `anchor`, as wide as the columns need and on its screen.
    void openAbove(const QWidget *anchor);

private:
    QLabel *m_title;
    QTreeWidget *m_list;
};

} // namespace belvedere::ui
