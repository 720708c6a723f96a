<?php

// What php-amqplib says when the broker refuses to open its connection, or closes it because a prefetch size is not
// implemented: refused.php URI

require __DIR__ . '/connecting.php';

try {
    connected($argv[1])->channel()->basic_qos(10, 0, false);
} catch (Exception $refusal) {
    echo get_class($refusal), ' (', $refusal->getCode(), '): ', $refusal->getMessage(), "\n";
}
