// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/opengl/gl_buffers.h"
#include "map/opengl/gl_frame.h"
#include "map/opengl/gl_program.h"
#include "map/opengl/gl_steps.h"

namespace belvedere::ui {

/// What the context says of itself.
struct GlInfo
{
    QString renderer;
    bool software = false; ///< the processor does the work: slower than the raster backend
    GlLimits limits;
};

/// Draws frames with the context that was current when it was made, and must be on every call and
/// when it is destroyed.
class GlCanvas
{
public:
    [[nodiscard]] static Result<std::unique_ptr<GlCanvas>> make();
    ~GlCanvas();
    GlCanvas(const GlCanvas &) = delete;
    GlCanvas &operator=(const GlCanvas &) = delete;

    [[nodiscard]] const GlInfo &info() const { return m_info; }
    /// ARGB32_Premultiplied; null if the context failed, which is of no use then.
    [[nodiscard]] QImage paint(const GlFrame &frame);

private:
    struct Target
    {
        GLuint frame = 0;
        GLuint storage = 0; ///< a renderbuffer, or a texture
    };

    explicit GlCanvas(QOpenGLExtraFunctions &gl);
    [[nodiscard]] Result<void> link();
    void readInfo();
    [[nodiscard]] bool resize(QSize size);
    [[nodiscard]] bool makeRenderbuffer(Target &target, QSize size, int samples);
    [[nodiscard]] bool makeTexture(Target &target, QSize size);
    void release();

    void draw(const GlLines &step);
    void draw(const GlAreas &step);
    void beginAreas();
    void endAreas();
    void draw(const GlSprites &step);
    void draw(const GlSurface &step);
    void draw(const GlPicture &step);
    void useSegments(const GlPlacement &placement, GLuint coordinates, float grid, int fineness);
    void drawStroke(const GlStroke &stroke, GLuint instances);
    void usePatches(const GlPlacement &placement, GLuint trapezoids);
    void place(GlProgram &program, const GlPlacement &placement);
    /// A texture of `fineness` times the picture's size.
    void copy(GLuint texture, int fineness);
    void stream(GLuint buffer, const void *values, std::size_t bytes);
    void fill(GLuint texture, const QImage &image);

    QOpenGLExtraFunctions &m_gl;
    GlInfo m_info;
    GlBuffers m_buffers;
    std::unique_ptr<GlProgram> m_segments;
    std::unique_ptr<GlProgram> m_patches;
    std::unique_ptr<GlProgram> m_sprites;
    std::unique_ptr<GlProgram> m_surfaces;
    std::unique_ptr<GlProgram> m_pictures;
    QSize m_size;
    Target m_main;
    int m_fineness = 1; ///< of the following two: they are as many times larger than the picture
    Target m_areas; ///< several samples a pixel
    Target m_resolved; ///< a texture
    bool m_amongAreas = false; ///< what is drawn goes there
    GLuint m_array = 0;
    GLuint m_instances[2] = {};
    GLuint m_image = 0; ///< a texture
    GLuint m_table[2] = {}; ///< a buffer and the texture that reads it
};

} // namespace belvedere::ui
