// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/fitting_header.h"

#include "theme/tokens.h"

namespace belvedere::ui {

QSize FittingHeader::sectionSizeFromContents(int section) const
{
    return QHeaderView::sectionSizeFromContents(section) + QSize(2 * space::kSmall, 0);
}

} // namespace belvedere::ui
