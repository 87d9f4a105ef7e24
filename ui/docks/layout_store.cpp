// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/layout_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace belvedere::ui {

namespace {

const QString kKey = QStringLiteral("layouts");
constexpr int kLargest = 32768; // px, of what a window may measure

QJsonObject toJson(const Layout &layout)
{
    QJsonObject hosts;
    for (auto it = layout.hosts.begin(); it != layout.hosts.end(); ++it)
        hosts.insert(it.key(), QString::fromLatin1(it->toBase64()));
    return {{QStringLiteral("name"), layout.name}, {QStringLiteral("screens"), layout.screens},
        {QStringLiteral("window"),
            QJsonArray{layout.window.x(), layout.window.y(), layout.window.width(),
                layout.window.height()}},
        {QStringLiteral("maximized"), layout.maximized},
        {QStringLiteral("workspace"), layout.workspace}, {QStringLiteral("hosts"), hosts}};
}

std::optional<Layout> fromJson(const QJsonObject &json)
{
    Layout layout;
    layout.name = json.value(QLatin1String("name")).toString();
    layout.screens = json.value(QLatin1String("screens")).toString();
    const QJsonArray window = json.value(QLatin1String("window")).toArray();
    if (window.size() != 4 || layout.screens.isEmpty())
        return {};
    layout.window =
        QRect(window[0].toInt(), window[1].toInt(), window[2].toInt(), window[3].toInt());
    const auto sane = [](int v) { return v > -kLargest && v < kLargest; };
    if (layout.window.isEmpty() || !sane(layout.window.x()) || !sane(layout.window.y())
        || !sane(layout.window.width()) || !sane(layout.window.height()))
        return {};
    layout.maximized = json.value(QLatin1String("maximized")).toBool();
    layout.workspace = json.value(QLatin1String("workspace")).toString();
    const QJsonObject hosts = json.value(QLatin1String("hosts")).toObject();
    for (auto it = hosts.begin(); it != hosts.end(); ++it)
        layout.hosts.insert(it.key(), QByteArray::fromBase64(it->toString().toLatin1()));
    return layout;
}

} // namespace

LayoutStore::LayoutStore()
{
    const QByteArray text = QSettings().value(kKey).toString().toUtf8();
    const QJsonArray list = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &value : list) {
        if (const auto layout = fromJson(value.toObject()))
            m_layouts.push_back(*layout);
    }
}

QStringList LayoutStore::names() const
{
    QStringList names;
    for (const Layout &layout : m_layouts) {
        if (!layout.name.isEmpty() && !names.contains(layout.name))
            names += layout.name;
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

bool LayoutStore::contains(const QString &name) const
{
    return std::any_of(m_layouts.begin(), m_layouts.end(),
        [&name](const Layout &layout) { return layout.name == name; });
}

std::optional<Layout> LayoutStore::find(const QString &name, const QString &screens) const
{
    std::optional<Layout> other;
    for (const Layout &layout : m_layouts) {
        if (layout.name != name)
            continue;
        if (layout.screens == screens)
            return layout;
        other = layout;
    }
    return other;
}

void LayoutStore::put(const Layout &layout)
{
    m_layouts.erase(std::remove_if(m_layouts.begin(), m_layouts.end(),
                        [&layout](const Layout &l) {
                            return l.name == layout.name && l.screens == layout.screens;
                        }),
        m_layouts.end());
    m_layouts.push_back(layout);
    store();
}

void LayoutStore::remove(const QString &name)
{
    m_layouts.erase(std::remove_if(m_layouts.begin(), m_layouts.end(),
                        [&name](const Layout &l) { return l.name == name; }),
        m_layouts.end());
    store();
}

bool LayoutStore::rename(const QString &from, const QString &to)
{
    if (to.isEmpty() || contains(to))
        return false;
    for (Layout &layout : m_layouts) {
        if (layout.name == from)
            layout.name = to;
    }
    store();
    return true;
}

void LayoutStore::setLayouts(std::vector<Layout> layouts)
{
    m_layouts = std::move(layouts);
    store();
}

void LayoutStore::store() const
{
    QJsonArray list;
    for (const Layout &layout : m_layouts)
        list.append(toJson(layout));
    QSettings().setValue(
        kKey, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

} // namespace belvedere::ui
