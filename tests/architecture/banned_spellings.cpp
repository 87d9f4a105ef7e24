// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/banned_spellings.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace belvedere::architecture {

namespace {

struct Ban
{
    QRegularExpression pattern;
    QStringList folders; ///< where it counts; each with a slash at its end
    QString hint;
};

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QLatin1String(text));
}

const std::vector<Ban> &bans()
{
    const QString core = QStringLiteral("core/");
    const QString ui = QStringLiteral("ui/");
    const QString app = QStringLiteral("app/");
    static const std::vector<Ban> kBans{
        {pattern(R"(\.\s*then\s*\(\s*this\b)"), {core, ui, app},
            QStringLiteral("use onFinished(): Qt 6.4 aborts when the context dies first")},
        {pattern(R"((\.|->)\s*(result|waitForFinished)\s*\(\s*\))"), {ui},
            QStringLiteral("use onFinished(): this runs or awaits the job in the GUI thread")},
        {pattern(R"(\bQThreadPool\s*::\s*globalInstance\b)"), {core, ui, app},
            QStringLiteral("use TaskPools: the global pool belongs to Qt")},
        {pattern(R"(\bstd\s*::\s*(thread|jthread|async)\b|\bQThread\s*::\s*create\b)"),
            {core, ui, app}, QStringLiteral("use runTask() on one of the TaskPools")},
        {pattern(R"([uU]seOpenGL\s*\(\s*true)"), {ui, app},
            QStringLiteral("Qt Charts crashes without an OpenGL context")},
        {pattern(R"(\bq(Debug|Info|Warning|Critical|Fatal)\s*\()"), {core, ui, app},
            QStringLiteral("log with a category: qCWarning(…)")},
        {pattern(R"(\b(tr|trUtf8)\s*\(|\bQ_DECLARE_TR_FUNCTIONS\b|\btranslate\s*\(\s*")"), {core},
            QStringLiteral("core marks texts with QT_TRANSLATE_NOOP; ui translates them")},
        {pattern(R"(\bstd\s*::\s*c(out|err|log)\b|\b(f|v|vf)?printf\s*\(|\bf?puts\s*\()"),
            {core, ui}, QStringLiteral("core and ui print nothing: return a value or log it")},
        {pattern(R"(\b(exit|_exit|abort|quick_exit)\s*\()"), {core},
            QStringLiteral("core never ends the program: return failure(…)")},
    };
    return kBans;
}

bool appliesTo(const Ban &ban, const QString &path)
{
    return std::any_of(ban.folders.begin(), ban.folders.end(),
        [&path](const QString &folder) { return path.startsWith(folder); });
}

} // namespace

QStringList bannedSpellings(const SourceText &source)
{
    const QString code = codeOnly(source.text);
    QStringList found;
    for (const Ban &ban : bans()) {
        if (!appliesTo(ban, source.path))
            continue;
        auto matches = ban.pattern.globalMatch(code);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const auto line = code.left(match.capturedStart()).count(QLatin1Char('\n')) + 1;
            found.append(QStringLiteral("%1:%2: \"%3\": %4")
                             .arg(source.path)
                             .arg(line)
                             .arg(match.captured().simplified(), ban.hint));
        }
    }
    static const QRegularExpression kLeftOver(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX")
        + QStringLiteral("ME|XX") + QStringLiteral("X)\\b"));
    if (const auto match = kLeftOver.match(source.text); match.hasMatch())
        found.append(QStringLiteral("%1: \"%2\": finish it or leave it out")
                         .arg(source.path, match.captured()));
    return found;
}

QStringList formViolations(const SourceText &source)
{
    static const QRegularExpression kSnakeCase(
        QStringLiteral(R"(^[a-z][a-z0-9]*(_[a-z0-9]+)*\.(h|cpp)$)"));
    static const QString kLicence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later");
    QStringList found;
    if (!kSnakeCase.match(QFileInfo(source.path).fileName()).hasMatch())
        found.append(QStringLiteral("%1: file names are snake_case").arg(source.path));
    if (source.text.section(QLatin1Char('\n'), 0, 0) != kLicence)
        found.append(QStringLiteral("%1: its first line must be %2").arg(source.path, kLicence));
    if (source.path.endsWith(QLatin1String(".h"))
        && !source.text.contains(QLatin1String("\n#pragma once\n")))
        found.append(QStringLiteral("%1: #pragma once is missing").arg(source.path));
    return found;
}

} // namespace belvedere::architecture
