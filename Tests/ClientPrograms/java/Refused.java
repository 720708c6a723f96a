import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * What the Java client says when the broker refuses to open its connection, or closes it because a prefetch size is not
 * implemented: java Refused URI.
 */
public final class Refused {
    public static void main(String[] words) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(words[0]);
        factory.setAutomaticRecoveryEnabled(false);
        try {
            Connection connection = factory.newConnection();
            connection.createChannel().basicQos(10, 0, false);
        } catch (Exception refusal) {
            System.out.println(refusal.getClass().getSimpleName() + ": " + refusal.getMessage());
            if (refusal.getCause() != null) {
                System.out.println(refusal.getCause().getMessage());
            }
        }
    }
}
