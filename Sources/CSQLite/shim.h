/* SQLite, with what Swift cannot say of it; and a call of Linux that writers of files need and Swift does not see. */
#include <errno.h>
#include <sqlite3.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

/* SQLITE_TRANSIENT is a pointer that is no address: the text is copied. */
static inline int dixit_bind_text(sqlite3_stmt *statement, int place, const char *text, int length) {
    return sqlite3_bind_text(statement, place, text, length, SQLITE_TRANSIENT);
}

/* Two names change places at once; -1 where the system cannot do that. */
static inline int dixit_exchange(const char *one, const char *other) {
#if defined(__linux__) && defined(SYS_renameat2)
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2 /* RENAME_EXCHANGE */);
#else
    errno = ENOSYS;
    return -1;
#endif
}
