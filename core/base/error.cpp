// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace belvedere {

QString fillIn(const QString &templateText, const QStringList &args)
{
    // QString::arg() in a loop would also replace a "%1" that stands inside an argument.
    QString filled;
    filled.reserve(templateText.size() + 32);
    for (qsizetype i = 0; i < templateText.size(); ++i) {
        const QChar c = templateText[i];
        if (c == QLatin1Char('%') && i + 1 < templateText.size()) {
            const int index = templateText[i + 1].digitValue();
            if (index >= 1 && index <= args.size()) {
                filled += args[index - 1];
                ++i;
                continue;
            }
        }
        filled += c;
    }
    return filled;
}

QString Error::message() const
{
    const QString sentence = fillIn(QString::fromUtf8(text), args);
    return where.isEmpty() ? sentence : where + QLatin1String(": ") + sentence;
}

} // namespace belvedere
