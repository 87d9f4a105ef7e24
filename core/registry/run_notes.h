// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"

#include <map>

namespace belvedere {

/// What a person says about a run; the run itself never changes.
struct RunNote
{
    QString name; ///< a name of the person's own; empty = the id stands for it
    bool kept = false; ///< worth keeping: cannot be removed by accident
    bool removed = false; ///< not listed any more; its record and model stay, so it can come back

    friend bool operator==(const RunNote &a, const RunNote &b)
    {
        return a.name == b.name && a.kept == b.kept && a.removed == b.removed;
    }
};

/// The notes about the runs of a city.
class RunNotes
{
public:
    explicit RunNotes(std::shared_ptr<Store> store);

    /// By run id; a run without a note is not among them.
    [[nodiscard]] Result<std::map<QString, RunNote>> all() const;
    /// All of them or none.
    /// @return Errc::Usage for a name of more than 80 letters.
    [[nodiscard]] Result<> set(const std::map<QString, RunNote> &notes);

private:
    std::shared_ptr<Store> m_store;
};

} // namespace belvedere
