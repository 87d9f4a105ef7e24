// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/source_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace belvedere::architecture {

namespace {

class Blanker
{
public:
    Blanker(const QString &text, bool blankLiterals)
        : m_text(text)
        , m_blankLiterals(blankLiterals)
    {
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (startsWith(u"//"))
                blankUntil(u"\n", false);
            else if (startsWith(u"/*"))
                blankUntil(u"*/", true);
            else if (startsWith(u"R\"") && !afterWord())
                rawString();
            else if (m_text[m_at] == u'"')
                literal(u'"');
            else if (m_text[m_at] == u'\'' && !afterWord()) // else it separates digits
                literal(u'\'');
            else
                keep();
        }
        return m_result;
    }

private:
    [[nodiscard]] bool startsWith(QStringView token) const
    {
        return QStringView(m_text).mid(m_at).startsWith(token);
    }
    [[nodiscard]] bool afterWord() const { return m_at > 0 && m_text[m_at - 1].isLetterOrNumber(); }
    void keep() { m_result += m_text[m_at++]; }
    void blank()
    {
        m_result += m_text[m_at] == u'\n' ? u'\n' : u' ';
        ++m_at;
    }
    void pass(bool asBlank) { asBlank ? blank() : keep(); }

    void blankUntil(QStringView end, bool inclusive)
    {
        const qsizetype found = m_text.indexOf(end, m_at + 2);
        const qsizetype stop =
            found < 0 ? m_text.size() : found + (inclusive ? end.size() : qsizetype(0));
        while (m_at < stop)
            blank();
    }
    void literal(QChar quote)
    {
        keep();
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != u'\n') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                pass(m_blankLiterals);
            pass(m_blankLiterals);
        }
        if (m_at < m_text.size())
            keep();
    }
    void rawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString end = open < 0
            ? QString()
            : QLatin1Char(')') + m_text.mid(m_at + 2, open - m_at - 2) + QLatin1Char('"');
        const qsizetype found = open < 0 ? -1 : m_text.indexOf(end, open);
        const qsizetype stop = found < 0 ? m_text.size() : found + end.size();
        while (m_at < stop)
            pass(m_blankLiterals);
    }

    const QString &m_text;
    bool m_blankLiterals;
    qsizetype m_at = 0;
    QString m_result;
};

} // namespace

QString withoutComments(const QString &text)
{
    return Blanker(text, false).run();
}

QString codeOnly(const QString &text)
{
    return Blanker(text, true).run();
}

std::vector<IncludeLine> includeLines(const QString &text)
{
    static const QRegularExpression kInclude(
        QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+)[">])"));
    std::vector<IncludeLine> includes;
    const QStringList lines = withoutComments(text).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = kInclude.match(lines[i]);
        if (match.hasMatch())
            includes.push_back({static_cast<int>(i) + 1, match.captured(2),
                match.captured(1) == QLatin1String("\"")});
    }
    return includes;
}

} // namespace belvedere::architecture
