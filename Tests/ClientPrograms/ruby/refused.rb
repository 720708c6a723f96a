# What bunny says when the broker refuses to open its connection, or closes it because a consumer tag is used twice:
# refused.rb URI
require "bunny"

begin
  connection = Bunny.new(ARGV[0], recover_from_connection_close: false)
  connection.start
  channel = connection.create_channel
  queue = channel.queue("", exclusive: true)
  2.times { channel.basic_consume(queue, "twice") }
rescue Bunny::Exception => e
  puts "#{e.class}: #{e.message}"
end
