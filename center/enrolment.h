// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/ca.h"
#include "center/centrekeys.h"
#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"
#include "record/enrolcode.h"

#include <QCborMap>

namespace ow::center {

/// Where a device is to stand.
struct EnrolPlace
{
    QString hall;
    QString station;    ///< "W03"
    QString department; ///< line of business of a reviewer's device; empty: a window
    bool replace = false;
};

/// Gives devices their certificate and station, and people their place in the answer (design §9). A numbering
/// station is given to one device and never again (I5): the first device of W03 numbers with W03, its
/// replacements with W03B, W03C … Runs on the database's thread.
class Enrolment
{
public:
    Enrolment(const Vault& vault, const CertificateAuthority& authority, const CentreKeys& keys)
        : m_vault(vault)
        , m_authority(authority)
        , m_keys(keys)
    {
    }

    /// A new code for a place, good until `expiresAt`. NotAllowed when the station has its device and
    /// `replace` is not said, or has none and it is; NotFound without the hall.
    [[nodiscard]] domain::Result<record::EnrolCode> makeCode(Store& store, const EnrolPlace& place,
                                                             qint64 expiresAt) const;
    /// POST /v1/enroll/offer
    [[nodiscard]] Answer<QCborMap> offer(Store& store, const QCborMap& request, qint64 now) const;
    /// POST /v1/enroll
    [[nodiscard]] Answer<QCborMap> enrol(Store& store, const QCborMap& request, qint64 now) const;
    /// GET /v1/people, and part of the answer to an enrolment.
    [[nodiscard]] Answer<QCborMap> people(Store& store, const QString& hall) const;

private:
    [[nodiscard]] Answer<EnrolCodeRow> openCode(Store& store, const QCborMap& request, qint64 now) const;
    [[nodiscard]] Answer<DeviceRow> deviceOf(const EnrolCodeRow& code, const HallRow& hall,
                                             const QCborMap& request, qint64 now) const;
    [[nodiscard]] Answer<HallRow> hallOf(Store& store, const EnrolCodeRow& code) const;
    [[nodiscard]] Answer<QByteArray> factsOf(const QCborMap& request) const;
    [[nodiscard]] QCborMap placeMap(const EnrolCodeRow& code, const HallRow& hall) const;

    const Vault& m_vault;
    const CertificateAuthority& m_authority;
    const CentreKeys& m_keys;
};

/// SHA-256 of a PEM certificate's DER form: how a device's certificate is known again.
[[nodiscard]] QByteArray certificateDigest(const QByteArray& pem);

} // namespace ow::center
