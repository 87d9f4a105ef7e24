// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace belvedere::tests {

/// What is wrong with the widgets of a page as a person meets them, a line each; empty if all is
/// well. Only what is visible counts: show the page first. Parts of other widgets (the line of a
/// combo box) count as these.
struct UiAudit
{
    QStringList nameless; ///< nothing for a screen reader to say
    QStringList unreachable; ///< enabled, but no chain of Tab keys leads there
    QStringList small; ///< less than 24 px in one direction
    QStringList clipped; ///< text that is cut: the widget is smaller than its words

    [[nodiscard]] QStringList all() const;
};

[[nodiscard]] UiAudit auditUi(QWidget *root);

/// The same after the program's font was set to 14 pt, as a person with weaker eyes has it; puts
/// the font back.
[[nodiscard]] UiAudit auditUiAt14Pt(QWidget *root);

} // namespace belvedere::tests
