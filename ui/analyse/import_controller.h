// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "data/readers/import_files.h"
#include "environment/quality_notes.h"

#include <QObject>

#include <atomic>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// The beginning of a file, as a person wants to see it before importing.
struct FilePreview
{
    QString file;
    qint64 bytes = 0;
    Result<FileFormat> format = FileFormat::WideCsv; ///< as guessed, or why not
    std::vector<QStringList> rows; ///< the first ones, cut into fields; empty if unreadable
    QStringList columns; ///< all fields of the first row
    IncidentMapping mapping; ///< as guessed, of a file of incidents
};

/// Reads at most kPreviewRows rows, however large the file is.
[[nodiscard]] FilePreview previewFile(const QString &file);

inline constexpr int kPreviewRows = 12;
inline constexpr int kPreviewColumns = 12;

/// What a file of incidents looks like with a mapping of its columns.
struct IncidentCheck
{
    std::optional<Error> error; ///< why it gives nothing at all
    qint64 rows = 0;
    qint64 incidents = 0;
    UtcMs from = 0;
    UtcMs to = 0; ///< of the last incident
    std::optional<Rejection> firstRejection;
    qint64 outside = 0; ///< far from the others
    qint64 withoutPosition = 0;
    qint64 withoutCategory = 0;
    qint64 same = 0; ///< as an earlier one
};

/// What an import changed.
struct ImportSummary
{
    QString dataset;
    std::size_t sites = 0;
    TimeAxis axis;
    QTimeZone zone = QTimeZone::utc();
    std::size_t incidents = 0;
    std::size_t holidays = 0;
    qint64 tableRows = 0; ///< of a table of columns
    std::size_t tableColumns = 0;
    SeriesWritten written;
    qint64 leftOut = 0; ///< rows
    qint64 zerosAsMissing = 0; ///< zeros that were read as "nothing measured"
    qint64 suspectValues = 0; ///< values that cannot be
    qint64 outside = 0; ///< incidents far from the others
    std::vector<QualityNote> notes; ///< what is odd about the series
};

/// The steps of an import: look at the files, read them, decide, store. Nothing is stored before
/// store() is called, and cancelling at any time leaves the city as it was.
class ImportController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Choosing, ///< files and options may still change
        Reading,
        Deciding, ///< rows were rejected: store() or stop()
        Storing,
        Done
    };
    Q_ENUM(State)

    explicit ImportController(const AnalyseContext &context, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const
    {
        return m_state == State::Reading || m_state == State::Storing;
    }
    [[nodiscard]] const std::vector<FilePreview> &previews() const { return m_previews; }
    [[nodiscard]] const std::shared_ptr<const ImportedData> &data() const { return m_data; }

    /// Looks at the files in the background; previewsReady() follows.
    void setFiles(const QStringList &files);
    /// Reads one of the files in the background without keeping anything; checked() follows unless
    /// another look comes first.
    void check(const QString &file, const ImportOptions &options);
    /// Reads the files; goes on to store them if every row could be taken.
    void read(const ImportOptions &options);
    /// Stores what was read, without the rejected rows.
    void store();
    /// Cancels what runs and forgets what was read; the files stay chosen. While storing, failed()
    /// with Errc::Cancelled follows, or stored() if it was too late.
    void stop();

Q_SIGNALS:
    void stateChanged(belvedere::ui::ImportController::State state);
    void previewsReady();
    void checked(const belvedere::ui::IncidentCheck &check);
    /// 0 … 1 of reading or of storing.
    void progressChanged(double done);
    void stored(const belvedere::ui::ImportSummary &summary);
    void failed(const belvedere::Error &error);
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

private:
    struct Stored
    {
        SeriesWritten written;
        std::vector<QualityNote> notes;
    };
    void setState(State state);
    void handleRead(Result<std::shared_ptr<const ImportedData>> result);
    void handleStored(const Result<Stored> &result);

    AnalyseContext m_context;
    State m_state = State::Choosing;
    QStringList m_files;
    std::vector<FilePreview> m_previews;
    std::shared_ptr<const ImportedData> m_data;
    QString m_title;
    std::shared_ptr<std::atomic_bool> m_stopStoring;
    TaskSlot<std::vector<FilePreview>> m_looking{this};
    TaskSlot<IncidentCheck> m_checking{this};
    TaskSlot<std::shared_ptr<const ImportedData>> m_reading{this};
    TaskSlot<Stored> m_storing{this};
};

} // namespace belvedere::ui
