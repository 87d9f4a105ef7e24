// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// What data of incidents can and cannot mean, one sentence each, marked for translation in the
/// context "IncidentCard"; shown wherever a hot spot or a risk is.
[[nodiscard]] const std::vector<const char *> &incidentCardSentences();

} // namespace belvedere
