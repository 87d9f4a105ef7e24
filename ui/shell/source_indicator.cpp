// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/source_indicator.h"

#include "common/format.h"
#include "shell/status_popup.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QTreeWidget>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kIconSide = 16;

QString iconNameOf(SourceState::Condition condition)
{
    switch (condition) {
    case SourceState::Condition::Fresh:
        return QStringLiteral("check");
    case SourceState::Condition::Stale:
        return QStringLiteral("clock");
    case SourceState::Condition::Failed:
        return QStringLiteral("warning");
    case SourceState::Condition::Waiting:
        break;
    }
    return QStringLiteral("history");
}

} // namespace

SourceIndicator::SourceIndicator(QWidget *parent)
    : QToolButton(parent)
    , m_popup(new StatusPopup(3, this))
{
    setAutoRaise(true);
    setProperty("compact", true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({kIconSide, kIconSide});
    setFont(themeFont(type::kCaption));
    connect(this, &QToolButton::clicked, this, &SourceIndicator::showList);
    retranslate();
}

void SourceIndicator::setSources(std::vector<SourceState> sources, UtcMs now)
{
    m_sources = std::move(sources);
    m_now = now;
    retranslate();
}

int SourceIndicator::freshCount() const
{
    return static_cast<int>(
        std::count_if(m_sources.begin(), m_sources.end(), [](const SourceState &source) {
            return source.condition == SourceState::Condition::Fresh;
        }));
}

void SourceIndicator::showList()
{
    const auto nameOf = [](SourceState::Condition condition) {
        switch (condition) {
        case SourceState::Condition::Fresh:
            return tr("up to date");
        case SourceState::Condition::Stale:
            return tr("stale");
        case SourceState::Condition::Failed:
            return tr("failed");
        case SourceState::Condition::Waiting:
            break;
        }
        return tr("no data yet");
    };
    QTreeWidget *list = m_popup->list();
    list->clear();
    for (const SourceState &source : m_sources) {
        auto *item = new QTreeWidgetItem(list);
        item->setIcon(0, ui::icon(iconNameOf(source.condition)));
        item->setText(0, source.name);
        item->setText(1, nameOf(source.condition));
        item->setText(2, source.newest > 0 ? formatAge(m_now - source.newest) : QString());
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, source.remark);
        item->setForeground(2, tokens().textSecondary);
    }
    if (m_sources.empty())
        new QTreeWidgetItem(list, {tr("There are no data sources.")});
    m_popup->setTitle(tr("Data sources"));
    m_popup->openAbove(this);
}

void SourceIndicator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void SourceIndicator::retranslate()
{
    const int fresh = freshCount();
    const int count = static_cast<int>(m_sources.size());
    setText(count == 0 ? tr("No sources") : tr("Sources %1 of %2").arg(fresh).arg(count));
    setIcon(ui::icon(fresh < count ? QStringLiteral("warning") : QStringLiteral("data")));
    setAccessibleName(text());
    setToolTip(tr("How many data sources are up to date; click for the list"));
}

} // namespace belvedere::ui
