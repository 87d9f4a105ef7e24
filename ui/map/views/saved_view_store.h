// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "map/views/saved_view.h"

#include <QList>

#include <mutex>

namespace belvedere::ui {

/// Where the views of one city are kept. Both functions are for any thread.
class SavedViewStore
{
public:
    SavedViewStore() = default;
    virtual ~SavedViewStore() = default;
    SavedViewStore(const SavedViewStore &) = delete;
    SavedViewStore &operator=(const SavedViewStore &) = delete;

    /// Nothing was ever saved: an empty list.
    [[nodiscard]] virtual Result<QList<SavedView>> load() const = 0;
    /// All or nothing. A revision older than one that was saved is passed over, so that saves may
    /// overtake each other.
    [[nodiscard]] virtual Result<> save(const QList<SavedView> &views, quint64 revision) = 0;
};

/// A JSON file, replaced atomically. One that cannot be read is kept beside it as "….broken"
/// before it is replaced.
class SavedViewFile : public SavedViewStore
{
public:
    explicit SavedViewFile(QString path);

    [[nodiscard]] Result<QList<SavedView>> load() const override;
    [[nodiscard]] Result<> save(const QList<SavedView> &views, quint64 revision) override;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    mutable std::mutex m_mutex;
    quint64 m_saved = 0;
};

/// The file for a city in the person's own settings: views are a person's, and a city's folder may
/// be shared or read-only. `cityKey` is anything that names the city for good, as its path.
[[nodiscard]] QString savedViewsPath(const QString &cityKey);

} // namespace belvedere::ui
