// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

/// Three source texts, marked for translation; looked up when asked, so that a change of language holds at
/// once.
struct Source
{
    const char* what;
    const char* safe;
    const char* next;
};

// No default: the compiler names a code without words.
Source sourceOf(domain::ErrorCode code) // NOLINT(readability-function-size): a table
{
    using domain::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidInput:
        return {QT_TRANSLATE_NOOP("ErrorText", "Something that was entered cannot be right."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has been saved yet; what you typed is still there."),
                QT_TRANSLATE_NOOP("ErrorText", "Correct the marked field.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("ErrorText", "It could not be found."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Check the number or search by another word.")};
    case ErrorCode::NotAllowed:
        return {QT_TRANSLATE_NOOP("ErrorText", "This is not permitted here."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Ask the chief representative.")};
    case ErrorCode::MoveIllegal:
        return {QT_TRANSLATE_NOOP("ErrorText", "The case is no longer at the step this act belongs to."),
                QT_TRANSLATE_NOOP("ErrorText", "The case stays as it was."),
                QT_TRANSLATE_NOOP("ErrorText", "Open the case again and see where it stands.")};
    case ErrorCode::CaseMoved:
        return {QT_TRANSLATE_NOOP("ErrorText", "Somebody has acted on this case in the meantime."),
                QT_TRANSLATE_NOOP("ErrorText", "The case stays as it was."),
                QT_TRANSLATE_NOOP("ErrorText", "Look at what was done, then decide again.")};
    case ErrorCode::GuideInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "The guide has a fault and was not taken over."),
                QT_TRANSLATE_NOOP("ErrorText", "The guide in use stays valid."),
                QT_TRANSLATE_NOOP("ErrorText", "Correct the place that is named and try again.")};
    case ErrorCode::GuideMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "The guide of this case is not on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "The case stays as it was."),
                QT_TRANSLATE_NOOP("ErrorText", "Connect to the centre; the guide is fetched by itself.")};
    case ErrorCode::CalendarInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "The holiday calendar has a fault and was not taken over."),
                QT_TRANSLATE_NOOP("ErrorText", "The calendar in use stays valid."),
                QT_TRANSLATE_NOOP("ErrorText", "Correct the file and import it again.")};
    case ErrorCode::JsonInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "A record could not be read: its form is broken."),
                QT_TRANSLATE_NOOP("ErrorText", "It was not taken over; everything else is unharmed."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::EntryInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "An entry does not agree with what it says about itself."),
                QT_TRANSLATE_NOOP("ErrorText", "It was not taken over; everything else is unharmed."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::ChainBroken:
        return {QT_TRANSLATE_NOOP("ErrorText", "The chain of the ledger is broken at one place."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was deleted; the place is recorded."),
                QT_TRANSLATE_NOOP("ErrorText", "Stop taking real cases here and tell the administrator.")};
    case ErrorCode::MacWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The proof that an entry is genuine does not match."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was deleted; the place is recorded."),
                QT_TRANSLATE_NOOP("ErrorText", "Stop taking real cases here and tell the administrator.")};
    case ErrorCode::SealBroken:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "A sealed record could not be opened: it was changed or damaged."),
            QT_TRANSLATE_NOOP("ErrorText", "The sealed record is kept as it is."),
            QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::CryptoFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "An encryption step failed."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was written unprotected."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Restart the program; if it happens again, tell the administrator.")};
    case ErrorCode::KeyLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The keys of this device are locked."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything taken in is kept on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "Sign in first.")};
    case ErrorCode::PasswordWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The password is not right."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything taken in is kept on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "Type it again; mind the caps lock.")};
    case ErrorCode::PasswordLocked:
        return {QT_TRANSLATE_NOOP("ErrorText", "Too many wrong passwords; signing in is locked for a while."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything taken in is kept on this device."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Wait until the time shown, or ask the administrator for a reset.")};
    case ErrorCode::PasswordWeak:
        return {QT_TRANSLATE_NOOP("ErrorText", "The new password is too easy to guess."),
                QT_TRANSLATE_NOOP("ErrorText", "The old password still holds."),
                QT_TRANSLATE_NOOP("ErrorText", "Choose a longer one that is not a name or a date.")};
    case ErrorCode::UserUnknown:
        return {QT_TRANSLATE_NOOP("ErrorText", "Nobody with this work number is known here."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Check the work number, or connect once so that new people arrive.")};
    case ErrorCode::RoleMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "Your role does not include this act."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Ask someone who has the role, or the administrator.")};
    case ErrorCode::DatabaseOpen:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger of this device could not be opened."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was written over it."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Restart the device; if it happens again, tell the administrator.")};
    case ErrorCode::DatabaseFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger did not accept the act."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was half written; the draft is kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Try once more; if it fails again, tell the administrator.")};
    case ErrorCode::DatabaseFull:
        return {QT_TRANSLATE_NOOP("ErrorText", "The disk of this device is full."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything accepted so far is safe."),
                QT_TRANSLATE_NOOP("ErrorText", "Free some space, then do this act again.")};
    case ErrorCode::DatabaseCorrupt:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger file on this device is damaged."),
                QT_TRANSLATE_NOOP("ErrorText", "What the centre has receipted is safe there."),
                QT_TRANSLATE_NOOP("ErrorText", "Do not go on here; tell the administrator to restore it.")};
    case ErrorCode::DatabaseNewer:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger was written by a newer version of this program."),
                QT_TRANSLATE_NOOP("ErrorText", "It was not touched."),
                QT_TRANSLATE_NOOP("ErrorText", "Install the newer version.")};
    case ErrorCode::AlreadyOpen:
        return {QT_TRANSLATE_NOOP("ErrorText", "The program is already running on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "The running one is not disturbed."),
                QT_TRANSLATE_NOOP("ErrorText", "Go on in the window that is open.")};
    case ErrorCode::Forked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger of this device is a restored or copied one."),
                QT_TRANSLATE_NOOP("ErrorText", "It is read only now; nothing is renumbered."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator: the device must be enrolled anew.")};
    case ErrorCode::ReadOnly:
        return {QT_TRANSLATE_NOOP("ErrorText", "The ledger of this device is read only now."),
                QT_TRANSLATE_NOOP("ErrorText", "All cases can still be looked up."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::ClockDoubtful:
        return {QT_TRANSLATE_NOOP("ErrorText", "The clock of this device may be wrong."),
                QT_TRANSLATE_NOOP("ErrorText", "No number has been given yet."),
                QT_TRANSLATE_NOOP("ErrorText", "Confirm the date and time, then go on.")};
    case ErrorCode::BlobMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "A material is not on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "The case and its list of materials are complete."),
                QT_TRANSLATE_NOOP("ErrorText", "Connect to the centre to fetch it.")};
    case ErrorCode::BlobDamaged:
        return {QT_TRANSLATE_NOOP("ErrorText", "A stored material is damaged."),
                QT_TRANSLATE_NOOP("ErrorText", "The case itself is unharmed."),
                QT_TRANSLATE_NOOP("ErrorText", "Fetch it from the centre again, or scan it anew.")};
    case ErrorCode::FileUnreadable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The file could not be read."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Save it again as PDF or picture, or scan the paper.")};
    case ErrorCode::FileTooLarge:
        return {QT_TRANSLATE_NOOP("ErrorText", "The file is too large."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Scan at a lower resolution or split it.")};
    case ErrorCode::MaterialTooLarge:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "The pages of one material may have 63 MB together, so that they "
                                  "can be bound into one PDF; with this file they have more."),
                QT_TRANSLATE_NOOP("ErrorText", "The pages taken in before are kept."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Scan this material at a lower resolution or in black and white.")};
    case ErrorCode::FileTruncated:
        return {QT_TRANSLATE_NOOP("ErrorText", "The file ends too early; a part of it is missing."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Copy or scan it again.")};
    case ErrorCode::FileWrongType:
        return {QT_TRANSLATE_NOOP("ErrorText", "This kind of file cannot be taken in."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Hand in PDF, JPEG, PNG or TIFF.")};
    case ErrorCode::FileEncrypted:
        return {QT_TRANSLATE_NOOP("ErrorText", "The file is protected by a password."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Ask the applicant for one without a password.")};
    case ErrorCode::FileTooManyPages:
        return {QT_TRANSLATE_NOOP("ErrorText", "The file has too many pages."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Split it into several files.")};
    case ErrorCode::FilePixels:
        return {QT_TRANSLATE_NOOP("ErrorText", "The picture has too many pixels."),
                QT_TRANSLATE_NOOP("ErrorText", "The original file is untouched."),
                QT_TRANSLATE_NOOP("ErrorText", "Scan at 300 dpi or less.")};
    case ErrorCode::HelperCrashed:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The process that reads scans and files stopped."),
            QT_TRANSLATE_NOOP("ErrorText", "It was restarted; what was taken in is safe."),
            QT_TRANSLATE_NOOP(
                "ErrorText",
                "Try again; if the same file does it once more, leave it out and tell the administrator.")};
    case ErrorCode::HelperTimeout:
        return {QT_TRANSLATE_NOOP("ErrorText", "Reading the scan or file took too long and was stopped."),
                QT_TRANSLATE_NOOP("ErrorText", "What was taken in before is safe."),
                QT_TRANSLATE_NOOP("ErrorText", "Check the device and try again.")};
    case ErrorCode::ScannerMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "The scanner is not there any more."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Check cable and power, then look for devices again.")};
    case ErrorCode::ScannerBusy:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "Another program is using the scanner."),
            QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
            QT_TRANSLATE_NOOP("ErrorText", "Close the other program, or wait a moment, then scan again.")};
    case ErrorCode::ScannerJammed:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "Paper is jammed in the feeder."),
            QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
            QT_TRANSLATE_NOOP("ErrorText", "Take the jammed sheet out, put the rest back in and scan on.")};
    case ErrorCode::ScannerEmpty:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no paper in the feeder."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Put the sheets in, or choose a profile with the flatbed.")};
    case ErrorCode::ScannerCover:
        return {QT_TRANSLATE_NOOP("ErrorText", "The cover of the scanner is open."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Close the cover and scan again.")};
    case ErrorCode::ScannerFault:
        return {QT_TRANSLATE_NOOP("ErrorText", "The line to the scanner failed."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Check cable and power, then scan the rest again.")};
    case ErrorCode::ScannerDenied:
        return {QT_TRANSLATE_NOOP("ErrorText", "This account may not use the scanner."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::ScannerMemory:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is not enough memory for this scan."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Choose a lower resolution and scan again.")};
    case ErrorCode::ScannerUnsupported:
        return {QT_TRANSLATE_NOOP("ErrorText", "The scanner cannot do what the profile asks."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Choose another profile or another scanner.")};
    case ErrorCode::ScannerNoData:
        return {QT_TRANSLATE_NOOP("ErrorText", "The scanner sent no picture."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Put the sheet in again and scan it once more.")};
    case ErrorCode::ScannerCrashed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The scanner's driver stopped in the middle."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Scan the rest again; if it happens once more, tell the administrator.")};
    case ErrorCode::ScannerHung:
        return {QT_TRANSLATE_NOOP("ErrorText", "The scanner has not moved for too long and was let go."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Switch it off and on, then scan the rest again.")};
    case ErrorCode::ScanPageTooLarge:
        return {QT_TRANSLATE_NOOP("ErrorText", "The page is too large to be scanned like this."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Choose a lower resolution or a smaller area.")};
    case ErrorCode::ScanTooManyPages:
        return {QT_TRANSLATE_NOOP("ErrorText",
                                  "One run takes 300 pages at most; further sheets are still in the feeder."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Scan the rest as another run.")};
    case ErrorCode::CameraMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no document camera."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Check its cable, then look for devices again.")};
    case ErrorCode::CameraFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The document camera did not give a picture."),
                QT_TRANSLATE_NOOP("ErrorText", "Pages that arrived before are kept."),
                QT_TRANSLATE_NOOP("ErrorText", "Plug it in again and take the picture once more.")};
    case ErrorCode::TemplateInvalid:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The template of this paper has a fault."),
            QT_TRANSLATE_NOOP("ErrorText", "The template in use before stays valid."),
            QT_TRANSLATE_NOOP("ErrorText", "Correct the template and try again, or tell the administrator.")};
    case ErrorCode::PaperFailed:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The paper could not be laid out."),
            QT_TRANSLATE_NOOP("ErrorText", "The case and its number stand."),
            QT_TRANSLATE_NOOP("ErrorText", "Print it again with F12; if it fails, tell the administrator.")};
    case ErrorCode::PrintFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The printer did not print."),
                QT_TRANSLATE_NOOP("ErrorText", "The case and its number stand."),
                QT_TRANSLATE_NOOP("ErrorText", "Check paper and cable, then print again with F12.")};
    case ErrorCode::ReaderFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card reader does not answer."),
                QT_TRANSLATE_NOOP("ErrorText", "What you typed is still there."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Check its cable and the devices page, or type the card's values.")};
    case ErrorCode::CardAbsent:
        return {QT_TRANSLATE_NOOP("ErrorText", "No card was put on the reader in time."),
                QT_TRANSLATE_NOOP("ErrorText", "What you typed is still there."),
                QT_TRANSLATE_NOOP("ErrorText", "Put the card on the reader, then press F8 again.")};
    case ErrorCode::CardUnreadable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The card could not be read."),
                QT_TRANSLATE_NOOP("ErrorText", "What you typed is still there."),
                QT_TRANSLATE_NOOP("ErrorText", "Lift the card, put it down flat, then press F8 again.")};
    case ErrorCode::ReceiptNoPaper:
        return {QT_TRANSLATE_NOOP("ErrorText", "The receipt printer has no paper, or its cover is open."),
                QT_TRANSLATE_NOOP("ErrorText", "The case and its number stand."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Put a roll in and close the cover, then print the receipt again.")};
    case ErrorCode::ReceiptFailed:
        return {QT_TRANSLATE_NOOP("ErrorText", "The receipt printer does not take the receipt."),
                QT_TRANSLATE_NOOP("ErrorText", "The case and its number stand."),
                QT_TRANSLATE_NOOP("ErrorText", "Check its cable and power, then print the receipt again.")};
    case ErrorCode::PrintServiceGone:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The print service of this PC does not answer."),
            QT_TRANSLATE_NOOP("ErrorText", "The paper is safe and can be printed again."),
            QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator to start it, then print again with F12.")};
    case ErrorCode::PrinterMissing:
        return {QT_TRANSLATE_NOOP("ErrorText", "There is no such printer on this PC."),
                QT_TRANSLATE_NOOP("ErrorText", "The paper is safe and can be printed again."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Choose a printer on the devices page, then print again with F12.")};
    case ErrorCode::PrinterStopped:
        return {
            QT_TRANSLATE_NOOP("ErrorText",
                              "The printer has stopped; the job was taken back, so nothing comes out twice."),
            QT_TRANSLATE_NOOP("ErrorText", "The paper is safe and can be printed again."),
            QT_TRANSLATE_NOOP("ErrorText", "See to paper, jam and cover, then print again with F12.")};
    case ErrorCode::PrintRefused:
        return {QT_TRANSLATE_NOOP("ErrorText", "The printer takes no jobs at present."),
                QT_TRANSLATE_NOOP("ErrorText", "The paper is safe and can be printed again."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Choose another printer on the devices page, or tell the administrator.")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("ErrorText", "It was cancelled."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Go on when you like.")};
    case ErrorCode::Unreachable:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre cannot be reached."),
                QT_TRANSLATE_NOOP("ErrorText", "Work goes on; everything is kept here and sent later."),
                QT_TRANSLATE_NOOP("ErrorText", "There is nothing to do.")};
    case ErrorCode::CertificateWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre's certificate cannot be trusted."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was sent."),
                QT_TRANSLATE_NOOP("ErrorText", "Tell the administrator.")};
    case ErrorCode::CaptivePortal:
        return {
            QT_TRANSLATE_NOOP("ErrorText", "The network answers in place of the centre and wants a log-in."),
            QT_TRANSLATE_NOOP("ErrorText", "Nothing was sent; work goes on."),
            QT_TRANSLATE_NOOP("ErrorText", "Log in to the network, or tell the administrator.")};
    case ErrorCode::CentreBusy:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre is busy."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything waits here in order."),
                QT_TRANSLATE_NOOP("ErrorText", "There is nothing to do; it is sent again by itself.")};
    case ErrorCode::CentreRefused:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre refused an entry."),
                QT_TRANSLATE_NOOP("ErrorText", "The entry is kept and its number stands."),
                QT_TRANSLATE_NOOP("ErrorText", "Open the list of what is pending and decide.")};
    case ErrorCode::DeviceRevoked:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre has withdrawn this device."),
                QT_TRANSLATE_NOOP("ErrorText", "Everything taken in is kept on this device."),
                QT_TRANSLATE_NOOP("ErrorText", "Stop taking real cases here and tell the administrator.")};
    case ErrorCode::EnrolCodeWrong:
        return {QT_TRANSLATE_NOOP("ErrorText", "The enrolment code is not right or was used before."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator for a new code.")};
    case ErrorCode::NotEnrolled:
        return {QT_TRANSLATE_NOOP("ErrorText", "This device is not enrolled at a centre."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing has changed."),
                QT_TRANSLATE_NOOP("ErrorText", "Enrol it, or use the training mode.")};
    case ErrorCode::ReplyInvalid:
        return {QT_TRANSLATE_NOOP("ErrorText", "The centre's answer could not be understood."),
                QT_TRANSLATE_NOOP("ErrorText", "Nothing was taken over from it."),
                QT_TRANSLATE_NOOP("ErrorText", "Work on; tell the administrator if it lasts.")};
    case ErrorCode::Internal:
        return {QT_TRANSLATE_NOOP("ErrorText", "Something went wrong in the program."),
                QT_TRANSLATE_NOOP("ErrorText", "The ledger is unharmed."),
                QT_TRANSLATE_NOOP("ErrorText",
                                  "Restart the program; if it happens again, tell the administrator.")};
    }
    return {"", "", ""};
}

QString translated(const char* source)
{
    return QCoreApplication::translate("ErrorText", source);
}

} // namespace

QString ErrorText::sentence() const
{
    //: What happened, what is safe, what to do next: three sentences in a row.
    return QCoreApplication::translate("ErrorText", "%1 %2 %3").arg(what, safe, next);
}

ErrorText errorText(domain::ErrorCode code)
{
    const Source source = sourceOf(code);
    return {translated(source.what), translated(source.safe), translated(source.next)};
}

} // namespace ow::ui
