import AMQPModel
import Testing

@testable import TokkiBroker

@Suite("An Erlang term") struct PrettyTermTests {
  /// As a RabbitMQ wrote them.
  @Test(
    "has floating-point numbers as Erlang writes them",
    arguments: [
      (0.0, "0.0"), (1.0, "1.0"), (100.0, "100.0"), (120.0, "120.0"), (1000.0, "1.0e3"),
      (1200.0, "1.2e3"), (1234.0, "1234.0"), (12345.0, "12345.0"), (1.0e5, "1.0e5"),
      (99999.0, "99999.0"), (1.1e10, "1.1e10"), (4_503_599_627_370_496.0, "4503599627370496.0"),
      (9_007_199_254_740_992.0, "9.007199254740992e15"), (1.0e22, "1.0e22"), (0.1, "0.1"),
      (0.0001, "0.0001"), (0.00012, "1.2e-4"), (3.0e-5, "3.0e-5"), (1.5, "1.5"), (-2.5, "-2.5"),
      (-1000.0, "-1.0e3"), (Double.leastNonzeroMagnitude, "5.0e-324"),
      (1.7976931348623157e308, "1.7976931348623157e308"),
      (123_456_789_012_345_680.0, "1.2345678901234568e17"),
    ])
  func floats(number: Double, expected: String) {
    #expect(ErlangTerm(.double(number)).written(by: .byTerm) == expected)
  }

  @Test("goes over several lines where it is too long for one")
  func lines() {
    let pairs = (1...9).map { PrettyTerm.tuple([.text("<<\"key-\($0)\">>"), .text("\($0)")]) }
    #expect(
      PrettyTerm.list(pairs).written(after: 0)
        == "[" + (1...9).map { "{<<\"key-\($0)\">>,\($0)}" }.joined(separator: ",\n ") + "]")
    let short = PrettyTerm.tuple([.string("a text of a few words"), .text("1")])
    #expect(short.written(after: 40) == "{\"a text of a few words\",1}")
    #expect(
      short.written(after: 60)
        == "{\"a text of a few words\",\n" + String(repeating: " ", count: 61) + "1}")
  }
}
