/* The first part of the AppImage: a static program that unpacks the file system behind it and starts
   what is in it. It needs neither FUSE nor any library of the system.

   Unpacked copies are kept in the person's cache folder, one for each build, so that only the first
   start takes longer. Whoever runs from a copy holds a shared lock on it; copies of other builds that
   nobody runs from are taken away. build.sh defines VERSION and BUILD, the hash of the file system. */

#define _GNU_SOURCE
#include <squashfuse/config.h>
#include <squashfuse/squashfuse.h>
#include <squashfuse/util.h>

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK ".lock"
#define HALF ".new"

/* The file system is packed with Zstandard alone, so the other ways to unpack, which libsquashfuse
   also knows, are left out. */
int LZ4_decompress_safe(const char *in, char *out, int size, int room)
{
    (void)in, (void)out, (void)size, (void)room;
    return -1;
}

int lzma_stream_buffer_decode(void) { return -1; }
int lzo1x_decompress_safe(void) { return -1; }
int uncompress(void) { return -1; }

static const char usage[] =
    "ats " VERSION ", an AppImage\n"
    "  --appimage-extract   unpack it into squashfs-root in the current folder\n"
    "  --appimage-offset    tell where its file system begins\n"
    "  --appimage-version   tell what kind of AppImage this is\n"
    "Everything else goes to the program; see --help.\n";

static void stop(const char *format, ...)
{
    va_list words;
    va_start(words, format);
    vfprintf(stderr, format, words);
    va_end(words);
    fputc('\n', stderr);
    exit(1);
}

static void join(char *out, const char *format, ...)
{
    va_list words;
    int length;
    va_start(words, format);
    length = vsnprintf(out, PATH_MAX, format, words);
    va_end(words);
    if (length >= PATH_MAX)
        stop("The path to ats is too long. Put it in another folder, then try again.");
}

/* The file system begins where this program ends, behind the table of its sections. */
static size_t end_of_program(const char *file)
{
    Elf64_Ehdr head;
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || read(fd, &head, sizeof head) != sizeof head)
        stop("Can’t read %s: %s.", file, strerror(errno));
    close(fd);
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static int forget(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info, (void)kind, (void)where;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, forget, 16, FTW_DEPTH | FTW_PHYS);
}

static int write_file(sqfs *fs, sqfs_inode *inode, const char *path)
{
    static char part[1 << 18];
    uint64_t at = 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    if (fd < 0)
        return -1;
    while (at < inode->xtra.reg.file_size) {
        sqfs_off_t size = sizeof part;
        if (sqfs_read_range(fs, inode, at, &size, part) || size <= 0) {
            errno = EIO;
            break;
        }
        if (write(fd, part, size) != size)
            break;
        at += size;
    }
    return close(fd) == 0 && at == inode->xtra.reg.file_size ? 0 : -1;
}

static int write_entry(sqfs *fs, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    switch (inode->base.inode_type) {
    case SQUASHFS_DIR_TYPE:
    case SQUASHFS_LDIR_TYPE:
        return mkdir(path, 0755) && errno != EEXIST ? -1 : 0;
    case SQUASHFS_REG_TYPE:
    case SQUASHFS_LREG_TYPE:
        return write_file(fs, inode, path);
    case SQUASHFS_SYMLINK_TYPE:
    case SQUASHFS_LSYMLINK_TYPE:
        if (sqfs_readlink(fs, inode, target, &size))
            return -1;
        return symlink(target, path) && errno != EEXIST ? -1 : 0;
    default:
        return 0;
    }
}

/* Gives 0, or -1 with the reason in errno. */
static int unpack(const char *self, size_t offset, const char *folder)
{
    sqfs fs;
    sqfs_fd_t file;
    sqfs_traverse walk;
    sqfs_inode inode;
    sqfs_err problem = SQFS_OK;
    char path[PATH_MAX];

    if (mkdir(folder, 0755) && errno != EEXIST)
        return -1;
    errno = EIO;
    if (sqfs_fd_open(self, &file, false) || sqfs_init(&fs, file, offset) || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)))
        return -1;
    while (sqfs_traverse_next(&walk, &problem)) {
        if (walk.dir_end)
            continue;
        join(path, "%s/%s", folder, walk.path);
        errno = EIO;
        if (sqfs_inode_get(&fs, &inode, walk.entry.inode) || write_entry(&fs, &inode, path))
            return -1;
    }
    sqfs_traverse_close(&walk);
    return problem ? -1 : 0;
}

static void make_folders(char *path)
{
    char *at;
    for (at = path + 1; (at = strchr(at, '/')); at++) {
        *at = 0;
        mkdir(path, 0700);
        *at = '/';
    }
    mkdir(path, 0700);
}

/* A folder that is this person’s own and can be written to. */
static int usable(char *folder)
{
    struct stat info;
    make_folders(folder);
    return lstat(folder, &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid()
        && access(folder, W_OK | X_OK) == 0;
}

/* Where unpacked copies are kept: the cache folder, or where that can’t be, the temporary one. */
static void find_cache(char *folder)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME"), *temporary = getenv("TMPDIR");
    if (cache && *cache == '/') {
        join(folder, "%s/ats-appimage", cache);
        if (usable(folder))
            return;
    }
    if (home && *home == '/') {
        join(folder, "%s/.cache/ats-appimage", home);
        if (usable(folder))
            return;
    }
    join(folder, "%s/ats-appimage-%u", temporary && *temporary == '/' ? temporary : "/tmp", geteuid());
    if (!usable(folder))
        stop("There is no folder to unpack ats in. Name one you may write to in TMPDIR, then try again.");
}

/* The lock file of a copy, locked; -1 where somebody else has it. It stays open in the program that is
   started, which keeps the copy in use until the last of its processes ends. */
static int locked(const char *path, int how)
{
    struct stat here, there;
    for (;;) {
        int fd = open(path, O_RDWR | O_CREAT, 0600);
        if (fd < 0)
            return -1;
        if (flock(fd, how)) {
            close(fd);
            return -1;
        }
        /* Another start may have taken the file away between the two. */
        if (fstat(fd, &here) == 0 && stat(path, &there) == 0 && here.st_ino == there.st_ino)
            return fd;
        close(fd);
    }
}

static void remove_other_builds(const char *cache)
{
    char lock[PATH_MAX], path[PATH_MAX];
    struct dirent *entry;
    DIR *folder = opendir(cache);
    while (folder && (entry = readdir(folder))) {
        size_t length = strlen(entry->d_name), tail = strlen(LOCK);
        int fd;
        if (length <= tail || strcmp(entry->d_name + length - tail, LOCK) != 0
            || strcmp(entry->d_name, BUILD LOCK) == 0)
            continue;
        join(lock, "%s/%s", cache, entry->d_name);
        fd = locked(lock, LOCK_EX | LOCK_NB);
        if (fd < 0)
            continue;
        join(path, "%s/%.*s", cache, (int)(length - tail), entry->d_name);
        remove_tree(path);
        join(path, "%s/%.*s" HALF, cache, (int)(length - tail), entry->d_name);
        remove_tree(path);
        unlink(lock);
        close(fd);
    }
    if (folder)
        closedir(folder);
}

/* The folder of this build’s copy, made if need be. */
static void find_copy(const char *self, size_t offset, char *copy)
{
    char cache[PATH_MAX], half[PATH_MAX], lock[PATH_MAX];
    int fd;
    find_cache(cache);
    join(copy, "%s/" BUILD, cache);
    join(half, "%s" HALF, copy);
    join(lock, "%s" LOCK, copy);
    fd = locked(lock, LOCK_SH);
    if (access(copy, X_OK) == 0)
        return;
    if (fd >= 0)
        close(fd);
    fd = locked(lock, LOCK_EX);
    if (access(copy, X_OK)) {
        remove_tree(half);
        if (fd < 0 || unpack(self, offset, half) || rename(half, copy)) {
            int reason = errno;
            remove_tree(half);
            stop("ats could not be unpacked in %s: %s. Nothing was changed.", cache,
                 reason == EIO ? "the file is damaged, fetch it again" : strerror(reason));
        }
        remove_other_builds(cache);
    }
    flock(fd, LOCK_SH);
}

int main(int count, char **words)
{
    char self[PATH_MAX], copy[PATH_MAX], program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    const char *asked = count > 1 ? words[1] : "";
    size_t offset;

    if (length < 0)
        stop("ats can’t find its own file; /proc is missing on this system.");
    self[length] = 0;
    offset = end_of_program(self);
    if (strcmp(asked, "--appimage-offset") == 0)
        return printf("%zu\n", offset) < 0;
    if (strcmp(asked, "--appimage-version") == 0)
        return printf("type 2, ats " VERSION "\n") < 0;
    if (strcmp(asked, "--appimage-help") == 0)
        return fputs(usage, stdout) < 0;
    if (strcmp(asked, "--appimage-extract") == 0) {
        if (unpack(self, offset, "squashfs-root"))
            stop("ats could not be unpacked here: %s.", strerror(errno));
        return 0;
    }
    find_copy(self, offset, copy);
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", copy, 1);
    setenv("ARGV0", words[0], 1);
    join(program, "%s/AppRun", copy);
    execv(program, words);
    stop("ats could not be started from %s: %s.", copy, strerror(errno));
}
