// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

class QBoxLayout;
class QToolButton;

namespace belvedere::ui {

class MapTools;

/// The tools as a small card of buttons, for a corner of the map or a tool row above it.
class MapToolBar : public QFrame
{
    Q_OBJECT

public:
    /// `tools` must outlive the bar.
    explicit MapToolBar(
        MapTools &tools, Qt::Orientation orientation = Qt::Vertical, QWidget *parent = nullptr);

    /// Appends a button of the owner's, after a gap, and takes it over.
    void addButton(QToolButton *button);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    MapTools &m_tools;
    std::vector<QToolButton *> m_buttons; ///< by MapTools::kKinds
    QBoxLayout *m_layout;
    bool m_gapAdded = false;
};

} // namespace belvedere::ui
