// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/devicekey.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace ow::sync {

namespace {

template <auto Free> struct Freer
{
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Request = std::unique_ptr<X509_REQ, Freer<X509_REQ_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;

QByteArray bytesOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

} // namespace

domain::Result<DeviceKey> makeDeviceKey()
{
    const Key key(EVP_EC_gen("P-256"));
    const Request request(X509_REQ_new());
    const Bio keyOut(BIO_new(BIO_s_mem()));
    const Bio requestOut(BIO_new(BIO_s_mem()));
    const bool made = key && request && keyOut && requestOut &&
                      X509_REQ_set_pubkey(request.get(), key.get()) == 1 &&
                      X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(requestOut.get(), request.get()) == 1
                      // The EC form, because that is what QSslKey reads for QSsl::Ec.
                      && PEM_write_bio_PrivateKey_traditional(keyOut.get(), key.get(), nullptr, nullptr, 0,
                                                              nullptr, nullptr) == 1;
    if (!made) {
        return domain::fail(domain::ErrorCode::CryptoFailed, QStringLiteral("no TLS key could be made"));
    }
    return DeviceKey{bytesOf(keyOut.get()), bytesOf(requestOut.get())};
}

} // namespace ow::sync
