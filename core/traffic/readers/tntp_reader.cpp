// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/tntp_reader.h"

#include "traffic/readers/text_lines.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace belvedere {

namespace {

/// What a file says before <END OF METADATA>, by name.
using Metadata = std::map<std::string, std::string, std::less<>>;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r;";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Without its comment and without the marks between values.
std::string_view content(std::string_view line)
{
    return trimmed(line.substr(0, line.find('~')));
}

bool isEnd(std::string_view name)
{
    return name == "END OF METADATA";
}

Result<Metadata> readMetadata(TextLines &lines)
{
    Metadata metadata;
    while (const auto line = lines.next()) {
        // The original header is a comment with a name: it holds a '~'.
        const std::size_t open = line->find('<');
        const std::size_t close = line->find('>');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
            if (content(*line).empty())
                continue;
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP(
                    "Error", "A value stands before <END OF METADATA>. Is this a TNTP file?"),
                {}, lines.where());
        }
        const std::string_view name = line->substr(open + 1, close - open - 1);
        if (isEnd(name))
            return metadata;
        metadata.emplace(name, content(line->substr(close + 1)));
    }
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "The line <END OF METADATA> is missing. Is this a TNTP file?"),
        {}, lines.file());
}

/// A count from the metadata; `fallback` where the line may be missing, else -1.
Result<std::int64_t> countOf(
    const Metadata &metadata, std::string_view name, std::int64_t fallback, const QString &file)
{
    constexpr std::int64_t kMost = 100'000'000;
    const auto found = metadata.find(name);
    if (found == metadata.end() && fallback >= 0)
        return fallback;
    const auto value =
        found == metadata.end() ? std::nullopt : wholeNumberOf(std::string_view(found->second));
    if (!value || *value < 0 || *value > kMost)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The line <%1> is missing or is not a whole number."),
            {textOf(name)}, file);
    return *value;
}

Result<double> factorOf(
    const Metadata &metadata, std::string_view name, double fallback, const QString &file)
{
    const auto found = metadata.find(name);
    if (found == metadata.end() || found->second.empty())
        return fallback;
    const auto value = numberOf(std::string_view(found->second));
    if (!value || !std::isfinite(*value))
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The line <%1> is not a number."),
            {textOf(name)}, file);
    return *value;
}

Result<double> numberAt(
    const std::vector<std::string_view> &words, std::size_t position, const TextLines &lines)
{
    const auto value = numberOf(words[position]);
    if (!value)
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "\"%1\" is not a number."),
            {textOf(words[position])}, lines.where());
    return *value;
}

Result<std::int32_t> nodeAt(const std::vector<std::string_view> &words, std::size_t position,
    std::int64_t nodes, const TextLines &lines)
{
    const auto value = wholeNumberOf(words[position]);
    if (!value || *value < 1 || *value > nodes)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "\"%1\" is not a node from 1 to %2."),
            {textOf(words[position]), QString::number(nodes)}, lines.where());
    return static_cast<std::int32_t>(*value - 1);
}

Result<AssignmentLink> linkOf(
    const std::vector<std::string_view> &words, std::int64_t nodes, const TextLines &lines)
{
    constexpr std::size_t kToll = 8; // after a speed that nothing relies on
    if (words.size() < kToll - 1)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "A link needs init_node, term_node, capacity, length, free_flow_time, b and "
                "power; %1 values were found."),
            {QString::number(words.size())}, lines.where());
    AssignmentLink link;
    BV_TRY(link.from, nodeAt(words, 0, nodes, lines));
    BV_TRY(link.to, nodeAt(words, 1, nodes, lines));
    BV_TRY(link.delay.capacity, numberAt(words, 2, lines));
    BV_TRY(link.length, numberAt(words, 3, lines));
    BV_TRY(link.delay.freeTime, numberAt(words, 4, lines));
    BV_TRY(link.delay.coefficient, numberAt(words, 5, lines));
    BV_TRY(link.delay.power, numberAt(words, 6, lines));
    if (words.size() > kToll) {
        BV_TRY(link.toll, numberAt(words, kToll, lines));
    }
    return link;
}

/// Nodes, zones and class of a network, without its links.
Result<AssignmentNetworkData> frameOf(
    const Metadata &metadata, const TntpFactors &factors, const QString &file)
{
    BV_TRY(const std::int64_t nodes, countOf(metadata, "NUMBER OF NODES", -1, file));
    BV_TRY(const std::int64_t zones, countOf(metadata, "NUMBER OF ZONES", -1, file));
    BV_TRY(const std::int64_t firstThrough, countOf(metadata, "FIRST THRU NODE", 1, file));
    if (zones > nodes)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The file names %1 zones but only %2 nodes."),
            {QString::number(zones), QString::number(nodes)}, file);
    AssignmentNetworkData data;
    for (std::int64_t id = 1; id <= nodes; ++id) {
        data.nodeIds.push_back(id);
        data.noThrough.push_back(id < firstThrough ? 1 : 0);
        if (id <= zones)
            data.zones.push_back({id, static_cast<std::int32_t>(id - 1)});
    }
    BV_TRY(data.classes.front().tollFactor, factorOf(metadata, "TOLL FACTOR", factors.toll, file));
    BV_TRY(data.classes.front().lengthFactor,
        factorOf(metadata, "DISTANCE FACTOR", factors.distance, file));
    return data;
}

/// "d : q" of a line without its ';', to `pairs`.
Result<> readPair(std::string_view text, std::int32_t origin, std::size_t zones,
    const TextLines &lines, std::vector<OdPair> &pairs)
{
    const std::size_t colon = text.find(':');
    const auto zone = wholeNumberOf(trimmed(text.substr(0, colon)));
    const auto trips =
        colon == std::string_view::npos ? std::nullopt : numberOf(trimmed(text.substr(colon + 1)));
    if (!zone || !trips)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "\"%1\" is not \"destination : trips\"."),
            {textOf(trimmed(text))}, lines.where());
    if (*zone < 1 || static_cast<std::size_t>(*zone) > zones)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Trips go to zone %1, but the network has %2 zones. Check that both files belong "
                "together."),
            {QString::number(*zone), QString::number(zones)}, lines.where());
    if (!(*trips >= 0.0) || !std::isfinite(*trips))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "%1 trips: they must be 0 or more."),
            {QString::number(*trips)}, lines.where());
    if (*trips > 0.0)
        pairs.push_back({origin, static_cast<std::int32_t>(*zone - 1), *trips});
    return {};
}

} // namespace

TntpFactors publishedTntpFactors(const QString &file)
{
    const QString name = QFileInfo(file).fileName().toLower().remove(QLatin1Char('-'));
    if (name.startsWith(QLatin1String("chicagosketch")))
        return {0.02, 0.04};
    if (name.startsWith(QLatin1String("chicagoregional")))
        return {0.1, 0.25};
    if (name.startsWith(QLatin1String("philadelphia")))
        return {0.055, 0.0};
    return {};
}

Result<AssignmentNetwork> readTntpNetwork(const QString &file, const TntpFactors &factors)
{
    BV_TRY(TextLines lines, TextLines::read(file));
    BV_TRY(const Metadata metadata, readMetadata(lines));
    BV_TRY(AssignmentNetworkData data, frameOf(metadata, factors, lines.file()));
    BV_TRY(const std::int64_t links, countOf(metadata, "NUMBER OF LINKS", -1, lines.file()));
    std::vector<std::string_view> words;
    while (const auto line = lines.next()) {
        splitWords(content(*line), words);
        if (words.empty())
            continue;
        BV_TRY(AssignmentLink link,
            linkOf(words, static_cast<std::int64_t>(data.nodeIds.size()), lines));
        data.links.push_back(link);
    }
    if (data.links.size() != static_cast<std::size_t>(links))
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The file names %1 links but has %2. Is it complete?"),
            {QString::number(links), QString::number(data.links.size())}, lines.file());
    auto network = AssignmentNetwork::make(std::move(data));
    if (!network)
        network.error().where = lines.file();
    return network;
}

Result<OdMatrix> readTntpTrips(const QString &file, std::size_t zones)
{
    BV_TRY(TextLines lines, TextLines::read(file));
    BV_TRY(const Metadata metadata, readMetadata(lines));
    BV_TRY(const std::int64_t named,
        countOf(metadata, "NUMBER OF ZONES", static_cast<std::int64_t>(zones), lines.file()));
    if (static_cast<std::size_t>(named) != zones)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The matrix has %1 zones, but the network has %2. Check that both belong "
                "together."),
            {QString::number(named), QString::number(zones)}, lines.file());
    std::vector<OdPair> pairs;
    std::int32_t origin = -1;
    std::vector<std::string_view> words;
    while (const auto line = lines.next()) {
        std::string_view rest = content(*line);
        if (rest.starts_with("Origin")) {
            splitWords(rest, words);
            const auto zone = words.size() == 2 ? wholeNumberOf(words[1]) : std::nullopt;
            if (!zone || *zone < 1 || static_cast<std::size_t>(*zone) > zones)
                return failure(Errc::Shape,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" does not name a zone from 1 to %2."),
                    {textOf(rest), QString::number(zones)}, lines.where());
            origin = static_cast<std::int32_t>(*zone - 1);
            continue;
        }
        if (!rest.empty() && origin < 0)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "Trips stand before the first \"Origin\" line."), {},
                lines.where());
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            BV_TRY_VOID(readPair(rest.substr(0, end), origin, zones, lines, pairs));
            rest = trimmed(rest.substr(end));
        }
    }
    return OdMatrix::make(zones, std::move(pairs));
}

Result<std::vector<TntpFlow>> readTntpFlows(const QString &file)
{
    BV_TRY(TextLines lines, TextLines::read(file));
    std::vector<TntpFlow> flows;
    std::vector<std::string_view> words;
    std::string plain;
    bool heading = true;
    while (const auto line = lines.next()) {
        // Chicago-Regional writes "from to : volume cost ;" after metadata.
        plain = content(*line);
        std::replace(plain.begin(), plain.end(), ':', ' ');
        splitWords(plain, words);
        if (words.empty() || words[0].starts_with('<'))
            continue;
        const auto from = wholeNumberOf(words[0]);
        if (!from && heading) {
            heading = false;
            continue;
        }
        const auto to = words.size() > 1 ? wholeNumberOf(words[1]) : std::nullopt;
        if (!from || !to || words.size() < 3)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is not \"from to volume cost\"."),
                {textOf(trimmed(plain))}, lines.where());
        TntpFlow flow{*from, *to, 0.0, 0.0};
        BV_TRY(flow.volume, numberAt(words, 2, lines));
        if (words.size() > 3) {
            BV_TRY(flow.cost, numberAt(words, 3, lines));
        }
        flows.push_back(flow);
    }
    return flows;
}

Result<std::vector<TntpNode>> readTntpNodes(const QString &file)
{
    BV_TRY(TextLines lines, TextLines::read(file));
    std::vector<TntpNode> nodes;
    std::vector<std::string_view> words;
    bool heading = true;
    while (const auto line = lines.next()) {
        splitWords(content(*line), words);
        if (words.empty())
            continue;
        const auto id = wholeNumberOf(words[0]);
        if (!id && heading) {
            heading = false;
            continue;
        }
        if (!id || words.size() < 3)
            return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "\"%1\" is not \"node x y\"."),
                {textOf(content(*line))}, lines.where());
        TntpNode node{*id, 0.0, 0.0};
        BV_TRY(node.x, numberAt(words, 1, lines));
        BV_TRY(node.y, numberAt(words, 2, lines));
        nodes.push_back(node);
    }
    return nodes;
}

} // namespace belvedere
