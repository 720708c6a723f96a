#ifndef TOKKI_PTY_SESSION_H
#define TOKKI_PTY_SESSION_H

#include <sys/types.h>

/// Starts a program on a pseudo-terminal of its own. Gives the terminal's other end, or -1.
int tokki_pty_start(
  const char *program, char *const arguments[], char *const environment[], int columns, int rows,
  pid_t *child);

/// Opens a pseudo-terminal without a program. Gives 0, or -1.
int tokki_pty_open(int columns, int rows, int *terminal, int *program_side);

/// Changes the terminal's size, which the program on it is told by SIGWINCH.
int tokki_pty_resize(int terminal, int columns, int rows);

#endif
