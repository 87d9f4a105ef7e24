// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "analyse/training/quantity_profile.h"
#include "common/task_slot.h"

#include <QObject>

namespace belvedere::ui {

/// Makes the profile of the quantity that is chosen; the last one asked for wins.
class ProfileController : public QObject
{
    Q_OBJECT

public:
    explicit ProfileController(const AnalyseContext &context, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    void request(const QString &dataset, const QString &channel);

Q_SIGNALS:
    void ready(const std::shared_ptr<const belvedere::ui::QuantityProfile> &profile);
    void failed(const belvedere::Error &error);

private:
    using Profile = std::shared_ptr<const QuantityProfile>;

    AnalyseContext m_context;
    TaskSlot<Profile> m_making{this};
};

} // namespace belvedere::ui
