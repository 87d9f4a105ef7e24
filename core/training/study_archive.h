// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
#include "training/study_record.h"

namespace belvedere {

/// Keeps what studies came to, as documents of the store.
class StudyArchive
{
public:
    explicit StudyArchive(std::shared_ptr<Store> store);

    /// Names the study and keeps it. @return the record with its id.
    [[nodiscard]] Result<StudyRecord> add(StudyRecord record);
    /// Newest first.
    [[nodiscard]] Result<std::vector<StudyRecord>> studies() const;
    /// For good; the run of a winner stays.
    [[nodiscard]] Result<> remove(const QString &id);

private:
    std::shared_ptr<Store> m_store;
};

} // namespace belvedere
