// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;

namespace belvedere::ui {

class MapView;

/// Closer, farther, everything: the buttons in the corner of a map.
class ZoomControl : public QFrame
{
    Q_OBJECT

public:
    explicit ZoomControl(MapView &view);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const QString &iconName);
    void retranslate();

    QToolButton *m_in;
    QToolButton *m_out;
    QToolButton *m_fit;
};

} // namespace belvedere::ui
