// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLockFile>

#include <memory>
#include <mutex>

namespace belvedere {

/// While it lives, nobody else changes runs or the registry of this city: neither another thread
/// nor another process. Not recursive: a second one in the same thread waits for ever.
class ArtifactLock
{
public:
    /// Makes `models/` in the city folder if need be and locks it.
    /// @return Errc::Busy after 20 s, naming who holds it; Errc::Io if the folder may not be
    /// written.
    [[nodiscard]] static Result<ArtifactLock> acquire(const QString &cityDirectory);

private:
    ArtifactLock() = default;
    std::unique_lock<std::mutex> m_threads;
    std::unique_ptr<QLockFile> m_processes; // gone before the mutex opens
};

} // namespace belvedere
