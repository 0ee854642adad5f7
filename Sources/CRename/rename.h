/* Exchanges two paths in one step: the one call that Swift's own modules do not show. */
#ifndef CXAUDIT_RENAME_H
#define CXAUDIT_RENAME_H

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* 0, or -1 with errno set: EINVAL or ENOSYS where the file system or the kernel cannot. */
static inline int cxaudit_exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u /* RENAME_EXCHANGE */);
}

#elif defined(__APPLE__)
#include <stdio.h>

/* 0, or -1 with errno set: ENOTSUP where the file system cannot. */
static inline int cxaudit_exchange(const char *first, const char *second) {
  return renamex_np(first, second, RENAME_SWAP);
}
#endif

#endif
