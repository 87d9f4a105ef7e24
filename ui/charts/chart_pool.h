// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

namespace belvedere::ui {

/// One thread of the charts' own: thinning a curve takes milliseconds and must not wait behind
/// the import of a file or a training.
[[nodiscard]] QThreadPool &chartPool();

} // namespace belvedere::ui
