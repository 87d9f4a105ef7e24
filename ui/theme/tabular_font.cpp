// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tabular_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QRawFont>
#include <QtEndian>

#include <utility>
#include <vector>

namespace belvedere::ui {

namespace {

// Layout of the tables: OpenType specification 1.9, chapters "otff", "name" and "chapter2".

constexpr auto kSourceFamily = "Inter";
constexpr auto kFamily = "Belvedere Sans";

using Table = std::pair<QByteArray, QByteArray>; // tag, content

void append16(QByteArray &out, int value)
{
    const auto big = qToBigEndian(static_cast<quint16>(value));
    out.append(reinterpret_cast<const char *>(&big), 2);
}

void append32(QByteArray &out, qsizetype value)
{
    const auto big = qToBigEndian(static_cast<quint32>(value));
    out.append(reinterpret_cast<const char *>(&big), 4);
}

quint16 read16(const QByteArray &table, qsizetype at)
{
    return at + 2 <= table.size() ? qFromBigEndian<quint16>(table.constData() + at) : quint16(0);
}

QByteArray utf16(const QString &text)
{
    QByteArray out;
    for (const QChar c : text)
        append16(out, c.unicode());
    return out;
}

QByteArray nameTable(const QString &family, const QString &style)
{
    const bool regular = style == QLatin1String("Regular");
    const QString legacyFamily = regular ? family : family + QLatin1Char(' ') + style;
    const std::vector<std::pair<int, QString>> names = {{1, legacyFamily},
        {2, QStringLiteral("Regular")}, {4, family + QLatin1Char(' ') + style},
        {6, QString(family).remove(QLatin1Char(' ')) + QLatin1Char('-') + style}, {16, family},
        {17, style}};
    QByteArray records;
    QByteArray strings;
    for (const auto &[id, text] : names) {
        const QByteArray bytes = utf16(text);
        for (const int field : {3, 1, 0x409, id, int(bytes.size()), int(strings.size())})
            append16(records, field); // Windows, Unicode, English (US)
        strings.append(bytes);
    }
    QByteArray out;
    append16(out, 0);
    append16(out, int(names.size()));
    append16(out, 6 + int(records.size()));
    return out + records + strings;
}

/// A font file of these tables. Check sums stay zero: nothing here reads them.
QByteArray fontFile(const std::vector<Table> &tables, bool postScriptOutlines)
{
    QByteArray out = postScriptOutlines ? QByteArray("OTTO") : QByteArray("\0\1\0\0", 4);
    append16(out, int(tables.size()));
    for (int i = 0; i < 3; ++i)
        append16(out, 0); // for binary search in old readers
    qsizetype offset = 12 + 16 * qsizetype(tables.size());
    QByteArray body;
    for (const auto &[tag, content] : tables) {
        out.append(tag);
        append32(out, 0);
        append32(out, offset + body.size());
        append32(out, content.size());
        body.append(content);
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    return out + body;
}

bool registerStyle(QFont::Weight weight, const QString &style)
{
    QFont font(QString::fromLatin1(kSourceFamily));
    font.setWeight(weight);
    if (QFontInfo(font).family() != font.family())
        return false;
    const QRawFont raw = QRawFont::fromFont(font);
    const QByteArray gsub = withFeatureRenamed(raw.fontTable("GSUB"), "tnum", "rclt");
    if (gsub.isEmpty())
        return false;
    std::vector<Table> tables;
    // In the order of their tags, as the format asks for.
    for (const char *tag : {"CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "glyf",
             "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}) {
        QByteArray content = raw.fontTable(tag);
        if (qstrcmp(tag, "GSUB") == 0)
            content = gsub;
        if (qstrcmp(tag, "name") == 0)
            content = nameTable(QString::fromLatin1(kFamily), style);
        if (!content.isEmpty())
            tables.emplace_back(tag, content);
    }
    const bool postScript = !tables.empty() && tables.front().first == "CFF ";
    return QFontDatabase::addApplicationFontFromData(fontFile(tables, postScript)) >= 0;
}

} // namespace

QByteArray withFeatureRenamed(QByteArray gsub, const QByteArray &from, const QByteArray &to)
{
    const qsizetype list = read16(gsub, 6); // FeatureList
    const int count = read16(gsub, list);
    if (list < 10 || list + 2 + 6 * count > gsub.size())
        return {};
    bool found = false;
    for (int i = 0; i < count; ++i) {
        const qsizetype at = list + 2 + 6 * i;
        const QByteArray tag = gsub.mid(at, 4);
        if (tag == to)
            return {};
        if (tag == from) {
            gsub.replace(at, 4, to);
            found = true;
        }
    }
    return found ? gsub : QByteArray();
}

QString tabularFamily()
{
    static const bool made = registerStyle(QFont::Normal, QStringLiteral("Regular"))
        && registerStyle(QFont::DemiBold, QStringLiteral("SemiBold"));
    return made ? QString::fromLatin1(kFamily) : QString();
}

} // namespace belvedere::ui
