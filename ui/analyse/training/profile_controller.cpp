// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/profile_controller.h"

namespace belvedere::ui {

ProfileController::ProfileController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ProfileController::setStore(std::shared_ptr<Store> store)
{
    m_making.cancel();
    m_context.store = std::move(store);
}

void ProfileController::request(const QString &dataset, const QString &channel)
{
    m_making.cancel();
    if (!m_context.store || dataset.isEmpty() || channel.isEmpty())
        return;
    const auto make = [store = m_context.store, dataset, channel](
                          TaskContext &context) -> Result<Profile> {
        BV_TRY(const auto series, store->series(dataset));
        BV_TRY(auto profile, quantityProfile(*series, channel, context));
        return std::make_shared<const QuantityProfile>(std::move(profile));
    };
    m_making.start(runTask(m_context.pools->io, make), [this](const Result<Profile> &profile) {
        if (profile)
            Q_EMIT ready(*profile);
        else
            Q_EMIT failed(profile.error());
    });
}

} // namespace belvedere::ui
