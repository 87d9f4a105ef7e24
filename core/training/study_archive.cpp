// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/study_archive.h"

#include "training/artifact_lock.h"

#include <algorithm>

namespace belvedere {

namespace {

const QString kCollection = QStringLiteral("study");

} // namespace

StudyArchive::StudyArchive(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<StudyRecord> StudyArchive::add(StudyRecord record)
{
    BV_TRY(const ArtifactLock lock, ArtifactLock::acquire(m_store->directory()));
    BV_TRY(const std::vector<Document> known, m_store->documents(kCollection));
    // Documents are never taken out, so that no number comes twice.
    record.id = QStringLiteral("e%1").arg(known.size() + 1, 4, 10, QLatin1Char('0'));
    BV_TRY_VOID(m_store->writeDocuments(kCollection, {{record.id, record.toJson()}}));
    return record;
}

Result<std::vector<StudyRecord>> StudyArchive::studies() const
{
    BV_TRY(const std::vector<Document> known, m_store->documents(kCollection));
    std::vector<StudyRecord> records;
    for (const Document &document : known) {
        if (document.body.isEmpty())
            continue; // removed
        Result<StudyRecord> record = StudyRecord::fromJson(document.body);
        if (!record) {
            record.error().where = document.id;
            return failure(std::move(record.error()));
        }
        records.push_back(std::move(*record));
    }
    std::reverse(records.begin(), records.end());
    return records;
}

Result<> StudyArchive::remove(const QString &id)
{
    return m_store->writeDocuments(kCollection, {{id, {}}});
}

} // namespace belvedere
