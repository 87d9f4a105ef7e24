// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/section_header.h"

#include "common/elided_label.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace belvedere::ui {

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(new QLabel(title, this))
    , m_remark(new ElidedLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kSmall);
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_remark->setFont(themeFont(type::kDense));
    m_remark->setSecondary(true);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_remark, 1);
    setMinimumHeight(metric::kTarget);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeader::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

void SectionHeader::addControl(QWidget *control)
{
    m_layout->addWidget(control);
}

void SectionHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
}

} // namespace belvedere::ui
