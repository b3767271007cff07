// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/centrebox.h"
#include "center/windowclient.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborMap>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>
#include <vector>

namespace ow::test {

/// What a test wants of an entry; the rest is filled in as a well-behaved window would.
struct Wish
{
    QString kind = QStringLiteral("note");
    QString caseNumber;
    QString base;
    QCborMap what;
    QString actor = QStringLiteral("li01");
    qint64 at = 0; ///< 0: now
    std::optional<record::GuideRef> guide;
    QVector<record::BlobRef> blobs;
    QString id;      ///< empty: a new one
    QString station; ///< empty: the device's own
};

/// A window that writes true entries: its own key, certificate, chain and master key.
class TestDevice
{
public:
    explicit TestDevice(const CentreBox& box);
    /// Enrols with a new code for the station; REQUIREs that it works.
    void enrol(const QString& station, bool replace = false);
    /// The request for a code, not yet sent: for tests of what goes wrong.
    [[nodiscard]] QCborMap enrolRequest(const QString& code);

    /// Appends to the chain.
    record::WireEntry write(const Wish& wish);
    /// A receive for a new case of this station; the number is made of the serial.
    record::WireEntry receive(int serial, const QString& idNumber = QStringLiteral("620102199003076537"));
    record::WireEntry accept(const record::WireEntry& received);
    [[nodiscard]] QString numberOf(int serial) const;

    Reply push(const std::vector<record::WireEntry>& entries);
    static QCborMap batch(const std::vector<record::WireEntry>& entries);

    WindowClient client;
    std::unique_ptr<record::CryptoProvider> provider;
    record::ChainState chain;
    record::SecretBytes k0;
    record::SecretBytes masterKey;
    QString id;
    QString station;
    QCborMap enrolment;
    QByteArray privateKeyPem;

private:
    const CentreBox& m_box;
};

/// PEM of a signed request for a new P-256 key, and of the key.
std::pair<QByteArray, QByteArray> makeRequest();

/// The outcome at a place of a push's answer.
QCborMap outcome(const Reply& reply, int index);
QString outcomeWord(const Reply& reply, int index);
QString reason(const Reply& reply, int index);
QStringList flags(const Reply& reply, int index);

} // namespace ow::test
