// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace belvedere::ui {

class MapView;
class SavedViews;
class SavedViewsPanel;

/// Opens the saved views as a popup beside itself.
class SavedViewsButton : public QToolButton
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SavedViewsButton(SavedViews &views, MapView &map, QWidget *parent = nullptr);

    [[nodiscard]] SavedViewsPanel *panel() const { return m_panel; }

public Q_SLOTS:
    void open();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SavedViewsPanel *m_panel;
};

} // namespace belvedere::ui
