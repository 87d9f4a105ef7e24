// SPDX-License-Identifier: GPL-3.0-or-later
// ui/search owns finding things by a few letters of their name: how well a name fits what was
// typed, an index over many names, and the interface of whatever can be searched. It knows no
// domain.
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace belvedere::ui {

/// How well a name fits: 100 = each letter in a row from the beginning, up to 10 more the less of
/// the name is left over. `positions` are the matched UTF-16 units of the name, ascending.
struct FuzzyMatch
{
    double score = 0.0;
    std::vector<int> positions;
};

/// A name prepared for matching; the arrays belong to somebody else.
struct FuzzyView
{
    const char16_t *chars = nullptr; ///< folded: small letters without accents
    const char16_t *initials = nullptr; ///< Han replaced by pinyin initials; null without Han
    const std::uint8_t *bonus = nullptr; ///< how well a match may begin here
    int size = 0;
    std::uint64_t mask = 0; ///< letters that occur, hashed
    std::uint64_t initialsMask = 0;
};

/// A name that owns what it was prepared to.
class FuzzyText
{
public:
    explicit FuzzyText(const QString &text);

    [[nodiscard]] FuzzyView view() const;

private:
    std::u16string m_chars;
    std::u16string m_initials;
    std::vector<std::uint8_t> m_bonus;
    std::uint64_t m_mask = 0;
    std::uint64_t m_initialsMask = 0;
};

/// Appends the folded letters of `text` and their bonuses, one for one. For an index of many.
/// @param initials  gets as many; @return whether they differ from the letters.
bool foldName(const QString &text, std::u16string &chars, std::u16string &initials,
    std::vector<std::uint8_t> &bonus);
[[nodiscard]] std::uint64_t letterMask(const char16_t *chars, int size);

/// What was typed, prepared. Its words may come in any order, each must be found: as letters in
/// their order, better at the beginnings of words, as pinyin initials of Chinese, or, where typos
/// are allowed, with one letter wrong, missing, too many or swapped (two from eight letters on).
class FuzzyQuery
{
public:
    explicit FuzzyQuery(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    /// Nothing if the name does not fit.
    [[nodiscard]] std::optional<double> score(const FuzzyView &name, bool typos) const;
    /// The same with the positions.
    [[nodiscard]] std::optional<FuzzyMatch> match(const FuzzyView &name, bool typos) const;
    /// A word may fit `extra` (keywords) instead, which counts less and has no positions.
    [[nodiscard]] std::optional<FuzzyMatch> match(
        const FuzzyView &name, const FuzzyView &extra, bool typos) const;

private:
    struct Word
    {
        std::u16string chars;
        std::uint64_t mask = 0;
    };

    [[nodiscard]] static double quality(
        const Word &word, const FuzzyView &name, bool typos, std::vector<int> *positions);

    std::vector<Word> m_words;
    int m_length = 0; // of all words
};

} // namespace belvedere::ui
