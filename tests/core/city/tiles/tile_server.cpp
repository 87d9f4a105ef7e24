// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/city/tiles/tile_server.h"

#include <QTcpSocket>

namespace belvedere::test {

TileServer::TileServer(Answer answer)
    : m_answer(std::move(answer))
{
    connect(this, &QTcpServer::newConnection, this, &TileServer::accept);
    listen(QHostAddress::LocalHost);
}

QString TileServer::urlTemplate() const
{
    return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(serverPort());
}

QByteArray TileServer::ok(const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray TileServer::status(const QByteArray &line)
{
    return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n";
}

void TileServer::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        ++m_open;
        m_mostOpen = std::max(m_mostOpen, m_open);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        connect(
            socket, &QTcpSocket::readyRead, this, [this, socket, text = QByteArray()]() mutable {
                text += socket->readAll();
                const qsizetype end = text.indexOf("\r\n\r\n");
                if (end < 0)
                    return;
                TileRequest request;
                const QList<QByteArray> lines = text.left(end).split('\n');
                text.remove(0, end + 4);
                request.path = lines.front().split(' ').value(1);
                for (const QByteArray &line : lines.mid(1)) {
                    const qsizetype colon = line.indexOf(':');
                    request.headers.insert(
                        line.left(colon).toLower(), line.mid(colon + 1).trimmed());
                }
                ++m_requests;
                socket->write(m_answer(request));
            });
    }
}

} // namespace belvedere::test
