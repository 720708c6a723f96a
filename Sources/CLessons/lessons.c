#include "CLessons.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lesson_01_steps[] = {
#embed "../../lessons/01-hello-world/lesson.tokki"
};
static const unsigned char lesson_01_clients[] = {
#embed "../../lessons/01-hello-world/clients.md"
};
static const unsigned char lesson_01_en[] = {
#embed "../../lessons/01-hello-world/en.md"
};
static const unsigned char lesson_01_ko[] = {
#embed "../../lessons/01-hello-world/ko.md"
};
static const unsigned char lesson_02_steps[] = {
#embed "../../lessons/02-work-queues/lesson.tokki"
};
static const unsigned char lesson_02_clients[] = {
#embed "../../lessons/02-work-queues/clients.md"
};
static const unsigned char lesson_02_en[] = {
#embed "../../lessons/02-work-queues/en.md"
};
static const unsigned char lesson_02_ko[] = {
#embed "../../lessons/02-work-queues/ko.md"
};
static const unsigned char lesson_03_steps[] = {
#embed "../../lessons/03-publish-subscribe/lesson.tokki"
};
static const unsigned char lesson_03_clients[] = {
#embed "../../lessons/03-publish-subscribe/clients.md"
};
static const unsigned char lesson_03_en[] = {
#embed "../../lessons/03-publish-subscribe/en.md"
};
static const unsigned char lesson_03_ko[] = {
#embed "../../lessons/03-publish-subscribe/ko.md"
};
static const unsigned char lesson_04_steps[] = {
#embed "../../lessons/04-routing/lesson.tokki"
};
static const unsigned char lesson_04_clients[] = {
#embed "../../lessons/04-routing/clients.md"
};
static const unsigned char lesson_04_en[] = {
#embed "../../lessons/04-routing/en.md"
};
static const unsigned char lesson_04_ko[] = {
#embed "../../lessons/04-routing/ko.md"
};
static const unsigned char lesson_05_steps[] = {
#embed "../../lessons/05-topics/lesson.tokki"
};
static const unsigned char lesson_05_clients[] = {
#embed "../../lessons/05-topics/clients.md"
};
static const unsigned char lesson_05_en[] = {
#embed "../../lessons/05-topics/en.md"
};
static const unsigned char lesson_05_ko[] = {
#embed "../../lessons/05-topics/ko.md"
};
static const unsigned char lesson_06_steps[] = {
#embed "../../lessons/06-rpc/lesson.tokki"
};
static const unsigned char lesson_06_clients[] = {
#embed "../../lessons/06-rpc/clients.md"
};
static const unsigned char lesson_06_en[] = {
#embed "../../lessons/06-rpc/en.md"
};
static const unsigned char lesson_06_ko[] = {
#embed "../../lessons/06-rpc/ko.md"
};

typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} LessonFile;

#define FILE_ROW(path, bytes) {path, bytes, sizeof(bytes)}

static const LessonFile files[] = {
    FILE_ROW("01-hello-world/lesson.tokki", lesson_01_steps),
    FILE_ROW("01-hello-world/clients.md", lesson_01_clients),
    FILE_ROW("01-hello-world/en.md", lesson_01_en),
    FILE_ROW("01-hello-world/ko.md", lesson_01_ko),
    FILE_ROW("02-work-queues/lesson.tokki", lesson_02_steps),
    FILE_ROW("02-work-queues/clients.md", lesson_02_clients),
    FILE_ROW("02-work-queues/en.md", lesson_02_en),
    FILE_ROW("02-work-queues/ko.md", lesson_02_ko),
    FILE_ROW("03-publish-subscribe/lesson.tokki", lesson_03_steps),
    FILE_ROW("03-publish-subscribe/clients.md", lesson_03_clients),
    FILE_ROW("03-publish-subscribe/en.md", lesson_03_en),
    FILE_ROW("03-publish-subscribe/ko.md", lesson_03_ko),
    FILE_ROW("04-routing/lesson.tokki", lesson_04_steps),
    FILE_ROW("04-routing/clients.md", lesson_04_clients),
    FILE_ROW("04-routing/en.md", lesson_04_en),
    FILE_ROW("04-routing/ko.md", lesson_04_ko),
    FILE_ROW("05-topics/lesson.tokki", lesson_05_steps),
    FILE_ROW("05-topics/clients.md", lesson_05_clients),
    FILE_ROW("05-topics/en.md", lesson_05_en),
    FILE_ROW("05-topics/ko.md", lesson_05_ko),
    FILE_ROW("06-rpc/lesson.tokki", lesson_06_steps),
    FILE_ROW("06-rpc/clients.md", lesson_06_clients),
    FILE_ROW("06-rpc/en.md", lesson_06_en),
    FILE_ROW("06-rpc/ko.md", lesson_06_ko),
};

size_t tokki_lesson_file_count(void) { return sizeof(files) / sizeof(files[0]); }

const char *tokki_lesson_file_path(size_t index) {
    return index < tokki_lesson_file_count() ? files[index].path : NULL;
}

const unsigned char *tokki_lesson_file_bytes(size_t index, size_t *count) {
    if (index >= tokki_lesson_file_count()) {
        *count = 0;
        return NULL;
    }
    *count = files[index].count;
    return files[index].bytes;
}
