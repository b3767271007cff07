// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/peeridentity.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace ow::center {

namespace {

using Certificate = std::unique_ptr<X509, void (*)(X509*)>;

PeerIdentity identityOf(const Certificate& certificate)
{
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

} // namespace

PeerIdentity peerIdentity(const ssl_st* tls)
{
    return identityOf(Certificate(SSL_get1_peer_certificate(tls), X509_free));
}

PeerIdentity identityOfPem(const QByteArray& pem)
{
    const std::unique_ptr<BIO, int (*)(BIO*)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
    if (!bio)
        return {};
    // Never asks anybody for a passphrase: the default is to ask the terminal.
    const auto noPassphrase = [](char*, int, int, void*) { return 0; };
    return identityOf(Certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr), X509_free));
}

} // namespace ow::center
