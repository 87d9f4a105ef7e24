// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/scaled_host.h"

#include <QGraphicsProxyWidget>
#include <QGraphicsScene>
#include <QResizeEvent>

#include <algorithm>

namespace belvedere::ui {

ScaledHost::ScaledHost(QWidget *content, double scale, QWidget *parent)
    : QGraphicsView(parent)
    , m_proxy(nullptr)
    , m_factor(scale)
{
    auto *scene = new QGraphicsScene(this);
    setScene(scene);
    content->setParent(nullptr); // what is embedded has no parent
    m_proxy = scene->addWidget(content);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(QStringLiteral("QGraphicsView { background: transparent; border: none; }"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    setFocusPolicy(Qt::NoFocus);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(content->sizePolicy());
    fit();
}

void ScaledHost::setFactor(double factor)
{
    m_factor = factor;
    fit();
    updateGeometry();
}

QWidget *ScaledHost::content() const
{
    return m_proxy->widget();
}

QSize ScaledHost::sizeHint() const
{
    return (QSizeF(m_proxy->widget()->sizeHint()) * m_factor).toSize();
}

QSize ScaledHost::minimumSizeHint() const
{
    return {0, qRound(m_proxy->widget()->minimumSizeHint().height() * m_factor)};
}

void ScaledHost::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fit();
}

void ScaledHost::fit()
{
    // On a small screen rather less large than cut off.
    const double least = m_proxy->widget()->minimumSizeHint().width();
    const double factor = least > 0.0
        ? std::clamp(viewport()->width() / least, std::min(1.0, m_factor), m_factor)
        : m_factor;
    const QSizeF room = QSizeF(viewport()->size()) / factor;
    m_proxy->resize(room);
    setSceneRect(QRectF(QPointF(0, 0), room));
    setTransform(QTransform::fromScale(factor, factor));
}

} // namespace belvedere::ui
