#ifndef TOKKI_LESSONS_H
#define TOKKI_LESSONS_H

#include <stddef.h>

// The files of the top-level folder `lessons/`, compiled in, so that the one binary carries them.

size_t tokki_lesson_file_count(void);

// The path from `lessons/`, such as "01-hello-world/en.md"; NULL beyond the last file.
const char *tokki_lesson_file_path(size_t index);

// The bytes, and how many they are; NULL and 0 beyond the last file.
const unsigned char *tokki_lesson_file_bytes(size_t index, size_t *count);

#endif
