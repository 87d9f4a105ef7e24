// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace belvedere::test {

/// A language whose texts are a third longer than English ones: what has room for it has room for
/// a translation that is not written yet. In force while it lives.
class LongWords : public QTranslator
{
public:
    LongWords() { QCoreApplication::installTranslator(this); }
    ~LongWords() override { QCoreApplication::removeTranslator(this); }

    [[nodiscard]] QString translate(
        const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace(QLatin1String("%Ln"), QString::number(n))
                .replace(QLatin1String("%n"), QString::number(n));
        return text + QString(text.size() / 3, QLatin1Char('e'));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace belvedere::test
