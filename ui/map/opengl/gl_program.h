// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QOpenGLShaderProgram>

#include <map>
#include <memory>

namespace belvedere::ui {

/// A linked program whose uniforms are set by name. Only on the thread of its context.
class GlProgram
{
public:
    /// Sources without the line that names the version of the language.
    [[nodiscard]] static Result<std::unique_ptr<GlProgram>> make(
        const char *vertex, const char *fragment);

    void use() { m_program.bind(); }
    /// For uniform1i, uniform2f and so on.
    [[nodiscard]] int at(const char *uniform);

private:
    GlProgram() = default;

    QOpenGLShaderProgram m_program;
    std::map<const char *, int> m_places; ///< by address: names are literals
};

} // namespace belvedere::ui
