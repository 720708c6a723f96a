import FoundationEssentials
import Testing

/// A fault for `.ci/faults` to plant in the broker, to see whether the tests notice.
struct PlantedFault: Decodable {
  var fault: String
  /// Under `Sources/TokkiBroker`.
  var file: String
  var from: String
  var to: String

  static func all() throws -> [PlantedFault] {
    let list = SourceTree.text(of: "Tests/ConformanceTests/faults.json")
    return try JSONDecoder().decode([PlantedFault].self, from: Data(list.utf8))
  }
}

extension TidyTests {
  @Test("every fault to be planted has one place in the broker's sources")
  func plantedFaults() throws {
    let faults = try PlantedFault.all()
    #expect(faults.count >= 30)
    #expect(Set(faults.map(\.fault)).count == faults.count)
    for fault in faults {
      let source = SourceTree.text(of: "Sources/TokkiBroker/" + fault.file)
      #expect(source.ranges(of: fault.from).count == 1, "\(fault.fault): \(fault.file)")
      #expect(fault.from != fault.to)
    }
  }
}
