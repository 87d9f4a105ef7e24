// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/json_fields.h"

#include <QJsonArray>

#include <cmath>

namespace belvedere {

namespace {

constexpr double kLargestWhole = 9007199254740992.0; // a JSON number is a double

} // namespace

JsonFields::JsonFields(const QJsonObject &object)
    : m_object(object)
{
}

bool JsonFields::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

QJsonValue JsonFields::take(const char *key)
{
    m_known.append(QLatin1String(key));
    return m_object.value(QLatin1String(key));
}

void JsonFields::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void JsonFields::wrong(const char *key, const char *text)
{
    fail(Error{Errc::Parse, text, {QLatin1String(key)}, {}, {}});
}

QString JsonFields::text(const char *key)
{
    const QJsonValue value = take(key);
    if (!value.isString() || value.toString().isEmpty())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is missing or no text."));
    return value.toString();
}

QString JsonFields::text(const char *key, const QString &otherwise)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return otherwise;
    if (!value.isString())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is no text."));
    return value.toString();
}

double JsonFields::number(const char *key)
{
    const QJsonValue value = take(key);
    if (!value.isDouble())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is missing or no number."));
    return value.toDouble();
}

double JsonFields::number(const char *key, double otherwise)
{
    if (!has(key)) {
        static_cast<void>(take(key));
        return otherwise;
    }
    return number(key);
}

std::int64_t JsonFields::wholeOf(const char *key, const QJsonValue &value)
{
    const double number = value.toDouble(std::nan(""));
    if (!(std::abs(number) <= kLargestWhole) || number != std::floor(number)) {
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is missing or no whole number."));
        return 0;
    }
    return static_cast<std::int64_t>(number);
}

std::int64_t JsonFields::integer(const char *key)
{
    return wholeOf(key, take(key));
}

std::int64_t JsonFields::integer(const char *key, std::int64_t otherwise)
{
    const QJsonValue value = take(key);
    return value.isUndefined() ? otherwise : wholeOf(key, value);
}

bool JsonFields::flag(const char *key, bool otherwise)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is neither true nor false."));
    return value.toBool(otherwise);
}

QJsonArray JsonFields::array(const char *key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is no list."));
    return value.toArray();
}

QJsonObject JsonFields::object(const char *key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The field \"%1\" is no object."));
    return value.toObject();
}

QStringList JsonFields::texts(const char *key)
{
    QStringList result;
    for (const QJsonValue &value : array(key)) {
        if (!value.isString())
            wrong(key,
                QT_TRANSLATE_NOOP("Error", "The list \"%1\" holds something else than texts."));
        result.append(value.toString());
    }
    return result;
}

std::vector<double> JsonFields::numbers(const char *key)
{
    std::vector<double> result;
    for (const QJsonValue &value : array(key)) {
        if (!value.isDouble())
            wrong(key,
                QT_TRANSLATE_NOOP("Error", "The list \"%1\" holds something else than numbers."));
        result.push_back(value.toDouble());
    }
    return result;
}

std::vector<std::int64_t> JsonFields::integers(const char *key)
{
    std::vector<std::int64_t> result;
    for (const QJsonValue &value : array(key))
        result.push_back(wholeOf(key, value));
    return result;
}

std::vector<LinkKey> JsonFields::links(const char *key)
{
    std::vector<LinkKey> result;
    for (const QString &text : texts(key)) {
        const Result<LinkKey> link = parseLinkKey(text);
        if (!link)
            fail(link.error());
        else
            result.push_back(*link);
    }
    if (result.empty())
        wrong(key, QT_TRANSLATE_NOOP("Error", "The list \"%1\" is missing or names no link."));
    return result;
}

Result<> JsonFields::finish()
{
    if (m_error)
        return failure(*m_error);
    for (const QString &key : m_object.keys())
        if (!m_known.contains(key))
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP(
                    "Error", "There is no field \"%1\". Known are: %2. Check its spelling."),
                {key, m_known.join(QLatin1String(", "))});
    return {};
}

} // namespace belvedere
