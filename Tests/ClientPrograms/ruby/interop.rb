# What every client does in its way, with bunny: interop.rb URI
require "bunny"

HEADERS = {
  "text" => "토끼", "number" => 42, "flag" => true, "list" => [1, "two"],
  "table" => { "inner" => { "key" => "value" } }
}.freeze

def declare(channel)
  channel.confirm_select
  exchange = channel.direct("interop", durable: true)
  queue = channel.queue("interop", durable: true)
  queue.bind(exchange, routing_key: "task")
  puts "declared and bound"
  [exchange, queue]
end

def publish(channel, exchange)
  (1..5).each { |number| exchange.publish(number.to_s, routing_key: "task", persistent: true) }
  puts "5 messages confirmed" if channel.wait_for_confirms
  returns = Queue.new
  exchange.on_return { |info, _, _| returns << info }
  exchange.publish("lost", routing_key: "nobody", mandatory: true)
  returned = returns.pop
  puts "returned: #{returned.reply_code} #{returned.reply_text} #{returned.routing_key}"
  channel.wait_for_confirms
end

def get_and_put_back(channel, queue)
  delivery, _, body = queue.pop(manual_ack: true)
  puts "got #{body}, #{queue.message_count} left"
  channel.reject(delivery.delivery_tag, true)
end

def ready(channel)
  channel.queue("interop", passive: true).message_count
end

def consume(channel, queue)
  channel.prefetch(2)
  deliveries = Queue.new
  consumer = queue.subscribe(manual_ack: true) { |delivery, _, body| deliveries << [delivery, body] }
  taken = (1..5).map do |number|
    delivery, body = deliveries.pop
    puts "2 in hand, #{ready(channel)} ready" if number == 2
    channel.ack(delivery.delivery_tag, true) if number >= 2
    body + (delivery.redelivered? ? " (again)" : "")
  end
  consumer.cancel
  puts "consumed #{taken.join(' ')}"
end

def keep_whole(channel, exchange, queue)
  body = "tokki" * 60_000
  exchange.publish(body, routing_key: "task", content_type: "text/plain", headers: HEADERS, message_id: "m-1",
                         timestamp: 1_700_000_000)
  channel.wait_for_confirms
  _, properties, received = queue.pop
  puts "#{received.bytesize} bytes came back #{received == body ? 'whole' : 'broken'}"
  text = properties.headers["text"].dup.force_encoding("UTF-8")
  found = [properties.content_type, properties.headers.merge("text" => text), properties.message_id,
           properties.timestamp.to_i]
  same = found == ["text/plain", HEADERS, "m-1", 1_700_000_000]
  puts same ? "properties came back" : "other properties came back: #{found}"
end

def survive_refusal(connection, channel)
  begin
    connection.create_channel.queue("interop.missing", passive: true)
  rescue Bunny::NotFound => e
    puts "refused: #{e.channel_close.reply_code} #{e.message}"
  end
  puts "still there: #{ready(channel)} ready"
end

def be_cancelled(connection, queue)
  other = connection.create_channel
  cancels = Queue.new
  consumer = Bunny::Consumer.new(other, other.queue("interop", passive: true))
  consumer.on_cancellation { |cancel| cancels << cancel }
  other.basic_consume_with(consumer)
  queue.delete
  cancels.pop
  puts "consumer cancelled by the broker"
end

connection = Bunny.new(ARGV[0])
connection.start
channel = connection.create_channel
puts "connected"
exchange, queue = declare(channel)
publish(channel, exchange)
get_and_put_back(channel, queue)
consume(channel, queue)
keep_whole(channel, exchange, queue)
survive_refusal(connection, channel)
be_cancelled(connection, queue)
exchange.delete
channel.close
connection.close
puts "closed"
