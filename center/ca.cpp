// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/ca.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

template <auto Free> struct Freer
{
    template <class T> void operator()(T* object) const { Free(object); }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freer<X509_free>>;
using Csr = std::unique_ptr<X509_REQ, Freer<X509_REQ_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

constexpr long kDay = 24L * 3600L;
constexpr long kAuthorityDays = 20 * 365;
constexpr long kLeafDays = 10 * 365;
// Clocks of windows are wrong by hours at times; a certificate must not be "not yet valid" for them.
constexpr long kBackdate = 2 * kDay;

Bio readOnly(const QByteArray& pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

template <class Write> QByteArray toPem(Write&& write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1)
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray pemOf(X509* certificate)
{
    return toPem([=](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}

QByteArray pemOf(EVP_PKEY* key)
{
    return toPem([=](BIO* bio) {
        return PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
}

bool isP256(EVP_PKEY* key)
{
    char group[32] = {};
    size_t length = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
           QByteArrayView(group) == QByteArrayView("prime256v1");
}

bool setSerial(X509* certificate)
{
    const Number serial(BN_new());
    // 127 random bits: positive, and nobody can guess the next (CA/B baseline asks for 64).
    return serial && BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setName(X509_NAME* name, const QString& commonName)
{
    const auto add = [name](const char* field, const QByteArray& value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(value.constData()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    return add("O", QByteArrayLiteral("OneWindow")) && add("CN", commonName.toUtf8());
}

bool addExtension(X509* certificate, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Everything but subject alternative names and usage, unsigned.
Cert blank(const QString& commonName, EVP_PKEY* key, long days)
{
    Cert certificate(X509_new());
    const bool made = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                      setSerial(certificate.get()) &&
                      X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kBackdate) != nullptr &&
                      X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * kDay) != nullptr &&
                      X509_set_pubkey(certificate.get(), key) == 1 &&
                      setName(X509_get_subject_name(certificate.get()), commonName);
    if (!made)
        certificate.reset();
    return certificate;
}

QByteArray alternativeNames(const QStringList& hosts)
{
    QByteArrayList names;
    for (const QString& host : hosts) {
        const bool address = !QHostAddress(host).isNull();
        names << (address ? QByteArrayLiteral("IP:") : QByteArrayLiteral("DNS:")) + host.toUtf8();
    }
    return names.join(',');
}

/// A host goes into a list with commas and colons: only what a DNS name or an address may hold is let in.
bool isHost(const QString& host)
{
    if (!QHostAddress(host).isNull())
        return true;
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    };
    return !host.isEmpty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), fits);
}

} // namespace

struct CertificateAuthority::Private
{
    Key key;
    Cert certificate;
};

CertificateAuthority::CertificateAuthority(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

CertificateAuthority::CertificateAuthority(CertificateAuthority&&) noexcept = default;
CertificateAuthority& CertificateAuthority::operator=(CertificateAuthority&&) noexcept = default;
CertificateAuthority::~CertificateAuthority() = default;

Result<CertificateAuthority> CertificateAuthority::create(const QString& commonName)
{
    auto data = std::make_unique<Private>();
    data->key.reset(EVP_EC_gen("P-256"));
    if (data->key)
        data->certificate = blank(commonName, data->key.get(), kAuthorityDays);
    X509* self = data->certificate.get();
    const bool made = self && X509_set_issuer_name(self, X509_get_subject_name(self)) == 1 &&
                      addExtension(self, self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                      addExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                      addExtension(self, self, NID_subject_key_identifier, "hash") &&
                      X509_sign(self, data->key.get(), EVP_sha256()) > 0;
    if (!made)
        return fail(ErrorCode::CryptoFailed, QStringLiteral("the certificate authority could not be made"));
    return CertificateAuthority(std::move(data));
}

Result<CertificateAuthority> CertificateAuthority::load(const QByteArray& certificatePem,
                                                        const QByteArray& privateKeyPem)
{
    auto data = std::make_unique<Private>();
    data->certificate.reset(PEM_read_bio_X509(readOnly(certificatePem).get(), nullptr, nullptr, nullptr));
    data->key.reset(PEM_read_bio_PrivateKey(readOnly(privateKeyPem).get(), nullptr, nullptr, nullptr));
    if (!data->certificate || !data->key ||
        X509_check_private_key(data->certificate.get(), data->key.get()) != 1)
        return fail(ErrorCode::CryptoFailed,
                    QStringLiteral("certificate and key of the authority do not fit"));
    return CertificateAuthority(std::move(data));
}

QByteArray CertificateAuthority::certificatePem() const
{
    return pemOf(d->certificate.get());
}

QByteArray CertificateAuthority::privateKeyPem() const
{
    return pemOf(d->key.get());
}

QByteArray CertificateAuthority::fingerprint() const
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(d->certificate.get(), EVP_sha256(), digest, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char*>(digest), static_cast<qsizetype>(size));
}

Result<KeyedCertificate> CertificateAuthority::issueServer(const QStringList& hosts) const
{
    if (hosts.isEmpty() || !std::all_of(hosts.begin(), hosts.end(), isHost))
        return fail(ErrorCode::InvalidInput, QStringLiteral("a host is neither a DNS name nor an address"),
                    QStringLiteral("host"));
    const Key key(EVP_EC_gen("P-256"));
    const Cert certificate = key ? blank(hosts.front(), key.get(), kLeafDays) : Cert();
    X509* self = certificate.get();
    X509* issuer = d->certificate.get();
    const bool made = self && X509_set_issuer_name(self, X509_get_subject_name(issuer)) == 1 &&
                      addExtension(self, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                      addExtension(self, issuer, NID_key_usage, "critical,digitalSignature") &&
                      addExtension(self, issuer, NID_ext_key_usage, "serverAuth") &&
                      addExtension(self, issuer, NID_authority_key_identifier, "keyid") &&
                      addExtension(self, issuer, NID_subject_alt_name, alternativeNames(hosts)) &&
                      X509_sign(self, d->key.get(), EVP_sha256()) > 0;
    if (!made)
        return fail(ErrorCode::CryptoFailed, QStringLiteral("the server certificate could not be made"));
    return KeyedCertificate{pemOf(self), pemOf(key.get())};
}

Result<QByteArray> CertificateAuthority::issueDevice(const QByteArray& csrPem, const QString& deviceId) const
{
    const Csr csr(PEM_read_bio_X509_REQ(readOnly(csrPem).get(), nullptr, nullptr, nullptr));
    EVP_PKEY* key = csr ? X509_REQ_get0_pubkey(csr.get()) : nullptr;
    // The request's own signature proves that who asks holds the private key.
    if (!key || X509_REQ_verify(csr.get(), key) != 1 || !isP256(key))
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the certificate request is not a signed P-256 request"),
                    QStringLiteral("csr"));
    const Cert certificate = blank(deviceId, key, kLeafDays);
    X509* self = certificate.get();
    X509* issuer = d->certificate.get();
    const bool made = self && X509_set_issuer_name(self, X509_get_subject_name(issuer)) == 1 &&
                      addExtension(self, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                      addExtension(self, issuer, NID_key_usage, "critical,digitalSignature") &&
                      addExtension(self, issuer, NID_ext_key_usage, "clientAuth") &&
                      addExtension(self, issuer, NID_authority_key_identifier, "keyid") &&
                      X509_sign(self, d->key.get(), EVP_sha256()) > 0;
    if (!made)
        return fail(ErrorCode::CryptoFailed, QStringLiteral("the device certificate could not be made"));
    return pemOf(self);
}

} // namespace ow::center
