// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"
#include "ledger/columnsealer.h"
#include "ledger/people.h"
#include "ledger/sidecar.h"
#include "record/keys.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace ow::ledger {

/// Where a profile lies and what it runs on. The pointers outlive the ledger.
struct LedgerOptions
{
    QString folder; ///< of the profile: ledger.db, blobs/, mirror, lock; made with mode 0700
    QString
        mirrorFolder; ///< another place, best another disk; a copied profile has none there and is noticed
    QByteArray machineId; ///< of this machine, e.g. the text of /etc/machine-id
    const domain::Clock* clock = nullptr;
    const record::CryptoProvider* crypto = nullptr;
    record::KdfCost kdf;        ///< of passwords set from here on
    QString sidecarFolder = {}; ///< of the journal of unsent entries, best another disk; empty: mirrorFolder
    qint64 sidecarBytes = Sidecar::kMaxBytes; ///< bound of that journal; 0: none is kept
    int sidecarRetryMs = Sidecar::kRetryMs;   ///< until a path that was not there is looked at again
};

/// What the enrolment at the centre gave, or what a training profile makes up.
struct Enrolment
{
    QString device; ///< token
    QString hall;   ///< "JT62"
    QString hallName;
    QString station;               ///< numbering station, "W03"
    bool training = false;         ///< numbers begin with YL, sync leaves the profile alone
    record::SecretBytes masterKey; ///< 32 bytes, made by the caller, who wraps it to the hall's escrow key
    record::SecretBytes k0;        ///< first MAC key, the one the centre was given
    QByteArray escrowPublicKey;    ///< SM2; may be empty in training
    QByteArray escrowWrap;         ///< as sent to the centre; kept
    QByteArray centrePublicKey;    ///< SM2; checks receipts
    std::vector<record::UserKeys> users; ///< everybody who may sign in here
    std::vector<People::Person> persons; ///< their names and roles
    QMap<QString, QByteArray> secrets;   ///< as putSecret(): the TLS key
    QMap<QString, QByteArray> settings;  ///< as putSetting(): address and certificates of the centre
};

struct DeviceIdentity
{
    QString device;
    QString hall;
    QString hallName;
    QString station;
    bool training = false;
    QByteArray escrowPublicKey;
    QByteArray centrePublicKey;
};

struct ChainHead
{
    qint64 seq = 0;
    QByteArray hash = QByteArray(32, 0);
    friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

/// What importSidecar() has done.
struct SidecarImport
{
    qint64 firstSeq = 0; ///< in the journal; 0 = it held no entry
    qint64 lastSeq = 0;
    qint64 imported = 0;          ///< entries this ledger lacked
    bool torn = false;            ///< the last frame was cut off: what a crash leaves
    bool damaged = false;         ///< the file goes on behind lastSeq, but cannot be read there
    bool healed = false;          ///< the ledger may be written again, once it is opened anew
    QString fork = {};            ///< why it still may not; empty when it may
    QStringList materialsMissing; ///< ids of blobs the imported entries name and this profile has no file of
};

/// What another thread needs to read: the file and a share of the keys.
struct ReaderTicket
{
    QString file;
    ColumnSealer sealer;
};

} // namespace ow::ledger
