// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_program.h"

#include <QOpenGLContext>

namespace belvedere::ui {

Result<std::unique_ptr<GlProgram>> GlProgram::make(const char *vertex, const char *fragment)
{
    std::unique_ptr<GlProgram> program(new GlProgram);
    QOpenGLShaderProgram &linked = program->m_program;
    const QByteArray head = QOpenGLContext::currentContext()->isOpenGLES()
        ? QByteArrayLiteral("#version 320 es\nprecision highp float;\nprecision highp int;\n"
                            "precision highp isamplerBuffer;\nprecision highp samplerBuffer;\n"
                            "precision highp sampler2D;\n")
        : QByteArrayLiteral("#version 330\n");
    const bool works = linked.addShaderFromSourceCode(QOpenGLShader::Vertex, head + vertex)
        && linked.addShaderFromSourceCode(QOpenGLShader::Fragment, head + fragment)
        && linked.link();
    if (!works)
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error", "The graphics driver does not accept the map's programs."),
            {}, {}, linked.log());
    return program;
}

int GlProgram::at(const char *uniform)
{
    const auto [place, isNew] = m_places.try_emplace(uniform, -1);
    if (isNew)
        place->second = m_program.uniformLocation(uniform);
    return place->second;
}

} // namespace belvedere::ui
