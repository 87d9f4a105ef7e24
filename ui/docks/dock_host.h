// SPDX-License-Identifier: GPL-3.0-or-later
// ui/docks owns arrangements: panels around a centre that can be moved, floated and closed, and
// layouts of them by name and by the set of screens. It knows no workspace.
#pragma once

#include <QMainWindow>

#include <functional>
#include <vector>

class QAction;
class QDockWidget;

namespace belvedere::ui {

class CommandRegistry;

/// A panel as it is added to a DockHost.
struct PanelSpec
{
    QString id; ///< stable: "incidents"
    std::function<QString()> title; ///< in the language of the program
    QString iconName;
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
    int extent = 0; ///< preferred width (left, right) or height (top, bottom) in px; 0 = size hint
    int share = 1; ///< of the height, among the panels of one column
    QString tabbedWith; ///< id of an earlier panel to share a place with; it comes behind that
    bool visible = true; ///< in the default arrangement
    bool movable = true; ///< false: stays where it is and cannot be closed (a strip)
};

/// Panels around a centre. A widget like any other, put it into a page.
class DockHost : public QMainWindow
{
    Q_OBJECT

public:
    explicit DockHost(const QString &id, QWidget *parent = nullptr);
    ~DockHost() override;

    /// Its layout's name in a saved arrangement: "operate".
    [[nodiscard]] const QString &id() const { return m_id; }
    void setCentre(QWidget *centre);
    QDockWidget *addPanel(const PanelSpec &spec, QWidget *content);

    [[nodiscard]] QStringList panelIds() const;
    [[nodiscard]] QString panelTitle(const QString &id) const;
    /// The number or remark behind the panel's title; empty hides it.
    void setPanelRemark(const QString &id, const QString &remark);
    [[nodiscard]] bool isPanelShown(const QString &id) const;
    void showPanel(const QString &id, bool shown = true);
    /// Shows the panel, raises it above its tabs and gives it the keyboard.
    void activatePanel(const QString &id);
    /// These panels and no others, among those that can be closed; they keep their places.
    void showOnly(const QStringList &ids);
    /// Checkable, one a panel, for a menu.
    [[nodiscard]] QList<QAction *> panelActions() const;

    /// What this arrangement is for, such as a domain; saved and restored with it. Empty = all
    /// that addPanel() described.
    void setPurpose(const QString &purpose);
    [[nodiscard]] const QString &purpose() const { return m_purpose; }
    /// The arrangement that addPanel() described.
    void resetLayout();
    [[nodiscard]] QByteArray saveLayout() const;
    /// @return false, with nothing changed, if it is not one of this host. Panels that it does
    /// not know keep their default place; floating ones come back onto a screen.
    bool restoreLayout(const QByteArray &layout);

    /// Adds "Show panel …", "Float panel …", "Next panel" (F6) and "Previous panel" (Shift+F6).
    void addCommands(CommandRegistry &commands, const QString &scope);

Q_SIGNALS:
    /// A panel was moved, floated, shown or closed.
    void layoutChanged();
    /// Another arrangement was restored, or the first one.
    void purposeChanged(const QString &purpose);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Panel;

    [[nodiscard]] const Panel *panel(const QString &id) const;
    void placePanel(const Panel &panel);
    void applyExtents();
    /// Qt forgets sizes of docks that it got before they were laid out: once more after that.
    void applyExtentsAgain();
    void applyShares(Qt::DockWidgetArea area);
    void focusNext(int direction);
    void retranslate();

    QString m_id;
    QString m_purpose;
    std::vector<Panel> m_panels;
    bool m_extentsPending = true;
    QByteArray m_restored; // before the first layout: restored once more after it
};

} // namespace belvedere::ui
