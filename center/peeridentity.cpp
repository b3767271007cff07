// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/peeridentity.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace ow::center {

PeerIdentity peerIdentity(const ssl_st* tls)
{
    const std::unique_ptr<X509, void (*)(X509*)> certificate(SSL_get1_peer_certificate(tls), X509_free);
    char name[256] = {};
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (!certificate ||
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name,
                                  sizeof name) < 1 ||
        X509_digest(certificate.get(), EVP_sha256(), digest, &size) != 1)
        return {};
    return {QString::fromUtf8(name),
            QByteArray(reinterpret_cast<const char*>(digest), static_cast<qsizetype>(size))};
}

} // namespace ow::center
