// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace belvedere::ui {

class PlanModel;
class SectionHeader;

struct EditRow
{
    QString text;
    QString origin; ///< the parent that it comes from; empty = the scenario's own
    bool wrong = false; ///< it does not fit the base case
};

struct EditColumns
{
    static constexpr int count = 1;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const EditRow &row, int column, int role);
};

using EditModel = TableModel<EditRow, EditColumns>;

/// The edits of the scenario that is looked at, in the order in which they are made.
class EditPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EditPanel(PlanModel &model, QWidget *parent = nullptr);

    [[nodiscard]] EditModel *editModel() const { return m_edits; }
    [[nodiscard]] QTableView *list() const { return m_list; }
    [[nodiscard]] QToolButton *removeButton() const { return m_remove; }
    /// What is wrong with the edits, as it is shown; empty if all is well.
    [[nodiscard]] QString problem() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showButtons();
    void move(int by);
    /// Among the scenario's own; -1 = another one or none.
    [[nodiscard]] int ownRow() const;
    void retranslate();

    PlanModel &m_model;
    SectionHeader *m_title;
    EditModel *m_edits;
    QTableView *m_list;
    QLabel *m_hint;
    QLabel *m_problem;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
};

} // namespace belvedere::ui
