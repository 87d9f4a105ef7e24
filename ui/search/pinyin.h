// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ui {

/// The first letter of the usual pinyin reading of a Han character, 'a' … 'z'; 0 if `c` lies
/// outside of U+4E00 … U+9FA5.
[[nodiscard]] char16_t pinyinInitial(char16_t c);

} // namespace belvedere::ui
