import AMQPModel
import Testing

@Suite struct MethodTests {
  @Test func everyMethodIsFoundByItsNameAndByItsID() {
    for method in Method.all {
      #expect(Method(name: method.name) == method)
      #expect(Method(id: method.id) == method)
    }
  }
}
