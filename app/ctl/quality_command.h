// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/quality_notes.h"
#include "session.h"

#include <QJsonArray>

namespace belvedere::ctl {

/// What is odd about series, for scripts and for people.
[[nodiscard]] QJsonArray notesJson(const std::vector<QualityNote> &notes);
[[nodiscard]] QString notesText(const std::vector<QualityNote> &notes);

void addQualityCommand(CLI::App &app, Session &session);

} // namespace belvedere::ctl
