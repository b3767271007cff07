// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/idcard.h"
#include "devices/vendortable.h"
#include "domain/result.h"
#include "pipe/frames.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// What the client and onewindow-device say to each other over two pipes: one message of pipe/frames.h each
/// way, with nothing in its body. Small: a card has no more than a few hundred bytes.
namespace ow::devices {

inline constexpr qint64 kMaxDeviceMessage = qint64(64) << 10;

[[nodiscard]] QByteArray frame(const QJsonObject& object);

/// Puts objects together from whatever pieces the pipe gives.
class FrameReader
{
public:
    /// ReaderFailed for what is too long, no JSON object, or has a body: nothing more can be read then.
    [[nodiscard]] domain::Result<void> feed(const QByteArray& bytes);
    [[nodiscard]] std::optional<QJsonObject> take();

private:
    pipe::MessageReader m_reader{0, pipe::MessageReader::Pace::Stream, kMaxDeviceMessage};
};

struct ReaderRequest
{
    VendorTable table;
    bool probeOnly = false;
    int patienceMs = 0; ///< how long to wait for a card
};

[[nodiscard]] QJsonObject requestToJson(const ReaderRequest& request);
[[nodiscard]] domain::Result<ReaderRequest> requestFromJson(const QJsonObject& object);

/// A card, or the error the helper met: ReaderFailed, CardAbsent, CardUnreadable. A probe answers an empty
/// card.
[[nodiscard]] QJsonObject answerToJson(const domain::Result<IdCard>& answer);
/// ReaderFailed for what is no answer or breaks its limits: the library may have written anything.
[[nodiscard]] domain::Result<IdCard> answerFromJson(const QJsonObject& object);

} // namespace ow::devices
