// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/source_text.h"
#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace belvedere::architecture {

/// The allow-list of layers.txt: which folder may include which, and which headers from outside.
class LayerRules
{
public:
    /// @return Errc::Parse naming the line: not three columns, a folder twice, a folder that is
    /// allowed but not listed, a cycle.
    [[nodiscard]] static Result<LayerRules> parse(const QString &text);

    /// One sentence for each include that `source` may not have.
    [[nodiscard]] QStringList violations(const SourceText &source) const;

    /// Below core/ or ui/, as an include writes it: "data/store"; empty if it is not listed.
    [[nodiscard]] QStringList allowedFrom(const QString &folder) const;

private:
    struct Outside
    {
        QString module;
        bool cppOnly = false;
    };
    struct Folder
    {
        QStringList mayInclude; ///< without core/ or ui/
        std::vector<Outside> outside;
        bool everything = false;
    };

    [[nodiscard]] Result<> addLine(const QString &line, int number);
    [[nodiscard]] Result<> checkFolders() const;
    [[nodiscard]] bool reaches(const QString &from, const QString &to, QStringList &seen) const;
    /// The listed folder that `folder` is or lies in; empty if there is none.
    [[nodiscard]] QString listedFolder(QString folder) const;
    /// The listed folder that #include "<target>" comes from.
    [[nodiscard]] QString includedFolder(const QString &target) const;
    [[nodiscard]] QString quotedViolation(
        const QString &folder, const SourceText &source, const QString &target) const;
    [[nodiscard]] QString outsideViolation(
        const QString &folder, const SourceText &source, const QString &target) const;

    QHash<QString, Folder> m_folders; ///< by full name: "core/data/store"
};

/// Where a header in angle brackets comes from: "QtWidgets" for QWidget, "torch", "boost"; empty
/// for the C and C++ libraries and the operating system.
[[nodiscard]] QString outsideModule(const QString &header);
/// True for <QtTest> and its kind, which bring in a whole module.
[[nodiscard]] bool isModuleWide(const QString &header);

} // namespace belvedere::architecture
