// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scansimulator.h"

#include <QDir>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <thread>

namespace ow::capture {

using domain::ErrorCode;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr double kMmPerInch = 25.4;
constexpr int kMostSheets = 10'000;

const QString& simulatedName()
{
    static const QString name = u"simulated:0"_s;
    return name;
}

/// Always the same for the same place: a page looks the same each time it is asked for.
std::uint32_t scatter(std::uint32_t a, std::uint32_t b)
{
    std::uint32_t x = a * 0x9E3779B1U ^ b * 0x85EBCA77U;
    x ^= x >> 15;
    x *= 0x2C1B3C6DU;
    return x ^ (x >> 13);
}

} // namespace

Result<ScanScript> readScanScript(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return domain::fail(ErrorCode::InvalidInput, u"the script of the simulator is no JSON object"_s);
    }
    const QJsonObject object = document.object();
    ScanScript script;
    script.sheets = std::clamp(object[u"sheets"_s].toInt(script.sheets), 0, kMostSheets);
    script.folder = object[u"folder"_s].toString();
    script.fault = object[u"fault"_s].toString();
    script.at = object[u"at"_s].toInt(script.at);
    script.absent = object[u"absent"_s].toBool();
    script.lineDelayUs = object[u"lineDelayUs"_s].toInt();
    return script;
}

ScanSimulator::ScanSimulator(ScanScript script)
    : m_script(std::move(script))
{
    if (!m_script.folder.isEmpty()) {
        const QDir folder(m_script.folder);
        for (const QString& name :
             folder.entryList({u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s}, QDir::Files, QDir::Name)) {
            m_pictures.append(folder.filePath(name));
        }
    }
}

Result<std::vector<ScanDevice>> ScanSimulator::devices()
{
    if (m_script.absent) {
        return std::vector<ScanDevice>{};
    }
    return std::vector<ScanDevice>{{simulatedName(), u"OneWindow training scanner"_s, false}};
}

Result<void> ScanSimulator::open(const ScanProfile& profile)
{
    if (m_script.absent || (!profile.device.isEmpty() && profile.device != simulatedName())) {
        return domain::fail(ErrorCode::ScannerMissing, u"not there"_s);
    }
    m_profile = profile;
    m_sheet = 0;
    return {};
}

bool ScanSimulator::loadPicture()
{
    if (m_pictures.isEmpty()) {
        m_picture = {};
        return false;
    }
    QImageReader reader(m_pictures[(m_sheet - 1) % m_pictures.size()]);
    reader.setAutoTransform(true);
    m_picture = reader.read().convertToFormat(QImage::Format_RGB32);
    return !m_picture.isNull();
}

Result<void> ScanSimulator::fail() const
{
    if (m_sheet != m_script.at) {
        return {};
    }
    const QString& fault = m_script.fault;
    if (fault == "crash"_L1) {
        std::raise(SIGSEGV);
    }
    while (fault == "hang"_L1) {
        pause();
    }
    constexpr std::pair<QLatin1StringView, ErrorCode> kFaults[] = {
        {"jam"_L1, ErrorCode::ScannerJammed},  {"cover"_L1, ErrorCode::ScannerCover},
        {"io"_L1, ErrorCode::ScannerFault},    {"busy"_L1, ErrorCode::ScannerBusy},
        {"empty"_L1, ErrorCode::ScannerEmpty},
    };
    for (const auto& [name, code] : kFaults) {
        if (fault == name) {
            return domain::fail(code, u"as the script says"_s);
        }
    }
    return {};
}

Result<std::optional<ScanFrame>> ScanSimulator::startPage()
{
    const int sides = m_profile.duplex ? 2 : 1;
    if (feeds() && m_sheet == m_script.sheets * sides) {
        return std::nullopt;
    }
    ++m_sheet;
    m_line = 0;
    m_frame.mode = m_profile.mode;
    m_frame.dpi = m_profile.dpi;
    m_frame.width = int(m_profile.area.width() / kMmPerInch * m_profile.dpi);
    m_frame.lines = int(m_profile.area.height() / kMmPerInch * m_profile.dpi);
    if (loadPicture()) {
        m_frame.width = m_picture.width();
        m_frame.lines = m_picture.height();
    }
    const auto width = qsizetype(m_frame.width);
    m_frame.bytesPerLine = m_profile.mode == ScanMode::Colour ? width * 3
                           : m_profile.mode == ScanMode::Grey ? width
                                                              : (width + 7) / 8;
    return m_frame;
}

Result<std::optional<qsizetype>> ScanSimulator::read(std::span<uchar> into)
{
    const bool cut = m_sheet == m_script.at && m_script.fault == "short"_L1;
    if (m_line == m_frame.lines || (cut && m_line >= m_frame.lines * 2 / 3)) {
        return std::nullopt;
    }
    if (m_line >= m_frame.lines / 2) {
        if (const Result<void> well = fail(); !well) {
            return tl::unexpected(well.error());
        }
    }
    const auto whole = std::size_t(m_frame.bytesPerLine);
    constexpr std::size_t kAtOnce = 16; // as a sensor gives them
    const std::size_t lines = std::min({into.size() / whole, std::size_t(m_frame.lines - m_line), kAtOnce});
    for (std::size_t i = 0; i < lines; ++i) {
        drawLine(m_line++);
        packLine(into.subspan(i * whole, whole));
    }
    if (m_script.lineDelayUs > 0) {
        std::this_thread::sleep_for(std::chrono::microseconds(m_script.lineDelayUs) * lines);
    }
    return qsizetype(lines * whole);
}

void ScanSimulator::drawLine(int y)
{
    m_pixels.assign(std::size_t(m_frame.width), qRgb(250, 249, 245));
    if (!m_picture.isNull()) {
        const auto* row = reinterpret_cast<const QRgb*>(m_picture.constScanLine(y));
        m_pixels.assign(row, row + m_frame.width);
        return;
    }
    const bool emptyBack = m_profile.duplex && m_sheet % 2 == 0;
    if (!emptyBack) {
        drawText(y);
        drawNumber(y);
        drawSeal(y);
    }
}

void ScanSimulator::paint(int from, int to, QRgb colour)
{
    const int last = std::min(to, m_frame.width);
    for (int x = std::max(0, from); x < last; ++x) {
        m_pixels[std::size_t(x)] = colour;
    }
}

/// Lines of square signs: 4 mm high, every 7 mm, within margins of 20 mm.
void ScanSimulator::drawText(int y)
{
    const double mm = m_frame.dpi / kMmPerInch;
    const int margin = int(20 * mm);
    const int pitch = std::max(2, int(7 * mm));
    const int sign = std::max(1, int(4 * mm));
    const int row = (y - margin) / pitch;
    const int within = (y - margin) % pitch;
    if (y < margin || margin + row * pitch + sign > m_frame.lines - margin || within >= sign) {
        return;
    }
    const int step = sign + sign / 4 + 1;
    for (int x = margin, column = 0; x + sign < m_frame.width - margin; x += step, ++column) {
        const std::uint32_t shape = scatter(std::uint32_t(row + m_sheet * 977), std::uint32_t(column));
        if (shape % 9 == 0) {
            continue; // a gap between words
        }
        for (int stroke = 0; stroke < 4; ++stroke) {
            const bool upright = (shape >> (8 + stroke)) & 1U;
            const bool level = std::abs(within - sign * (stroke * 2 + 1) / 8) <= std::max(1, sign / 16);
            const int left = x + sign * (stroke * 2 + 1) / 8;
            if (upright) {
                paint(left, left + std::max(1, sign / 10), qRgb(35, 35, 40));
            } else if (level) {
                paint(x, x + sign, qRgb(35, 35, 40));
            }
        }
    }
}

/// The number of the page as so many bars in the upper right corner, five to a row.
void ScanSimulator::drawNumber(int y)
{
    const double mm = m_frame.dpi / kMmPerInch;
    const int row = int((y / mm - 6) / 3);
    if (y < 6 * mm || row > 3 || std::fmod(y / mm - 6, 3) > 2) {
        return;
    }
    const int bars = std::clamp((m_sheet - 1) % 20 + 1 - row * 5, 0, 5);
    for (int bar = 0; bar < bars; ++bar) {
        const int right = m_frame.width - int((8 + bar * 3) * mm);
        paint(right - int(2 * mm), right, qRgb(30, 60, 140));
    }
}

/// A red ring of 40 mm, low on the right, where an official seal would be.
void ScanSimulator::drawSeal(int y)
{
    const double mm = m_frame.dpi / kMmPerInch;
    const double radius = 20 * mm;
    const double centreX = m_frame.width - 50 * mm;
    const double dy = y - (m_frame.lines - 50 * mm);
    if (std::abs(dy) > radius) {
        return;
    }
    const double outer = std::sqrt(radius * radius - dy * dy);
    const double innerRadius = radius - 1.5 * mm;
    const double inner = std::abs(dy) < innerRadius ? std::sqrt(innerRadius * innerRadius - dy * dy) : 0;
    const QRgb red = qRgb(214, 40, 40);
    paint(int(centreX - outer), int(centreX - inner), red);
    paint(int(centreX + inner), int(centreX + outer), red);
}

void ScanSimulator::packLine(std::span<uchar> out) const
{
    std::ranges::fill(out, uchar(0));
    for (std::size_t x = 0; x < m_pixels.size(); ++x) {
        const QRgb pixel = m_pixels[x];
        switch (m_frame.mode) {
        case ScanMode::Colour:
            out[x * 3] = uchar(qRed(pixel));
            out[x * 3 + 1] = uchar(qGreen(pixel));
            out[x * 3 + 2] = uchar(qBlue(pixel));
            break;
        case ScanMode::Grey:
            out[x] = uchar(qGray(pixel));
            break;
        case ScanMode::BlackWhite:
            constexpr int kMiddle = 128;
            if (qGray(pixel) < kMiddle) {
                out[x / 8] |= uchar(0x80 >> (x % 8));
            }
            break;
        }
    }
}

void ScanSimulator::close()
{
    while (m_script.fault == "stay"_L1) {
        pause();
    }
    m_picture = {};
}

} // namespace ow::capture
