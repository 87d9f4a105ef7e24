// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/import_controller.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <limits>

namespace belvedere::ui {

namespace {

// Enough for a header of a thousand sites and a few rows below it.
constexpr qint64 kPreviewBytes = 64 * 1024;

char16_t delimiterOf(QStringView header)
{
    constexpr std::array<char16_t, 4> candidates{u',', u';', u'\t', u'|'};
    return *std::max_element(candidates.begin(), candidates.end(),
        [header](char16_t a, char16_t b) { return header.count(a) < header.count(b); });
}

QStringList fieldsOf(QStringView line, char16_t delimiter, qsizetype most)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            fields.append(field.trimmed());
            if (fields.size() == most)
                return fields;
            field.clear();
        } else {
            field.append(c);
        }
    }
    fields.append(field.trimmed());
    return fields;
}

Result<IncidentCheck> checkIncidents(
    const QString &file, const ImportOptions &options, const TaskContext &context)
{
    IncidentCheck check;
    const auto data = readFiles({file}, options, context);
    if (!data && data.error().code == Errc::Cancelled)
        return cancelledFailure();
    if (!data) {
        check.error = data.error();
        return check;
    }
    const std::vector<Incident> &incidents = data->incidents.incidents;
    check.rows = data->rows;
    check.incidents = static_cast<qint64>(incidents.size());
    check.from = incidents.front().from;
    check.to = incidents.back().from;
    if (!data->rejected.empty())
        check.firstRejection = data->rejected.front();
    check.outside = data->outsideCount;
    check.withoutPosition = data->withoutPosition;
    check.withoutCategory = data->withoutCategory;
    check.same = data->sameIncidents;
    return check;
}

/// So that positions can be told from swapped and projected ones.
void addCityCentre(const std::shared_ptr<Store> &store, ImportOptions &options)
{
    if (!store)
        return;
    if (const auto city = store->cityInfo())
        options.cityCentre = city->centre;
}

} // namespace

FilePreview previewFile(const QString &file)
{
    FilePreview preview;
    preview.file = file;
    preview.format = guessFormat(file);
    QFile source(file);
    if (!preview.format || !source.open(QIODevice::ReadOnly))
        return preview;
    preview.bytes = source.size();
    const QByteArray head = source.read(kPreviewBytes);
    const bool cutOff = head.size() < preview.bytes;
    const QString text = QString::fromUtf8(head);
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    if (cutOff && lines.size() > 1)
        lines.removeLast();
    const char16_t delimiter = lines.isEmpty() ? u',' : delimiterOf(lines.front());
    for (const QString &line : std::as_const(lines)) {
        if (preview.rows.size() == static_cast<std::size_t>(kPreviewRows))
            break;
        preview.rows.push_back(fieldsOf(line, delimiter, kPreviewColumns));
    }
    if (!lines.isEmpty())
        preview.columns = fieldsOf(lines.front(), delimiter, std::numeric_limits<qsizetype>::max());
    if (*preview.format == FileFormat::IncidentsCsv) {
        if (auto mapping = guessIncidentMapping(file))
            preview.mapping = std::move(*mapping);
    }
    return preview;
}

ImportController::ImportController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ImportController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void ImportController::setFiles(const QStringList &files)
{
    if (busy())
        return;
    m_files = files;
    m_data.reset();
    m_checking.cancel();
    setState(State::Choosing);
    const auto look = [files](TaskContext &context) -> Result<std::vector<FilePreview>> {
        std::vector<FilePreview> previews;
        for (const QString &file : files) {
            if (context.cancelled())
                return cancelledFailure();
            previews.push_back(previewFile(file));
        }
        return previews;
    };
    m_looking.start(
        runTask(m_context.pools->io, look), [this](Result<std::vector<FilePreview>> previews) {
            if (previews)
                m_previews = std::move(*previews);
            else
                Q_EMIT failed(previews.error());
            Q_EMIT previewsReady();
        });
}

void ImportController::check(const QString &file, const ImportOptions &options)
{
    const auto look = [file, options, store = m_context.store](TaskContext &context) {
        ImportOptions told = options;
        told.format = FileFormat::IncidentsCsv;
        addCityCentre(store, told);
        return checkIncidents(file, told, context);
    };
    m_checking.start(
        runTask(m_context.pools->io, look), [this](const Result<IncidentCheck> &check) {
            if (check)
                Q_EMIT checked(*check);
        });
}

void ImportController::read(const ImportOptions &options)
{
    if (busy() || !m_context.store || m_files.isEmpty())
        return;
    m_data.reset();
    m_checking.cancel();
    //: Shown in the status line
    m_title = tr("Reading %Ln file(s)", nullptr, static_cast<int>(m_files.size()));
    using Data = std::shared_ptr<const ImportedData>;
    const auto task = runTask(m_context.pools->io,
        [files = m_files, options, store = m_context.store](TaskContext &context) -> Result<Data> {
            ImportOptions told = options;
            addCityCentre(store, told);
            BV_TRY(auto data, readFiles(files, told, context));
            return std::make_shared<const ImportedData>(std::move(data));
        });
    m_reading.start(task, [this](Result<Data> result) { handleRead(std::move(result)); });
    onProgress(task, this, [this](double done, const QString &) { Q_EMIT progressChanged(done); });
    setState(State::Reading);
    Q_EMIT taskStarted(m_title, QFuture<void>(task));
}

void ImportController::handleRead(Result<std::shared_ptr<const ImportedData>> result)
{
    Q_EMIT taskFinished(m_title);
    if (!result) {
        setState(State::Choosing);
        Q_EMIT failed(result.error());
        return;
    }
    m_data = std::move(*result);
    setState(State::Deciding);
    if (m_data->rejectedCount == 0)
        store();
}

void ImportController::store()
{
    if (m_state != State::Deciding || !m_data)
        return;
    //: Shown in the status line. %1 is the name of a data set
    m_title = tr("Storing %1").arg(m_data->dataset.name);
    m_stopStoring = std::make_shared<std::atomic_bool>(false);
    const auto task = runTask(m_context.pools->io,
        [store = m_context.store, data = m_data, stop = m_stopStoring](TaskContext &context) {
            TaskContext stoppable = context;
            stoppable.cancelled = [stop, outer = context.cancelled] {
                return stop->load() || outer();
            };
            auto written = storeImported(*store, *data, stoppable);
            if (!written)
                return Result<Stored>(failure(written.error()));
            return Result<Stored>(
                Stored{std::move(*written), qualityNotes(data->dataset, data->series)});
        });
    m_storing.start(task, [this](const Result<Stored> &result) { handleStored(result); });
    onProgress(task, this, [this](double done, const QString &) { Q_EMIT progressChanged(done); });
    setState(State::Storing);
    Q_EMIT taskStarted(m_title, QFuture<void>(task));
}

void ImportController::handleStored(const Result<Stored> &result)
{
    Q_EMIT taskFinished(m_title);
    if (!result) {
        m_data.reset();
        setState(State::Choosing);
        Q_EMIT failed(result.error());
        return;
    }
    ImportSummary summary;
    summary.dataset = m_data->dataset.name;
    summary.sites = m_data->dataset.sites.size();
    summary.axis = m_data->series.axis;
    summary.zone = m_data->dataset.zone;
    summary.incidents = m_data->incidents.incidents.size();
    summary.holidays = m_data->holidays.size();
    if (m_data->table) {
        summary.tableRows = m_data->table->info.rows;
        summary.tableColumns = m_data->table->info.columns.size();
    }
    summary.written = result->written;
    summary.notes = result->notes;
    summary.leftOut = m_data->rejectedCount;
    summary.zerosAsMissing = m_data->zerosAsMissing;
    summary.suspectValues = m_data->suspectValues;
    summary.outside = m_data->outsideCount;
    setState(State::Done);
    Q_EMIT stored(summary);
}

void ImportController::stop()
{
    if (m_state == State::Storing) {
        // The store answers whether the change was already made: only then is it known.
        m_stopStoring->store(true);
        return;
    }
    if (m_reading.running()) {
        m_reading.cancel();
        Q_EMIT taskFinished(m_title);
    }
    m_data.reset();
    setState(State::Choosing);
}

} // namespace belvedere::ui
