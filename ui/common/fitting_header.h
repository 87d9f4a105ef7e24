// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace belvedere::ui {

/// The header of a table whose columns are as wide as their contents: Qt leaves the style sheet's
/// padding out of that width, so that titles lost their first letter.
class FittingHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FittingHeader(QWidget *parent = nullptr)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setHighlightSections(false);
        setSectionsClickable(true);
    }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
};

} // namespace belvedere::ui
