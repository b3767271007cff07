// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/codegun.h"

#include <QStringList>

#include <catch2/catch.hpp>

namespace ow::devices {

namespace {

/// Types keys at given times and keeps what a field would have got, as the window does it.
class Desk
{
public:
    explicit Desk(CodeGun::First first = CodeGun::First::Passes)
        : m_first(first)
    {
    }

    void key(qint64 at, const QString& text)
    {
        // The window asks for silence when the gap has gone by without a key.
        if (m_gun.isHolding() && at - m_last > CodeGun::kGunGapMs) {
            take(m_gun.silence());
        }
        m_last = at;
        const bool ends = text == u"\r" || text == u"\t";
        const CodeGun::Verdict verdict = m_gun.stroke({at, ends ? QString() : text, ends, 0}, m_first);
        take(verdict);
        if (verdict.passes) {
            typed += text;
        }
    }

    void type(const QString& text, qint64 from, qint64 gap)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            key(from + i * gap, text.mid(i, 1));
        }
    }

    void rest() { take(m_gun.silence()); }

    void interrupt() { take(m_gun.interrupt()); }

    QString typed;
    QStringList codes;
    int passedFirsts = 0;

private:
    void take(const CodeGun::Verdict& verdict)
    {
        for (const GunStroke& held : verdict.replay) {
            typed += held.ends ? QStringLiteral("\r") : held.text;
        }
        if (!verdict.code.isEmpty()) {
            codes.append(verdict.code);
            if (verdict.firstPassed) {
                typed.chop(1); // the window takes it back
                ++passedFirsts;
            }
        }
    }

    CodeGun m_gun;
    CodeGun::First m_first;
    qint64 m_last = 0;
};

const QString kPaper = QStringLiteral("OW1|JT62-W03-20261123-0007-3|42|00112233445566aa");

} // namespace

TEST_CASE("a gun that ends with Enter is recognised at every usual speed and types nothing")
{
    for (const qint64 gap : {0, 1, 4, 8, 16, 20, 25}) {
        Desk desk;
        desk.type(kPaper, 1000, gap);
        desk.key(1000 + kPaper.size() * gap, QStringLiteral("\r"));
        CHECK(desk.codes == QStringList{kPaper});
        CHECK(desk.typed.isEmpty());
    }
}

TEST_CASE("a gun without an ending key is recognised by the silence after it")
{
    Desk desk;
    desk.type(QStringLiteral("JT62W03202611230007"), 1000, 6);
    CHECK(desk.codes.isEmpty());
    desk.rest();
    CHECK(desk.codes == QStringList{QStringLiteral("JT62W03202611230007")});
    CHECK(desk.typed.isEmpty());
}

TEST_CASE("a fast typist at 30 ms a key is never taken for a gun and no key waits")
{
    Desk desk;
    const QString text = QStringLiteral("the quick brown fox jumps over it");
    for (qsizetype i = 0; i < text.size(); ++i) {
        desk.key(5000 + i * 30, text.mid(i, 1));
        CHECK(desk.typed == text.left(i + 1)); // at once, not when the next key comes
    }
    desk.key(5000 + text.size() * 30, QStringLiteral("\r"));
    CHECK(desk.codes.isEmpty());
    CHECK(desk.typed == text + u'\r');
}

TEST_CASE("fingers that roll over some keys lose none and keep their order")
{
    Desk desk;
    const QString text = QStringLiteral("lanzhou transport");
    qint64 at = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        at += i % 4 == 3 ? 80 : 18; // four keys in a row quicker than a gun, then a breath
        desk.key(at, text.mid(i, 1));
    }
    desk.rest();
    CHECK(desk.codes.isEmpty());
    CHECK(desk.typed == text);
}

TEST_CASE("five quick keys and Enter are a person and six are a gun")
{
    Desk person;
    person.type(QStringLiteral("12345"), 0, 5);
    person.key(25, QStringLiteral("\r"));
    CHECK(person.codes.isEmpty());
    CHECK(person.typed == QStringLiteral("12345\r"));
    Desk gun;
    gun.type(QStringLiteral("123456"), 0, 5);
    gun.key(30, QStringLiteral("\r"));
    CHECK(gun.codes == QStringList{QStringLiteral("123456")});
    CHECK(gun.typed.isEmpty());
}

TEST_CASE("a gun in the middle of typing takes only its own keys")
{
    Desk desk;
    desk.type(QStringLiteral("abc"), 0, 120);
    desk.type(kPaper, 900, 5);
    desk.key(900 + kPaper.size() * 5, QStringLiteral("\r"));
    desk.type(QStringLiteral("def"), 3000, 120);
    desk.rest();
    CHECK(desk.codes == QStringList{kPaper});
    CHECK(desk.typed == QStringLiteral("abcdef"));
}

TEST_CASE("a gun that comes within the gap of a typed key cannot be told apart and loses nothing")
{
    Desk desk;
    desk.key(0, QStringLiteral("x"));
    desk.type(QStringLiteral("620102"), 10, 5);
    desk.key(45, QStringLiteral("\r"));
    CHECK(desk.codes == QStringList{QStringLiteral("x620102")}); // unknown to the desk, which types it
}

TEST_CASE("where single keys are commands the first key of a gun is held too")
{
    Desk list(CodeGun::First::IsHeld);
    list.type(QStringLiteral("A12345678"), 0, 5);
    CHECK(list.typed.isEmpty());
    list.key(45, QStringLiteral("\r"));
    CHECK(list.codes == QStringList{QStringLiteral("A12345678")});
    CHECK(list.passedFirsts == 0);
    Desk person(CodeGun::First::IsHeld);
    person.key(0, QStringLiteral("a"));
    CHECK(person.typed.isEmpty());
    person.rest();
    CHECK(person.typed == QStringLiteral("a"));
}

TEST_CASE("a command key or a composition gives back what was held at once")
{
    Desk desk;
    desk.type(QStringLiteral("abcdefgh"), 0, 5);
    CHECK(desk.typed == QStringLiteral("a"));
    desk.interrupt();
    CHECK(desk.typed == QStringLiteral("abcdefgh"));
    CHECK(desk.codes.isEmpty());
    desk.rest();
    CHECK(desk.typed == QStringLiteral("abcdefgh"));
}

TEST_CASE("a key that never stops repeating is bounded and given back")
{
    Desk desk;
    const QString text(3 * CodeGun::kLongestCode, u'x');
    desk.type(text, 0, 5);
    desk.rest();
    qsizetype seen = desk.typed.size();
    for (const QString& code : desk.codes) {
        seen += code.size();
        CHECK(code.size() <= CodeGun::kLongestCode);
    }
    CHECK(seen == text.size());
}

TEST_CASE("a clock that goes back breaks a row and loses no key")
{
    Desk desk;
    desk.type(QStringLiteral("abcd"), 1000, 5);
    desk.type(QStringLiteral("efgh"), 100, 5);
    desk.rest();
    CHECK(desk.typed == QStringLiteral("abcdefgh"));
    CHECK(desk.codes.isEmpty());
}

} // namespace ow::devices
