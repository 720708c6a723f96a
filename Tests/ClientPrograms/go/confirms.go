package main

import (
	"context"
	"fmt"
	"strconv"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorial 7, publisher confirms: awaited one by one, in batches of 50, and as they come. They are awaited as
// notices: a DeferredConfirmation of amqp091 1.5 is never told of a confirm that arrives before it is noted.
func confirms(channel *amqp.Channel, words []string) {
	count, err := strconv.Atoi(words[0])
	check(err)
	notices := channel.NotifyPublish(make(chan amqp.Confirmation, count))
	check(channel.Confirm(false))
	queue, err := channel.QueueDeclare("", false, false, true, false, nil)
	check(err)
	for _, way := range []struct {
		name  string
		batch int
	}{{"one by one", 1}, {"in batches", 50}, {"as they came", count}} {
		for published := 0; published < count; published += way.batch {
			publishAndAwait(channel, queue, way.batch, notices)
		}
		fmt.Printf(" [x] %d messages confirmed %s\n", count, way.name)
	}
	queue, err = channel.QueueInspect(queue.Name)
	check(err)
	fmt.Printf(" [x] %d messages in the queue\n", queue.Messages)
}

func publishAndAwait(
	channel *amqp.Channel, queue amqp.Queue, count int, notices <-chan amqp.Confirmation,
) {
	message := amqp.Publishing{ContentType: "text/plain", Body: []byte("message")}
	for number := 0; number < count; number++ {
		check(channel.PublishWithContext(context.Background(), "", queue.Name, false, false, message))
	}
	for number := 0; number < count; number++ {
		if confirm := <-notices; !confirm.Ack {
			check(fmt.Errorf("message %d was refused", confirm.DeliveryTag))
		}
	}
}
