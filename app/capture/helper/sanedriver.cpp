// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/sanedriver.h"

#include "capture/helper/sanechoice.h"
#include "capture/helper/saneoptions.h"

#include <sane/saneopts.h>

#include <cmath>
#include <cstring>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr double kMmPerInch = 25.4;
constexpr int kWarmingUp = 12; // SANE_STATUS_WARMING_UP, which sane.h hides behind a switch

tl::unexpected<domain::Error> failure(SANE_Status status, const char* what)
{
    return fail(scanErrorOf(status),
                QString::fromLatin1(what) + u": "_s + QString::fromLatin1(sane_strstatus(status)));
}

tl::unexpected<domain::Error> unsupported(const QString& what)
{
    return fail(ErrorCode::ScannerUnsupported, what);
}

} // namespace

ErrorCode scanErrorOf(SANE_Status status)
{
    switch (int(status)) {
    case SANE_STATUS_UNSUPPORTED:
    case SANE_STATUS_INVAL:
        return ErrorCode::ScannerUnsupported;
    case SANE_STATUS_CANCELLED:
        return ErrorCode::Cancelled;
    case SANE_STATUS_DEVICE_BUSY:
    case kWarmingUp:
        return ErrorCode::ScannerBusy;
    case SANE_STATUS_EOF:
        return ErrorCode::ScannerNoData;
    case SANE_STATUS_JAMMED:
        return ErrorCode::ScannerJammed;
    case SANE_STATUS_NO_DOCS:
        return ErrorCode::ScannerEmpty;
    case SANE_STATUS_COVER_OPEN:
        return ErrorCode::ScannerCover;
    case SANE_STATUS_NO_MEM:
        return ErrorCode::ScannerMemory;
    case SANE_STATUS_ACCESS_DENIED:
        return ErrorCode::ScannerDenied;
    default:
        return ErrorCode::ScannerFault;
    }
}

SaneDriver::~SaneDriver()
{
    close();
    if (m_begun) {
        sane_exit();
    }
}

Result<void> SaneDriver::begin()
{
    if (!m_begun) {
        if (const SANE_Status status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD) {
            return failure(status, "sane_init");
        }
        m_begun = true;
    }
    return {};
}

Result<std::vector<ScanDevice>> SaneDriver::devices()
{
    if (const Result<void> begun = begin(); !begun) {
        return tl::unexpected(begun.error());
    }
    const SANE_Device** list = nullptr;
    if (const SANE_Status status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD) {
        return failure(status, "sane_get_devices");
    }
    std::vector<ScanDevice> found;
    for (; list != nullptr && *list != nullptr; ++list) {
        const SANE_Device& device = **list;
        if (std::strncmp(device.name, "v4l:", 4) == 0) {
            continue; // cameras have a source of their own
        }
        const QString maker = QString::fromUtf8(device.vendor).simplified();
        const QString model = QString::fromUtf8(device.model).simplified();
        const bool named = maker.compare("Noname"_L1, Qt::CaseInsensitive) != 0;
        found.push_back(
            {QString::fromUtf8(device.name), named ? QString(maker + u' ' + model).trimmed() : model, false});
    }
    return found;
}

Result<void> SaneDriver::open(const ScanProfile& profile)
{
    if (const Result<void> begun = begin(); !begun) {
        return begun;
    }
    QString name = profile.device;
    if (name.isEmpty()) {
        const auto found = devices();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (found->empty()) {
            return fail(ErrorCode::ScannerMissing, u"no device"_s);
        }
        name = found->front().name;
    }
    if (const SANE_Status status = sane_open(name.toUtf8().constData(), &m_device);
        status != SANE_STATUS_GOOD) {
        m_device = nullptr;
        // "includes no dev at open", says sane.h of INVAL.
        return status == SANE_STATUS_INVAL ? Result<void>(fail(ErrorCode::ScannerMissing, u"not there"_s))
                                           : failure(status, "sane_open");
    }
    m_sheetFed = false;
    const SANE_Device** list = nullptr;
    if (SaneOptions(m_device).texts(SANE_NAME_SCAN_SOURCE).isEmpty() &&
        sane_get_devices(&list, SANE_TRUE) == SANE_STATUS_GOOD) {
        for (; list != nullptr && *list != nullptr; ++list) {
            const QString type = QString::fromUtf8((*list)->type);
            m_sheetFed = m_sheetFed || (name == QString::fromUtf8((*list)->name) &&
                                        (type.contains("sheet"_L1) || type.contains("feed"_L1)));
        }
    }
    return setUp(profile);
}

Result<void> SaneDriver::setUp(const ScanProfile& profile)
{
    const SaneOptions options(m_device);
    if (const Result<void> source = setSource(options, profile); !source) {
        return source;
    }
    if (const Result<void> mode = setMode(options, profile.mode); !mode) {
        return mode;
    }
    const int dpi = chooseDpi(options.numbers(SANE_NAME_SCAN_RESOLUTION, profile.dpi), profile.dpi);
    if (dpi > 0) {
        options.setNumber(SANE_NAME_SCAN_RESOLUTION, dpi);
        options.setNumber(SANE_NAME_SCAN_Y_RESOLUTION, dpi); // where the two are set apart
    }
    m_dpi = int(std::lround(options.number(SANE_NAME_SCAN_RESOLUTION).value_or(0)));
    setArea(options, profile.area);
    return {};
}

Result<void> SaneDriver::setSource(const SaneOptions& options, const ScanProfile& profile)
{
    const bool feeder = profile.source == ScanSource::Feeder;
    const QStringList sources = options.texts(SANE_NAME_SCAN_SOURCE);
    if (sources.isEmpty()) {
        if (feeder != m_sheetFed) {
            return unsupported(feeder ? u"it has no feeder"_s : u"it has nothing but a feeder"_s);
        }
    } else {
        const auto source = chooseSource(sources, profile.source, profile.duplex);
        if (!source) {
            return unsupported(u"it has no such source"_s);
        }
        if (!options.setText(SANE_NAME_SCAN_SOURCE, *source) && sources.size() > 1) {
            return unsupported(u"its source cannot be set"_s);
        }
        // Some drivers keep the two sides apart from the source.
        const bool both = source->contains("duplex"_L1, Qt::CaseInsensitive);
        if (profile.duplex && !both && !options.setText("adf-mode", u"Duplex"_s) &&
            !options.setFlag("duplex", true)) {
            return unsupported(u"it cannot scan both sides"_s);
        }
    }
    m_feeds = feeder;
    return {};
}

Result<void> SaneDriver::setMode(const SaneOptions& options, ScanMode mode)
{
    const QStringList modes = options.texts(SANE_NAME_SCAN_MODE);
    const auto wanted = chooseMode(modes, mode);
    const auto grey = chooseMode(modes, ScanMode::Grey);
    // Where one bit is not a mode it may be a depth; where it is neither, grey is the better page.
    const auto chosen = wanted || mode != ScanMode::BlackWhite ? wanted : grey;
    if (!modes.isEmpty() &&
        (!chosen || (!options.setText(SANE_NAME_SCAN_MODE, *chosen) && modes.size() > 1))) {
        return unsupported(u"it has no such mode"_s);
    }
    const bool oneBit = mode == ScanMode::BlackWhite && options.numbers(SANE_NAME_BIT_DEPTH, 1).contains(1);
    if (!oneBit || !options.setNumber(SANE_NAME_BIT_DEPTH, 1)) {
        options.setNumber(SANE_NAME_BIT_DEPTH, 8);
    }
    return {};
}

void SaneDriver::setArea(const SaneOptions& options, QSize millimetres) const
{
    const auto set = [&](const char* name, double mm) {
        options.setNumber(name, options.isInPixels(name) ? mm / kMmPerInch * m_dpi : mm);
    };
    // Sheet feeders centre a page they know the size of.
    set("page-width", millimetres.width());
    set("page-height", millimetres.height());
    set(SANE_NAME_SCAN_TL_X, 0);
    set(SANE_NAME_SCAN_TL_Y, 0);
    set(SANE_NAME_SCAN_BR_X, millimetres.width());
    set(SANE_NAME_SCAN_BR_Y, millimetres.height());
}

Result<std::optional<ScanFrame>> SaneDriver::startPage()
{
    const SANE_Status started = sane_start(m_device);
    if (started == SANE_STATUS_NO_DOCS) {
        return std::nullopt;
    }
    if (started != SANE_STATUS_GOOD) {
        return failure(started, "sane_start");
    }
    SANE_Parameters parameters{};
    if (const SANE_Status status = sane_get_parameters(m_device, &parameters); status != SANE_STATUS_GOOD) {
        return failure(status, "sane_get_parameters");
    }
    const bool grey = parameters.format == SANE_FRAME_GRAY;
    if ((!grey && parameters.format != SANE_FRAME_RGB) || !parameters.last_frame) {
        return unsupported(u"it sends its colours apart, or no pixels"_s);
    }
    const int depth = parameters.depth;
    if ((depth != 1 || !grey) && depth != 8 && depth != 16) {
        return unsupported(u"%1 bits a sample"_s.arg(depth));
    }
    ScanFrame frame;
    frame.mode = !grey ? ScanMode::Colour : depth == 1 ? ScanMode::BlackWhite : ScanMode::Grey;
    frame.width = parameters.pixels_per_line;
    frame.lines = parameters.lines;
    frame.dpi = m_dpi;
    frame.bytesPerLine = parameters.bytes_per_line;
    frame.wide = depth == 16;
    return frame;
}

Result<std::optional<qsizetype>> SaneDriver::read(std::span<uchar> into)
{
    SANE_Int count = 0;
    const SANE_Status status = sane_read(m_device, into.data(), SANE_Int(into.size()), &count);
    if (status == SANE_STATUS_EOF) {
        return std::nullopt;
    }
    if (status != SANE_STATUS_GOOD) {
        return failure(status, "sane_read");
    }
    return qsizetype(count);
}

void SaneDriver::close()
{
    if (m_device != nullptr) {
        sane_cancel(m_device);
        sane_close(m_device);
        m_device = nullptr;
    }
}

} // namespace ow::capture
