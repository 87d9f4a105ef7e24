// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/queue_panel.h"

#include "analyse/entry_list.h"
#include "analyse/entry_model.h"
#include "analyse/training/queue_model.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

QToolButton *toolButton(const char *name, const QString &iconName)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setMinimumSize(metric::kTarget, metric::kTarget);
    return button;
}

} // namespace

QueuePanel::QueuePanel(TrainingQueue &queue, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new QueueModel(queue, factory, this))
    , m_header(new SectionHeader)
    , m_list(makeEntryList("queue", m_model))
    , m_empty(new QLabel)
    , m_hold(toolButton("hold", QStringLiteral("pause")))
    , m_up(toolButton("up", QStringLiteral("chevron-up")))
    , m_down(toolButton("down", QStringLiteral("chevron-down")))
    , m_remove(toolButton("removeQueued", QStringLiteral("remove")))
{
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDropIndicatorShown(true);
    m_list->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setProperty("secondary", true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (QToolButton *button : {m_up, m_down, m_remove, m_hold})
        m_header->addControl(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 1);
    connect(m_up, &QToolButton::clicked, this, [this] { moveSelected(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveSelected(1); });
    connect(m_remove, &QToolButton::clicked, this, &QueuePanel::removeSelected);
    connect(m_hold, &QToolButton::clicked, this, [this] { m_queue.setHeld(!m_queue.held()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!selectedId().isEmpty())
            m_selected = selectedId();
        refresh();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        select(m_selected);
        refresh();
    });
    retranslate();
}

QString QueuePanel::selectedId() const
{
    return m_list->currentIndex().data(EntryModel::IdRole).toString();
}

void QueuePanel::select(const QString &id)
{
    if (const int row = m_queue.indexOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void QueuePanel::moveSelected(int by)
{
    const QString id = selectedId();
    if (const int row = m_queue.indexOf(id); row >= 0) {
        m_queue.move(id, row + by);
        select(id);
    }
}

void QueuePanel::removeSelected()
{
    const int row = m_list->currentIndex().row();
    m_queue.remove(selectedId());
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, last)));
}

bool QueuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool alt = key->modifiers() == Qt::AltModifier;
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveSelected(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePanel::refresh()
{
    const int count = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < count - 1);
    m_remove->setEnabled(row >= 0);
    m_hold->setEnabled(count > 0 || m_queue.held());
    const bool held = m_queue.held();
    m_hold->setIcon(icon(held ? QStringLiteral("play") : QStringLiteral("pause")));
    m_hold->setAccessibleName(held ? tr("Let the queue go on") : tr("Hold the queue"));
    m_hold->setToolTip(held ? tr("Lets the queue go on: the first begins as soon as nothing trains")
                            : tr("Holds the queue: what runs goes on, nothing else begins"));
    QString remark;
    if (count > 0)
        remark = held ? tr("%Ln held", nullptr, count) : tr("%Ln waiting", nullptr, count);
    m_header->setRemark(remark);
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueuePanel::retranslate()
{
    m_header->setTitle(tr("Queue"));
    m_empty->setText(tr("What you start while something trains waits here."));
    m_list->setAccessibleName(tr("Waiting trainings"));
    m_list->setToolTip(tr("Drag, or Alt+Up and Alt+Down, to change the order; Delete removes"));
    const std::pair<QToolButton *, QString> names[] = {{m_up, tr("Earlier (Alt+Up)")},
        {m_down, tr("Later (Alt+Down)")}, {m_remove, tr("Remove from queue (Del)")}};
    for (const auto &[button, name] : names) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    refresh();
}

} // namespace belvedere::ui
