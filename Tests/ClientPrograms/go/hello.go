package main

import (
	"context"
	"fmt"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorial 1, "Hello World!".
func declareHello(channel *amqp.Channel) amqp.Queue {
	queue, err := channel.QueueDeclare("hello", true, false, false, false, quorum)
	check(err)
	return queue
}

func send(channel *amqp.Channel, words []string) {
	queue := declareHello(channel)
	message := amqp.Publishing{ContentType: "text/plain", Body: []byte("Hello World!")}
	check(channel.PublishWithContext(context.Background(), "", queue.Name, false, false, message))
	fmt.Println(" [x] Sent Hello World!")
}

func receive(channel *amqp.Channel, words []string) {
	signals := interrupted()
	queue := declareHello(channel)
	deliveries, err := channel.Consume(queue.Name, "", true, false, false, false, nil)
	check(err)
	go func() {
		for delivery := range deliveries {
			fmt.Printf(" [x] Received %s\n", delivery.Body)
		}
	}()
	waitUntilInterrupted(" [*] Waiting for messages", signals)
}
