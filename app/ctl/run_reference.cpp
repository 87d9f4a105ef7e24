// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_reference.h"

#include "registry/registry.h"

namespace belvedere::ctl {

Result<RunRecord> runByReference(const std::shared_ptr<Store> &store, const QString &reference)
{
    const RunArchive archive(store);
    auto run = archive.run(reference);
    if (run || run.error().code != Errc::NotFound)
        return run;
    const auto version = Registry(store).find(reference);
    if (version)
        return archive.run(version->runId);
    if (version.error().code != Errc::NotFound)
        return failure(version.error());
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error",
            "There is no run and no model \"%1\". See: belvederectl runs, belvederectl models "
            "list."),
        {reference});
}

} // namespace belvedere::ctl
