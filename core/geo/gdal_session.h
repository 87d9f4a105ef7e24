// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace belvedere {

/// Makes GDAL ready, and keeps what it says in this thread, instead of printing it, for as long
/// as this lives. May be nested; belongs to one thread.
class GdalSession
{
public:
    GdalSession();
    ~GdalSession();
    GdalSession(const GdalSession &) = delete;
    GdalSession &operator=(const GdalSession &) = delete;

    /// The first thing that GDAL reported as a failure since clear(); empty if it did not.
    [[nodiscard]] QString firstFailure() const;
    void clear();

private:
    struct Log;
    std::unique_ptr<Log> m_log;
};

} // namespace belvedere
