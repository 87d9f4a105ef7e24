// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_list.h"

#include "analyse/entry_list.h"
#include "analyse/entry_model.h"
#include "analyse/training/study_text.h"
#include "common/format.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QDateTime>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {
constexpr int kListHeight = 160;
}

StudyList::StudyList(StudyController &controller, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_factory(factory)
    , m_model(new EntryModel(this))
    , m_header(new SectionHeader)
    , m_list(makeEntryList("studies", m_model))
    , m_open(new QPushButton)
    , m_remove(new QPushButton)
{
    m_list->setFixedHeight(kListHeight);
    m_open->setObjectName(QStringLiteral("openStudy"));
    m_remove->setObjectName(QStringLiteral("removeStudy"));
    m_remove->setProperty("flat", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_open, 1);
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    layout->setSpacing(space::kSmall);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(m_header);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    connect(&m_controller, &StudyController::keptChanged, this, &StudyList::refresh);
    connect(&m_controller, &StudyController::stateChanged, this, &StudyList::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &StudyList::showState);
    connect(m_list, &QListView::activated, this, &StudyList::openSelected);
    connect(m_open, &QPushButton::clicked, this, &StudyList::openSelected);
    connect(m_remove, &QPushButton::clicked, this, &StudyList::removeSelected);
    retranslate();
}

const StudyRecord *StudyList::selected() const
{
    const QString id = m_list->currentIndex().data(EntryModel::IdRole).toString();
    const auto &all = m_controller.kept();
    const auto found = std::find_if(
        all.begin(), all.end(), [&id](const StudyRecord &record) { return record.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void StudyList::openSelected()
{
    if (const StudyRecord *record = selected())
        m_controller.open(record->id);
}

void StudyList::removeSelected()
{
    const StudyRecord *record = selected();
    if (!record)
        return;
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Remove experiment"),
        tr("Remove \"%1\"? Its figures are deleted; the runs that came out of it stay.")
            .arg(studyTitle(*record, m_factory)),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(
        remove, &QPushButton::clicked, this, [this, id = record->id] { m_controller.remove(id); });
    question->open();
}

void StudyList::refresh()
{
    const UtcMs now = QDateTime::currentMSecsSinceEpoch();
    const QString current = m_list->currentIndex().data(EntryModel::IdRole).toString();
    std::vector<Entry> entries;
    for (const StudyRecord &record : m_controller.kept()) {
        QStringList lines{studySummary(record, m_factory), formatAge(now - record.ended)};
        lines.removeAll(QString());
        entries.push_back({record.id, studyTitle(record, m_factory), lines, {}});
    }
    m_model->setEntries(std::move(entries));
    m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(current))));
    setVisible(m_model->rowCount() > 0);
    showState();
}

void StudyList::showState()
{
    m_open->setEnabled(selected() && !m_controller.busy());
    m_remove->setEnabled(selected());
}

void StudyList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StudyList::retranslate()
{
    m_header->setTitle(tr("Earlier experiments"));
    m_list->setAccessibleName(tr("Earlier experiments"));
    m_open->setText(tr("Show"));
    m_open->setToolTip(tr("Shows the figures and charts of this experiment again"));
    m_remove->setText(tr("Remove…"));
    m_remove->setIcon(icon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Deletes the figures of this experiment"));
    refresh();
}

} // namespace belvedere::ui
