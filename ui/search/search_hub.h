// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/search_provider.h"

#include <QObject>

#include <memory>
#include <vector>

namespace belvedere::ui {

/// All that can be searched. Made and owned by main(), passed in contexts.
class SearchHub : public QObject
{
    Q_OBJECT

public:
    explicit SearchHub(QObject *parent = nullptr);

    /// It goes when `owner` does.
    void add(std::shared_ptr<SearchProvider> provider, QObject *owner);
    [[nodiscard]] const std::vector<std::shared_ptr<SearchProvider>> &providers() const
    {
        return m_providers;
    }

private:
    std::vector<std::shared_ptr<SearchProvider>> m_providers;
};

} // namespace belvedere::ui
