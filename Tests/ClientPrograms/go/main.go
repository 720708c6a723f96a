// The programs of the six tutorials and of the seventh, on publisher confirms; and interop and refused:
//
//	tutorials PROGRAM URI [WORD...]
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	amqp "github.com/rabbitmq/amqp091-go"
)

var quorum = amqp.Table{"x-queue-type": "quorum"}

var programs = map[string]func(channel *amqp.Channel, words []string){
	"send": send, "receive": receive,
	"new-task": newTask, "worker": worker,
	"emit-log": emitLog, "receive-logs": receiveLogs,
	"emit-direct": emitKeyed("direct"), "receive-direct": receiveKeyed("direct"),
	"emit-topic": emitKeyed("topic"), "receive-topic": receiveKeyed("topic"),
	"rpc-server": rpcServer, "rpc-client": rpcClient,
	"confirms": confirms,
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func interrupted() <-chan os.Signal {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	return signals
}

// A receiver runs until it is interrupted; then the channel and the connection are closed.
func waitUntilInterrupted(ready string, signals <-chan os.Signal) {
	fmt.Println(ready)
	<-signals
	fmt.Println("Shutting down gracefully")
}

func main() {
	program, uri, words := os.Args[1], os.Args[2], os.Args[3:]
	switch program {
	case "interop":
		interop(uri)
		return
	case "refused":
		refused(uri)
		return
	}
	connection, err := amqp.Dial(uri)
	check(err)
	channel, err := connection.Channel()
	check(err)
	programs[program](channel, words)
	check(channel.Close())
	check(connection.Close())
}
