// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/table_export.h"

#include "common/on_finished.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::TableExport)
};

} // namespace

void exportTable(QWidget *parent, QThreadPool &pool, const QString &name, ChartTable table,
    std::function<void(const Error &)> failed)
{
    auto *dialog = new QFileDialog(parent, Text::tr("Export table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({Text::tr("Data (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [parent, &pool, table = std::move(table), failed = std::move(failed)](const QString &path) {
            onFinished(
                runTask(pool, [table, path](TaskContext &) { return writeCsv(table, path); }),
                parent, [failed](const Result<> &done) {
                    if (!done)
                        failed(done.error());
                });
        });
    dialog->open();
}

} // namespace belvedere::ui
