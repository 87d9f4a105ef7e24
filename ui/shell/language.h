// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QTranslator>

namespace belvedere::ui {

/// The language of the program; changed while it runs, every widget re-reads its texts.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);

    /// Codes of the languages there are: "en", "zh_CN".
    [[nodiscard]] static QStringList codes();
    /// The language's own name for itself.
    [[nodiscard]] static QString nativeName(const QString &code);
    /// The one of codes() that suits the system best.
    [[nodiscard]] static QString systemCode();

    [[nodiscard]] const QString &code() const { return m_code; }
    void set(const QString &code);

private:
    QString m_code;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace belvedere::ui
