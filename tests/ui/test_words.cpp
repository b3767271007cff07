// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/words.h"
#include "ui/support.h"
#include "ui/theme/iconset.h"
#include "ui/words/errortext.h"
#include "ui/words/statewords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <catch2/catch.hpp>

namespace ow::ui {

namespace {

using domain::CaseState;
using domain::Effect;

struct Expected
{
    const char* table;
    const char* key;
    StateWord word;
};

std::vector<Expected> allWords()
{
    return {{"case", "received", stateWord(CaseState::Received)},
            {"case", "accepted", stateWord(CaseState::Accepted)},
            {"case", "acceptedDeficient", stateWord(CaseState::Accepted, true)},
            {"case", "awaitingSupplement", stateWord(CaseState::AwaitingSupplement)},
            {"case", "resubmitted", stateWord(CaseState::Resubmitted)},
            {"case", "declined", stateWord(CaseState::Declined)},
            {"case", "notRequired", stateWord(CaseState::NotRequired)},
            {"case", "passedOn", stateWord(CaseState::PassedOn)},
            {"case", "underReview", stateWord(CaseState::UnderReview)},
            {"case", "paused", stateWord(CaseState::Paused)},
            {"case", "granted", stateWord(CaseState::Granted)},
            {"case", "refused", stateWord(CaseState::Refused)},
            {"case", "readyToIssue", stateWord(CaseState::ReadyToIssue)},
            {"case", "issued", stateWord(CaseState::Issued)},
            {"case", "revoked", stateWord(CaseState::Revoked)},
            {"case", "withdrawn", stateWord(CaseState::Withdrawn)},
            {"case", "terminated", stateWord(CaseState::Terminated)},
            {"case", "lapsed", stateWord(CaseState::Lapsed)},
            {"case", "draft", draftWord()},
            {"finding", "notRequired", stateWord(Effect::NotRequired)},
            {"finding", "notOurs", stateWord(Effect::NotOurs)},
            {"finding", "correctNow", stateWord(Effect::CorrectNow)},
            {"finding", "supplement", stateWord(Effect::Supplement)},
            {"finding", "deficiencyPossible", stateWord(Effect::DeficiencyPossible)},
            {"finding", "willBeRefused", stateWord(Effect::WillBeRefused)},
            {"finding", "hint", stateWord(Effect::Hint)},
            {"finding", "pendingOnline", pendingOnlineWord()},
            {"finding", "passed", passedWord()},
            {"material", "verified", stateWord(MaterialLook::Verified)},
            {"material", "scanned", stateWord(MaterialLook::Scanned)},
            {"material", "tolerated", stateWord(MaterialLook::Tolerated)},
            {"material", "unfit", stateWord(MaterialLook::Unfit)},
            {"material", "missing", stateWord(MaterialLook::Missing)},
            {"material", "notNeeded", stateWord(MaterialLook::NotNeeded)},
            {"sync", "pending", stateWord(SyncLook::Pending)},
            {"sync", "sending", stateWord(SyncLook::Sending)},
            {"sync", "accepted", stateWord(SyncLook::Accepted)},
            {"sync", "awaitingBlobs", stateWord(SyncLook::AwaitingBlobs)},
            {"sync", "conflict", stateWord(SyncLook::Conflict)},
            {"sync", "rejected", stateWord(SyncLook::Rejected)},
            {"light", "green", stateWord(LightLook::Green)},
            {"light", "yellow", stateWord(LightLook::Yellow)},
            {"light", "red", stateWord(LightLook::Red)},
            {"light", "paused", stateWord(LightLook::Paused)}};
}

/// Chinese of one context, as the .ts has it.
QHash<QString, QString> chinese(const QString& context)
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + QStringLiteral("/translations/onewindow_zh_CN.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QHash<QString, QString> result;
    QString name;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"name") {
            name = xml.readElementText();
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation" && name == context) {
            result.insert(source, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    return result;
}

} // namespace

TEST_CASE("every error code says what happened what is safe and what to do next")
{
    const QHash<QString, QString> words = chinese(QStringLiteral("ErrorText"));
    for (const domain::ErrorCode code : domain::kAllErrorCodes) {
        INFO(domain::errorName(code).data());
        const ErrorText text = errorText(code);
        for (const QString& sentence : {text.what, text.safe, text.next}) {
            CHECK(sentence.size() > 10);
            CHECK(sentence.endsWith(u'.'));
            CHECK(words.value(sentence).endsWith(u'。'));
        }
        CHECK(text.sentence() == text.what + u' ' + text.safe + u' ' + text.next);
    }
}

TEST_CASE("every state has the word the icon and the colour of the table")
{
    const QJsonObject states = tests::theme().table().value(u"states").toObject();
    const QHash<QString, QString> words = chinese(QStringLiteral("StateWord"));
    int tabled = 0;
    for (const auto& group : states) {
        tabled += static_cast<int>(group.toObject().size());
    }
    const std::vector<Expected> all = allWords();
    CHECK(static_cast<int>(all.size()) == tabled);
    for (const Expected& expected : all) {
        INFO(expected.table << "." << expected.key);
        const QJsonObject row = states.value(QLatin1StringView(expected.table))
                                    .toObject()
                                    .value(QLatin1StringView(expected.key))
                                    .toObject();
        CHECK(expected.word.icon == row.value(u"icon").toString());
        CHECK(QString(toneName(expected.word.tone)) == row.value(u"colour").toString());
        CHECK(words.value(expected.word.word) == row.value(u"word").toString());
        CHECK(IconSet::exists(expected.word.icon));
    }
}

TEST_CASE("only a language that is built in can be installed")
{
    CHECK(words::install(*QCoreApplication::instance(), u"en"));
    CHECK_FALSE(words::install(*QCoreApplication::instance(), u"xx_XX"));
    CHECK(QFile::exists(QStringLiteral(":/ow/words/onewindow_zh_CN.qm")));
}

} // namespace ow::ui
