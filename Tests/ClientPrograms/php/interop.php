<?php

// What every client does in its way, with php-amqplib: interop.php URI

require __DIR__ . '/connecting.php';

use PhpAmqpLib\Channel\AMQPChannel;
use PhpAmqpLib\Connection\AbstractConnection;
use PhpAmqpLib\Exception\AMQPBasicCancelException;
use PhpAmqpLib\Exception\AMQPProtocolChannelException;
use PhpAmqpLib\Message\AMQPMessage;
use PhpAmqpLib\Wire\AMQPTable;

const HEADERS = [
    'text' => '토끼', 'number' => 42, 'flag' => true, 'list' => [1, 'two'], 'table' => ['inner' => ['key' => 'value']],
];

function declareAll(AMQPChannel $channel): void
{
    $channel->confirm_select();
    $channel->exchange_declare('interop', 'direct', false, true, false);
    $channel->queue_declare('interop', false, true, false, false);
    $channel->queue_bind('interop', 'interop', 'task');
    echo "declared and bound\n";
}

function publish(AMQPChannel $channel): void
{
    $confirmed = 0;
    $channel->set_ack_handler(function () use (&$confirmed) { $confirmed++; });
    foreach (range(1, 5) as $number) {
        $message = new AMQPMessage((string)$number, ['delivery_mode' => AMQPMessage::DELIVERY_MODE_PERSISTENT]);
        $channel->basic_publish($message, 'interop', 'task');
    }
    $channel->wait_for_pending_acks();
    echo "$confirmed messages confirmed\n";
    $channel->set_return_listener(function ($code, $text, $exchange, $key) { echo "returned: $code $text $key\n"; });
    $channel->basic_publish(new AMQPMessage('lost'), 'interop', 'nobody', true);
    $channel->wait_for_pending_acks_returns();
}

function getAndPutBack(AMQPChannel $channel): void
{
    $message = $channel->basic_get('interop');
    echo "got {$message->body}, {$message->getMessageCount()} left\n";
    $message->reject(true);
}

function ready(AMQPChannel $channel): int
{
    return $channel->queue_declare('interop', true)[1];
}

function consume(AMQPChannel $channel): void
{
    $channel->basic_qos(0, 2, false);
    $deliveries = [];
    $tag = $channel->basic_consume('interop', '', false, false, false, false,
        function (AMQPMessage $message) use (&$deliveries) { $deliveries[] = $message; });
    foreach (range(1, 5) as $number) {
        while (count($deliveries) < $number) {
            $channel->wait();
        }
        if ($number == 2) {
            echo '2 in hand, ', ready($channel), " ready\n";
        }
        if ($number >= 2) {
            $deliveries[$number - 1]->ack(true);
        }
    }
    $channel->basic_cancel($tag);
    $taken = array_map(fn ($message) => $message->body . ($message->isRedelivered() ? ' (again)' : ''), $deliveries);
    echo 'consumed ', implode(' ', $taken), "\n";
}

function keepWhole(AMQPChannel $channel): void
{
    $properties = ['content_type' => 'text/plain', 'message_id' => 'm-1', 'timestamp' => 1700000000];
    $sent = new AMQPMessage(
        str_repeat('tokki', 60000), $properties + ['application_headers' => new AMQPTable(HEADERS)]);
    $channel->basic_publish($sent, 'interop', 'task');
    $channel->wait_for_pending_acks();
    $received = $channel->basic_get('interop', true);
    echo strlen($received->body), ' bytes came back ', $received->body === $sent->body ? 'whole' : 'broken', "\n";
    $found = $received->get_properties();
    $headers = $found['application_headers']->getNativeData();
    unset($found['application_headers']);
    $same = $found == $properties && $headers == HEADERS;
    echo $same ? "properties came back\n" : 'other properties came back: ' . json_encode([$found, $headers]) . "\n";
}

function surviveRefusal(AbstractConnection $connection, AMQPChannel $channel): void
{
    try {
        $connection->channel()->queue_declare('interop.missing', true);
    } catch (AMQPProtocolChannelException $refusal) {
        echo "refused: {$refusal->getCode()} {$refusal->getMessage()}\n";
    }
    echo 'still there: ', ready($channel), " ready\n";
}

function beCancelled(AbstractConnection $connection, AMQPChannel $channel): void
{
    $other = $connection->channel();
    $other->basic_consume('interop');
    $channel->queue_delete('interop');
    try {
        $other->wait();
    } catch (AMQPBasicCancelException $cancel) {
        echo "consumer cancelled by the broker\n";
    }
}

$connection = connected($argv[1]);
$channel = $connection->channel();
echo "connected\n";
declareAll($channel);
publish($channel);
getAndPutBack($channel);
consume($channel);
keepWhole($channel);
surviveRefusal($connection, $channel);
beCancelled($connection, $channel);
$channel->exchange_delete('interop');
$channel->close();
$connection->close();
echo "closed\n";
