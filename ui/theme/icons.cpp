// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "base/log.h"
#include "theme/theme.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// The macro must stand outside of any namespace; a static library needs it to keep its resources.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace belvedere::ui {

namespace {

QString resourcePath(const QString &name)
{
    [[maybe_unused]] static const bool once = (initResources(), true);
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap render(const QString &name, const QSize &size, const QColor &color)
{
    const QString key = QStringLiteral("bv-icon/%1/%2x%3/%4")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(resourcePath(name));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    const QByteArray svg = file.readAll().replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    const int side = qMin(size.width(), size.height());
    renderer.render(
        &painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Looks at the tokens whenever it paints, so that a change of theme needs no new icons.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = this->pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, size, color(mode, state));
    }

    QIconEngine *clone() const override { return new TintedEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("belvedere"); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens &t = tokens();
        if (mode == QIcon::Disabled)
            return t.textDisabled;
        if (m_tone == IconTone::OnAccent)
            return t.textOnAccent;
        if (mode == QIcon::Selected || state == QIcon::On)
            return t.accent;
        return mode == QIcon::Active ? t.textPrimary
                                     : blended(withOpacity(t.textPrimary, 0.85), t.panel);
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon icon(const QString &name, IconTone tone)
{
    if (!QFile::exists(resourcePath(name))) {
        qCWarning(logBase, "there is no icon named %s", qUtf8Printable(name));
        return {};
    }
    return QIcon(new TintedEngine(name, tone));
}

QPixmap iconPixmap(const QString &name, int sizePx, const QColor &color, double devicePixelRatio)
{
    const int side = qRound(sizePx * devicePixelRatio);
    QPixmap pixmap = render(name, QSize(side, side), color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QStringList iconNames()
{
    QStringList names = QDir(QFileInfo(resourcePath(QString())).path())
                            .entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

} // namespace belvedere::ui
