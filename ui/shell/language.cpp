// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"

#include <QLibraryInfo>
#include <QLocale>

namespace belvedere::ui {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString Language::nativeName(const QString &code)
{
    return code == QLatin1String("zh_CN") ? QString::fromUtf8("简体中文")
                                          : QStringLiteral("English");
}

QString Language::systemCode()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN")
                                                            : QStringLiteral("en");
}

void Language::set(const QString &code)
{
    const QString known = codes().contains(code) ? code : QStringLiteral("en");
    if (known == m_code)
        return;
    m_code = known;
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // Numbers and dates before texts: widgets format both when the LanguageChange reaches them.
    QLocale::setDefault(QLocale(known == QLatin1String("en") ? QStringLiteral("en_GB") : known));
    // The standard dialogs' own texts.
    if (m_qt.load(
            QStringLiteral("qtbase_") + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(QStringLiteral(":/i18n/belvedere_%1.qm").arg(known)))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace belvedere::ui
