// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/views/saved_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace belvedere::ui {

class MapView;
class SavedViews;

/// The saved views as a list, with a line to save the present one. Enter or a double click goes to
/// a view, F2 renames, Delete removes, Alt+Up and Alt+Down reorder.
class SavedViewsPanel : public QFrame
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SavedViewsPanel(SavedViews &views, MapView &map, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {300, 340}; }

public Q_SLOTS:
    void saveView();
    void goToView();

Q_SIGNALS:
    /// A view was chosen; a popup closes then.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *makeButton(const QString &iconName);
    void makeLayout();
    [[nodiscard]] int row() const;
    void removeView();
    void moveView(int by);
    void updateState();
    void retranslate();

    SavedViews &m_views;
    MapView &m_map;
    QLabel *m_title;
    QToolButton *m_back;
    QToolButton *m_forward;
    QLineEdit *m_name;
    QToolButton *m_save;
    QListView *m_list;
    QLabel *m_empty;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_rename;
    QToolButton *m_remove;
};

/// What `map` shows, under a name; needs the map's projection.
[[nodiscard]] SavedView viewOf(const MapView &map, const QString &name);
void showView(MapView &map, const SavedView &view);

} // namespace belvedere::ui
