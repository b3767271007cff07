// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace ow::test {

/// A disk in memory under SQLite: the default VFS while it lives. Knows for every file what a power cut would
/// leave, can refuse the n-th write, and can lose power at the n-th. One writing connection at a time.
class MemoryDisk
{
public:
    MemoryDisk();
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;
    ~MemoryDisk();

    /// The n-th write, truncation or sync from now on (1 = the next) gives this SQLite code, once.
    void failAt(long n, int code);
    /// The same, but from then on nothing works any more.
    void cutAt(long n);
    void disarm();

    /// From now on syncs do nothing and say they did: the control that shows a power cut is seen at all.
    void lieAboutSyncs() { m_lies = true; }

    [[nodiscard]] bool lies() const { return m_lies; }

    /// Whether the armed fault has happened.
    [[nodiscard]] bool struck() const { return m_struck; }

    /// What is left when the power comes back: of every unsynced write nothing, all, or some 512-byte
    /// sectors.
    void powerCut(std::mt19937& random);

    /// Everything on the disk, to go back to.
    using Image = std::map<std::string, std::vector<char>>;
    [[nodiscard]] Image image() const;
    void restore(const Image& image);

    // -- used by the VFS's callbacks
    struct Write
    {
        bool truncate = false;
        long long at = 0; ///< offset, or the new length
        std::vector<char> bytes;
    };

    struct File
    {
        std::vector<char> now;
        std::vector<char> durable;
        std::vector<Write> unsynced;
        std::vector<std::unique_ptr<char[]>> shared; ///< the WAL's index
    };

    [[nodiscard]] int beforeWrite(int normalCode);

    [[nodiscard]] bool isDead() const { return m_dead; }

    std::map<std::string, std::shared_ptr<File>> files;
    static void apply(std::vector<char>& to, const Write& write);

private:
    sqlite3_vfs* m_before = nullptr;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    long m_countdown = 0;
    int m_code = 0;
    bool m_cut = false;
    bool m_struck = false;
    bool m_dead = false;
    bool m_lies = false;
};

} // namespace ow::test
