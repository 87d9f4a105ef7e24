// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_writer.h"

#include "base/output_file.h"
#include "report/report_painter.h"
#include "report/report_style.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr int kPdfDpi = 1200; // of coordinates
constexpr double kPictureDpi = 300.0;
constexpr double kDotsPerMetre = 1.0 / 0.0254;

QByteArray metadataJson(const ReportContent &content)
{
    QJsonObject json;
    for (const auto &[key, value] : content.metadata)
        json.insert(key, value);
    json.insert(QStringLiteral("simulated"), content.simulated);
    return QJsonDocument(json).toJson();
}

/// "Belvedere 0.1.0; dataHash=…; model=…": what PDF readers show among the properties.
QString creator(const ReportContent &content)
{
    QStringList parts{QStringLiteral("Belvedere")};
    for (const auto &[key, value] : content.metadata)
        parts += key + QLatin1Char('=') + value;
    return parts.join(QStringLiteral("; "));
}

QImage pageImage(const ReportPainter &report, int page, double dpi, const TaskContext &context)
{
    const double scale = dpi / kPointsPerInch;
    QImage image((report.pageSize() * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    if (!report.paintPage(painter, page, scale, context.cancelled))
        return {};
    return image;
}

tl::unexpected<Error> tooLarge(const QString &file)
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP("Error",
            "%1 could not be painted: the picture is too large for the memory. Choose a smaller "
            "paper."),
        {file});
}

} // namespace

Result<> writeReportPdf(const QString &file, const ReportContent &content,
    const ReportOptions &options, const TaskContext &context)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    const ReportPainter report(content, options);
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setTitle(content.city.isEmpty()
                ? content.title
                : QStringLiteral("%1 – %2").arg(content.title, content.city));
        writer.setCreator(creator(content));
        writer.setResolution(kPdfDpi);
        writer.setPageSize(
            QPageSize(options.paper == ReportPaper::A3 ? QPageSize::A3 : QPageSize::A4));
        writer.setPageOrientation(options.orientation == ReportOrientation::Landscape
                ? QPageLayout::Landscape
                : QPageLayout::Portrait);
        writer.setPageMargins(QMarginsF());
        writer.addFileAttachment(QStringLiteral("belvedere.json"), metadataJson(content),
            QStringLiteral("application/json"));
        QPainter painter(&writer);
        const double scale = kPdfDpi / kPointsPerInch;
        for (int page = 0; page < report.pageCount(); ++page) {
            context.progress(page, report.pageCount(), {});
            if (page > 0)
                writer.newPage();
            painter.resetTransform();
            painter.scale(scale, scale);
            if (!report.paintPage(painter, page, kPictureDpi / kPointsPerInch, context.cancelled)) {
                painter.end();
                if (context.cancelled())
                    return cancelledFailure();
                return tooLarge(file);
            }
        }
    }
    BV_TRY_VOID(output.write(bytes));
    return output.commit();
}

QImage screenStrip(const ReportContent &content, int width, double scale)
{
    const Tokens &ink = tokensOf(ThemeMode::Light);
    const QFont bold = paperFont(content.font, type::kDense, true);
    const QFont text = paperFont(content.font, type::kCaption);
    const double room = width / scale;
    const double edge = space::kMedium;
    const double gap = space::kTiny;
    const bool legend = !content.map.legend.attribute.isEmpty();
    const double height = 2 * space::kSmall + lineHeight(bold) + (legend ? 2 : 1) * gap
        + (legend ? 2 : 1) * lineHeight(text);
    QImage strip(width, static_cast<int>(std::ceil(height * scale)), QImage::Format_RGB32);
    strip.fill(ink.panel);
    QPainter painter(&strip);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    painter.setPen(QPen(ink.border, 1.0));
    painter.drawLine(QPointF(0, 0.5), QPointF(room, 0.5));
    QRectF line(edge, space::kSmall, room - 2 * edge, lineHeight(bold));
    double right = 0.0;
    if (content.simulated)
        right = paintSimulatedMark(painter, line.topRight(), content.font).width() + edge;
    QStringList first{content.title, content.city};
    for (const ReportFact &fact : content.clock)
        first += QCoreApplication::translate("Report", "%1: %2").arg(fact.label, fact.value);
    first.removeAll(QString());
    const QString separator = QStringLiteral("   ·   ");
    line.translate(0.0,
        gap
            + paintLine(painter, line.adjusted(0, 0, -right, 0), first.join(separator), bold,
                ink.textPrimary));
    if (legend) {
        paintLegendRow(painter, line, content.map.legend, content.font, ThemeMode::Light);
        line.translate(0.0, gap + lineHeight(text));
    }
    QStringList last;
    for (const ReportFact &fact : content.versions)
        last += QCoreApplication::translate("Report", "%1: %2").arg(fact.label, fact.value);
    if (!content.map.attribution.isEmpty())
        last += content.map.attribution;
    paintLine(painter, line, last.join(separator), text, ink.textSecondary);
    return strip;
}

Result<> writePng(const QString &file, const QImage &picture)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(picture))
        return failure(Errc::Internal,
            QT_TRANSLATE_NOOP("Error", "The picture could not be encoded: %1. Please report it."),
            {writer.errorString()});
    BV_TRY_VOID(output.write(bytes));
    return output.commit();
}

Result<> writeScreenPng(const QString &file, const QImage &screen, const ReportContent &content,
    const TaskContext &context)
{
    const double scale = screen.devicePixelRatio();
    const QImage strip = screenStrip(content, screen.width(), scale);
    QImage picture(screen.width(), screen.height() + strip.height(), QImage::Format_RGB32);
    if (picture.isNull())
        return tooLarge(file);
    if (context.cancelled())
        return cancelledFailure();
    {
        QImage top = screen;
        top.setDevicePixelRatio(1.0);
        QPainter painter(&picture);
        painter.drawImage(0, 0, top);
        painter.drawImage(0, screen.height(), strip);
    }
    picture.setDotsPerMeterX(static_cast<int>(std::lround(96.0 * scale * kDotsPerMetre)));
    picture.setDotsPerMeterY(picture.dotsPerMeterX());
    picture.setText(QStringLiteral("Title"), content.title);
    picture.setText(QStringLiteral("Software"), creator(content));
    for (const auto &[key, value] : content.metadata)
        picture.setText(key, value);
    picture.setText(QStringLiteral("simulated"),
        content.simulated ? QStringLiteral("true") : QStringLiteral("false"));
    return writePng(file, picture);
}

QImage reportPreview(const ReportContent &content, const ReportOptions &options, int page,
    double dpi, const TaskContext &context)
{
    const ReportPainter report(content, options);
    if (page < 0 || page >= report.pageCount())
        return {};
    return pageImage(report, page, std::clamp(dpi, 36.0, 300.0), context);
}

int reportPageCount(const ReportContent &content, const ReportOptions &options)
{
    return ReportPainter(content, options).pageCount();
}

} // namespace belvedere::ui
