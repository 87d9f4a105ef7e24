// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario_archive.h"

#include "base/output_file.h"
#include "scenario/base_case_bytes.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace belvedere {

namespace {

const QString kBases = QStringLiteral("base-case");
const QString kTrees = QStringLiteral("scenario-tree");

QString folderOf(const Store &store)
{
    return QDir(store.directory()).filePath(QStringLiteral("base_cases"));
}

/// A hash from outside must not name another file.
Result<QString> fileOf(const Store &store, const QString &hash)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{64}$"));
    if (!form.match(hash).hasMatch())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "\"%1\" does not name a base case."), {hash});
    return QDir(folderOf(store)).filePath(hash + QStringLiteral(".base"));
}

tl::unexpected<Error> noFolder(const QString &folder)
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP("Error", "The folder cannot be made. Check who may write there."), {},
        folder);
}

} // namespace

ScenarioArchive::ScenarioArchive(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

Result<> ScenarioArchive::addBase(const BaseCase &base)
{
    BV_TRY(const QString file, fileOf(*m_store, base.hash()));
    if (!QDir().mkpath(folderOf(*m_store)))
        return noFolder(folderOf(*m_store));
    BV_TRY(OutputFile output, OutputFile::open(file));
    BV_TRY_VOID(output.write(qCompress(baseCaseBytes(base.data()))));
    BV_TRY_VOID(output.commit());
    return m_store->writeDocuments(kBases,
        {{base.hash(),
            {{QStringLiteral("title"), base.data().title},
                {QStringLiteral("links"), qint64(base.network().links().size())},
                {QStringLiteral("zones"), qint64(base.network().zones().size())},
                {QStringLiteral("syntheticDemand"), base.data().syntheticDemand}}}});
}

Result<std::vector<BaseCaseEntry>> ScenarioArchive::bases() const
{
    BV_TRY(const std::vector<Document> documents, m_store->documents(kBases));
    std::vector<BaseCaseEntry> entries;
    for (const Document &document : documents)
        if (!document.body.isEmpty())
            entries.push_back({document.id, document.body.value(QLatin1String("title")).toString(),
                document.body.value(QLatin1String("links")).toInteger(),
                document.body.value(QLatin1String("zones")).toInteger(),
                document.body.value(QLatin1String("syntheticDemand")).toBool()});
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Result<std::shared_ptr<const BaseCase>> ScenarioArchive::base(const QString &hash) const
{
    BV_TRY(const QString file, fileOf(*m_store, hash));
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(input.exists() ? Errc::Io : Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The base case of these scenarios is not in the city: %1."),
            {input.errorString()}, file);
    Result<std::shared_ptr<const BaseCase>> base = baseCaseOf(qUncompress(input.readAll()));
    if (base && (*base)->hash() != hash)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The base case is damaged. Make it again from its sources."),
            {}, file);
    if (!base)
        base.error().where = file;
    return base;
}

Result<> ScenarioArchive::removeBase(const QString &hash)
{
    BV_TRY(const QString file, fileOf(*m_store, hash));
    BV_TRY_VOID(m_store->writeDocuments(kBases, {{hash, {}}}));
    if (QFile::exists(file) && !QFile::remove(file))
        return failure(
            Errc::Io, QT_TRANSLATE_NOOP("Error", "The file cannot be removed."), {}, file);
    return {};
}

Result<std::vector<TreeEntry>> ScenarioArchive::trees() const
{
    BV_TRY(const std::vector<Document> documents, m_store->documents(kTrees));
    std::vector<TreeEntry> entries;
    for (const Document &document : documents) {
        if (document.body.isEmpty())
            continue; // removed
        Result<ScenarioTree> tree = treeFromJson(document.body);
        if (!tree) {
            tree.error().where = document.id;
            return failure(std::move(tree.error()));
        }
        entries.push_back({document.id, std::move(*tree)});
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Result<QString> ScenarioArchive::writeTree(const QString &id, const ScenarioTree &tree)
{
    BV_TRY_VOID(checkTree(tree));
    QString own = id;
    if (own.isEmpty()) {
        BV_TRY(const std::vector<Document> known, m_store->documents(kTrees));
        // Documents are never taken out, so that no number comes twice.
        own = QStringLiteral("s%1").arg(known.size() + 1, 4, 10, QLatin1Char('0'));
    }
    BV_TRY_VOID(m_store->writeDocuments(kTrees, {{own, treeToJson(tree)}}));
    return own;
}

Result<> ScenarioArchive::removeTree(const QString &id)
{
    return m_store->writeDocuments(kTrees, {{id, {}}});
}

} // namespace belvedere
