// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "tokki",
  platforms: [.macOS(.v15)],
  products: [
    // With the modules whose types their users handle.
    .library(name: "TokkiBroker", targets: ["AMQPModel", "TokkiBroker"]),
    .library(name: "TokkiClient", targets: ["AMQPModel", "TokkiClient"]),
    .library(
      name: "TokkiNIO",
      targets: [
        "AMQPModel", "AMQPProtocol", "TokkiBroker", "TokkiClient", "TokkiNIO", "TokkiSimulation",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    // Floor 0
    .target(name: "AMQPModel", swiftSettings: settings),
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),

    // Floor 1
    .target(name: "AMQPProtocol", dependencies: ["AMQPModel"], swiftSettings: settings),
    .target(
      name: "TokkiBroker",
      dependencies: ["AMQPModel", .product(name: "DequeModule", package: "swift-collections")],
      swiftSettings: settings),
    .target(
      name: "TokkiClient",
      dependencies: ["AMQPModel", .product(name: "DequeModule", package: "swift-collections")],
      swiftSettings: settings),
    .target(name: "TokkiLanguage", dependencies: ["AMQPModel"], swiftSettings: settings),

    // Floor 2
    .target(
      name: "TokkiCode", dependencies: ["AMQPModel", "TokkiClient", "TokkiLanguage"],
      swiftSettings: settings),
    .target(
      name: "TokkiSimulation", dependencies: ["AMQPModel", "TokkiBroker", "TokkiClient"],
      swiftSettings: settings),

    // Floor 3
    .target(
      name: "TokkiNIO",
      dependencies: [
        "AMQPModel", "AMQPProtocol", "TokkiBroker", "TokkiClient", "TokkiSimulation",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: settings),
    .target(
      name: "TokkiShell",
      dependencies: [
        "AMQPModel", "TokkiBroker", "TokkiClient", "TokkiCode", "TokkiLanguage",
        "TokkiSimulation",
      ],
      swiftSettings: settings),

    // Floor 4
    .target(name: "CLessons"),
    .target(
      name: "TokkiLessons",
      dependencies: [
        "AMQPModel", "CLessons", "TokkiBroker", "TokkiClient", "TokkiLanguage", "TokkiShell",
        "TokkiSimulation",
      ],
      swiftSettings: settings),

    // Floor 5
    .target(
      name: "TokkiREPL",
      dependencies: ["AMQPModel", "CEditline", "TokkiLanguage", "TokkiLessons", "TokkiShell"],
      swiftSettings: settings),

    // Floor 6
    .executableTarget(
      name: "tokki",
      dependencies: [
        "AMQPModel", "TokkiBroker", "TokkiLanguage", "TokkiLessons", "TokkiNIO", "TokkiREPL",
        "TokkiShell", "TokkiSimulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "tokki-bench", dependencies: ["AMQPModel", "TokkiBroker"], swiftSettings: settings),

    // Tests
    .testTarget(
      name: "TokkiClientTests",
      dependencies: ["AMQPModel", "ClientClaims", "TokkiClient", "TokkiSimulation"],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiLanguageTests", dependencies: ["AMQPModel", "SeededRandom", "TokkiLanguage"],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiCodeTests",
      dependencies: ["TokkiCode", "TokkiLanguage", "TokkiShell", "TokkiSimulation"],
      exclude: ["Programs"], swiftSettings: settings),
    .testTarget(
      name: "TokkiSimulationTests",
      dependencies: [
        "AMQPModel", "SeededRandom", "TokkiBroker", "TokkiClient", "TokkiSimulation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiBrokerTests", dependencies: ["AMQPModel", "SeededRandom", "TokkiBroker"],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiShellTests",
      dependencies: [
        "AMQPModel", "SeededRandom", "StagedBroker", "TokkiBroker", "TokkiClient",
        "TokkiLanguage", "TokkiShell", "TokkiSimulation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["AMQPModel", "MethodJSON", "ScenarioPlay", "TokkiBroker"],
      exclude: [
        "COVERAGE.md", "Coverage/exemptions.json", "Recordings", "Scenarios", "faults.json",
        "match.py", "not-simulated.json", "random_routing.py", "record.py", "wire.py",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExplorationTests",
      dependencies: [
        "AMQPModel", "AMQPProtocol", "MethodJSON", "ScenarioPlay", "SeededRandom", "TokkiBroker",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiLessonsTests",
      dependencies: [
        "SeededRandom", "StagedBroker", "TokkiLanguage", "TokkiLessons", "TokkiShell",
        "TokkiSimulation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AMQPModelTests", dependencies: ["AMQPModel"], swiftSettings: settings),
    .testTarget(
      name: "AMQPProtocolTests", dependencies: ["AMQPModel", "AMQPProtocol", "SeededRandom"],
      swiftSettings: settings),
    .testTarget(
      name: "WireTests",
      dependencies: ["AMQPModel", "AMQPProtocol", "MethodJSON", "SeededRandom", "TokkiBroker"],
      exclude: [
        "Bytes", "Recordings", "Scenarios", "differences.json", "not-served.json",
        "record_wire.py",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiNIOTests",
      dependencies: [
        "AMQPModel", "AMQPProtocol", "ClientClaims", "TokkiBroker", "TokkiClient", "TokkiNIO",
        "TokkiSimulation",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: settings),
    .target(
      name: "ClientClaims", dependencies: ["AMQPModel", "TokkiClient"], path: "Tests/ClientClaims",
      swiftSettings: settings),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(
      name: "StagedBroker",
      dependencies: ["AMQPModel", "TokkiBroker", "TokkiClient", "TokkiShell", "TokkiSimulation"],
      path: "Tests/StagedBroker", swiftSettings: settings),
    .target(
      name: "MethodJSON", dependencies: ["AMQPModel"], path: "Tests/MethodJSON",
      swiftSettings: settings),
    .target(
      name: "ScenarioPlay", dependencies: ["AMQPModel", "MethodJSON", "TokkiBroker"],
      path: "Tests/ScenarioPlay", swiftSettings: settings),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    .testTarget(
      name: "TokkiREPLTests",
      dependencies: [
        "AMQPModel", "CEditline", "CPty", "StagedBroker", "TokkiLanguage", "TokkiLessons",
        "TokkiREPL", "TokkiShell", "TokkiSimulation", "tokki",
      ],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
