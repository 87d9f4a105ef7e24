// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <vector>

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< several where there are plural forms
    QString type; ///< "unfinished", "vanished", "obsolete" or empty
    bool plural = false;

    [[nodiscard]] QString key() const
    {
        return context + QLatin1Char('|') + source + QLatin1Char('|') + comment;
    }
};

/// The translation element that the reader stands on.
void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement
        || xml.name() != QLatin1String("translation")) {
        if (xml.isStartElement() && xml.name() == QLatin1String("numerusform"))
            message.translations += xml.readElementText();
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.plural)
        message.translations += text;
}

std::vector<Message> readMessages(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&device);
    std::vector<Message> messages;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("message")) {
                message = {};
                message.context = context;
                message.plural =
                    xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            } else if (xml.name() == QLatin1String("source"))
                message.source = xml.readElementText();
            else if (xml.name() == QLatin1String("comment"))
                message.comment = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                readTranslation(xml, message);
        } else if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
            messages.push_back(message);
        }
    }
    return messages;
}

/// "%1", "%2", "%n" in a text; %n may be left out where a language has one form only.
QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?[1-9]"));
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

QString tsFile(const char *name)
{
    return QStringLiteral(BELVEDERE_SOURCE_DIR "/translations/") + QLatin1String(name);
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chineseIsComplete()
    {
        const std::vector<Message> messages = readMessages(tsFile("belvedere_zh_CN.ts"));
        QVERIFY(messages.size() > 200);
        QStringList open;
        for (const Message &message : messages) {
            const bool empty =
                message.translations.isEmpty() || message.translations.contains(QString());
            if (empty || !message.type.isEmpty())
                open += message.key();
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(QLatin1Char('\n'))));
    }

    void placeholdersSurvive_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("zh_CN") << tsFile("belvedere_zh_CN.ts");
        QTest::newRow("en") << tsFile("belvedere_en.ts");
    }
    void placeholdersSurvive()
    {
        QFETCH(QString, file);
        for (const Message &message : readMessages(file)) {
            for (const QString &translation : message.translations) {
                if (!translation.isEmpty())
                    QVERIFY2(placeholders(translation) == placeholders(message.source),
                        qPrintable(message.key() + QLatin1String(" -> ") + translation));
            }
        }
    }

    void englishPluralsAreComplete()
    {
        for (const Message &message : readMessages(tsFile("belvedere_en.ts"))) {
            if (message.plural)
                QVERIFY2(
                    message.translations.size() == 2 && !message.translations.contains(QString()),
                    qPrintable(message.key()));
        }
    }

    /// Every text of the program is in the file, and nothing else.
    void nothingIsForgotten()
    {
        QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("fresh_zh_CN.ts"));
        QProcess lupdate;
        lupdate.start(QStringLiteral(BELVEDERE_LUPDATE),
            {QStringLiteral("@" BELVEDERE_LUPDATE_SOURCES), QStringLiteral("-I"),
                QStringLiteral(BELVEDERE_SOURCE_DIR "/core"), QStringLiteral("-I"),
                QStringLiteral(BELVEDERE_SOURCE_DIR "/ui"), QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);
        QSet<QString> wanted;
        for (const Message &message : readMessages(fresh))
            wanted.insert(message.key());
        QSet<QString> known;
        for (const Message &message : readMessages(tsFile("belvedere_zh_CN.ts")))
            known.insert(message.key());
        const QStringList forgotten = (wanted - known).values();
        const QStringList obsolete = (known - wanted).values();
        QVERIFY2(forgotten.isEmpty(), qPrintable(forgotten.join(QLatin1Char('\n'))));
        QVERIFY2(obsolete.isEmpty(), qPrintable(obsolete.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
