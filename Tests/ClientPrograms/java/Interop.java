import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** What every client does in its way, with the Java client: java Interop URI. */
public final class Interop {
    private record Taken(Envelope envelope, String body) {}

    private final Connection connection;
    private final Channel channel;

    private Interop(Connection connection) throws IOException {
        this.connection = connection;
        channel = connection.createChannel();
        System.out.println("connected");
    }

    private void declare() throws IOException {
        channel.confirmSelect();
        channel.exchangeDeclare("interop", "direct", true);
        channel.queueDeclare("interop", true, false, false, null);
        channel.queueBind("interop", "interop", "task");
        System.out.println("declared and bound");
    }

    private void publish() throws Exception {
        BasicProperties persistent = new BasicProperties.Builder().deliveryMode(2).build();
        for (int number = 1; number <= 5; number++) {
            channel.basicPublish("interop", "task", persistent, Integer.toString(number).getBytes());
        }
        channel.waitForConfirmsOrDie();
        System.out.println("5 messages confirmed");
        BlockingQueue<String> returns = new LinkedBlockingQueue<>();
        channel.addReturnListener((code, text, exchange, key, properties, body) ->
            returns.add(code + " " + text + " " + key));
        channel.basicPublish("interop", "nobody", true, null, "lost".getBytes());
        System.out.println("returned: " + returns.take());
        channel.waitForConfirmsOrDie();
    }

    private void getAndPutBack() throws IOException {
        GetResponse got = channel.basicGet("interop", false);
        System.out.println("got " + new String(got.getBody()) + ", " + got.getMessageCount() + " left");
        channel.basicReject(got.getEnvelope().getDeliveryTag(), true);
    }

    private int ready() throws IOException {
        return channel.queueDeclarePassive("interop").getMessageCount();
    }

    private void consume() throws Exception {
        channel.basicQos(2);
        BlockingQueue<Taken> deliveries = new LinkedBlockingQueue<>();
        String tag = channel.basicConsume("interop", false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                deliveries.add(new Taken(envelope, new String(body)));
            }
        });
        StringBuilder line = new StringBuilder("consumed");
        for (int number = 1; number <= 5; number++) {
            Taken taken = deliveries.take();
            line.append(" ").append(taken.body()).append(taken.envelope().isRedeliver() ? " (again)" : "");
            if (number == 2) {
                System.out.println("2 in hand, " + ready() + " ready");
            }
            if (number >= 2) {
                channel.basicAck(taken.envelope().getDeliveryTag(), true);
            }
        }
        channel.basicCancel(tag);
        System.out.println(line);
    }

    private void keepWhole() throws Exception {
        Map<String, Object> headers = new TreeMap<>(Map.of(
            "text", "토끼", "number", 42, "flag", true, "list", List.of(1, "two"),
            "table", Map.of("inner", Map.of("key", "value"))));
        BasicProperties sent = new BasicProperties.Builder().contentType("text/plain").headers(headers)
            .messageId("m-1").timestamp(new Date(1700000000000L)).build();
        byte[] body = "tokki".repeat(60000).getBytes();
        channel.basicPublish("interop", "task", sent, body);
        channel.waitForConfirmsOrDie();
        GetResponse got = channel.basicGet("interop", true);
        boolean isWhole = Arrays.equals(body, got.getBody());
        System.out.println(got.getBody().length + " bytes came back " + (isWhole ? "whole" : "broken"));
        BasicProperties found = got.getProps();
        boolean isSame = plain(found.getHeaders()).equals(headers) && found.getContentType().equals("text/plain")
            && found.getMessageId().equals("m-1") && found.getTimestamp().equals(sent.getTimestamp());
        System.out.println(isSame ? "properties came back" : "other properties came back: " + found);
    }

    /** The client hands out long strings as bytes. */
    private static Object plain(Object value) {
        if (value instanceof LongString text) {
            return new String(text.getBytes(), StandardCharsets.UTF_8);
        } else if (value instanceof List<?> list) {
            return list.stream().map(Interop::plain).collect(Collectors.toList());
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> plain(e.getValue())));
        }
        return value;
    }

    private void surviveRefusal() throws IOException {
        try {
            connection.createChannel().queueDeclarePassive("interop.missing");
        } catch (IOException failure) {
            ShutdownSignalException signal = (ShutdownSignalException) failure.getCause();
            AMQP.Channel.Close refusal = (AMQP.Channel.Close) signal.getReason();
            System.out.println("refused: " + refusal.getReplyCode() + " " + refusal.getReplyText());
        }
        System.out.println("still there: " + ready() + " ready");
    }

    private void beCancelled() throws Exception {
        Channel other = connection.createChannel();
        BlockingQueue<String> cancels = new LinkedBlockingQueue<>();
        other.basicConsume("interop", false, new DefaultConsumer(other) {
            @Override
            public void handleCancel(String tag) {
                cancels.add(tag);
            }
        });
        channel.queueDelete("interop");
        cancels.take();
        System.out.println("consumer cancelled by the broker");
    }

    public static void main(String[] words) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(words[0]);
        Connection connection = factory.newConnection();
        Interop interop = new Interop(connection);
        interop.declare();
        interop.publish();
        interop.getAndPutBack();
        interop.consume();
        interop.keepWhole();
        interop.surviveRefusal();
        interop.beCancelled();
        interop.channel.exchangeDelete("interop");
        interop.channel.close();
        connection.close();
        System.out.println("closed");
    }
}
