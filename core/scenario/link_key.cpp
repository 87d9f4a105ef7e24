// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/link_key.h"

#include <QRegularExpression>

namespace belvedere {

QString linkKeyText(LinkKey key)
{
    const QString ends = QStringLiteral("%1-%2").arg(key.from).arg(key.to);
    return key.nth == 0 ? ends : QStringLiteral("%1#%2").arg(ends).arg(key.nth + 1);
}

Result<LinkKey> parseLinkKey(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(-?\\d{1,18})-(-?\\d{1,18})(?:#(\\d{1,4}))?$"));
    const QRegularExpressionMatch match = form.match(text);
    const int nth = match.hasCaptured(3) ? match.captured(3).toInt() : 1;
    if (!match.hasMatch() || nth < 1)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\" does not name a link. Write the ids of its ends, such as 10-16, or 10-16#2 "
                "for the second of parallel links."),
            {text});
    return LinkKey{match.captured(1).toLongLong(), match.captured(2).toLongLong(), nth - 1};
}

LinkIndex::LinkIndex(const AssignmentNetworkData &network)
{
    m_keys.reserve(network.links.size());
    const auto id = [&network](std::int32_t node) {
        return network.nodeIds[static_cast<std::size_t>(node)];
    };
    for (const AssignmentLink &link : network.links)
        add(id(link.from), id(link.to));
}

std::optional<std::size_t> LinkIndex::find(LinkKey key) const
{
    const auto found = m_links.find({key.from, key.to});
    if (found == m_links.end() || key.nth < 0
        || static_cast<std::size_t>(key.nth) >= found->second.size())
        return {};
    return found->second[static_cast<std::size_t>(key.nth)];
}

void LinkIndex::add(std::int64_t fromId, std::int64_t toId)
{
    std::vector<std::size_t> &parallel = m_links[{fromId, toId}];
    parallel.push_back(m_keys.size());
    m_keys.push_back({fromId, toId, static_cast<int>(parallel.size()) - 1});
}

} // namespace belvedere
