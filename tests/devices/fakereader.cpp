// SPDX-License-Identifier: GPL-3.0-or-later
// A maker's library that is as bad as they come: what it does is told by OW_FAKE_READER_MOOD. Speaks both
// surfaces in use, CVR_* (fields, GB18030) and SDT_* (the card's text block).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

namespace {

constexpr int kUsbPort = 1003; // not the first that is tried

bool mood(const char* wanted)
{
    const char* now = std::getenv("OW_FAKE_READER_MOOD");
    return now != nullptr && std::strcmp(now, wanted) == 0;
}

[[noreturn]] void hang()
{
    for (;;) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
}

void act()
{
    std::printf("a library that prints on standard output\n");
    std::fflush(stdout);
    if (mood("crash")) {
        std::abort();
    }
    if (mood("hang")) {
        hang();
    }
    if (mood("exit")) {
        std::exit(0);
    }
}

int give(const char* text, char* out, int* length)
{
    std::strcpy(out, text);
    // Makers do not agree whether the closing zero counts.
    *length = mood("miscount") ? -7 : static_cast<int>(std::strlen(text)) + 1;
    return 1;
}

int looks = 0;

} // namespace

extern "C" {

int CVR_InitComm(int port)
{
    return mood("noport") || port != kUsbPort ? 2 : 1;
}

int CVR_Authenticate()
{
    act();
    if (mood("nocard") || (mood("later") && ++looks < 3)) {
        return 2;
    }
    return 1;
}

int CVR_Read_Content(int what)
{
    return mood("unreadable") || what != 1 ? 0 : 1;
}

int CVR_CloseComm()
{
    return 1;
}

// 张建国 and 甘肃省兰州市 in GB18030.
int GetPeopleName(char* out, int* length)
{
    if (mood("overlong")) {
        std::memset(out, 'A', 60'000);
        out[60'000] = 0;
        *length = 60'000;
        return 1;
    }
    return give(mood("nameless") ? "" : "\xD5\xC5\xBD\xA8\xB9\xFA", out, length);
}

int GetPeopleIDCode(char* out, int* length)
{
    return give("11010519491231002X", out, length);
}

int GetPeopleAddress(char* out, int* length)
{
    return give("\xB8\xCA\xCB\xE0\xCA\xA1\xC0\xBC\xD6\xDD\xCA\xD0", out, length);
}

int GetStartDate(char* out, int* length)
{
    return give("20160501", out, length);
}

int GetEndDate(char* out, int* length)
{
    return give("\xB3\xA4\xC6\xDA", out, length); // 长期
}

int SDT_OpenPort(int port)
{
    return port == kUsbPort ? 0x90 : 0x01;
}

int SDT_StartFindIDCard(int port, unsigned char* /*out*/, int /*flag*/)
{
    return port == kUsbPort ? 0x9f : 0x80;
}

int SDT_SelectIDCard(int port, unsigned char* /*out*/, int /*flag*/)
{
    return port == kUsbPort ? 0x90 : 0x81;
}

int SDT_ReadBaseMsg(int /*port*/, unsigned char* text, unsigned int* size, unsigned char* /*picture*/,
                    unsigned int* pictureSize, int /*flag*/)
{
    const std::u16string parts[] = {u"王二",
                                    u"1",
                                    u"01",
                                    u"19850612",
                                    u"甘肃省兰州市城关区样卡路八号",
                                    u"62010219850612321X",
                                    u"样卡公安局",
                                    u"20190312",
                                    u"20390312"};
    constexpr int kChars[] = {15, 1, 2, 8, 35, 18, 15, 8, 8};
    unsigned char* at = text;
    for (int i = 0; i < 9; ++i) {
        for (int k = 0; k < kChars[i]; ++k) {
            const char16_t c =
                k < static_cast<int>(parts[i].size()) ? parts[i][static_cast<std::size_t>(k)] : u' ';
            *at++ = static_cast<unsigned char>(c & 0xff);
            *at++ = static_cast<unsigned char>(c >> 8);
        }
    }
    *size = 256;
    *pictureSize = 0;
    return 0x90;
}

int SDT_ClosePort(int /*port*/)
{
    return 0x90;
}
}
