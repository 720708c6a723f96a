<?php

require 'PhpAmqpLib/autoload.php';

use PhpAmqpLib\Connection\AMQPStreamConnection;

/** php-amqplib takes a URI apart, and logs in by AMQPLAIN unless told otherwise. */
function connected(string $uri): AMQPStreamConnection
{
    $parts = parse_url($uri);
    $virtualHost = urldecode(substr($parts['path'] ?? '', 1)) ?: '/';
    return new AMQPStreamConnection($parts['host'], $parts['port'] ?? 5672, $parts['user'], $parts['pass'], $virtualHost);
}
