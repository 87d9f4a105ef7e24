// SPDX-License-Identifier: GPL-3.0-or-later
// The programs' sources, without the line that names the version of the language.
#pragma once

namespace belvedere::ui::shaders {

extern const char *const kSegmentVertex;
extern const char *const kSegmentFragment;
extern const char *const kPatchVertex;
extern const char *const kPatchFragment;
extern const char *const kSpriteVertex;
extern const char *const kSpriteFragment;
extern const char *const kSurfaceFragment; ///< with kPictureVertex
extern const char *const kPictureVertex;
extern const char *const kPictureFragment;

} // namespace belvedere::ui::shaders
