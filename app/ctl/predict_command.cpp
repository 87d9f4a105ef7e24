// SPDX-License-Identifier: GPL-3.0-or-later
#include "predict_command.h"

#include "base/output_file.h"
#include "data/readers/csv_table.h"
#include "data/readers/table_reader.h"
#include "models/catalog/table_catalog.h"
#include "registry/table_runs.h"
#include "run_reference.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <numeric>

namespace belvedere::ctl {

namespace {

constexpr std::size_t kMostInJson = 1000; // rows; a file takes them all

struct PredictArguments
{
    std::string reference;
    std::string file;
    std::string out;
    std::string zone;
};

QByteArray csvCell(QByteArray text)
{
    const bool plain =
        !text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
}

/// The rows of the file with what the model says of each behind them.
Result<QByteArray> predictedCsv(
    const QString &file, const TableModelSpec &model, const TablePredictions &predictions)
{
    BV_TRY(CsvTable table, CsvTable::open(file));
    QByteArray text;
    for (const QString &name : table.header())
        text += csvCell(name.toUtf8()) + ',';
    text += "predicted";
    for (const QString &name : model.classes)
        text += ',' + csvCell((QLatin1String("chance ") + name).toUtf8());
    text += '\n';
    CsvRow row;
    for (std::size_t i = 0; table.next(row); ++i) {
        for (const std::string_view cell : row.cells)
            text += csvCell(QByteArray(cell.data(), static_cast<qsizetype>(cell.size()))) + ',';
        const float *values = predictions.values.data() + i * predictions.outputs;
        if (model.classes.empty()) {
            text += QByteArray::number(static_cast<double>(values[0]), 'g', 8);
        } else {
            const auto k = static_cast<std::size_t>(predictions.classes[i]);
            text += csvCell(model.classes[k].toUtf8());
            for (std::size_t c = 0; c < predictions.outputs; ++c)
                text += ',' + QByteArray::number(static_cast<double>(values[c]), 'g', 8);
        }
        text += '\n';
    }
    return text;
}

QJsonArray predictionsJson(const TableModelSpec &model, const TablePredictions &predictions)
{
    QJsonArray rows;
    const std::size_t count =
        std::min(kMostInJson, predictions.values.size() / predictions.outputs);
    for (std::size_t i = 0; i < count; ++i) {
        const float *values = predictions.values.data() + i * predictions.outputs;
        QJsonObject row;
        if (model.classes.empty()) {
            row.insert(QStringLiteral("predicted"), static_cast<double>(values[0]));
        } else {
            QJsonObject chances;
            for (std::size_t c = 0; c < predictions.outputs; ++c)
                chances.insert(model.classes[c], static_cast<double>(values[c]));
            row.insert(QStringLiteral("predicted"),
                model.classes[static_cast<std::size_t>(predictions.classes[i])]);
            row.insert(QStringLiteral("chances"), chances);
        }
        rows.append(row);
    }
    return rows;
}

Result<Answer> predict(Session &session, const PredictArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const RunRecord run, runByReference(store, QString::fromStdString(arguments.reference)));
    BV_TRY(const TablePredictor model, tablePredictor(store, tableCatalog(), run.id));
    QTimeZone zone = model.encoder().zone();
    if (!arguments.zone.empty()) {
        BV_TRY(zone, parseZone(QString::fromStdString(arguments.zone)));
    }
    const QString file = QString::fromStdString(arguments.file);
    BV_TRY(const ColumnTable table,
        readTableFor(file, model.encoder().kinds(), zone, session.context()));
    std::vector<std::size_t> rows(static_cast<std::size_t>(table.info.rows));
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    BV_TRY(const TablePredictions predictions, model.predict(table, rows, session.context()));
    BV_TRY(const QByteArray text, predictedCsv(file, model.spec(), predictions));
    Answer answer;
    answer.json = {{QStringLiteral("run"), run.id}, {QStringLiteral("model"), run.spec.model},
        {QStringLiteral("target"), model.spec().target},
        {QStringLiteral("task"), taskName(model.spec().task)},
        {QStringLiteral("rows"), table.info.rows},
        {QStringLiteral("predictions"), predictionsJson(model.spec(), predictions)},
        {QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0}};
    if (arguments.out.empty()) {
        answer.text = QString::fromUtf8(text);
        return answer;
    }
    const QString out = QString::fromStdString(arguments.out);
    BV_TRY(OutputFile output, OutputFile::open(out));
    BV_TRY_VOID(output.write(text));
    BV_TRY_VOID(output.commit());
    answer.json.insert(QStringLiteral("out"), out);
    answer.text = QStringLiteral("%1 rows predicted by %2, written to %3\n")
                      .arg(table.info.rows)
                      .arg(run.id, out);
    return answer;
}

} // namespace

void addPredictCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "predict", "Let a model that learned from a table answer for the rows of a file");
    const auto arguments = std::make_shared<PredictArguments>();
    verb->add_option("MODEL|RUN", arguments->reference,
            "titanic-survived, titanic-survived/2 or "
            "r0007-boosted")
        ->required();
    verb->add_option("FILE", arguments->file,
            "A CSV with the columns that the model learned from; others may be there")
        ->required();
    verb->add_option("--out", arguments->out,
            "Where to write the rows with the predictions (default: standard output)")
        ->type_name("FILE.csv");
    verb->add_option("--zone", arguments->zone,
            "Zone of times written without one (default: that of the table it learned from)")
        ->type_name("ZONE");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return predict(session, *arguments); };
    });
}

} // namespace belvedere::ctl
