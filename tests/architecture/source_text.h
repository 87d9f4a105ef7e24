// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace belvedere::architecture {

/// A source file as the rules see it.
struct SourceText
{
    QString path; ///< from the repository's root: "core/data/series.h"
    QString text;
};

struct IncludeLine
{
    int line = 0;
    QString target; ///< without quotes or brackets
    bool quoted = false;
};

/// `text` with blanks instead of comments, line feeds kept, so that line numbers stay.
[[nodiscard]] QString withoutComments(const QString &text);
/// The same with the insides of string and character literals blanked too.
[[nodiscard]] QString codeOnly(const QString &text);
[[nodiscard]] std::vector<IncludeLine> includeLines(const QString &text);

} // namespace belvedere::architecture
