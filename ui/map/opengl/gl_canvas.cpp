// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_canvas.h"

#include "map/opengl/gl_shaders.h"
#include "map/painters/surface_painter.h"

#include <QOpenGLContext>

#include <algorithm>
#include <array>

namespace belvedere::ui {

namespace {

constexpr int kMostSamples = 8;
constexpr int kFineness = 2; // four times as many samples where there is room for them
constexpr qint64 kMostSampleBytes = qint64(1) << 28;
constexpr float kLineGrid = 256.0F; // as LineRasterizer
constexpr float kAreaGrid = 65536.0F; // practically none, as QPainter

// Names of the known renderers that leave the work to the processor.
constexpr std::array kSoftware{"llvmpipe", "softpipe", "swrast", "swr (", "software", "swiftshader",
    "microsoft basic render", "gdi generic", "lavapipe"};

bool isSoftware(const QString &renderer)
{
    return std::any_of(kSoftware.begin(), kSoftware.end(), [&](const char *name) {
        return renderer.contains(QLatin1String(name), Qt::CaseInsensitive);
    });
}

/// Blue first: pixels lie in memory as those of a QImage.
std::array<float, 4> channels(QRgb premultiplied)
{
    return {float(qBlue(premultiplied)) / 255.0F, float(qGreen(premultiplied)) / 255.0F,
        float(qRed(premultiplied)) / 255.0F, float(qAlpha(premultiplied)) / 255.0F};
}

const void *offset(std::size_t bytes)
{
    return reinterpret_cast<const void *>(bytes);
}

} // namespace

GlCanvas::GlCanvas(QOpenGLExtraFunctions &gl)
    : m_gl(gl)
    , m_buffers(gl)
{
}

GlCanvas::~GlCanvas()
{
    release();
    m_gl.glDeleteVertexArrays(1, &m_array);
    m_gl.glDeleteBuffers(2, m_instances);
    m_gl.glDeleteTextures(1, &m_image);
    m_gl.glDeleteBuffers(1, &m_table[0]);
    m_gl.glDeleteTextures(1, &m_table[1]);
}

Result<std::unique_ptr<GlCanvas>> GlCanvas::make()
{
    std::unique_ptr<GlCanvas> canvas(
        new GlCanvas(*QOpenGLContext::currentContext()->extraFunctions()));
    canvas->readInfo();
    BV_TRY_VOID(canvas->link());
    QOpenGLExtraFunctions &gl = canvas->m_gl;
    gl.glGenVertexArrays(1, &canvas->m_array);
    gl.glBindVertexArray(canvas->m_array);
    gl.glGenBuffers(2, canvas->m_instances);
    gl.glGenTextures(1, &canvas->m_image);
    gl.glGenBuffers(1, &canvas->m_table[0]);
    gl.glGenTextures(1, &canvas->m_table[1]);
    gl.glDisable(GL_DEPTH_TEST);
    gl.glDisable(GL_CULL_FACE);
    gl.glDisable(GL_DITHER);
    gl.glEnable(GL_BLEND);
    gl.glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    return canvas;
}

Result<void> GlCanvas::link()
{
    using namespace shaders;
    BV_TRY(m_segments, GlProgram::make(kSegmentVertex, kSegmentFragment));
    BV_TRY(m_patches, GlProgram::make(kPatchVertex, kPatchFragment));
    BV_TRY(m_sprites, GlProgram::make(kSpriteVertex, kSpriteFragment));
    BV_TRY(m_surfaces, GlProgram::make(kPictureVertex, kSurfaceFragment));
    BV_TRY(m_pictures, GlProgram::make(kPictureVertex, kPictureFragment));
    m_segments->use();
    m_gl.glUniform1i(m_segments->at("coordinates"), 0);
    m_gl.glUniform1i(m_segments->at("lengths"), 1);
    m_surfaces->use();
    m_gl.glUniform1i(m_surfaces->at("values"), 0);
    m_gl.glUniform1i(m_surfaces->at("uncertainties"), 1);
    m_gl.glUniform1i(m_surfaces->at("table"), 2);
    m_gl.glUniform1f(m_surfaces->at("hatchOpacity"), float(kSurfaceHatchOpacity));
    m_gl.glUniform1f(m_surfaces->at("forecastPaler"), float(kSurfaceForecastPaler));
    return {};
}

void GlCanvas::readInfo()
{
    const auto text = [this](GLenum name) {
        return QString::fromUtf8(reinterpret_cast<const char *>(m_gl.glGetString(name)));
    };
    const auto number = [this](GLenum name) {
        GLint value = 0;
        m_gl.glGetIntegerv(name, &value);
        return value;
    };
    m_info.renderer = text(GL_RENDERER);
    m_info.software = isSoftware(m_info.renderer);
    m_info.limits.side = std::min(number(GL_MAX_TEXTURE_SIZE), number(GL_MAX_RENDERBUFFER_SIZE));
    m_info.limits.texels = std::size_t(std::max(number(GL_MAX_TEXTURE_BUFFER_SIZE), 0));
}

bool GlCanvas::resize(QSize size)
{
    if (size == m_size)
        return true;
    release();
    GLint most = 0;
    m_gl.glGetIntegerv(GL_MAX_SAMPLES, &most);
    const int samples = std::clamp(most, 1, kMostSamples);
    const qint64 bytes = qint64(size.width()) * size.height() * 4 * samples;
    const bool fine = bytes * kFineness * kFineness <= kMostSampleBytes
        && std::max(size.width(), size.height()) * kFineness <= m_info.limits.side;
    m_fineness = fine ? kFineness : 1;
    m_size = size;
    return makeRenderbuffer(m_main, size, 0)
        && makeRenderbuffer(m_areas, size * m_fineness,
            int(std::clamp<qint64>(samples * kMostSampleBytes / bytes, 1, samples)))
        && makeTexture(m_resolved, size * m_fineness);
}

bool GlCanvas::makeRenderbuffer(Target &target, QSize size, int samples)
{
    m_gl.glGenRenderbuffers(1, &target.storage);
    m_gl.glBindRenderbuffer(GL_RENDERBUFFER, target.storage);
    m_gl.glRenderbufferStorageMultisample(
        GL_RENDERBUFFER, samples, GL_RGBA8, size.width(), size.height());
    m_gl.glGenFramebuffers(1, &target.frame);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, target.frame);
    m_gl.glFramebufferRenderbuffer(
        GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, target.storage);
    return m_gl.glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

bool GlCanvas::makeTexture(Target &target, QSize size)
{
    m_gl.glGenTextures(1, &target.storage);
    m_gl.glBindTexture(GL_TEXTURE_2D, target.storage);
    m_gl.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width(), size.height(), 0, GL_RGBA,
        GL_UNSIGNED_BYTE, nullptr);
    m_gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    m_gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_gl.glGenFramebuffers(1, &target.frame);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, target.frame);
    m_gl.glFramebufferTexture2D(
        GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.storage, 0);
    return m_gl.glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void GlCanvas::release()
{
    for (Target *target : {&m_main, &m_areas, &m_resolved}) {
        m_gl.glDeleteFramebuffers(1, &target->frame);
        if (target == &m_resolved)
            m_gl.glDeleteTextures(1, &target->storage);
        else
            m_gl.glDeleteRenderbuffers(1, &target->storage);
        *target = {};
    }
    m_size = QSize();
}

QImage GlCanvas::paint(const GlFrame &frame)
{
    QImage picture(frame.size, QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull() || !resize(frame.size))
        return {};
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, m_main.frame);
    m_gl.glViewport(0, 0, frame.size.width(), frame.size.height());
    const auto ground = channels(frame.ground);
    m_gl.glClearColor(ground[0], ground[1], ground[2], ground[3]);
    m_gl.glClear(GL_COLOR_BUFFER_BIT);
    for (const GlStep &step : frame.steps) {
        if (m_amongAreas && !std::holds_alternative<GlAreas>(step))
            endAreas();
        std::visit([this](const auto &kind) { draw(kind); }, step);
    }
    if (m_amongAreas)
        endAreas();
    m_gl.glPixelStorei(GL_PACK_ALIGNMENT, 4);
    m_gl.glReadPixels(
        0, 0, frame.size.width(), frame.size.height(), GL_RGBA, GL_UNSIGNED_BYTE, picture.bits());
    m_buffers.forgetOld();
    return m_gl.glGetError() == GL_NO_ERROR ? picture : QImage();
}

void GlCanvas::draw(const GlLines &step)
{
    if (step.strokes.empty())
        return;
    const PackedLines &lines = *step.lines;
    const bool dashed = std::any_of(step.strokes.begin(), step.strokes.end(),
        [](const GlStroke &stroke) { return stroke.stroke.dash > 0.0; });
    if (dashed) {
        const GLuint lengths = m_buffers.lengths(step.geometry, lines);
        m_gl.glActiveTexture(GL_TEXTURE1);
        m_gl.glBindTexture(GL_TEXTURE_BUFFER, lengths);
        m_gl.glActiveTexture(GL_TEXTURE0);
    }
    const GLuint coordinates = m_buffers.pairs(
        step.geometry, lines.coordinates.data(), lines.coordinates.size() * sizeof(std::int32_t));
    useSegments(step.placement, coordinates, kLineGrid, 1);
    stream(m_instances[0], step.segments.data(), step.segments.size() * sizeof(GlSegment));
    for (const GlStroke &stroke : step.strokes)
        drawStroke(stroke, m_instances[0]);
}

// Interiors need several samples a pixel; edges are as exact as lines, and go to the same samples
// so that each area hides those below it. Layers of areas that follow each other share them.
void GlCanvas::beginAreas()
{
    m_amongAreas = true;
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, m_areas.frame);
    m_gl.glViewport(0, 0, m_size.width() * m_fineness, m_size.height() * m_fineness);
    m_gl.glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
    m_gl.glClear(GL_COLOR_BUFFER_BIT);
}

void GlCanvas::endAreas()
{
    m_amongAreas = false;
    const QSize samples = m_size * m_fineness;
    m_gl.glBindFramebuffer(GL_READ_FRAMEBUFFER, m_areas.frame);
    m_gl.glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_resolved.frame);
    m_gl.glBlitFramebuffer(0, 0, samples.width(), samples.height(), 0, 0, samples.width(),
        samples.height(), GL_COLOR_BUFFER_BIT, GL_NEAREST);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, m_main.frame);
    m_gl.glViewport(0, 0, m_size.width(), m_size.height());
    copy(m_resolved.storage, m_fineness);
}

void GlCanvas::draw(const GlAreas &step)
{
    if (step.patches.empty() && step.segments.empty())
        return;
    const AreaMesh &mesh = *step.mesh;
    const GLuint trapezoids = m_buffers.pairs(
        step.mesh, mesh.trapezoids.data(), mesh.trapezoids.size() * sizeof(AreaMesh::Trapezoid));
    const GLuint coordinates = m_buffers.pairs(
        step.mesh, mesh.coordinates.data(), mesh.coordinates.size() * sizeof(std::int32_t));
    stream(m_instances[0], step.segments.data(), step.segments.size() * sizeof(GlSegment));
    stream(m_instances[1], step.patches.data(), step.patches.size() * sizeof(GlPatch));
    if (!m_amongAreas)
        beginAreas();
    std::size_t begin = 0;
    for (const GlAreas::Draw &part : step.draws) {
        if (part.endPatch > begin) {
            usePatches(step.placement, trapezoids);
            m_gl.glBindBuffer(GL_ARRAY_BUFFER, m_instances[1]);
            m_gl.glVertexAttribIPointer(
                0, 2, GL_UNSIGNED_INT, sizeof(GlPatch), offset(begin * sizeof(GlPatch)));
            m_gl.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(part.endPatch - begin));
            begin = part.endPatch;
        }
        if (part.edge.end > part.edge.begin) {
            useSegments(step.placement, coordinates, kAreaGrid, m_fineness);
            drawStroke(part.edge, m_instances[0]);
        }
    }
}

void GlCanvas::draw(const GlSprites &step)
{
    if (step.sprites.empty())
        return;
    fill(m_image, step.atlas);
    m_sprites->use();
    m_gl.glUniform2f(m_sprites->at("pictureSize"), float(m_size.width()), float(m_size.height()));
    stream(m_instances[0], step.sprites.data(), step.sprites.size() * sizeof(GlSprite));
    m_gl.glVertexAttribIPointer(0, 4, GL_SHORT, sizeof(GlSprite), offset(0));
    m_gl.glVertexAttribIPointer(
        1, 2, GL_SHORT, sizeof(GlSprite), offset(offsetof(GlSprite, width)));
    for (const GLuint attribute : {0U, 1U}) {
        m_gl.glEnableVertexAttribArray(attribute);
        m_gl.glVertexAttribDivisor(attribute, 1);
    }
    m_gl.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(step.sprites.size()));
    m_gl.glDisableVertexAttribArray(1);
}

void GlCanvas::draw(const GlSurface &step)
{
    const SurfaceValues &surface = *step.surface;
    const bool hasDoubt = !surface.uncertainty.empty();
    const GLuint values = m_buffers.numbers(step.surface, surface.values);
    const GLuint doubts = hasDoubt ? m_buffers.numbers(step.surface, surface.uncertainty) : values;
    m_gl.glActiveTexture(GL_TEXTURE1);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, doubts);
    m_gl.glActiveTexture(GL_TEXTURE2);
    m_gl.glBindBuffer(GL_TEXTURE_BUFFER, m_table[0]);
    m_gl.glBufferData(GL_TEXTURE_BUFFER, GLsizeiptr(step.table.size() * sizeof(GlSurface::Texel)),
        step.table.data(), GL_STREAM_DRAW);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, m_table[1]);
    m_gl.glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, m_table[0]);
    m_gl.glActiveTexture(GL_TEXTURE0);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, values);

    GlProgram &program = *m_surfaces;
    program.use();
    m_gl.glUniform2i(program.at("cells"), step.columns, step.rows);
    m_gl.glUniform4f(
        program.at("placement"), step.column, step.row, step.columnsPerPixel, step.rowsPerPixel);
    m_gl.glUniform1i(program.at("smoothly"), surface.smooth);
    m_gl.glUniform1i(program.at("isForecast"), surface.state == ValueState::Forecast);
    m_gl.glUniform1i(program.at("hasDoubt"), hasDoubt);
    m_gl.glUniform1i(program.at("colors"), step.colors);
    m_gl.glUniform1i(program.at("breaks"), step.breaks);
    m_gl.glUniform2f(program.at("ramp"), step.low, step.step);
    m_gl.glUniform2i(program.at("forecast"), step.forecast.spacing, step.forecast.phase);
    std::array<GLint, 8> doubt{};
    for (std::size_t i = 0; i < step.doubt.size(); ++i) {
        doubt[2 * i] = step.doubt[i].spacing;
        doubt[2 * i + 1] = step.doubt[i].phase;
    }
    m_gl.glUniform2iv(program.at("doubt"), GLsizei(step.doubt.size()), doubt.data());
    m_gl.glUniform1f(program.at("hatchHalf"), step.hatchHalf);
    m_gl.glUniform1f(program.at("opacity"), float(surface.opacity));
    m_gl.glUniform4fv(program.at("ink"), 1, step.ink.data());
    m_gl.glUniform4fv(program.at("ground"), 1, step.ground.data());
    m_gl.glDisableVertexAttribArray(0);
    m_gl.glDrawArrays(GL_TRIANGLES, 0, 3);
}

void GlCanvas::draw(const GlPicture &step)
{
    fill(m_image, step.image);
    copy(m_image, 1);
}

void GlCanvas::place(GlProgram &program, const GlPlacement &placement)
{
    m_gl.glUniform2i(program.at("corner"), placement.cornerX, placement.cornerY);
    m_gl.glUniform4f(
        program.at("placement"), placement.step, placement.x, placement.y, placement.perMeter);
    m_gl.glUniform2f(program.at("pictureSize"), float(m_size.width()), float(m_size.height()));
    m_gl.glEnableVertexAttribArray(0);
    m_gl.glVertexAttribDivisor(0, 1);
}

void GlCanvas::useSegments(
    const GlPlacement &placement, GLuint coordinates, float grid, int fineness)
{
    m_segments->use();
    m_gl.glUniform1f(m_segments->at("fineness"), float(fineness));
    place(*m_segments, placement);
    m_gl.glUniform1f(m_segments->at("grid"), grid);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, coordinates);
}

void GlCanvas::usePatches(const GlPlacement &placement, GLuint trapezoids)
{
    m_patches->use();
    place(*m_patches, placement);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, trapezoids);
}

void GlCanvas::drawStroke(const GlStroke &stroke, GLuint instances)
{
    GlProgram &program = *m_segments;
    const LinePen &pen = stroke.stroke.pen;
    const bool dashed = stroke.stroke.dash > 0.0 && stroke.stroke.gap > 0.0;
    const auto color = channels(qPremultiply(pen.color.rgba()));
    m_gl.glUniform4f(program.at("color"), color[0], color[1], color[2], color[3]);
    m_gl.glUniform1f(program.at("halfWidth"), 0.5F * pen.width);
    m_gl.glUniform1f(program.at("extension"), pen.extension);
    m_gl.glUniform1f(program.at("offset"), float(stroke.offset));
    m_gl.glUniform1i(program.at("rounded"), pen.round);
    m_gl.glUniform1i(program.at("hairline"), stroke.hairline);
    m_gl.glUniform1i(program.at("dashed"), dashed);
    m_gl.glUniform2f(program.at("dash"), dashed ? float(stroke.stroke.dash) : 0.0F,
        dashed ? float(stroke.stroke.gap) : 0.0F);
    m_gl.glBindBuffer(GL_ARRAY_BUFFER, instances);
    m_gl.glVertexAttribIPointer(
        0, 2, GL_UNSIGNED_INT, sizeof(GlSegment), offset(stroke.begin * sizeof(GlSegment)));
    m_gl.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(stroke.end - stroke.begin));
}

void GlCanvas::copy(GLuint texture, int fineness)
{
    m_pictures->use();
    m_gl.glUniform1i(m_pictures->at("fineness"), fineness);
    m_gl.glBindTexture(GL_TEXTURE_2D, texture);
    m_gl.glDisableVertexAttribArray(0);
    m_gl.glDrawArrays(GL_TRIANGLES, 0, 3);
}

void GlCanvas::stream(GLuint buffer, const void *values, std::size_t bytes)
{
    m_gl.glBindBuffer(GL_ARRAY_BUFFER, buffer);
    m_gl.glBufferData(GL_ARRAY_BUFFER, GLsizeiptr(bytes), values, GL_STREAM_DRAW);
}

void GlCanvas::fill(GLuint texture, const QImage &image)
{
    m_gl.glBindTexture(GL_TEXTURE_2D, texture);
    m_gl.glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    m_gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    m_gl.glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    m_gl.glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width(), image.height(), 0, GL_RGBA,
        GL_UNSIGNED_BYTE, image.constBits());
}

} // namespace belvedere::ui
