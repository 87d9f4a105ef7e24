// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/runs_page.h"

#include <QEvent>

namespace belvedere::ui {

RunsPage::RunsPage(const AnalyseContext &context, RunController &runs,
    const DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_runs(runs)
    , m_datasets(datasets)
{
    retranslate();
}

RunsPage::~RunsPage() = default;

void RunsPage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
}

void RunsPage::select(const QString &)
{
}

QStringList RunsPage::selectedRuns() const
{
    return {};
}

void RunsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPage::retranslate()
{
}

} // namespace belvedere::ui
