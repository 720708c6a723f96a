#define _GNU_SOURCE
#include "pty_session.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

static struct winsize size_of(int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return size;
}

int tokki_pty_start(
  const char *program, char *const arguments[], char *const environment[], int columns, int rows,
  pid_t *child
) {
  struct winsize size = size_of(columns, rows);
  int terminal;
  *child = forkpty(&terminal, NULL, NULL, &size);
  if (*child < 0) return -1;
  if (*child == 0) {
    // Other tests' sockets would stay open as long as this program runs.
    for (int inherited = 3; inherited < 4096; inherited++) close(inherited);
    execve(program, arguments, environment);
    _exit(127);
  }
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  return terminal;
}

int tokki_pty_open(int columns, int rows, int *terminal, int *program_side) {
  struct winsize size = size_of(columns, rows);
  return openpty(terminal, program_side, NULL, NULL, &size);
}

int tokki_pty_resize(int terminal, int columns, int rows) {
  struct winsize size = size_of(columns, rows);
  return ioctl(terminal, TIOCSWINSZ, &size);
}
