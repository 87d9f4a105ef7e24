// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/run_notes.h"

namespace belvedere {

namespace {

const QString kCollection = QStringLiteral("run-note");
const QString kName = QStringLiteral("name");
const QString kKept = QStringLiteral("kept");
const QString kRemoved = QStringLiteral("removed");
constexpr qsizetype kLongestName = 80;

} // namespace

RunNotes::RunNotes(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<std::map<QString, RunNote>> RunNotes::all() const
{
    BV_TRY(const std::vector<Document> documents, m_store->documents(kCollection));
    std::map<QString, RunNote> notes;
    for (const Document &document : documents)
        notes[document.id] = {document.body[kName].toString(), document.body[kKept].toBool(),
            document.body[kRemoved].toBool()};
    return notes;
}

Result<> RunNotes::set(const std::map<QString, RunNote> &notes)
{
    std::vector<Document> documents;
    for (const auto &[run, note] : notes) {
        if (note.name.size() > kLongestName)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "The name of run %1 has %2 letters; shorten it to at most %3."),
                {run, QString::number(note.name.size()), QString::number(kLongestName)});
        documents.push_back(
            {run, QJsonObject{{kName, note.name}, {kKept, note.kept}, {kRemoved, note.removed}}});
    }
    return m_store->writeDocuments(kCollection, documents);
}

} // namespace belvedere
