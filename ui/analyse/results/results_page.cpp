// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/results_page.h"

#include <QEvent>

namespace belvedere::ui {

ResultsPage::ResultsPage(const AnalyseContext &context, RunController &runs,
    const DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_runs(runs)
    , m_datasets(datasets)
{
    retranslate();
}

ResultsPage::~ResultsPage() = default;

void ResultsPage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
}

void ResultsPage::showRun(const QString &runId)
{
    m_runId = runId;
}

void ResultsPage::cancelAll()
{
}

void ResultsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResultsPage::retranslate()
{
}

} // namespace belvedere::ui
