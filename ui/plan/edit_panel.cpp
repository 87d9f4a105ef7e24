// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/edit_panel.h"

#include "common/chip_delegate.h"
#include "common/error_text.h"
#include "common/plain_table.h"
#include "common/section_header.h"
#include "plan/plan_model.h"
#include "plan/plan_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kListRows = 4;

} // namespace

QString EditColumns::header(int)
{
    return EditPanel::tr("What");
}

Qt::Alignment EditColumns::alignment(int)
{
    return Qt::AlignLeft | Qt::AlignVCenter;
}

QVariant EditColumns::data(const EditRow &row, int, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.origin.isEmpty() ? row.text
                                    : EditPanel::tr("%1\nFrom %2").arg(row.text, row.origin);
    case kDetailRole:
        return row.origin.isEmpty() ? QVariant() : EditPanel::tr("from %1").arg(row.origin);
    case Qt::ForegroundRole:
        if (row.wrong)
            return tokens().p1;
        return row.origin.isEmpty() ? QVariant() : tokens().textSecondary;
    default:
        return {};
    }
}

EditPanel::EditPanel(PlanModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new SectionHeader)
    , m_edits(new EditModel(this))
    , m_list(makePlainTable(m_edits, QStringLiteral("edits")))
    , m_hint(new QLabel)
    , m_problem(new QLabel)
    , m_up(new QToolButton)
    , m_down(new QToolButton)
    , m_remove(new QToolButton)
{
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->horizontalHeader()->hide();
    m_list->setMinimumHeight(kListRows * kTableRowPx);
    m_hint->setWordWrap(true);
    m_hint->setProperty("secondary", true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("editProblem"));
    const std::pair<QToolButton *, const char *> buttons[] = {
        {m_up, "chevron-up"}, {m_down, "chevron-down"}, {m_remove, "remove"}};
    for (const auto &[button, iconName] : buttons) {
        button->setIcon(icon(QLatin1String(iconName)));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_title->addControl(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    column->setSpacing(space::kSmall);
    column->addWidget(m_title);
    column->addWidget(m_problem);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    column->addStretch();

    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        if (ownRow() >= 0)
            m_model.removeEdit(static_cast<std::size_t>(ownRow()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &EditPanel::showButtons);
    connect(&m_model, &PlanModel::treeChanged, this, &EditPanel::fill);
    connect(&m_model, &PlanModel::currentChanged, this, &EditPanel::fill);
    connect(&m_model, &PlanModel::checked, this, &EditPanel::fill);
    retranslate();
}

int EditPanel::ownRow() const
{
    const int inherited = static_cast<int>(m_model.edits().size() - m_model.ownEdits());
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::max(-1, current.row() - inherited) : -1;
}

void EditPanel::move(int by)
{
    const int own = ownRow();
    if (own < 0)
        return;
    const int row = m_list->currentIndex().row() + by;
    m_model.moveEdit(static_cast<std::size_t>(own), by);
    m_list->selectRow(row);
}

void EditPanel::fill()
{
    const int kept = m_list->currentIndex().row();
    const std::vector<Edit> &edits = m_model.edits();
    const std::size_t inherited = edits.size() - m_model.ownEdits();
    const Scenario *parent = m_model.scenario() != nullptr
        ? findScenario(m_model.tree(), m_model.scenario()->parent)
        : nullptr;
    std::vector<EditRow> rows;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        EditRow row;
        row.text = editText(edits[i], m_model.base().get());
        if (i < inherited)
            row.origin = parent != nullptr ? parent->name : tr("a modification");
        // "Edit 2 (close)"
        row.wrong = m_model.problem()
            && m_model.problem()->where.startsWith(QStringLiteral("Edit %1 ").arg(i + 1));
        rows.push_back(std::move(row));
    }
    m_edits->setRows(std::move(rows));
    for (int row = 0; row < m_edits->rowCount(); ++row)
        m_list->setRowHeight(
            row, static_cast<std::size_t>(row) < inherited ? kTwoLineRowPx : kTableRowPx);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (m_edits->rowCount() > 0)
        m_list->selectRow(
            kept >= 0 ? std::min(kept, m_edits->rowCount() - 1) : m_edits->rowCount() - 1);
    m_list->setVisible(!edits.empty());
    m_hint->setVisible(edits.empty());
    m_hint->setText(m_model.current().isEmpty()
            ? tr("The base case stays as it is. Your first edit begins a scenario.")
            : tr("Nothing is changed yet."));
    const QString problem = m_model.problem() ? errorText(*m_model.problem()) : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_title->setTitle(
        edits.empty() ? tr("No edits") : tr("%Ln edit(s)", nullptr, static_cast<int>(edits.size())));
    m_title->setRemark(m_model.scenario() != nullptr ? m_model.scenario()->name : QString());
    showButtons();
}

QString EditPanel::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void EditPanel::showButtons()
{
    const int own = ownRow();
    const int last = static_cast<int>(m_model.ownEdits()) - 1;
    m_up->setEnabled(own > 0);
    m_down->setEnabled(own >= 0 && own < last);
    m_remove->setEnabled(own >= 0);
}

void EditPanel::retranslate()
{
    m_list->setAccessibleName(tr("Edits of the scenario"));
    const std::pair<QToolButton *, QString> names[] = {{m_up, tr("Make this edit earlier")},
        {m_down, tr("Make this edit later")}, {m_remove, tr("Remove this edit")}};
    for (const auto &[button, text] : names) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    fill();
}

void EditPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
