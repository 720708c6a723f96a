package main

import (
	"context"
	"fmt"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorials 4 and 5, routing and topics: a key is a severity (direct), a routing key or a binding key (topic).
func emitKeyed(kind string) func(*amqp.Channel, []string) {
	return func(channel *amqp.Channel, words []string) {
		exchange, key, text := kind+"_logs", words[0], words[1]
		check(channel.ExchangeDeclare(exchange, kind, false, false, false, false, nil))
		message := amqp.Publishing{ContentType: "text/plain", Body: []byte(text)}
		check(channel.PublishWithContext(context.Background(), exchange, key, false, false, message))
		fmt.Printf(" [x] Sent %s:%s\n", key, text)
	}
}

func receiveKeyed(kind string) func(*amqp.Channel, []string) {
	return func(channel *amqp.Channel, keys []string) {
		signals := interrupted()
		exchange := kind + "_logs"
		check(channel.ExchangeDeclare(exchange, kind, false, false, false, false, nil))
		queue, err := channel.QueueDeclare("", false, false, true, false, nil)
		check(err)
		for _, key := range keys {
			check(channel.QueueBind(queue.Name, key, exchange, false, nil))
		}
		deliveries, err := channel.Consume(queue.Name, "", true, false, false, false, nil)
		check(err)
		go func() {
			for delivery := range deliveries {
				fmt.Printf(" [x] %s:%s\n", delivery.RoutingKey, delivery.Body)
			}
		}()
		waitUntilInterrupted(" [*] Waiting for logs", signals)
	}
}
