package main

import (
	"context"
	"fmt"
	"os"
	"strconv"

	amqp "github.com/rabbitmq/amqp091-go"
)

// Tutorial 6, remote procedure call.
func fibonacci(number int) int {
	last, following := 0, 1
	for i := 0; i < number; i++ {
		last, following = following, last+following
	}
	return last
}

func rpcServer(channel *amqp.Channel, words []string) {
	signals := interrupted()
	queue, err := channel.QueueDeclare("rpc_queue", true, false, false, false, quorum)
	check(err)
	check(channel.Qos(1, 0, false))
	deliveries, err := channel.Consume(queue.Name, "", false, false, false, false, nil)
	check(err)
	go func() {
		for delivery := range deliveries {
			number, err := strconv.Atoi(string(delivery.Body))
			check(err)
			fmt.Printf(" [.] fib(%d)\n", number)
			answer := amqp.Publishing{
				ContentType: "text/plain", CorrelationId: delivery.CorrelationId,
				Body: []byte(strconv.Itoa(fibonacci(number))),
			}
			check(channel.PublishWithContext(
				context.Background(), "", delivery.ReplyTo, false, false, answer))
			check(delivery.Ack(false))
		}
	}()
	waitUntilInterrupted(" [x] Awaiting RPC requests", signals)
}

func rpcClient(channel *amqp.Channel, words []string) {
	queue, err := channel.QueueDeclare("", false, false, true, false, nil)
	check(err)
	deliveries, err := channel.Consume(queue.Name, "", true, false, false, false, nil)
	check(err)
	fmt.Printf(" [x] Requesting fib(%s)\n", words[0])
	request := amqp.Publishing{
		ContentType: "text/plain", CorrelationId: fmt.Sprintf("request-%d", os.Getpid()),
		ReplyTo: queue.Name, Body: []byte(words[0]),
	}
	check(channel.PublishWithContext(context.Background(), "", "rpc_queue", false, false, request))
	for delivery := range deliveries {
		if delivery.CorrelationId == request.CorrelationId {
			fmt.Printf(" [.] Got %s\n", delivery.Body)
			return
		}
	}
}
