import Diagnostics
import Foundation
import Testing

@testable import Config

@Suite final class PlanInputsTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/plan-inputs-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }
    private func write(_ name: String, _ bytes: Data) throws {
        try bytes.write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    @Test func `without files there is nothing, and nothing is wrong`() {
        let read = readPlanInputs(PlanningSettings(), folder: folder)
        #expect(read.inputs == PlanInputs() && read.problems == [] && read.files.isEmpty)
    }

    @Test func `files of the standard names are read with their problems`() throws {
        try write("plan-changes.txt", "lock C 2026-11-24\nlick C 2026-11-24\n")
        try write("days-off.csv", "rep,from,until,name\n*,2026-12-25,,Christmas\n*,x,,y\n")
        try write("published-plan.csv", "day,start,minutes,rep,customer\n2026-11-24,09:00,30,r:1,c:1\n")
        let read = readPlanInputs(PlanningSettings(), folder: folder)
        #expect(read.inputs.changes.count == 1 && read.inputs.daysOff.count == 1)
        #expect(read.inputs.published?.visits.count == 1)
        #expect(read.problems.map(\.kind) == ["plan-changes.unknown-verb", "days-off.day"])
        #expect(read.problems.map(\.place?.file) == ["plan-changes.txt", "days-off.csv"])
        #expect(read.files.map(\.path) == ["plan-changes.txt", "days-off.csv", "published-plan.csv"])
        #expect(read.files.first?.bytes.count == 36)
    }

    @Test func `a file that the config names has to be there`() throws {
        var planning = PlanningSettings()
        planning.changesFile = "plan/changes.txt"
        planning.publishedFile = "empty.csv"
        try write("empty.csv", "")
        try write("plan-changes.txt", "lock C 2026-11-24\n")
        let read = readPlanInputs(planning, folder: folder)
        #expect(read.problems.map(\.kind) == ["plan-files.missing", "published-plan.header"])
        #expect(read.problems.allSatisfy { $0.severity == .error } && read.inputs.changes.isEmpty)
    }

    @Test func `before the first publication its named file is missed with a warning alone`() {
        var planning = PlanningSettings()
        planning.publishedFile = "published/plan.csv"
        let read = readPlanInputs(planning, folder: folder)
        #expect(read.problems.map(\.kind) == ["plan-files.missing"])
        #expect(read.problems.allSatisfy { $0.severity == .warning } && read.inputs.published == nil)
    }

    @Test func `what is no text file is a problem and no plan`() throws {
        try write("plan-changes.txt", Data([0x6C, 0x0A, 0xFF, 0xFE]))
        try FileManager.default.createDirectory(atPath: folder + "/days-off.csv", withIntermediateDirectories: true)
        try write("big.csv", Data(repeating: 0x2C, count: 1_000_001))
        var read = readPlanInputs(PlanningSettings(), folder: folder)
        #expect(read.problems.map(\.kind) == ["plan-files.not-utf8", "plan-files.unreadable"])
        #expect(read.problems.first?.place?.line == 2 && read.inputs == PlanInputs())
        #expect(read.files.map(\.path) == ["plan-changes.txt"])
        var planning = PlanningSettings()
        planning.daysOffFile = "big.csv"
        read = readPlanInputs(planning, folder: folder)
        #expect(read.problems.map(\.kind).contains("plan-files.too-big"))
    }
}
