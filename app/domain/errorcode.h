// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstddef>

namespace ow::domain {

/// What kind of trouble an error is: decides how loudly it is said and whether trying again can help.
enum class ErrorKind {
    UserInput, ///< somebody typed or chose something that cannot be
    Cancelled, ///< a person stopped it; never shown
    Offline,   ///< the centre cannot be reached; work goes on
    Rejected,  ///< the centre or a rule refuses
    Conflict,  ///< two windows acted on one case
    Storage,   ///< disk or database
    Device,    ///< scanner, reader, printer, helper process
    Security,  ///< keys, passwords, a broken seal or chain
    Bug,       ///< ours
};

/// Every code an Error can carry: enumerator, stable name (logs, wire, ctl), kind.
/// The words people read for each are in ui/words/errortext.cpp; a test asks for all of them.
#define OW_ERROR_CODES(X)                                                                                    \
    X(InvalidInput, "input.invalid", UserInput)                                                              \
    X(NotFound, "input.not_found", UserInput)                                                                \
    X(NotAllowed, "input.not_allowed", Rejected)                                                             \
    X(MoveIllegal, "case.move_illegal", Rejected)                                                            \
    X(CaseMoved, "case.moved", Conflict)                                                                     \
    X(GuideInvalid, "guide.invalid", UserInput)                                                              \
    X(GuideMissing, "guide.missing", Storage)                                                                \
    X(CalendarInvalid, "calendar.invalid", UserInput)                                                        \
    X(JsonInvalid, "record.json_invalid", Security)                                                          \
    X(EntryInvalid, "record.entry_invalid", Security)                                                        \
    X(ChainBroken, "record.chain_broken", Security)                                                          \
    X(MacWrong, "record.mac_wrong", Security)                                                                \
    X(SealBroken, "record.seal_broken", Security)                                                            \
    X(CryptoFailed, "record.crypto_failed", Security)                                                        \
    X(KeyLocked, "keys.locked", Security)                                                                    \
    X(PasswordWrong, "keys.password_wrong", UserInput)                                                       \
    X(PasswordLocked, "keys.password_locked", UserInput)                                                     \
    X(PasswordWeak, "keys.password_weak", UserInput)                                                         \
    X(UserUnknown, "keys.user_unknown", UserInput)                                                           \
    X(RoleMissing, "keys.role_missing", Rejected)                                                            \
    X(DatabaseOpen, "ledger.open", Storage)                                                                  \
    X(DatabaseFailed, "ledger.failed", Storage)                                                              \
    X(DatabaseFull, "ledger.disk_full", Storage)                                                             \
    X(DatabaseCorrupt, "ledger.corrupt", Storage)                                                            \
    X(DatabaseNewer, "ledger.newer", Storage)                                                                \
    X(AlreadyOpen, "ledger.already_open", Storage)                                                           \
    X(Forked, "ledger.forked", Security)                                                                     \
    X(ReadOnly, "ledger.read_only", Storage)                                                                 \
    X(ClockDoubtful, "clock.doubtful", UserInput)                                                            \
    X(BlobMissing, "blob.missing", Storage)                                                                  \
    X(BlobDamaged, "blob.damaged", Security)                                                                 \
    X(FileUnreadable, "file.unreadable", UserInput)                                                          \
    X(FileTooLarge, "file.too_large", UserInput)                                                             \
    X(MaterialTooLarge, "file.material_too_large", UserInput)                                                \
    X(FileTruncated, "file.truncated", UserInput)                                                            \
    X(FileWrongType, "file.wrong_type", UserInput)                                                           \
    X(FileEncrypted, "file.encrypted", UserInput)                                                            \
    X(FileTooManyPages, "file.too_many_pages", UserInput)                                                    \
    X(FilePixels, "file.too_many_pixels", UserInput)                                                         \
    X(HelperCrashed, "capture.helper_crashed", Device)                                                       \
    X(HelperTimeout, "capture.helper_timeout", Device)                                                       \
    X(ScannerMissing, "scan.device_missing", Device)                                                         \
    X(ScannerBusy, "scan.busy", Device)                                                                      \
    X(ScannerJammed, "scan.jammed", Device)                                                                  \
    X(ScannerEmpty, "scan.feeder_empty", Device)                                                             \
    X(ScannerCover, "scan.cover_open", Device)                                                               \
    X(ScannerFault, "scan.io_error", Device)                                                                 \
    X(ScannerDenied, "scan.access_denied", Device)                                                           \
    X(ScannerMemory, "scan.no_memory", Device)                                                               \
    X(ScannerUnsupported, "scan.unsupported", Device)                                                        \
    X(ScannerNoData, "scan.no_data", Device)                                                                 \
    X(ScannerCrashed, "scan.driver_crashed", Device)                                                         \
    X(ScannerHung, "scan.driver_hung", Device)                                                               \
    X(ScanPageTooLarge, "scan.page_too_large", Device)                                                       \
    X(ScanTooManyPages, "scan.too_many_pages", Device)                                                       \
    X(CameraMissing, "camera.missing", Device)                                                               \
    X(CameraFailed, "camera.failed", Device)                                                                 \
    X(TemplateInvalid, "paper.template_invalid", UserInput)                                                  \
    X(PaperFailed, "paper.failed", Bug)                                                                      \
    X(PrintFailed, "paper.print_failed", Device)                                                             \
    X(ReaderFailed, "device.reader_failed", Device)                                                          \
    X(CardAbsent, "device.card_absent", Device)                                                              \
    X(CardUnreadable, "device.card_unreadable", Device)                                                      \
    X(ReceiptNoPaper, "device.receipt_no_paper", Device)                                                     \
    X(ReceiptFailed, "device.receipt_failed", Device)                                                        \
    X(PrintServiceGone, "paper.print_service_gone", Device)                                                  \
    X(PrinterMissing, "paper.printer_missing", Device)                                                       \
    X(PrinterStopped, "paper.printer_stopped", Device)                                                       \
    X(PrintRefused, "paper.print_refused", Device)                                                           \
    X(Cancelled, "cancelled", Cancelled)                                                                     \
    X(Unreachable, "sync.unreachable", Offline)                                                              \
    X(CertificateWrong, "sync.certificate_wrong", Security)                                                  \
    X(CaptivePortal, "sync.captive_portal", Offline)                                                         \
    X(CentreBusy, "sync.centre_busy", Offline)                                                               \
    X(CentreRefused, "sync.centre_refused", Rejected)                                                        \
    X(DeviceRevoked, "sync.device_revoked", Rejected)                                                        \
    X(EnrolCodeWrong, "sync.enrol_code_wrong", UserInput)                                                    \
    X(NotEnrolled, "sync.not_enrolled", Rejected)                                                            \
    X(ReplyInvalid, "sync.reply_invalid", Bug)                                                               \
    X(Internal, "internal", Bug)

enum class ErrorCode {
#define X(name, text, kind) name,
    OW_ERROR_CODES(X)
#undef X
};

/// What belongs to each code, in its order.
struct ErrorRow
{
    QLatin1StringView name;
    ErrorKind kind;
};

inline constexpr ErrorRow kErrorRows[] = {
#define X(name, text, kind) {QLatin1StringView(text), ErrorKind::kind},
    OW_ERROR_CODES(X)
#undef X
};

/// "ledger.disk_full": stable, for logs, the wire and ctl.
[[nodiscard]] constexpr QLatin1StringView errorName(ErrorCode code)
{
    return kErrorRows[static_cast<std::size_t>(code)].name;
}

[[nodiscard]] constexpr ErrorKind errorKind(ErrorCode code)
{
    return kErrorRows[static_cast<std::size_t>(code)].kind;
}

/// All codes in order, for the tests that demand a text for each.
inline constexpr ErrorCode kAllErrorCodes[] = {
#define X(name, text, kind) ErrorCode::name,
    OW_ERROR_CODES(X)
#undef X
};

} // namespace ow::domain
