// libedit's line editor for Swift. el_set and history are variadic, which Swift cannot call, and
// some calls of the C library are hidden from Swift or are macros: each gets one line here.
#ifndef TOKKI_EDITLINE_H
#define TOKKI_EDITLINE_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

typedef char *(*tokki_prompt_function)(EditLine *);
typedef unsigned char (*tokki_key_function)(EditLine *, int);

/// The prompt may hold escape sequences, each between two `delimiter` characters.
static inline int tokki_set_prompt(EditLine *e, tokki_prompt_function f, char delimiter) {
  return el_set(e, EL_PROMPT_ESC, f, delimiter);
}
static inline int tokki_set_editor(EditLine *e, const char *name) {
  return el_set(e, EL_EDITOR, name);
}
static inline int tokki_set_signals(EditLine *e, int on) { return el_set(e, EL_SIGNAL, on); }
static inline int tokki_prepare_terminal(EditLine *e, int on) {
  return el_set(e, EL_PREP_TERM, on);
}
static inline int tokki_bind(EditLine *e, const char *key, const char *command) {
  return el_set(e, EL_BIND, key, command, NULL);
}
static inline int tokki_add_function(
  EditLine *e, const char *name, const char *help, tokki_key_function f
) {
  return el_set(e, EL_ADDFN, name, help, f);
}
static inline int tokki_set_reader(EditLine *e, el_rfunc_t f) { return el_wset(e, EL_GETCFN, f); }
static inline int tokki_set_history(EditLine *e, History *h) {
  return el_set(e, EL_HIST, history, h);
}
static inline int tokki_set_client(EditLine *e, void *client) {
  return el_set(e, EL_CLIENTDATA, client);
}
static inline void *tokki_client(EditLine *e) {
  void *client = NULL;
  el_get(e, EL_CLIENTDATA, &client);
  return client;
}
static inline int tokki_refresh(EditLine *e) { return el_set(e, EL_REFRESH); }
/// While a line is edited, a mode of the terminal (`-isig` …) holds that does not hold otherwise.
static inline int tokki_edit_mode(EditLine *e, const char *mode) {
  return el_set(e, EL_SETTY, "-d", mode, NULL);
}
/// The same for the time between two lines.
static inline int tokki_command_mode(EditLine *e, const char *mode) {
  return el_set(e, EL_SETTY, "-x", mode, NULL);
}

static inline int tokki_history_size(History *h, int size) {
  HistEvent event;
  return history(h, &event, H_SETSIZE, size);
}
static inline int tokki_history_enter(History *h, const char *line) {
  HistEvent event;
  return history(h, &event, H_ENTER, line);
}
static inline int tokki_history_clear(History *h) {
  HistEvent event;
  return history(h, &event, H_CLEAR);
}

/// Makes the character type that of UTF-8, whatever the user's locale says: without it libedit
/// drops Korean text, and crashes on a Korean prompt.
static inline int tokki_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8");
}

/// The terminal's width in cells, 0 where it is unknown.
static inline int tokki_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// How many cells libedit takes a character for; -1 where it writes it as an escape.
static inline int tokki_cells(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

#endif
