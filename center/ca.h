// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace ow::center {

/// A certificate and its private key, both PEM.
struct KeyedCertificate
{
    QByteArray certificate;
    QByteArray privateKey;
};

/// The centre's private certificate authority (X.509, RFC 5280; EC P-256 with SHA-256, because TLS libraries
/// of the windows know no SM2 certificates). Names the server and every enrolled device. Revocation is not in
/// the certificates: the list of devices is asked at every request.
class CertificateAuthority
{
public:
    [[nodiscard]] static domain::Result<CertificateAuthority> create(const QString& commonName);
    [[nodiscard]] static domain::Result<CertificateAuthority> load(const QByteArray& certificatePem,
                                                                   const QByteArray& privateKeyPem);
    CertificateAuthority(CertificateAuthority&&) noexcept;
    CertificateAuthority& operator=(CertificateAuthority&&) noexcept;
    ~CertificateAuthority();

    [[nodiscard]] QByteArray certificatePem() const;
    [[nodiscard]] QByteArray privateKeyPem() const;
    /// SHA-256 of the DER certificate, 32 bytes.
    [[nodiscard]] QByteArray fingerprint() const;

    /// Certificate and new key for a TLS server; each host is a DNS name or an IP address.
    [[nodiscard]] domain::Result<KeyedCertificate> issueServer(const QStringList& hosts) const;
    /// Client certificate for the key of a PKCS#10 request, subject CN = deviceId. InvalidInput when the
    /// request cannot be read, is not signed by its own key or the key is not EC P-256.
    [[nodiscard]] domain::Result<QByteArray> issueDevice(const QByteArray& csrPem,
                                                         const QString& deviceId) const;

private:
    struct Private;
    explicit CertificateAuthority(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace ow::center
