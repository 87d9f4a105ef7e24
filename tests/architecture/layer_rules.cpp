// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/layer_rules.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>

namespace belvedere::architecture {

namespace {

const QString kAnything = QStringLiteral("*");
const QString kCppOnly = QStringLiteral("(cpp)");

QStringList words(const QString &text)
{
    static const QRegularExpression kBlanks(QStringLiteral("\\s+"));
    return text.split(kBlanks, Qt::SkipEmptyParts);
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    return slash < 0 ? QString() : path.left(slash);
}

/// "core/data/store" → "data/store".
QString shortName(const QString &folder)
{
    return folder.mid(folder.indexOf(QLatin1Char('/')) + 1);
}

QString qtHeaders()
{
    return QLibraryInfo::path(QLibraryInfo::HeadersPath);
}

/// Class name in lower or upper case → module, from the headers that are installed.
const QHash<QString, QString> &qtModules()
{
    static const QHash<QString, QString> kModules = [] {
        QHash<QString, QString> modules;
        const QDir root(qtHeaders());
        for (const QString &module : root.entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
            const QDir headers(root.filePath(module));
            for (const QString &header : headers.entryList({QStringLiteral("[Qq]*")}, QDir::Files))
                modules.insert(header, module);
        }
        return modules;
    }();
    return kModules;
}

} // namespace

bool isModuleWide(const QString &header)
{
    return header.startsWith(QLatin1String("Qt")) && !header.contains(QLatin1Char('/'))
        && QFileInfo(qtHeaders() + QLatin1Char('/') + header).isDir();
}

QString outsideModule(const QString &header)
{
    static const QSet<QString> kSystem{QStringLiteral("dlfcn.h"), QStringLiteral("fcntl.h"),
        QStringLiteral("pthread.h"), QStringLiteral("sched.h"), QStringLiteral("unistd.h")};
    const qsizetype slash = header.indexOf(QLatin1Char('/'));
    if (slash > 0) {
        const QString first = header.left(slash);
        return first == QLatin1String("sys") ? QString() : first;
    }
    if (isModuleWide(header))
        return header;
    if (const auto qt = qtModules().constFind(header); qt != qtModules().cend())
        return *qt;
    if (kSystem.contains(header))
        return {};
    // What remains is standard if it has no ending, and named after its library otherwise.
    const qsizetype dot = header.indexOf(QLatin1Char('.'));
    if (dot > 0)
        return header.left(dot);
    return header.front().isUpper() ? header : QString();
}

Result<LayerRules> LayerRules::parse(const QString &text)
{
    LayerRules rules;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].section(QLatin1Char('#'), 0, 0).trimmed();
        if (!line.isEmpty())
            BV_TRY_VOID(rules.addLine(line, static_cast<int>(i) + 1));
    }
    BV_TRY_VOID(rules.checkFolders());
    return rules;
}

Result<> LayerRules::addLine(const QString &line, int number)
{
    const QString where = QStringLiteral("line %1").arg(number);
    const QStringList columns = line.split(QLatin1Char('|'));
    if (columns.size() != 3)
        return failure(Errc::Parse, "Three columns are needed, not %1.",
            {QString::number(columns.size())}, where);
    const QString name = columns[0].trimmed();
    if (m_folders.contains(name))
        return failure(Errc::Parse, "%1 is listed twice.", {name}, where);
    Folder folder;
    for (const QString &word : words(columns[1])) {
        if (word == kAnything)
            folder.everything = true;
        else
            folder.mayInclude.append(word);
    }
    for (QString word : words(columns[2])) {
        const bool cppOnly = word.endsWith(kCppOnly);
        if (cppOnly)
            word.chop(kCppOnly.size());
        folder.outside.push_back({word, cppOnly});
    }
    m_folders.insert(name, folder);
    return {};
}

Result<> LayerRules::checkFolders() const
{
    for (auto folder = m_folders.cbegin(); folder != m_folders.cend(); ++folder) {
        for (const QString &allowed : folder->mayInclude) {
            QStringList seen;
            if (includedFolder(allowed + QLatin1String("/x.h")) != QLatin1String("core/") + allowed
                && includedFolder(allowed + QLatin1String("/x.h"))
                    != QLatin1String("ui/") + allowed)
                return failure(Errc::Parse, "%1 may include %2, which is not listed.",
                    {folder.key(), allowed});
            // Full names: a domain has a folder below core/ and one below ui/, which may include
            // it.
            if (reaches(includedFolder(allowed + QLatin1String("/x.h")), folder.key(), seen))
                return failure(
                    Errc::Parse, "%1 and %2 may include each other.", {folder.key(), allowed});
        }
    }
    return {};
}

bool LayerRules::reaches(const QString &from, const QString &to, QStringList &seen) const
{
    if (from == to)
        return true;
    if (seen.contains(from))
        return false;
    seen.append(from);
    for (const QString &next : m_folders.value(from).mayInclude) {
        if (reaches(includedFolder(next + QLatin1String("/x.h")), to, seen))
            return true;
    }
    return false;
}

QStringList LayerRules::allowedFrom(const QString &folder) const
{
    const QString listed = includedFolder(folder + QLatin1String("/x.h"));
    return m_folders.value(listed).mayInclude;
}

QString LayerRules::listedFolder(QString folder) const
{
    while (!folder.isEmpty() && !m_folders.contains(folder))
        folder = folderOf(folder);
    return folder;
}

QString LayerRules::includedFolder(const QString &target) const
{
    const QString folder = folderOf(target);
    for (const char *root : {"core/", "ui/"}) {
        const QString listed = listedFolder(QLatin1String(root) + folder);
        if (!listed.isEmpty())
            return listed;
    }
    return {};
}

QStringList LayerRules::violations(const SourceText &source) const
{
    const QString folder = listedFolder(folderOf(source.path));
    if (folder.isEmpty())
        return {QStringLiteral("%1: its folder is not in layers.txt").arg(source.path)};
    if (m_folders[folder].everything)
        return {};
    QStringList found;
    for (const IncludeLine &include : includeLines(source.text)) {
        const QString problem = include.quoted ? quotedViolation(folder, source, include.target)
                                               : outsideViolation(folder, source, include.target);
        if (!problem.isEmpty())
            found.append(
                QStringLiteral("%1:%2: %3").arg(source.path).arg(include.line).arg(problem));
    }
    return found;
}

QString LayerRules::quotedViolation(
    const QString &folder, const SourceText &source, const QString &target) const
{
    const QString mocFile = QFileInfo(source.path).baseName() + QLatin1String(".moc");
    if (target == mocFile)
        return {};
    if (!target.contains(QLatin1Char('/')))
        return QStringLiteral("\"%1\" must be written from the root of core/ or ui/").arg(target);
    const QString from = includedFolder(target);
    if (from.isEmpty())
        return QStringLiteral("\"%1\" is in no folder that layers.txt lists").arg(target);
    if (from == folder || m_folders[folder].mayInclude.contains(shortName(from)))
        return {};
    return QStringLiteral("%1 may not include \"%2\"").arg(folder, target);
}

QString LayerRules::outsideViolation(
    const QString &folder, const SourceText &source, const QString &target) const
{
    if (isModuleWide(target))
        return QStringLiteral("<%1> brings in a whole module; include the class").arg(target);
    const QString module = outsideModule(target);
    if (module.isEmpty() || module == QLatin1String("QtCore"))
        return {};
    for (const Outside &allowed : m_folders[folder].outside) {
        if (allowed.module != module)
            continue;
        if (allowed.cppOnly && source.path.endsWith(QLatin1String(".h")))
            return QStringLiteral("<%1> (%2) may stand in .cpp files only").arg(target, module);
        return {};
    }
    return QStringLiteral("%1 may not include <%2> (%3)").arg(folder, target, module);
}

} // namespace belvedere::architecture
