package main

import (
	"bytes"
	"context"
	"fmt"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorial 2, work queues.
func declareTasks(channel *amqp.Channel) amqp.Queue {
	queue, err := channel.QueueDeclare("task_queue", true, false, false, false, quorum)
	check(err)
	return queue
}

func newTask(channel *amqp.Channel, words []string) {
	queue := declareTasks(channel)
	message := amqp.Publishing{
		DeliveryMode: amqp.Persistent, ContentType: "text/plain", Body: []byte(words[0]),
	}
	check(channel.PublishWithContext(context.Background(), "", queue.Name, false, false, message))
	fmt.Println(" [x] Sent", words[0])
}

// Works a second for each dot of a task, then acknowledges it.
func worker(channel *amqp.Channel, words []string) {
	signals := interrupted()
	queue := declareTasks(channel)
	check(channel.Qos(1, 0, false))
	deliveries, err := channel.Consume(queue.Name, "", false, false, false, false, nil)
	check(err)
	go func() {
		for delivery := range deliveries {
			fmt.Printf(" [x] Received %s\n", delivery.Body)
			time.Sleep(time.Duration(bytes.Count(delivery.Body, []byte("."))) * time.Second)
			fmt.Println(" [x] Done")
			check(delivery.Ack(false))
		}
	}()
	waitUntilInterrupted(" [*] Waiting for messages", signals)
}
