// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search_hub.h"

#include <algorithm>

namespace belvedere::ui {

SearchHub::SearchHub(QObject *parent)
    : QObject(parent)
{
}

void SearchHub::add(std::shared_ptr<SearchProvider> provider, QObject *owner)
{
    const SearchProvider *key = provider.get();
    m_providers.push_back(std::move(provider));
    if (owner == nullptr)
        return;
    connect(owner, &QObject::destroyed, this, [this, key] {
        m_providers.erase(std::remove_if(m_providers.begin(), m_providers.end(),
                              [key](const auto &p) { return p.get() == key; }),
            m_providers.end());
    });
}

} // namespace belvedere::ui
