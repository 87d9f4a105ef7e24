// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_archive.h"

#include "training/artifact_lock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

namespace belvedere {

namespace {

const QString kCollection = QStringLiteral("run");
const QString kHashField = QStringLiteral("modelSha256");

QString modelFolder(const Store &store)
{
    return store.directory() + QLatin1String("/models");
}

QString modelFile(const Store &store, const QString &runId)
{
    return modelFolder(store) + QLatin1Char('/') + runId + QLatin1String(".safetensors");
}

QString analysisFile(const Store &store, const QString &runId)
{
    return modelFolder(store) + QLatin1Char('/') + runId + QLatin1String(".analysis.json");
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// 7 of "r0007-neural"; 0 if it is no such id.
int runNumber(const QString &id)
{
    static const QRegularExpression pattern(QStringLiteral("^r(\\d{4,9})-"));
    return pattern.match(id).captured(1).toInt();
}

int lastNumber(const std::vector<Document> &known)
{
    int last = 0;
    for (const Document &document : known)
        last = std::max(last, runNumber(document.id));
    return last;
}

QString idOf(int number, const QString &kind)
{
    QString name = kind;
    name.replace(QRegularExpression(QStringLiteral("[^a-z0-9-]")), QStringLiteral("-"));
    return QStringLiteral("r%1-%2").arg(number, 4, 10, QLatin1Char('0')).arg(name);
}

/// A crash between the files and the document leaves some that belong to no run, or half-written
/// ones. Only to be called under the lock, when nobody is in between.
void removeOrphans(const Store &store, const std::vector<Document> &known)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(r\\d{4,9}-[a-z0-9-]*)\\.(?:safetensors|analysis\\.json)(\\.[A-Za-z0-9]{6})?$"));
    QSet<QString> runs;
    for (const Document &document : known)
        runs.insert(document.id);
    QDir folder(modelFolder(store));
    const QStringList files = folder.entryList(QDir::Files);
    for (const QString &file : files) {
        const QRegularExpressionMatch match = pattern.match(file);
        const bool unfinished = !match.captured(2).isEmpty();
        if (match.hasMatch() && (unfinished || !runs.contains(match.captured(1))))
            folder.remove(file);
    }
}

/// Complete or not there at all; on the disk when it returns.
Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // commit() syncs before it renames
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The run cannot be written to %1: %2. Check the permissions and the space on the "
                "disk."),
            {path, file.errorString()});
    return {};
}

template <class Analysis> QByteArray analysisBytes(const Analysis &analysis)
{
    return QJsonDocument(analysis.toJson()).toJson(QJsonDocument::Compact);
}

Result<Document> findDocument(const Store &store, const QString &id)
{
    BV_TRY(const std::vector<Document> known, store.documents(kCollection));
    QStringList names;
    for (const Document &document : known) {
        if (document.id == id)
            return document;
        names += document.id;
    }
    if (names.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP(
                "Error", "There is no run \"%1\": nothing has been trained in this city yet."),
            {id});
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no run \"%1\". There is: %2."),
        {id, names.join(QStringLiteral(", "))});
}

Result<RunRecord> recordOf(const Document &document)
{
    Result<RunRecord> record = RunRecord::fromJson(document.body);
    if (!record && record.error().where.isEmpty())
        record.error().where = document.id;
    return record;
}

/// The files of a run that has its id, and the document that makes it visible.
Result<Document> writeRun(const Store &store, TrainOutcome &outcome)
{
    RunRecord &record = outcome.record;
    if (const Result<Dataset> dataset = store.dataset(record.spec.dataset))
        record.simulatedData = record.simulatedData || dataset->simulated;
    const QByteArray bytes =
        outcome.tableModel ? toSafetensors(*outcome.tableModel) : toSafetensors(outcome.model);
    BV_TRY_VOID(writeFile(modelFile(store, record.id), bytes));
    if (outcome.analysis)
        BV_TRY_VOID(writeFile(analysisFile(store, record.id), analysisBytes(*outcome.analysis)));
    if (outcome.tableAnalysis)
        BV_TRY_VOID(
            writeFile(analysisFile(store, record.id), analysisBytes(*outcome.tableAnalysis)));
    QJsonObject body = record.toJson();
    body[kHashField] = sha256(bytes);
    return Document{record.id, body};
}

bool isOnTable(const Document &document)
{
    return document.body.contains(QLatin1String("table"));
}

Result<QByteArray> modelBytes(const Store &store, const Document &document)
{
    const QString path = modelFile(store, document.id);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The model of run %1 cannot be read: %2. Restore the file or train again."),
            {document.id, file.errorString()}, path);
    const QByteArray bytes = file.readAll();
    if (sha256(bytes) != document.body[kHashField].toString())
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The model file was changed or damaged: its check sum is not that of run %1. "
                "Restore the file or train again."),
            {document.id}, path);
    return bytes;
}

/// An error says where it is from.
template <class T> Result<T> located(Result<T> result, const QString &path)
{
    if (!result && result.error().where.isEmpty())
        result.error().where = path;
    return result;
}

} // namespace

RunArchive::RunArchive(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<RunRecord> RunArchive::add(TrainOutcome outcome)
{
    std::vector<TrainOutcome> parts = std::move(outcome.partners);
    parts.insert(parts.begin(), std::move(outcome));

    BV_TRY(const ArtifactLock lock, ArtifactLock::acquire(m_store->directory()));
    BV_TRY(const std::vector<Document> known, m_store->documents(kCollection));
    removeOrphans(*m_store, known);
    const int last = lastNumber(known);
    std::vector<Document> documents;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        RunRecord &record = parts[i].record;
        record.id = idOf(last + 1 + static_cast<int>(i), record.spec.model);
        if (parts.size() > 1 && record.group.isEmpty())
            record.group = parts.front().record.id;
        Result<Document> document = writeRun(*m_store, parts[i]);
        if (!document) {
            removeOrphans(*m_store, known);
            return failure(std::move(document.error()));
        }
        documents.push_back(std::move(*document));
    }
    if (Result<> written = m_store->writeDocuments(kCollection, documents); !written) {
        removeOrphans(*m_store, known);
        return failure(std::move(written.error()));
    }
    return std::move(parts.front().record);
}

Result<std::vector<RunRecord>> RunArchive::runs() const
{
    BV_TRY(const std::vector<Document> known, m_store->documents(kCollection));
    std::vector<RunRecord> records;
    for (const Document &document : known) {
        BV_TRY(RunRecord record, recordOf(document));
        records.push_back(std::move(record));
    }
    std::stable_sort(records.begin(), records.end(),
        [](const RunRecord &a, const RunRecord &b) { return runNumber(a.id) > runNumber(b.id); });
    return records;
}

Result<RunRecord> RunArchive::run(const QString &id) const
{
    BV_TRY(const Document document, findDocument(*m_store, id));
    return recordOf(document);
}

Result<ModelState> RunArchive::model(const QString &runId) const
{
    BV_TRY(const Document document, findDocument(*m_store, runId));
    if (isOnTable(document))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Run %1 learned from a table and forecasts nothing. Use it with: belvederectl "
                "predict %1 FILE.csv."),
            {runId});
    BV_TRY(const QByteArray bytes, modelBytes(*m_store, document));
    return located(fromSafetensors(bytes), modelFile(*m_store, runId));
}

Result<TableModelState> RunArchive::tableModel(const QString &runId) const
{
    BV_TRY(const Document document, findDocument(*m_store, runId));
    if (!isOnTable(document))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Run %1 did not learn from a table. Use it with: belvederectl forecast %1."),
            {runId});
    BV_TRY(const QByteArray bytes, modelBytes(*m_store, document));
    return located(tableModelFromSafetensors(bytes), modelFile(*m_store, runId));
}

Result<std::optional<RunAnalysis>> RunArchive::analysis(const QString &runId) const
{
    BV_TRY_VOID(findDocument(*m_store, runId).map([](const Document &) {}));
    QFile file(analysisFile(*m_store, runId));
    if (!file.exists())
        return std::optional<RunAnalysis>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The analysis of run %1 cannot be read: %2."),
            {runId, file.errorString()}, file.fileName());
    Result<RunAnalysis> analysis =
        RunAnalysis::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!analysis) {
        analysis.error().where = file.fileName();
        return failure(std::move(analysis.error()));
    }
    return std::move(*analysis);
}

Result<TableAnalysis> RunArchive::tableAnalysis(const QString &runId) const
{
    BV_TRY_VOID(findDocument(*m_store, runId).map([](const Document &) {}));
    QFile file(analysisFile(*m_store, runId));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The analysis of run %1 cannot be read: %2."),
            {runId, file.errorString()}, file.fileName());
    return located(
        TableAnalysis::fromJson(QJsonDocument::fromJson(file.readAll()).object()), file.fileName());
}

Result<> RunArchive::setAnalysis(const QString &runId, const RunAnalysis &analysis)
{
    BV_TRY(const ArtifactLock lock, ArtifactLock::acquire(m_store->directory()));
    BV_TRY_VOID(findDocument(*m_store, runId).map([](const Document &) {}));
    return writeFile(analysisFile(*m_store, runId), analysisBytes(analysis));
}

} // namespace belvedere
