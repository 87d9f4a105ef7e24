// SPDX-License-Identifier: GPL-3.0-or-later
// app/ctl is the command line: one file a verb, each of them wiring between options, core and
// text. It computes nothing itself.
#pragma once

#include "answer.h"
#include "base/task.h"
#include "data/store/store.h"
#include "progress_line.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace belvedere::ctl {

/// What all verbs share: the common options, the city, progress on standard error.
class Session
{
public:
    struct Options
    {
        std::string city;
        bool json = false;
        bool quiet = false;
        int threads = 0; ///< 0 = one less than the machine has
        std::optional<std::uint64_t> seed;
    };

    Options options;
    Verb verb; ///< of the verb that the command line chose
    bool paints = false; ///< the verb needs QApplication

    /// A verb below `parent` that takes the common options too.
    CLI::App *addVerb(CLI::App &parent, const std::string &name, const std::string &description);
    void addCommonOptions(CLI::App &app);

    [[nodiscard]] int threads() const;
    /// --city, else $BELVEDERE_CITY, else belvedere.city in the current folder.
    [[nodiscard]] QString cityDirectory() const;
    /// @return Errc::NotFound that says how to name a city if there is none.
    [[nodiscard]] Result<std::shared_ptr<Store>> openCity() const;

    /// Progress to standard error, stopped by Ctrl+C. Valid as long as the session.
    [[nodiscard]] TaskContext context();
    /// A sentence for people on standard error; nothing with --quiet.
    void note(const QString &text);

    /// Prints what came out. @return the program's exit status.
    [[nodiscard]] int finish(const Result<Answer> &result);

private:
    std::unique_ptr<ProgressLine> m_progress;
};

/// 2 for wrong usage or input, 3 for cancelled, 1 for everything else.
[[nodiscard]] int exitStatus(Errc code);
/// {code, message, where} as scripts see an error.
[[nodiscard]] QJsonObject errorJson(const Error &error);
/// @return false if standard output could not take it.
[[nodiscard]] bool printJson(const QJsonObject &json);

} // namespace belvedere::ctl
