// A connection of librabbitmq, and how it ends when something goes wrong.
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef amqp_connection_state_t Connection;

static void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static inline amqp_bytes_t bytes(const char *text) { return amqp_cstring_bytes(text); }

// What the broker or the library says of a failure: a reply's code and text, or the library's own words.
static void describe(amqp_rpc_reply_t reply, char *into, size_t size) {
    if (reply.reply_type == AMQP_RESPONSE_SERVER_EXCEPTION && reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD) {
        amqp_channel_close_t *close = reply.reply.decoded;
        snprintf(into, size, "%d %.*s", close->reply_code, (int)close->reply_text.len,
                 (char *)close->reply_text.bytes);
    } else if (reply.reply_type == AMQP_RESPONSE_SERVER_EXCEPTION) {
        amqp_connection_close_t *close = reply.reply.decoded;
        snprintf(into, size, "%d %.*s", close->reply_code, (int)close->reply_text.len,
                 (char *)close->reply_text.bytes);
    } else {
        snprintf(into, size, "%s", amqp_error_string2(reply.library_error));
    }
}

static void check(amqp_rpc_reply_t reply, const char *what) {
    char reason[300];
    if (reply.reply_type == AMQP_RESPONSE_NORMAL) return;
    describe(reply, reason, sizeof reason);
    fail("%s: %s", what, reason);
}

static void check_status(int status, const char *what) {
    if (status != AMQP_STATUS_OK) fail("%s: %s", what, amqp_error_string2(status));
}

// Unlike other clients the library does not say by itself that its user listens when a consumer is cancelled.
static amqp_rpc_reply_t connect_to(const char *uri, Connection *connection) {
    struct amqp_connection_info parts;
    char *taken_apart = strdup(uri);
    amqp_default_connection_info(&parts);
    check_status(amqp_parse_url(taken_apart, &parts), "URI");
    *connection = amqp_new_connection();
    check_status(amqp_socket_open(amqp_tcp_socket_new(*connection), parts.host, parts.port), "connect");
    amqp_table_entry_t capability = {
        .key = bytes("consumer_cancel_notify"), .value = {.kind = AMQP_FIELD_KIND_BOOLEAN, .value.boolean = 1}};
    amqp_table_entry_t capabilities = {
        .key = bytes("capabilities"),
        .value = {.kind = AMQP_FIELD_KIND_TABLE, .value.table = {.num_entries = 1, .entries = &capability}}};
    amqp_table_t properties = {.num_entries = 1, .entries = &capabilities};
    amqp_rpc_reply_t reply =
        amqp_login_with_properties(*connection, parts.vhost, 0, AMQP_DEFAULT_FRAME_SIZE, 0, &properties,
                                   AMQP_SASL_METHOD_PLAIN, parts.user, parts.password);
    free(taken_apart);
    return reply;
}

static void open_channel(Connection connection, int channel) {
    amqp_channel_open(connection, channel);
    check(amqp_get_rpc_reply(connection), "channel.open");
}
