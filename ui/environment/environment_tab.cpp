// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_tab.h"

#include "common/empty_state.h"
#include "common/error_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

EnvironmentTab::EnvironmentTab(TaskPools &pools, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
    , m_choices(new QHBoxLayout)
    , m_export(new QToolButton)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("air")))
{
    m_export->setAutoRaise(true);
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_choices->setSpacing(space::kSmall);
    m_choices->addStretch(1);
    m_choices->addWidget(m_export);
    auto *chart = new QWidget;
    m_content = new QVBoxLayout(chart);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(space::kSmall);
    m_pages->addWidget(chart);
    m_pages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addLayout(m_choices);
    layout->addWidget(m_pages, 1);
}

void EnvironmentTab::setQuery(const PlaceQuery &query)
{
    m_query = query;
    refresh();
}

void EnvironmentTab::setChart(ChartView *chart)
{
    m_content->addWidget(chart, 1);
    connect(m_export, &QToolButton::clicked, chart, &ChartView::saveDialog);
    connect(chart, &ChartView::saveFailed, this, &EnvironmentTab::failed);
}

void EnvironmentTab::addChoice(QWidget *widget)
{
    m_choices->insertWidget(m_choices->count() - 2, widget);
}

void EnvironmentTab::refresh()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    if (m_query.isWhole())
        compute();
}

void EnvironmentTab::setHint(const QString &sentence)
{
    m_empty->setText(sentence);
    m_pages->setCurrentIndex(sentence.isEmpty() ? 0 : 1);
    m_export->setEnabled(sentence.isEmpty());
}

void EnvironmentTab::fail(const Error &error)
{
    if (error.code == Errc::Cancelled)
        return;
    if (error.code == Errc::Internal)
        Q_EMIT failed(error);
    setHint(errorText(error));
}

void EnvironmentTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void EnvironmentTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh(); // texts come with the data of a chart
    }
    if (event->type() == QEvent::PaletteChange)
        m_export->setIcon(icon(QStringLiteral("export")));
}

void EnvironmentTab::retranslate()
{
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Save the chart as a picture or its numbers as a table"));
}

} // namespace belvedere::ui
