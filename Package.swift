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
    .library(name: "TokkiBroker", targets: ["TokkiBroker"]),
    .library(name: "TokkiClient", targets: ["TokkiClient"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // Floor 0
    .target(name: "AMQPModel", swiftSettings: settings),
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),

    // Floor 1
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
      name: "TokkiSimulation", dependencies: ["AMQPModel", "TokkiBroker", "TokkiClient"],
      swiftSettings: settings),

    // Floor 3
    .target(
      name: "TokkiShell",
      dependencies: [
        "AMQPModel", "TokkiBroker", "TokkiClient", "TokkiLanguage", "TokkiSimulation",
      ],
      swiftSettings: settings),

    // Floor 4
    .target(name: "CLessons"),
    .target(
      name: "TokkiLessons",
      dependencies: ["CLessons", "TokkiLanguage", "TokkiShell", "TokkiSimulation"],
      swiftSettings: settings),

    // Floor 5
    .target(
      name: "TokkiREPL",
      dependencies: ["CEditline", "TokkiLanguage", "TokkiLessons", "TokkiShell"],
      swiftSettings: settings),

    // Floor 6
    .executableTarget(
      name: "tokki",
      dependencies: [
        "TokkiBroker", "TokkiLanguage", "TokkiLessons", "TokkiREPL", "TokkiShell",
        "TokkiSimulation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
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
        "AMQPModel", "SeededRandom", "TokkiBroker", "TokkiClient", "TokkiLanguage", "TokkiShell",
        "TokkiSimulation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests", dependencies: ["AMQPModel", "TokkiBroker"],
      exclude: [
        "Recordings", "Scenarios", "match.py", "not-simulated.json", "random_routing.py",
        "random_sessions.py",
        "record.py", "wire.py",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TokkiLessonsTests",
      dependencies: [
        "SeededRandom", "TokkiLanguage", "TokkiLessons", "TokkiShell", "TokkiSimulation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AMQPModelTests", dependencies: ["AMQPModel"], swiftSettings: settings),
    .target(
      name: "ClientClaims", dependencies: ["AMQPModel", "TokkiClient"], path: "Tests/ClientClaims",
      swiftSettings: settings),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    .testTarget(
      name: "TokkiREPLTests", dependencies: ["CEditline", "CPty", "TokkiREPL", "tokki"],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
