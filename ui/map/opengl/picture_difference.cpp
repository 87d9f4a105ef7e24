// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/picture_difference.h"

#include <algorithm>
#include <cstdlib>

namespace belvedere::ui {

namespace {

constexpr int kFar = 32;

} // namespace

PictureDifference differenceOf(const QImage &a, const QImage &b)
{
    if (a.isNull() || a.size() != b.size())
        return {};
    const QImage::Format format = QImage::Format_ARGB32_Premultiplied;
    const QImage first = a.convertToFormat(format);
    const QImage second = b.convertToFormat(format);
    qint64 sum = 0;
    qint64 far = 0;
    int largest = 0;
    for (int y = 0; y < first.height(); ++y) {
        const uchar *p = first.constScanLine(y);
        const uchar *q = second.constScanLine(y);
        for (int x = 0; x < first.width(); ++x, p += 4, q += 4) {
            int most = 0;
            for (int channel = 0; channel < 4; ++channel) {
                const int difference = std::abs(int(p[channel]) - int(q[channel]));
                sum += difference;
                most = std::max(most, difference);
            }
            far += most > kFar ? 1 : 0;
            largest = std::max(largest, most);
        }
    }
    const double pixels = double(first.width()) * first.height();
    return {double(sum) / (4.0 * pixels), double(far) / pixels, largest};
}

} // namespace belvedere::ui
