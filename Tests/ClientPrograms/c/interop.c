// What every client does in its way, with librabbitmq: interop URI
#include "session.h"

enum { large = 300000 };

static void declare(Connection connection) {
    amqp_confirm_select(connection, 1);
    check(amqp_get_rpc_reply(connection), "confirm.select");
    amqp_exchange_declare(connection, 1, bytes("interop"), bytes("direct"), 0, 1, 0, 0, amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "exchange.declare");
    amqp_queue_declare(connection, 1, bytes("interop"), 0, 1, 0, 0, amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "queue.declare");
    amqp_queue_bind(connection, 1, bytes("interop"), bytes("interop"), bytes("task"), amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "queue.bind");
    puts("declared and bound");
}

static void publish(Connection connection, const char *key, int mandatory, amqp_basic_properties_t *properties,
                    amqp_bytes_t body) {
    check_status(amqp_basic_publish(connection, 1, bytes("interop"), bytes(key), mandatory, 0, properties, body),
                 "basic.publish");
}

// Waits for a method that the broker sends of its own accord.
static amqp_method_t await_method(Connection connection, amqp_method_number_t expected) {
    amqp_frame_t frame;
    check_status(amqp_simple_wait_frame(connection, &frame), "waiting");
    if (frame.frame_type != AMQP_FRAME_METHOD || frame.payload.method.id != expected)
        fail("%s did not come", amqp_method_name(expected));
    return frame.payload.method;
}

static void await_confirm(Connection connection, uint64_t tag) {
    amqp_basic_ack_t *ack;
    do {
        ack = await_method(connection, AMQP_BASIC_ACK_METHOD).decoded;
    } while (ack->delivery_tag < tag);
}

static void publish_all(Connection connection) {
    amqp_basic_properties_t persistent = {._flags = AMQP_BASIC_DELIVERY_MODE_FLAG, .delivery_mode = 2};
    for (int number = 1; number <= 5; number++) {
        char body[] = {(char)('0' + number), 0};
        publish(connection, "task", 0, &persistent, bytes(body));
        await_confirm(connection, number);
    }
    puts("5 messages confirmed");
    publish(connection, "nobody", 1, NULL, bytes("lost"));
    amqp_basic_return_t *returned = await_method(connection, AMQP_BASIC_RETURN_METHOD).decoded;
    printf("returned: %d %.*s %.*s\n", returned->reply_code, (int)returned->reply_text.len,
           (char *)returned->reply_text.bytes, (int)returned->routing_key.len, (char *)returned->routing_key.bytes);
    amqp_message_t lost;
    check(amqp_read_message(connection, 1, &lost, 0), "the returned message");
    amqp_destroy_message(&lost);
    await_confirm(connection, 6);
}

static void get_and_put_back(Connection connection) {
    amqp_rpc_reply_t reply = amqp_basic_get(connection, 1, bytes("interop"), 0);
    check(reply, "basic.get");
    amqp_basic_get_ok_t got = *(amqp_basic_get_ok_t *)reply.reply.decoded;
    amqp_message_t message;
    check(amqp_read_message(connection, 1, &message, 0), "the message");
    printf("got %.*s, %d left\n", (int)message.body.len, (char *)message.body.bytes, got.message_count);
    amqp_destroy_message(&message);
    check_status(amqp_basic_reject(connection, 1, got.delivery_tag, 1), "basic.reject");
}

static int ready(Connection connection) {
    amqp_queue_declare_ok_t *declared =
        amqp_queue_declare(connection, 1, bytes("interop"), 1, 0, 0, 0, amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "queue.declare");
    return declared->message_count;
}

static void consume(Connection connection) {
    char line[100] = "consumed";
    amqp_basic_qos(connection, 1, 0, 2, 0);
    check(amqp_get_rpc_reply(connection), "basic.qos");
    amqp_basic_consume(connection, 1, bytes("interop"), bytes("c"), 0, 0, 0, amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "basic.consume");
    for (int number = 1; number <= 5; number++) {
        amqp_envelope_t delivery;
        check(amqp_consume_message(connection, &delivery, NULL, 0), "consuming");
        size_t length = strlen(line);
        snprintf(line + length, sizeof line - length, " %.*s%s", (int)delivery.message.body.len,
                 (char *)delivery.message.body.bytes, delivery.redelivered ? " (again)" : "");
        if (number == 2) printf("2 in hand, %d ready\n", ready(connection));
        if (number >= 2) check_status(amqp_basic_ack(connection, 1, delivery.delivery_tag, 1), "basic.ack");
        amqp_destroy_envelope(&delivery);
    }
    amqp_basic_cancel(connection, 1, bytes("c"));
    check(amqp_get_rpc_reply(connection), "basic.cancel");
    puts(line);
}

static void keep_whole(Connection connection) {
    amqp_table_entry_t headers[] = {
        {.key = bytes("flag"), .value = {.kind = AMQP_FIELD_KIND_BOOLEAN, .value.boolean = 1}},
        {.key = bytes("number"), .value = {.kind = AMQP_FIELD_KIND_I32, .value.i32 = 42}},
        {.key = bytes("text"), .value = {.kind = AMQP_FIELD_KIND_UTF8, .value.bytes = bytes("토끼")}},
    };
    amqp_basic_properties_t sent = {
        ._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_HEADERS_FLAG | AMQP_BASIC_MESSAGE_ID_FLAG |
                  AMQP_BASIC_TIMESTAMP_FLAG,
        .content_type = bytes("text/plain"),
        .headers = {.num_entries = 3, .entries = headers},
        .message_id = bytes("m-1"),
        .timestamp = 1700000000,
    };
    char *body = malloc(large);
    for (int index = 0; index < large; index++) body[index] = "tokki"[index % 5];
    publish(connection, "task", 0, &sent, (amqp_bytes_t){.len = large, .bytes = body});
    await_confirm(connection, 7);
    check(amqp_basic_get(connection, 1, bytes("interop"), 1), "basic.get");
    amqp_message_t message;
    check(amqp_read_message(connection, 1, &message, 0), "the message");
    int whole = message.body.len == large && memcmp(message.body.bytes, body, large) == 0;
    printf("%zu bytes came back %s\n", message.body.len, whole ? "whole" : "broken");
    amqp_table_t found = message.properties.headers;
    qsort(found.entries, found.num_entries, sizeof(amqp_table_entry_t), amqp_table_entry_cmp);
    int same = message.properties._flags == sent._flags && found.num_entries == 3 &&
               message.properties.timestamp == sent.timestamp;
    for (int index = 0; same && index < 3; index++)
        same = amqp_table_entry_cmp(&found.entries[index], &headers[index]) == 0 &&
               found.entries[index].value.kind == headers[index].value.kind;
    same = same && found.entries[0].value.value.boolean && found.entries[1].value.value.i32 == 42 &&
           memcmp(found.entries[2].value.value.bytes.bytes, "토끼", strlen("토끼")) == 0;
    puts(same ? "properties came back" : "other properties came back");
    amqp_destroy_message(&message);
    free(body);
}

// The library leaves it to its user to confirm that the broker closed a channel.
static void survive_refusal(Connection connection) {
    char reason[300];
    open_channel(connection, 2);
    amqp_queue_declare(connection, 2, bytes("interop.missing"), 1, 0, 0, 0, amqp_empty_table);
    describe(amqp_get_rpc_reply(connection), reason, sizeof reason);
    printf("refused: %s\n", reason);
    amqp_channel_close_ok_t confirmed = {0};
    check_status(amqp_send_method(connection, 2, AMQP_CHANNEL_CLOSE_OK_METHOD, &confirmed), "channel.close-ok");
    printf("still there: %d ready\n", ready(connection));
}

static void be_cancelled(Connection connection) {
    open_channel(connection, 3);
    amqp_basic_consume(connection, 3, bytes("interop"), bytes(""), 0, 0, 0, amqp_empty_table);
    check(amqp_get_rpc_reply(connection), "basic.consume");
    amqp_queue_delete(connection, 1, bytes("interop"), 0, 0);
    check(amqp_get_rpc_reply(connection), "queue.delete");
    await_method(connection, AMQP_BASIC_CANCEL_METHOD);
    puts("consumer cancelled by the broker");
}

int main(int count, char **words) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    Connection connection;
    check(connect_to(words[count - 1], &connection), "login");
    open_channel(connection, 1);
    puts("connected");
    declare(connection);
    publish_all(connection);
    get_and_put_back(connection);
    consume(connection);
    keep_whole(connection);
    survive_refusal(connection);
    be_cancelled(connection);
    amqp_exchange_delete(connection, 1, bytes("interop"), 0);
    check(amqp_get_rpc_reply(connection), "exchange.delete");
    check(amqp_channel_close(connection, 1, AMQP_REPLY_SUCCESS), "channel.close");
    check(amqp_connection_close(connection, AMQP_REPLY_SUCCESS), "connection.close");
    check_status(amqp_destroy_connection(connection), "destroy");
    puts("closed");
    return 0;
}
