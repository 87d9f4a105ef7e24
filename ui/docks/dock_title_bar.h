// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QDockWidget;
class QMenu;
class QToolButton;

namespace belvedere::ui {

class ElidedLabel;

/// The title of a panel with its buttons: move (a menu, for the keyboard), float or dock, close.
/// Drag it, or double-click it, to move the panel.
class DockTitleBar : public QFrame
{
    Q_OBJECT

public:
    explicit DockTitleBar(QDockWidget *dock);

    void setTitle(const QString &title);
    void setRemark(const QString &remark);

Q_SIGNALS:
    void moveRequested(Qt::DockWidgetArea area);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &iconName);
    void updateState();
    void retranslate();

    QDockWidget *m_dock;
    QString m_titleText;
    ElidedLabel *m_title;
    ElidedLabel *m_remark;
    QToolButton *m_more;
    QMenu *m_menu;
    QToolButton *m_float;
    QToolButton *m_close;
};

} // namespace belvedere::ui
