// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/opengl/area_mesh.h"

#include <QOpenGLExtraFunctions>

#include <map>

namespace belvedere::ui {

/// Geometry in the memory of the graphics card, copied there once and forgotten with its owner, or
/// when too much has come together. Values are texture names of buffers that a program reads.
/// Only on the thread of the context.
class GlBuffers
{
public:
    explicit GlBuffers(QOpenGLExtraFunctions &gl)
        : m_gl(gl)
    {
    }
    ~GlBuffers();
    GlBuffers(const GlBuffers &) = delete;
    GlBuffers &operator=(const GlBuffers &) = delete;

    /// Pairs of integers. `owner` keeps `values` alive.
    [[nodiscard]] GLuint pairs(
        const std::shared_ptr<const void> &owner, const void *values, std::size_t bytes);
    /// Metres from the first point of its line to each point.
    [[nodiscard]] GLuint lengths(
        const std::shared_ptr<const void> &owner, const PackedLines &lines);
    /// What is not a finite number becomes larger than 1e38. `owner` keeps `values` alive.
    [[nodiscard]] GLuint numbers(
        const std::shared_ptr<const void> &owner, const std::vector<float> &values);
    /// To be called between pictures.
    void forgetOld();

private:
    struct Entry
    {
        std::weak_ptr<const void> owner;
        GLuint buffer = 0;
        GLuint texture = 0;
        std::size_t bytes = 0;
        std::uint64_t lastUsed = 0;
    };
    using Entries = std::map<const void *, Entry>;

    [[nodiscard]] Entry *find(const std::shared_ptr<const void> &owner, const void *key);
    GLuint upload(const std::shared_ptr<const void> &owner, const void *key, const void *values,
        std::size_t bytes, GLenum format);
    Entries::iterator forget(Entries::iterator entry);

    QOpenGLExtraFunctions &m_gl;
    Entries m_entries;
    std::uint64_t m_clock = 0;
};

} // namespace belvedere::ui
