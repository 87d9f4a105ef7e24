// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/gdal_session.h"

#include <gdal.h>

#include <cpl_conv.h>
#include <cpl_error.h>

#include <mutex>

namespace belvedere {

struct GdalSession::Log
{
    QString firstFailure;

    static void CPL_STDCALL take(CPLErr kind, CPLErrorNum, const char *text)
    {
        auto *log = static_cast<Log *>(CPLGetErrorHandlerUserData());
        if (log && kind >= CE_Failure && log->firstFailure.isEmpty())
            log->firstFailure = QString::fromUtf8(text);
    }
};

GdalSession::GdalSession()
    : m_log(std::make_unique<Log>())
{
    static std::once_flag registered;
    std::call_once(registered, [] {
        GDALAllRegister();
        // A file of ours is never changed by looking at it.
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("OGR_SQLITE_PRAGMA", "trusted_schema=OFF");
        CPLSetConfigOption("PROJ_NETWORK", "OFF");
    });
    CPLPushErrorHandlerEx(&Log::take, m_log.get());
}

GdalSession::~GdalSession()
{
    CPLPopErrorHandler();
}

QString GdalSession::firstFailure() const
{
    return m_log->firstFailure;
}

void GdalSession::clear()
{
    m_log->firstFailure.clear();
    CPLErrorReset();
}

} // namespace belvedere
