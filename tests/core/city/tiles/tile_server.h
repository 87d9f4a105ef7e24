// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>

#include <functional>

namespace belvedere::test {

struct TileRequest
{
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/// An HTTP/1.1 server of a few lines on the local machine. Each answer is the raw text of one;
/// empty = none ever comes.
class TileServer : public QTcpServer
{
    Q_OBJECT

public:
    using Answer = std::function<QByteArray(const TileRequest &)>;

    explicit TileServer(Answer answer);

    [[nodiscard]] QString urlTemplate() const;
    [[nodiscard]] int requestCount() const { return m_requests; }
    [[nodiscard]] int mostAtOnce() const { return m_mostOpen; }

    [[nodiscard]] static QByteArray ok(const QByteArray &body, const QByteArray &headers = {});
    [[nodiscard]] static QByteArray status(const QByteArray &line);

private:
    void accept();

    Answer m_answer;
    int m_requests = 0;
    int m_open = 0;
    int m_mostOpen = 0;
};

} // namespace belvedere::test
