// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace belvedere::ui {

/// Lets `content` keep its height on a screen that is too low for it: the rest is scrolled to.
/// It is always as wide as its content needs, has no frame and is not a stop of the Tab key.
class ScrollColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollColumn(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace belvedere::ui
