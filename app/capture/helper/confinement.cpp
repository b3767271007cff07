// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/confinement.h"

#include "pipe/servant.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

namespace ow::capture {

using pipe::giveUp;

namespace {

constexpr rlim_t kAddressSpace = rlim_t(1) << 30;
constexpr rlim_t kScanAddressSpace = rlim_t(2)
                                     << 30;        // a driver or two bring libraries and threads of their own
constexpr rlim_t kScanFileSize = rlim_t(64) << 20; // calibration is kept by some in the person's folder

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#elif defined(__loongarch64)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_LOONGARCH64;
#else
constexpr std::uint32_t kArchitecture = 0; // no filter: the numbers below would be of another table
#endif

constexpr std::array kDeniedToAll{
    __NR_ptrace,
    __NR_process_vm_readv,
    __NR_process_vm_writev,
};

constexpr std::array kDeniedToDecoders{
    __NR_socket, __NR_socketpair, __NR_connect, __NR_bind, __NR_execve, __NR_execveat,
#ifdef __NR_fork
    __NR_fork,   __NR_vfork,
#endif
};

void setLimit(decltype(RLIMIT_AS) resource, rlim_t most, const char* name)
{
    const rlimit limit{most, most};
    if (setrlimit(resource, &limit) != 0) {
        giveUp(name);
    }
}

constexpr sock_filter statement(unsigned code, std::uint32_t value)
{
    return {std::uint16_t(code), 0, 0, value};
}

constexpr sock_filter jumpIfEqual(std::uint32_t value, std::uint8_t yes, std::uint8_t no)
{
    return {std::uint16_t(BPF_JMP | BPF_JEQ | BPF_K), yes, no, value};
}

void deny(std::vector<sock_filter>& program, std::span<const int> numbers)
{
    for (const int number : numbers) {
        program.push_back(jumpIfEqual(std::uint32_t(number), 0, 1));
        program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
}

/// What is denied answers EPERM. A list of what is denied, not of what is allowed, because the decoders'
/// system calls change with every release of Qt and libc. A kernel without filters is no reason to refuse
/// work: the limits above hold there too.
void denySystemCalls(bool decodes)
{
    if (kArchitecture == 0) {
        return;
    }
    std::vector<sock_filter> program{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jumpIfEqual(kArchitecture, 1, 0),
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS), // another table of numbers
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    deny(program, kDeniedToAll);
    if (decodes) {
        deny(program, kDeniedToDecoders);
    }
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
        std::perror("seccomp");
    }
}

void confine(rlim_t addressSpace, rlim_t fileSize, bool decodes)
{
    setLimit(RLIMIT_AS, addressSpace, "RLIMIT_AS");
    setLimit(RLIMIT_FSIZE, fileSize, "RLIMIT_FSIZE");
    pipe::confineServant();
    denySystemCalls(decodes);
}

} // namespace

void confineProcess()
{
    confine(kAddressSpace, 0, true);
}

void confineScanProcess()
{
    confine(kScanAddressSpace, kScanFileSize, false);
}

void allowCpuSeconds(unsigned seconds)
{
    rusage used{};
    rlimit limit{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) {
        giveUp("RLIMIT_CPU");
    }
    // The soft limit counts from the start of the process; going over it is SIGXCPU, which ends the process.
    limit.rlim_cur = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_cur > limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
    }
    if (setrlimit(RLIMIT_CPU, &limit) != 0) {
        giveUp("RLIMIT_CPU");
    }
}

} // namespace ow::capture
