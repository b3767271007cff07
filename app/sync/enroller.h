// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledgeroptions.h"
#include "ledger/people.h"
#include "record/crypto.h"
#include "sync/centrelink.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace ow::sync {

/// What an enrolment gave: the ledger to be made, and what sync needs to come back.
struct Enrolled
{
    ledger::Enrolment enrolment;
    std::vector<ledger::People::Person> persons;
    QByteArray authorityPem;
    QByteArray certificatePem;
    QByteArray keyPem;
    QUrl centre;
};

/// Makes a PC a window of a hall: by a one-time code it learns who the centre is, makes its keys, hands over
/// k_0 and the wrapped master key, and gets certificate, station and people. The code is used up only when
/// all of it was in order. Lives on any thread with an event loop; one enrolment at a time.
class Enroller : public QObject
{
    Q_OBJECT

public:
    using Answer = domain::Result<std::shared_ptr<Enrolled>>;

    explicit Enroller(const record::CryptoProvider& crypto, QObject* parent = nullptr);

    /// `code` as the administrator read it out; `deviceName` is what his list will show. EnrolCodeWrong,
    /// CertificateWrong, Unreachable …
    [[nodiscard]] QFuture<Answer> enrol(const QUrl& centre, const QString& code, const QString& deviceName);

private:
    [[nodiscard]] QFuture<Answer> offerThenEnrol(const QUrl& centre, const QString& code,
                                                 const QString& deviceName, const QByteArray& authorityPem);

    const record::CryptoProvider& m_crypto;
    std::unique_ptr<CentreLink> m_link;
};

} // namespace ow::sync
