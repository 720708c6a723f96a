/// The files of the small lesson.
enum SkeletonText {
  static let steps = """
    # What happens in this lesson: its steps, in the commands of Tokki's prompt. A line that begins
    # with # is a comment. What is said to the student stands in en.md and ko.md, under the same
    # keys; clients.md holds the lines of real programs.
    #
    # After every change: `tokki lesson check` with this folder's name. It proves all that is said
    # here, and names the file, the line and the cure of whatever is wrong.

    # A step and its key: lower-case letters, digits, hyphens. Each step begins on an empty broker.
    step queue

    # Goals become true one by one; the student sees their labels. Lines with one key are one goal.
    # `help expect` at the prompt lists what can be claimed. A goal has to be open at the start.
    goals
      exists: expect queue orders
      durable: expect queue orders durable

    # Lines that reach all goals. The student may see them played; none of them may be left out.
    solution
      declare queue orders --durable

    # A wrong turn that beginners take: its key, and the goal that it leaves open. It is known by
    # its signs, which hold when it was made; the other lines make it. Of several the first fitting
    # one is told, and only while its goal is open.
    mistake transient leaves durable open
      sign: expect queue orders not durable
      declare queue orders

    step work

    # What is there already when the step begins.
    setup
      declare queue orders --durable
    goals
      sent: expect published to "" key orders routed
      taken: expect delivered to clerk from orders
      done: expect acked by clerk
      done: expect queue orders messages 0
    solution
      publish "" orders "two coffees" --persistent
      consume orders as clerk
      ack clerk

    # The check also makes typical mistakes in the solution, one at a time, and warns of each that
    # no goal notices. Where one does not matter, say which and why:
    free
      transient-message: nothing is restarted in this step

    mistake auto-ack leaves done open
      sign: expect consumer clerk auto-ack
      publish "" orders "two coffees"
      consume orders as clerk --auto-ack

    """

  static let english = """
    # {{title}}

    <!-- What the student reads, in English. Comments like this one are not shown.
         The title, then an introduction, which is read once, before the first step. -->

    An order is taken at the counter and made in the kitchen. A queue lies between the two, so that
    neither has to wait for the other.

    <!-- "## KEY: title" for each step of lesson.tokki. First the explanation: what the student has
         to know. Paragraphs, points, quotations (>), *emphasis*, **terms**, `code` and fences. -->

    ## queue: A place for orders

    A **queue** keeps messages until somebody takes them. One that is *durable* is still there after
    the broker was restarted.

    <!-- What is to be done. -->

    ### task

    Declare a durable queue named `orders`.

    <!-- A label for each goal, under its key. -->

    ### goals

    - exists: there is a queue `orders`
    - durable: it is durable

    <!-- Two or more, from a nudge to nearly the answer. `hint` shows one more each time. -->

    ### hints

    1. The command is `declare queue`; `help declare queue` shows its options.
    2. `declare queue orders`, and one option more: the one that makes it durable.

    <!-- What the coach says of each mistake, under its key: what happened, why it does not do,
         and the way out. -->

    ### mistakes

    - transient: That queue would not survive a restart, and its properties cannot be changed.
      `delete queue orders`, then declare it with `--durable`.

    <!-- Said when the step is passed; the lines of clients.md follow. -->

    ### closing

    Whoever needs a queue declares it. If it is there already, nothing happens.

    ## work: An order is made

    A consumer gets each message and **acknowledges** it when the work is done. Only then does the
    broker forget it. With `--auto-ack` it is forgotten as soon as it is sent, done or not.

    ### task

    Publish an order to the queue. Then consume from it as `clerk`, and acknowledge the order.

    ### goals

    - sent: an order was published to `orders`
    - taken: `clerk` got it
    - done: `clerk` acknowledged it, and the queue is empty

    ### hints

    1. Three commands: `publish`, `consume … as clerk`, `ack`.
    2. `publish "" orders "two coffees"`, then `consume orders as clerk`, and at last `ack clerk`.

    ### mistakes

    - auto-ack: With `--auto-ack` the order counts as done once it is sent, and there is nothing
      left to acknowledge. `lesson restart`, then consume without it.

    ### closing

    Had the clerk fallen over before the `ack`, the order would have gone back to the queue. Try it:
    `play`, then publish another one and `kill clerk`.

    """

  static let korean = """
    # {{title}}

    <!-- 학습자가 한국어로 읽는 글입니다. 이런 주석은 보이지 않습니다. 키는 en.md와 같아야 합니다.
         이 파일이 없으면 영어로 보여 줍니다. -->

    주문은 카운터에서 받고 주방에서 만듭니다. 그 사이에 큐가 있어서 서로 기다릴 필요가 없습니다.

    ## queue: 주문이 머무는 곳

    **큐**(queue)는 누군가 가져갈 때까지 메시지를 보관합니다. *durable* 큐는 브로커를 다시 시작해도 남아
    있습니다.

    ### task

    durable 큐 `orders`를 선언하세요.

    ### goals

    - exists: 큐 `orders`가 있다
    - durable: 그 큐는 durable이다

    ### hints

    1. 명령은 `declare queue`입니다. `help declare queue`에서 옵션을 볼 수 있습니다.
    2. `declare queue orders`에 옵션 하나를 더하세요. durable로 만드는 옵션입니다.

    ### mistakes

    - transient: 그 큐는 브로커를 다시 시작하면 사라지고, 속성은 나중에 바꿀 수 없습니다.
      `delete queue orders` 다음에 `--durable`을 붙여 선언하세요.

    ### closing

    큐가 필요한 쪽이 큐를 선언합니다. 이미 있으면 아무 일도 일어나지 않습니다.

    ## work: 주문을 만들기

    컨슈머는 메시지를 받아 일을 마친 뒤 **ack**를 보냅니다. 브로커는 그제야 메시지를 잊습니다. `--auto-ack`을
    쓰면 일을 마쳤든 아니든 보내자마자 잊습니다.

    ### task

    큐에 주문을 하나 발행하세요. 그다음 `clerk`으로 큐를 구독하고, 주문을 ack하세요.

    ### goals

    - sent: 주문이 `orders`에 발행되었다
    - taken: `clerk`이 주문을 받았다
    - done: `clerk`이 ack했고 큐가 비었다

    ### hints

    1. 명령은 세 개입니다: `publish`, `consume … as clerk`, `ack`.
    2. `publish "" orders "two coffees"`, 그다음 `consume orders as clerk`, 끝으로 `ack clerk`입니다.

    ### mistakes

    - auto-ack: `--auto-ack`이면 주문을 보내자마자 끝난 것으로 치니 ack할 것이 없습니다. `lesson restart` 다음에
      그 옵션 없이 구독하세요.

    ### closing

    `ack` 전에 clerk이 쓰러졌다면 주문은 큐로 되돌아갔을 것입니다. 해 보세요: `play` 다음에 주문을 하나 더 발행하고
    `kill clerk`을 입력합니다.

    """

  static let clients = """
    <!-- Lines of real programs that do what a step did, shown when it is passed: "## KEY", then a
         fence for each language. Go and Python are expected; others may be there, too. -->

    ## queue

    ```go
    q, err := ch.QueueDeclare("orders", true, false, false, false, nil)
    ```

    ```python
    channel.queue_declare(queue='orders', durable=True)
    ```

    ## work

    ```go
    err = ch.PublishWithContext(ctx, "", q.Name, false, false,
    	amqp.Publishing{
    		DeliveryMode: amqp.Persistent,
    		Body:         []byte("two coffees"),
    	})

    msgs, err := ch.Consume(q.Name, "", false, false, false, false, nil)
    for d := range msgs {
    	make(d.Body)
    	d.Ack(false)
    }
    ```

    ```python
    channel.basic_publish(
        exchange='', routing_key='orders', body='two coffees',
        properties=pika.BasicProperties(
            delivery_mode=pika.DeliveryMode.Persistent))

    def callback(ch, method, properties, body):
        make(body)
        ch.basic_ack(delivery_tag=method.delivery_tag)

    channel.basic_consume(queue='orders', on_message_callback=callback)
    ```

    """
}
