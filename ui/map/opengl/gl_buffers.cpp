// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_buffers.h"

#include <cmath>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr std::size_t kMostBytes = std::size_t(1) << 30;

std::vector<float> lengthsOf(const PackedLines &lines)
{
    std::vector<float> lengths(lines.coordinates.size() / 2, 0.0F);
    for (std::size_t line = 0; line < lines.count(); ++line) {
        double passed = 0.0;
        for (std::size_t i = lines.first[line] + 1; i < lines.first[line + 1]; ++i) {
            const std::int32_t *p = lines.coordinates.data() + 2 * i;
            passed += lines.unit * std::hypot(double(p[0]) - p[-2], double(p[1]) - p[-1]);
            lengths[i] = float(passed);
        }
    }
    return lengths;
}

} // namespace

GlBuffers::~GlBuffers()
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();)
        entry = forget(entry);
}

GLuint GlBuffers::pairs(
    const std::shared_ptr<const void> &owner, const void *values, std::size_t bytes)
{
    if (const Entry *entry = find(owner, values))
        return entry->texture;
    return upload(owner, values, values, bytes, GL_RG32I);
}

GLuint GlBuffers::lengths(const std::shared_ptr<const void> &owner, const PackedLines &lines)
{
    if (const Entry *entry = find(owner, &lines))
        return entry->texture;
    const std::vector<float> values = lengthsOf(lines);
    return upload(owner, &lines, values.data(), values.size() * sizeof(float), GL_R32F);
}

GLuint GlBuffers::numbers(
    const std::shared_ptr<const void> &owner, const std::vector<float> &values)
{
    if (const Entry *entry = find(owner, &values))
        return entry->texture;
    std::vector<float> finite = values;
    for (float &value : finite)
        value = std::isfinite(value) ? value : std::numeric_limits<float>::max();
    return upload(owner, &values, finite.data(), finite.size() * sizeof(float), GL_R32F);
}

void GlBuffers::forgetOld()
{
    std::size_t bytes = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->second.owner.expired()) {
            entry = forget(entry);
        } else {
            bytes += entry->second.bytes;
            ++entry;
        }
    }
    while (bytes > kMostBytes) {
        auto oldest = m_entries.begin();
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            if (entry->second.lastUsed < oldest->second.lastUsed)
                oldest = entry;
        }
        bytes -= oldest->second.bytes;
        forget(oldest);
    }
}

GlBuffers::Entry *GlBuffers::find(const std::shared_ptr<const void> &owner, const void *key)
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return nullptr;
    // Another geometry may have come to lie where one has gone.
    if (entry->second.owner.lock() != owner) {
        forget(entry);
        return nullptr;
    }
    entry->second.lastUsed = ++m_clock;
    return &entry->second;
}

GLuint GlBuffers::upload(const std::shared_ptr<const void> &owner, const void *key,
    const void *values, std::size_t bytes, GLenum format)
{
    Entry entry{owner, 0, 0, bytes, ++m_clock};
    m_gl.glGenBuffers(1, &entry.buffer);
    m_gl.glGenTextures(1, &entry.texture);
    m_gl.glBindBuffer(GL_TEXTURE_BUFFER, entry.buffer);
    m_gl.glBufferData(GL_TEXTURE_BUFFER, GLsizeiptr(bytes), values, GL_STATIC_DRAW);
    m_gl.glBindTexture(GL_TEXTURE_BUFFER, entry.texture);
    m_gl.glTexBuffer(GL_TEXTURE_BUFFER, format, entry.buffer);
    m_entries[key] = entry;
    return entry.texture;
}

GlBuffers::Entries::iterator GlBuffers::forget(Entries::iterator entry)
{
    m_gl.glDeleteTextures(1, &entry->second.texture);
    m_gl.glDeleteBuffers(1, &entry->second.buffer);
    return m_entries.erase(entry);
}

} // namespace belvedere::ui
