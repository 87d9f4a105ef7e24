// SPDX-License-Identifier: GPL-3.0-or-later
// core/base owns what every folder needs and knows nothing about cities: errors, time, ids,
// random numbers, background tasks, logging. It depends on QtCore and QtConcurrent alone.
#pragma once

#include <QString>
#include <QStringList>

namespace belvedere {

/// What kind of thing went wrong; callers branch on it, people read the text.
enum class Errc {
    Cancelled, ///< the person or the program asked to stop
    Usage, ///< the request itself makes no sense
    NotFound,
    Io, ///< disk full, no permission, device gone
    Parse, ///< the content of a file is not what its format asks for
    Schema, ///< a database or model file has another layout or version
    Shape, ///< array sizes do not fit together
    Numeric, ///< not a finite number, nothing observed, no convergence
    Model, ///< a model library reported a failure
    Busy,
    Internal ///< a bug
};

/// An error as a value. `text` is the untranslated English sentence, marked with
/// QT_TRANSLATE_NOOP("Error", …) where it is written, with %1…%9 for `args`; it says what
/// happened and what to do. `where` is "file:line" or a field name, `detail` is for the log.
struct Error
{
    Errc code = Errc::Internal;
    const char *text = "";
    QStringList args;
    QString where;
    QString detail;

    /// The English sentence with its arguments, led by `where` if there is one.
    [[nodiscard]] QString message() const;
};

/// `templateText` with %1…%9 replaced by `args`, each once, whatever the arguments contain.
[[nodiscard]] QString fillIn(const QString &templateText, const QStringList &args);

} // namespace belvedere
