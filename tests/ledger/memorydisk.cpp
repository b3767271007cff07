// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/memorydisk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

namespace ow::test {

namespace {

constexpr long long kSector = 512;

struct Handle
{
    sqlite3_file base;
    MemoryDisk* disk;
    std::shared_ptr<MemoryDisk::File>* file; ///< owned; a C struct cannot hold it by value
    std::string* deleteName;                 ///< owned; set for DELETEONCLOSE
};

Handle* of(sqlite3_file* file)
{
    return reinterpret_cast<Handle*>(file);
}

MemoryDisk::File& dataOf(sqlite3_file* file)
{
    return **of(file)->file;
}

int closeFile(sqlite3_file* file)
{
    Handle* handle = of(file);
    if (handle->deleteName)
        handle->disk->files.erase(*handle->deleteName);
    delete handle->deleteName;
    delete handle->file;
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    if (of(file)->disk->isDead())
        return SQLITE_IOERR_READ;
    const std::vector<char>& now = dataOf(file).now;
    const auto size = static_cast<sqlite3_int64>(now.size());
    const auto there = std::clamp<sqlite3_int64>(size - offset, 0, amount);
    if (there > 0)
        std::memcpy(to, now.data() + offset, static_cast<std::size_t>(there));
    if (there == amount)
        return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(amount - there));
    return SQLITE_IOERR_SHORT_READ;
}

int change(sqlite3_file* file, MemoryDisk::Write write, int errorCode)
{
    if (const int code = of(file)->disk->beforeWrite(errorCode); code != SQLITE_OK)
        return code;
    MemoryDisk::apply(dataOf(file).now, write);
    dataOf(file).unsynced.push_back(std::move(write));
    return SQLITE_OK;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    const char* bytes = static_cast<const char*>(from);
    return change(file, {false, offset, std::vector<char>(bytes, bytes + amount)}, SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return change(file, {true, size, {}}, SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file* file, int)
{
    if (const int code = of(file)->disk->beforeWrite(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    if (of(file)->disk->lies())
        return SQLITE_OK;
    MemoryDisk::File& data = dataOf(file);
    for (const MemoryDisk::Write& write : data.unsynced)
        MemoryDisk::apply(data.durable, write);
    data.unsynced.clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>(dataOf(file).now.size());
    return SQLITE_OK;
}

int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** to)
{
    auto& shared = dataOf(file).shared;
    *to = nullptr;
    while (static_cast<int>(shared.size()) <= region) {
        if (!extend)
            return SQLITE_OK;
        shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *to = shared[static_cast<std::size_t>(region)].get();
    return SQLITE_OK;
}

int shmUnmap(sqlite3_file* file, int remove)
{
    if (remove)
        dataOf(file).shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    fileSize,
    [](sqlite3_file*, int) { return SQLITE_OK; },
    [](sqlite3_file*, int) { return SQLITE_OK; },
    [](sqlite3_file*, int* held) {
        *held = 0;
        return SQLITE_OK;
    },
    [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    [](sqlite3_file*) { return static_cast<int>(kSector); },
    // A torn write spares the bytes around it, as on the disks SQLite assumes by default.
    [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; },
    shmMap,
    [](sqlite3_file*, int, int, int) { return SQLITE_OK; },
    [](sqlite3_file*) {},
    shmUnmap,
    nullptr,
    nullptr,
};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* disk = static_cast<MemoryDisk*>(vfs->pAppData);
    auto* handle = new (file) Handle{{nullptr}, disk, nullptr, nullptr};
    if (disk->isDead())
        return SQLITE_CANTOPEN;
    std::shared_ptr<MemoryDisk::File> data;
    if (!name) {
        data = std::make_shared<MemoryDisk::File>();
    } else if (const auto found = disk->files.find(name); found != disk->files.end()) {
        data = found->second;
    } else if ((flags & SQLITE_OPEN_CREATE) != 0) {
        data = std::make_shared<MemoryDisk::File>();
        disk->files.emplace(name, data);
        // The ledger asks the file system whether there is a database.
        if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
            if (std::FILE* real = std::fopen(name, "a"))
                std::fclose(real);
        }
    } else {
        return SQLITE_CANTOPEN;
    }
    handle->file = new std::shared_ptr<MemoryDisk::File>(data);
    if (name && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0)
        handle->deleteName = new std::string(name);
    handle->base.pMethods = &kMethods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int)
{
    auto* disk = static_cast<MemoryDisk*>(vfs->pAppData);
    if (disk->isDead())
        return SQLITE_IOERR_DELETE;
    return disk->files.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int, int* there)
{
    *there = static_cast<MemoryDisk*>(vfs->pAppData)->files.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* to)
{
    std::snprintf(to, static_cast<std::size_t>(size), "%s", name);
    return SQLITE_OK;
}

} // namespace

MemoryDisk::MemoryDisk()
    : m_before(sqlite3_vfs_find(nullptr))
    , m_vfs(std::make_unique<sqlite3_vfs>(*m_before))
{
    // Time, sleep and randomness stay the system's.
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = sizeof(Handle);
    m_vfs->pNext = nullptr;
    m_vfs->zName = "memorydisk";
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullPath;
    sqlite3_vfs_register(m_vfs.get(), 1);
}

MemoryDisk::~MemoryDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(m_before, 1);
}

void MemoryDisk::failAt(long n, int code)
{
    disarm();
    m_countdown = n;
    m_code = code;
}

void MemoryDisk::cutAt(long n)
{
    disarm();
    m_countdown = n;
    m_cut = true;
}

void MemoryDisk::disarm()
{
    m_countdown = 0;
    m_code = 0;
    m_cut = false;
    m_struck = false;
    m_dead = false;
}

int MemoryDisk::beforeWrite(int normalCode)
{
    if (m_dead)
        return normalCode;
    if (m_countdown == 0 || --m_countdown > 0)
        return SQLITE_OK;
    m_struck = true;
    m_dead = m_cut;
    // A full disk shows when writing, not when syncing.
    return m_cut || (m_code == SQLITE_FULL && normalCode == SQLITE_IOERR_FSYNC) || m_code == SQLITE_IOERR
               ? normalCode
               : m_code;
}

void MemoryDisk::apply(std::vector<char>& to, const Write& write)
{
    if (write.truncate) {
        to.resize(static_cast<std::size_t>(write.at));
        return;
    }
    const auto end = static_cast<std::size_t>(write.at) + write.bytes.size();
    if (to.size() < end)
        to.resize(end);
    std::copy(write.bytes.begin(), write.bytes.end(), to.begin() + write.at);
}

void MemoryDisk::powerCut(std::mt19937& random)
{
    for (auto& [name, file] : files) {
        for (const Write& write : file->unsynced) {
            const auto fate = random() % 4;
            if (fate == 0)
                continue;
            if (fate != 1 || write.truncate) {
                apply(file->durable, write);
                continue;
            }
            // Torn: each sector by itself.
            const auto size = static_cast<long long>(write.bytes.size());
            for (long long from = 0; from < size;) {
                const long long to = std::min(size, from + kSector - (write.at + from) % kSector);
                if (random() % 2 == 0)
                    apply(file->durable,
                          {false, write.at + from, {write.bytes.begin() + from, write.bytes.begin() + to}});
                from = to;
            }
        }
        file->unsynced.clear();
        file->now = file->durable;
        file->shared.clear();
    }
    disarm();
}

MemoryDisk::Image MemoryDisk::image() const
{
    Image image;
    for (const auto& [name, file] : files)
        image.emplace(name, file->now);
    return image;
}

void MemoryDisk::restore(const Image& image)
{
    files.clear();
    for (const auto& [name, bytes] : image) {
        auto file = std::make_shared<File>();
        file->now = bytes;
        file->durable = bytes;
        files.emplace(name, file);
    }
    disarm();
}

} // namespace ow::test
