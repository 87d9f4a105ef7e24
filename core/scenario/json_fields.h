// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/link_key.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace belvedere {

/// Takes the fields of a JSON object one by one and keeps the first thing that is wrong: a field
/// that is missing or of another type, and at the end one that nobody asked for.
class JsonFields
{
public:
    explicit JsonFields(const QJsonObject &object);

    [[nodiscard]] bool has(const char *key) const;
    /// Must be there.
    QString text(const char *key);
    double number(const char *key);
    std::int64_t integer(const char *key);
    std::vector<LinkKey> links(const char *key);
    /// May be absent.
    QString text(const char *key, const QString &otherwise);
    double number(const char *key, double otherwise);
    std::int64_t integer(const char *key, std::int64_t otherwise);
    bool flag(const char *key, bool otherwise);
    QStringList texts(const char *key);
    std::vector<double> numbers(const char *key);
    std::vector<std::int64_t> integers(const char *key);
    QJsonArray array(const char *key);
    QJsonObject object(const char *key);
    /// For a value that is read elsewhere.
    QJsonValue take(const char *key);

    /// Keeps an error that was found elsewhere.
    void fail(Error error);
    /// The first error, if there was one; unknown fields are errors.
    [[nodiscard]] Result<> finish();

private:
    /// Says that a field is not what its format asks for.
    void wrong(const char *key, const char *text);
    [[nodiscard]] std::int64_t wholeOf(const char *key, const QJsonValue &value);

    QJsonObject m_object;
    QStringList m_known;
    std::optional<Error> m_error;
};

} // namespace belvedere
