package main

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"time"

	amqp "github.com/rabbitmq/amqp091-go"
)

// What every client does in its way.
type session struct {
	connection *amqp.Connection
	channel    *amqp.Channel
	confirms   <-chan amqp.Confirmation
}

func interop(uri string) {
	connection, err := amqp.Dial(uri)
	check(err)
	channel, err := connection.Channel()
	check(err)
	fmt.Println("connected")
	s := session{connection, channel, channel.NotifyPublish(make(chan amqp.Confirmation, 10))}
	s.declare()
	s.publishAll()
	s.getAndPutBack()
	s.consume()
	s.keepWhole()
	s.surviveRefusal()
	s.beCancelled()
	check(channel.ExchangeDelete("interop", false, false))
	check(channel.Close())
	check(connection.Close())
	fmt.Println("closed")
}

func (s session) declare() {
	check(s.channel.Confirm(false))
	check(s.channel.ExchangeDeclare("interop", "direct", true, false, false, false, nil))
	_, err := s.channel.QueueDeclare("interop", true, false, false, false, nil)
	check(err)
	check(s.channel.QueueBind("interop", "task", "interop", false, nil))
	fmt.Println("declared and bound")
}

func (s session) publish(key string, mandatory bool, message amqp.Publishing) {
	check(s.channel.PublishWithContext(context.Background(), "interop", key, mandatory, false, message))
}

func (s session) awaitConfirm() {
	if confirm := <-s.confirms; !confirm.Ack {
		check(fmt.Errorf("message %d was refused", confirm.DeliveryTag))
	}
}

func (s session) publishAll() {
	for number := 1; number <= 5; number++ {
		body := []byte(fmt.Sprint(number))
		s.publish("task", false, amqp.Publishing{DeliveryMode: amqp.Persistent, Body: body})
	}
	for number := 1; number <= 5; number++ {
		s.awaitConfirm()
	}
	fmt.Println("5 messages confirmed")
	returns := s.channel.NotifyReturn(make(chan amqp.Return, 1))
	s.publish("nobody", true, amqp.Publishing{Body: []byte("lost")})
	returned := <-returns
	fmt.Println("returned:", returned.ReplyCode, returned.ReplyText, returned.RoutingKey)
	s.awaitConfirm()
}

func (s session) get(autoAck bool) amqp.Delivery {
	delivery, found, err := s.channel.Get("interop", autoAck)
	check(err)
	if !found {
		check(fmt.Errorf("the queue is empty"))
	}
	return delivery
}

func (s session) getAndPutBack() {
	delivery := s.get(false)
	fmt.Printf("got %s, %d left\n", delivery.Body, delivery.MessageCount)
	check(delivery.Reject(true))
}

func (s session) ready() int {
	queue, err := s.channel.QueueDeclarePassive("interop", true, false, false, false, nil)
	check(err)
	return queue.Messages
}

func (s session) consume() {
	check(s.channel.Qos(2, 0, false))
	deliveries, err := s.channel.Consume("interop", "go", false, false, false, false, nil)
	check(err)
	line := "consumed"
	for number := 1; number <= 5; number++ {
		delivery := <-deliveries
		line += fmt.Sprintf(" %s", delivery.Body)
		if delivery.Redelivered {
			line += " (again)"
		}
		if number == 2 {
			fmt.Printf("2 in hand, %d ready\n", s.ready())
		}
		if number >= 2 {
			check(delivery.Ack(true))
		}
	}
	check(s.channel.Cancel("go", false))
	fmt.Println(line)
}

func (s session) keepWhole() {
	sent := amqp.Publishing{
		ContentType: "text/plain", MessageId: "m-1", Timestamp: time.Unix(1700000000, 0),
		Headers: amqp.Table{
			"text": "토끼", "number": int32(42), "flag": true,
			"list":  []interface{}{int32(1), "two"},
			"table": amqp.Table{"inner": amqp.Table{"key": "value"}},
		},
		Body: bytes.Repeat([]byte("tokki"), 60000),
	}
	s.publish("task", false, sent)
	s.awaitConfirm()
	received := s.get(true)
	how := "broken"
	if bytes.Equal(received.Body, sent.Body) {
		how = "whole"
	}
	fmt.Printf("%d bytes came back %s\n", len(received.Body), how)
	if received.ContentType != sent.ContentType || received.MessageId != sent.MessageId ||
		!received.Timestamp.Equal(sent.Timestamp) || !reflect.DeepEqual(received.Headers, sent.Headers) {
		check(fmt.Errorf("other properties came back: %v", received.Headers))
	}
	fmt.Println("properties came back")
}

func (s session) surviveRefusal() {
	doomed, err := s.connection.Channel()
	check(err)
	_, err = doomed.QueueDeclarePassive("interop.missing", false, false, false, false, nil)
	if refusal, ok := err.(*amqp.Error); ok {
		fmt.Println("refused:", refusal.Code, refusal.Reason)
	}
	fmt.Printf("still there: %d ready\n", s.ready())
}

func (s session) beCancelled() {
	other, err := s.connection.Channel()
	check(err)
	cancels := other.NotifyCancel(make(chan string, 1))
	_, err = other.Consume("interop", "", false, false, false, false, nil)
	check(err)
	_, err = s.channel.QueueDelete("interop", false, false, false)
	check(err)
	<-cancels
	fmt.Println("consumer cancelled by the broker")
}

// What the client says when the broker refuses to open its connection, or closes it because a prefetch size is not
// implemented.
func refused(uri string) {
	connection, err := amqp.Dial(uri)
	if err == nil {
		var channel *amqp.Channel
		channel, err = connection.Channel()
		check(err)
		err = channel.Qos(0, 10, false)
	}
	fmt.Println(err)
}
