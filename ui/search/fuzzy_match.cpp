// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fuzzy_match.h"

#include "search/pinyin.h"

#include <QStringList>

#include <algorithm>
#include <bit>

namespace belvedere::ui {

namespace {

// The scores of fzf's second algorithm (junegunn/fzf, src/algo/algo.go): a letter in its place is
// worth more at the beginning of a word and in a run; what is skipped costs.
constexpr int kLetter = 16;
constexpr int kGapStart = -3;
constexpr int kGapMore = -1;
constexpr int kBonusStart = 10;
constexpr int kBonusWord = 8;
constexpr int kBonusHump = 7; // fooBar, A1
constexpr int kBonusRun = 4;

constexpr int kLongestName = 200; // UTF-16 units that are looked at
constexpr int kLongestWord = 48;
constexpr double kLeastQuality = 0.5; // letters strewn over a name are not meant
constexpr double kTypoQuality = 0.78; // the best that a word with a typo can reach
constexpr double kExtraQuality = 0.7;
constexpr double kFull = 100.0;
constexpr double kCoverage = 10.0;

bool isHan(char16_t c)
{
    return c >= 0x3400 && c <= 0x9FFF;
}

QChar folded(QChar c)
{
    if (c.unicode() < 128)
        return c.toLower();
    if (c.decompositionTag() == QChar::Canonical || c.decompositionTag() == QChar::Wide)
        c = c.decomposition().at(0);
    return c.toCaseFolded();
}

std::uint8_t bonusAt(const QString &text, int i)
{
    const QChar c = text.at(i);
    if (i == 0)
        return kBonusStart;
    if (isHan(c.unicode()))
        return kBonusWord;
    if (!c.isLetterOrNumber())
        return 0;
    const QChar before = text.at(i - 1);
    if (!before.isLetterOrNumber() || isHan(before.unicode()))
        return kBonusWord;
    if ((before.isLower() && c.isUpper()) || (before.isLetter() && c.isDigit()))
        return kBonusHump;
    return 0;
}

/// Room for the tables of one alignment, kept by each thread.
struct Tables
{
    std::vector<int> score;
    std::vector<int> run;
};

Tables &tables()
{
    thread_local Tables t;
    return t;
}

/// Walks back from the best end: a cell without a run was carried over from the one before it.
void trace(const int *run, int m, int n, int end, std::vector<int> &positions)
{
    const auto begin = static_cast<std::ptrdiff_t>(positions.size());
    int j = end;
    for (int i = m - 1; i >= 0; --i, --j) {
        while (j > 0 && run[i * n + j] == 0)
            --j;
        positions.push_back(j);
    }
    std::reverse(positions.begin() + begin, positions.end());
}

/// The best way to find the letters of `word` in `name` in their order, 0 … 1; 0 = there is none.
double align(const std::u16string &word, const char16_t *chars, const std::uint8_t *bonus,
    int length, std::vector<int> *positions)
{
    const int m = int(word.size());
    const int n = std::min(length, kLongestName);
    int first = -1;
    for (int i = 0, j = 0; i < m; ++i, ++j) {
        while (j < n && chars[j] != word[std::size_t(i)])
            ++j;
        if (j == n)
            return 0.0;
        if (i == 0)
            first = j;
    }
    Tables &t = tables();
    const auto cells = std::size_t(m) * std::size_t(n);
    t.score.assign(cells, 0);
    t.run.assign(cells, 0);
    int best = 0;
    int bestEnd = 0;
    for (int i = 0; i < m; ++i) {
        int *score = t.score.data() + i * n;
        int *run = t.run.data() + i * n;
        bool inGap = false;
        for (int j = first + i; j < n; ++j) {
            const int carried = j > 0 ? score[j - 1] + (inGap ? kGapMore : kGapStart) : 0;
            int matched = 0;
            int runLength = 0;
            if (chars[j] == word[std::size_t(i)]) {
                const bool reachable =
                    i == 0 || (j > 0 && t.score[std::size_t((i - 1) * n + j - 1)] > 0);
                if (reachable) {
                    int here = bonus[j];
                    const int before = i > 0 ? t.score[std::size_t((i - 1) * n + j - 1)] : 0;
                    runLength = 1 + (i > 0 ? t.run[std::size_t((i - 1) * n + j - 1)] : 0);
                    if (runLength > 1) {
                        const int startBonus = bonus[j - runLength + 1];
                        if (here >= kBonusWord && here > startBonus)
                            runLength = 1;
                        else
                            here = std::max({here, kBonusRun, startBonus});
                    }
                    matched = before + kLetter + (i == 0 ? 2 * here : here);
                    if (matched < carried)
                        runLength = 0;
                }
            }
            inGap = matched < carried;
            score[j] = std::max({matched, carried, 0});
            run[j] = inGap ? 0 : runLength;
            if (i == m - 1 && score[j] > best) {
                best = score[j];
                bestEnd = j;
            }
        }
    }
    if (best == 0)
        return 0.0;
    if (positions != nullptr)
        trace(t.run.data(), m, n, bestEnd, *positions);
    return double(best) / (kLetter * m + kBonusStart * (m + 1));
}

/// Fewest letters wrong, missing, too many or swapped with their neighbour between `word` and the
/// beginning of `chars`; more than `most` is told as most + 1. @param end  how far it reaches.
int typosAtStart(const std::u16string &word, const char16_t *chars, int length, int most, int *end)
{
    const int m = int(word.size());
    const int n = std::min(length, m + most);
    std::array<std::array<int, kLongestWord + 4>, 3> rows{}; // two rows back for swaps
    for (int j = 0; j <= n; ++j)
        rows[0][std::size_t(j)] = j;
    for (int i = 1; i <= m; ++i) {
        auto &row = rows[std::size_t(i % 3)];
        const auto &above = rows[std::size_t((i + 2) % 3)];
        const auto &aboveThat = rows[std::size_t((i + 1) % 3)];
        row[0] = i;
        int least = i;
        const char16_t c = word[std::size_t(i - 1)];
        for (int j = 1; j <= n; ++j) {
            const auto at = std::size_t(j);
            int cost = std::min(
                {above[at] + 1, row[at - 1] + 1, above[at - 1] + (c == chars[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && c == chars[j - 2] && word[std::size_t(i - 2)] == chars[j - 1])
                cost = std::min(cost, aboveThat[at - 2] + 1);
            row[at] = cost;
            least = std::min(least, cost);
        }
        if (least > most)
            return most + 1;
    }
    const auto &last = rows[std::size_t(m % 3)];
    int best = most + 1;
    for (int j = 0; j <= n; ++j) {
        if (last[std::size_t(j)] < best) {
            best = last[std::size_t(j)];
            *end = j;
        }
    }
    return best;
}

int typosAllowed(std::size_t length)
{
    return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/// The best that `word` reaches at the beginning of any word of the name, 0 … kTypoQuality.
double alignWithTypos(
    const std::u16string &word, const FuzzyView &name, std::vector<int> *positions)
{
    const int most = typosAllowed(word.size());
    if (most == 0)
        return 0.0;
    const int n = std::min(name.size, kLongestName);
    int fewest = most + 1;
    int from = 0;
    int to = 0;
    for (int start = 0; start < n; ++start) {
        if (name.bonus[start] < kBonusWord)
            continue;
        int end = 0;
        const int typos =
            typosAtStart(word, name.chars + start, n - start, std::min(most, fewest), &end);
        if (typos < fewest) {
            fewest = typos;
            from = start;
            to = start + end;
        }
    }
    if (fewest > most)
        return 0.0;
    for (int j = from; positions != nullptr && j < to; ++j)
        positions->push_back(j);
    const double share = double(fewest) / double(word.size());
    return kTypoQuality * (1.0 - share) + (from == 0 ? 0.02 : 0.0);
}

} // namespace

bool foldName(const QString &text, std::u16string &chars, std::u16string &initials,
    std::vector<std::uint8_t> &bonus)
{
    bool hasHan = false;
    for (int i = 0; i < int(text.size()); ++i) {
        const char16_t c = folded(text.at(i)).unicode();
        const char16_t initial = isHan(c) ? pinyinInitial(c) : u'\0';
        chars.push_back(c);
        initials.push_back(initial == 0 ? c : initial);
        bonus.push_back(bonusAt(text, i));
        hasHan = hasHan || initial != 0;
    }
    return hasHan;
}

std::uint64_t letterMask(const char16_t *chars, int size)
{
    std::uint64_t mask = 0;
    for (int i = 0; i < std::min(size, kLongestName); ++i) {
        const unsigned c = chars[i];
        const unsigned bit = c >= 'a' && c <= 'z' ? c - 'a'
            : c >= '0' && c <= '9'                ? 26 + c - '0'
                                                  : 36 + c % 28;
        mask |= std::uint64_t(1) << bit;
    }
    return mask;
}

FuzzyText::FuzzyText(const QString &text)
{
    const bool hasHan = foldName(text, m_chars, m_initials, m_bonus);
    m_mask = letterMask(m_chars.data(), int(m_chars.size()));
    if (hasHan)
        m_initialsMask = letterMask(m_initials.data(), int(m_initials.size()));
    else
        m_initials.clear();
}

FuzzyView FuzzyText::view() const
{
    return {m_chars.data(), m_initials.empty() ? nullptr : m_initials.data(), m_bonus.data(),
        int(m_chars.size()), m_mask, m_initialsMask};
}

FuzzyQuery::FuzzyQuery(const QString &text)
{
    for (const QString &part : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        Word word;
        std::u16string initials;
        std::vector<std::uint8_t> bonus;
        foldName(part.left(kLongestWord), word.chars, initials, bonus);
        word.mask = letterMask(word.chars.data(), int(word.chars.size()));
        m_length += int(word.chars.size());
        m_words.push_back(std::move(word));
    }
}

double FuzzyQuery::quality(
    const Word &word, const FuzzyView &name, bool typos, std::vector<int> *positions)
{
    double best = 0.0;
    const auto take = [&](double quality, std::vector<int> &&found) {
        if (quality <= best)
            return;
        best = quality;
        if (positions != nullptr)
            *positions = std::move(found);
    };
    std::vector<int> found;
    std::vector<int> *wanted = positions == nullptr ? nullptr : &found;
    if ((word.mask & ~name.mask) == 0) {
        const double quality = align(word.chars, name.chars, name.bonus, name.size, wanted);
        take(quality >= kLeastQuality ? quality : 0.0, std::move(found));
        found.clear();
    }
    if (best < kLeastQuality && name.initials != nullptr && (word.mask & ~name.initialsMask) == 0) {
        const double quality = align(word.chars, name.initials, name.bonus, name.size, wanted);
        take(quality >= kLeastQuality ? quality : 0.0, std::move(found));
        found.clear();
    }
    if (typos && best < kTypoQuality
        && std::popcount(word.mask & ~name.mask) <= typosAllowed(word.chars.size()))
        take(alignWithTypos(word.chars, name, wanted), std::move(found));
    return best;
}

std::optional<double> FuzzyQuery::score(const FuzzyView &name, bool typos) const
{
    if (m_words.empty() || name.size == 0)
        return {};
    double sum = 0.0;
    for (const Word &word : m_words) {
        const double q = quality(word, name, typos, nullptr);
        if (q <= 0.0)
            return {};
        sum += q * double(word.chars.size());
    }
    return kFull * sum / m_length + kCoverage * std::min(1.0, double(m_length) / name.size);
}

std::optional<FuzzyMatch> FuzzyQuery::match(const FuzzyView &name, bool typos) const
{
    return match(name, FuzzyView(), typos);
}

std::optional<FuzzyMatch> FuzzyQuery::match(
    const FuzzyView &name, const FuzzyView &extra, bool typos) const
{
    if (m_words.empty() || name.size == 0)
        return {};
    FuzzyMatch result;
    double sum = 0.0;
    int covered = 0;
    for (const Word &word : m_words) {
        std::vector<int> positions;
        double q = quality(word, name, typos, &positions);
        const double other =
            extra.size > 0 ? kExtraQuality * quality(word, extra, typos, nullptr) : 0.0;
        if (other > q) {
            q = other;
            positions.clear();
        } else {
            covered += int(word.chars.size());
        }
        if (q <= 0.0)
            return {};
        sum += q * double(word.chars.size());
        result.positions.insert(result.positions.end(), positions.begin(), positions.end());
    }
    std::sort(result.positions.begin(), result.positions.end());
    result.positions.erase(
        std::unique(result.positions.begin(), result.positions.end()), result.positions.end());
    result.score = kFull * sum / m_length + kCoverage * std::min(1.0, double(covered) / name.size);
    return result;
}

} // namespace belvedere::ui
