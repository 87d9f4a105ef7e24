// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/search_provider.h"

#include <QVariant>

#include <memory>

namespace belvedere::ui {

/// One line of the command bar: a command, a command with its arguments, or something found.
struct PaletteRow
{
    QString commandId; ///< empty: something found
    QVariantList arguments;
    QString typed; ///< the arguments as text, to remember them by
    bool needsArguments = false; ///< choosing it asks for them
    std::shared_ptr<SearchProvider> provider;
    SearchHit hit;

    QString title;
    QString detail; ///< where a thing is; what cannot be read in an argument
    QString category;
    QString shortcut;
    QString iconName;
    std::vector<int> positions; ///< of the title, emphasised
    double score = 0.0;
    bool enabled = true;
    bool checked = false;
    bool isError = false; ///< `detail` says what is wrong
};

} // namespace belvedere::ui
