package main

import (
	"context"
	"fmt"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorial 3, publish and subscribe.
func emitLog(channel *amqp.Channel, words []string) {
	check(channel.ExchangeDeclare("logs", "fanout", false, false, false, false, nil))
	message := amqp.Publishing{ContentType: "text/plain", Body: []byte(words[0])}
	check(channel.PublishWithContext(context.Background(), "logs", "", false, false, message))
	fmt.Println(" [x] Sent", words[0])
}

func receiveLogs(channel *amqp.Channel, words []string) {
	signals := interrupted()
	check(channel.ExchangeDeclare("logs", "fanout", false, false, false, false, nil))
	queue, err := channel.QueueDeclare("", false, false, true, false, nil)
	check(err)
	check(channel.QueueBind(queue.Name, "", "logs", false, nil))
	deliveries, err := channel.Consume(queue.Name, "", true, false, false, false, nil)
	check(err)
	go func() {
		for delivery := range deliveries {
			fmt.Printf(" [x] %s\n", delivery.Body)
		}
	}()
	waitUntilInterrupted(" [*] Waiting for logs", signals)
}
