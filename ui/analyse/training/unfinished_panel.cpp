// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/unfinished_panel.h"

#include "analyse/entry_list.h"
#include "analyse/entry_model.h"
#include "analyse/training/training_text.h"
#include "common/format.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {
constexpr int kListHeight = 140;
}

UnfinishedPanel::UnfinishedPanel(
    UnfinishedController &controller, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_factory(factory)
    , m_model(new EntryModel(this))
    , m_header(new SectionHeader)
    , m_list(makeEntryList("unfinished", m_model))
    , m_goOn(new QPushButton)
    , m_discard(new QPushButton)
{
    m_list->setFixedHeight(kListHeight);
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setProperty("flat", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_goOn, 1);
    buttons->addWidget(m_discard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, space::kMedium);
    layout->setSpacing(space::kSmall);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(m_header);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    connect(&m_controller, &UnfinishedController::changed, this, &UnfinishedPanel::refresh);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (const CheckpointInfo *info = selected())
            Q_EMIT goOnRequested(*info);
    });
    connect(m_discard, &QPushButton::clicked, this, &UnfinishedPanel::discardSelected);
    retranslate();
}

const CheckpointInfo *UnfinishedPanel::selected() const
{
    const QString id = m_list->currentIndex().data(EntryModel::IdRole).toString();
    const auto &all = m_controller.trainings();
    const auto found = std::find_if(
        all.begin(), all.end(), [&id](const CheckpointInfo &info) { return info.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void UnfinishedPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_goOn->setEnabled(!busy);
}

void UnfinishedPanel::discardSelected()
{
    const CheckpointInfo *info = selected();
    if (!info)
        return;
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Discard training"),
        tr("Discard %1? What it learned in %2 is deleted.")
            .arg(trainingTitle(info->record.spec, m_factory), formatDuration(info->record.seconds)),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    connect(
        discard, &QPushButton::clicked, this, [this, id = info->id] { m_controller.discard(id); });
    question->open();
}

void UnfinishedPanel::refresh()
{
    const UtcMs now = QDateTime::currentMSecsSinceEpoch();
    std::vector<Entry> entries;
    for (const CheckpointInfo &info : m_controller.trainings()) {
        const int planned = std::max(info.record.plannedEpochs, info.epoch());
        entries.push_back({info.id, trainingTitle(info.record.spec, m_factory),
            //: How far an interrupted training was, and when
            {tr("Epoch %1 of %2 · %3")
                    .arg(formatCount(info.epoch()), formatCount(planned),
                        formatAge(now - info.written))},
            {}});
    }
    const bool any = !entries.empty();
    m_model->setEntries(std::move(entries));
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
    setVisible(any);
}

void UnfinishedPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UnfinishedPanel::retranslate()
{
    m_header->setTitle(tr("Interrupted"));
    m_list->setAccessibleName(tr("Interrupted trainings"));
    m_goOn->setText(tr("Continue"));
    m_goOn->setIcon(icon(QStringLiteral("play")));
    m_goOn->setToolTip(tr("Goes on from the last checkpoint, with the same numbers as if it had "
                          "never been interrupted"));
    m_discard->setText(tr("Discard…"));
    m_discard->setToolTip(tr("Deletes what this training learned"));
    refresh();
}

} // namespace belvedere::ui
