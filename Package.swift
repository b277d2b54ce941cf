// swift-tools-version: 6.2
import PackageDescription

// One row a target, in layer order: a target may import only what stands above it.
// `--explicit-target-dependency-import-check error` holds the code to these rows.

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let leaves: [Target.Dependency] = ["Diagnostics", "Quantities", "Geo", "SVG"]
let shapes: [Target.Dependency] = ["Records", "Config"]
// From plain numbers to plain numbers: searches that know nothing of customers and reps.
let engines: [Target.Dependency] = ["RouteSolver", "TerritorySolver"]
let analyses: [Target.Dependency] = ["Territories", "Routes", "Forecasting", "Insights", "Teams"]
let drawings: [Target.Dependency] = ["Maps", "Charts", "Notes"]

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// Tests are built with the release: what they test is optimised, and they themselves need not be, which would take long.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

struct Row {
    var name: String
    var dependencies: [Target.Dependency]
    var testDependencies: [Target.Dependency] = []
}

let rows: [Row] = [
    // leaves
    Row(name: "Diagnostics", dependencies: []),
    Row(name: "Quantities", dependencies: ["Diagnostics"]),
    Row(name: "Geo", dependencies: ["Diagnostics", "Quantities"]),
    Row(name: "SVG", dependencies: ["Diagnostics", "Quantities", "Geo"]),
    // drawings: from plain descriptions to SVG and HTML; they know leaves only
    Row(name: "Maps", dependencies: leaves),
    Row(name: "Charts", dependencies: leaves),
    Row(name: "Notes", dependencies: leaves + ["CCmarkGFM"]),
    // engines: from plain numbers to plain numbers; they know no customers and no reps
    Row(name: "RouteSolver", dependencies: ["Quantities"]),
    Row(name: "TerritorySolver", dependencies: ["Diagnostics", "Quantities", "Geo"]),
    Row(name: "RouteInstances", dependencies: leaves + engines),
    // road engines: questions and answers; only the second one talks to anybody
    Row(name: "Roads", dependencies: leaves),
    Row(name: "RoadHTTP", dependencies: leaves + ["Roads"], testDependencies: [flyingSocks]),
    // shapes
    Row(name: "Records", dependencies: leaves),
    Row(name: "Config", dependencies: leaves + ["Records", yams]),
    // in
    Row(name: "Store", dependencies: leaves + shapes + ["Roads", grdb]),
    Row(name: "Intake", dependencies: leaves + shapes + ["Store"]),
    // analyses
    Row(name: "Territories", dependencies: leaves + engines + shapes),
    Row(name: "Routes", dependencies: leaves + engines + shapes + ["Roads"]),
    Row(name: "Forecasting", dependencies: leaves + shapes),
    Row(name: "Insights", dependencies: leaves + shapes),
    Row(name: "Teams", dependencies: leaves + shapes),
    // models
    Row(name: "Pages", dependencies: leaves + drawings + shapes + analyses + ["Roads"]),
    // render
    Row(name: "Rendering", dependencies: leaves + drawings + ["Pages", mustache]),
    // out
    Row(name: "Publishing", dependencies: leaves + [crypto]),
    Row(name: "Archive", dependencies: leaves + ["Publishing"]),
    Row(name: "Serving", dependencies: leaves + [flyingSocks]),
    // whole
    Row(name: "Demo", dependencies: leaves + shapes + ["Store"]),
    Row(
        name: "SiteBuild",
        dependencies: leaves + drawings + shapes + analyses
            + ["Roads", "RoadHTTP", "Store", "Pages", "Rendering", "Publishing", "Archive"],
        testDependencies: ["Demo", "Intake", "Serving"]),
]

let package = Package(
    name: "fieldbook",
    products: [.executable(name: "fieldbook", targets: ["fieldbook"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .executableTarget(
            name: "fieldbook",
            dependencies: leaves + engines + shapes + analyses
                + [
                    "RouteInstances", "Roads", "RoadHTTP", "Store", "Intake", "Publishing", "Archive", "Serving",
                    "SiteBuild", "Demo",
                    argumentParser,
                ],
            swiftSettings: settings),
        .executableTarget(
            name: "benchmarks",
            dependencies: leaves + drawings + engines + shapes + analyses + ["Publishing", "Store", "Demo"],
            swiftSettings: settings),
    ]
        + rows.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: settings) }
        + rows.map {
            .testTarget(
                name: "\($0.name)Tests",
                dependencies: [.byName(name: $0.name)] + $0.dependencies + $0.testDependencies,
                swiftSettings: testSettings)
        }
)
