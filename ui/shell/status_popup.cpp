// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_popup.h"

#include "theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kLeastWidth = 320;
constexpr int kMostWidth = 760;
constexpr int kMostRows = 12;

} // namespace

StatusPopup::StatusPopup(int columns, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    setProperty("overlay", true);
    m_title->setFont(themeFont(type::kBody, QFont::DemiBold));
    m_list->setColumnCount(columns);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
}

void StatusPopup::setTitle(const QString &title)
{
    m_title->setText(title);
    m_list->setAccessibleName(title);
}

void StatusPopup::openAbove(const QWidget *anchor)
{
    int width = 0;
    for (int column = 0; column < m_list->columnCount(); ++column) {
        m_list->resizeColumnToContents(column);
        width += m_list->columnWidth(column) + space::kSmall;
    }
    const QRect screen = anchor->screen()->availableGeometry();
    width = std::clamp(width + 2 * space::kXxLarge, kLeastWidth,
        std::min(kMostWidth, screen.width() - space::kXxLarge));
    const int rowHeight = std::max(m_list->sizeHintForRow(0), metric::kTarget);
    const int rows = std::clamp(m_list->topLevelItemCount(), 1, kMostRows);
    const int height =
        m_title->sizeHint().height() + rows * rowHeight + 3 * space::kMedium + 2 * space::kSmall;
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    const int left =
        std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width));
    setGeometry(left, std::max(screen.top(), corner.y() - height - space::kTiny), width, height);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

} // namespace belvedere::ui
