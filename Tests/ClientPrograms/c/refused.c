// What librabbitmq says when the broker refuses to open its connection, or closes it because a prefetch size is not
// implemented: refused URI
#include "session.h"

int main(int count, char **words) {
    Connection connection;
    char reason[300];
    amqp_rpc_reply_t reply = connect_to(words[count - 1], &connection);
    if (reply.reply_type == AMQP_RESPONSE_NORMAL) {
        open_channel(connection, 1);
        amqp_basic_qos(connection, 1, 10, 0, 0);
        reply = amqp_get_rpc_reply(connection);
    }
    describe(reply, reason, sizeof reason);
    puts(reason);
    return 0;
}
