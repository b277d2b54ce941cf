import Config
import Diagnostics
import Foundation
import Publishing
import Quantities
import Records
import Testing

@testable import SiteBuild

/// The files of the workspace that bend a plan, on their way into a build and out of a publication.
@Suite struct PlanFilesTests {
    private static let contents = DemoSubset.subset(of: DemoSubset.contents, repsPerTeam: 1, customersPerRep: 2)
    private static let monday = Day(iso: "2026-11-16")!

    @Test func `what is wrong in a file of the plan is on the data page, and the file is in the manifest`() async throws
    {
        let workspace = try TestWorkspace(Self.contents)
        let plain = try await workspace.build()
        try workspace.write("plan-changes.txt", "# nothing\nlick <b> 2026-11-17\n")
        try workspace.write("days-off.csv", "rep,from,until,name\n*,2026-02-30,,x\n")
        workspace.config.planning.publishedFile = "nowhere.csv"
        let built = try await workspace.build()
        let new = built.built.problems.filter { !plain.built.problems.contains($0) }
        #expect(
            new.map(\.kind).sorted() == ["days-off.day", "plan-changes.unknown-verb", "plan-files.missing"])
        let page = try #require(built.text("data/index.html"))
        #expect(page.contains("plan-changes.txt") && page.contains("days-off.csv") && page.contains("nowhere.csv"))
        #expect(!page.contains("lick <b>"))
        let manifest = try #require(built.text("manifest.json"))
        #expect(manifest.contains("\"plan-changes.txt\"") && manifest.contains("\"days-off.csv\""))
        #expect(!manifest.contains("nowhere.csv"))
    }

    @Test func `the files reach the workspace that analyses see`() throws {
        let workspace = try TestWorkspace(Self.contents)
        try workspace.write("plan-changes.txt", "skip C until 2026-12-01\n")
        workspace.config.planning.daysOffFile = "plan/off.csv"
        try workspace.write("plan/off.csv", "rep,from\n*,2026-12-25\n")
        let read = try readWorkspace(workspace.order())
        #expect(read.planInputs.changes.map(\.customer) == ["C"])
        #expect(read.planInputs.daysOff.count == 1 && read.planInputs.published == nil)
        #expect(read.inputs.filter { $0.path.contains("plan") }.map(\.path) == ["plan-changes.txt", "plan/off.csv"])
    }

    @Test func `a publication is written whole, and the next one says what it changes`() throws {
        let workspace = try TestWorkspace(Self.contents)
        workspace.config.planning.publishedFile = "plan/published.csv"
        let book = try readBook(workspace.order())
        let rep = try #require(book.activeReps.first)
        let other = try #require(book.activeReps.last)
        let customers = book.customers.prefix(3).map(\.id.text)
        func publish(_ rep: Rep, _ visits: [(Int, String)]) throws -> PlanPublication {
            try publishPlan(
                visits.map { offset, customer in
                    PublishedPlan.Visit(
                        day: Self.monday + offset, start: TimeOfDay(9, 0), minutes: 30, rep: rep.id.text,
                        customer: customer)
                }, of: [rep], on: Self.monday...Self.monday + 6, in: book, after: workspace.planFiles(),
                to: workspace.folder.path + "/plan/published.csv")
        }
        let first = try publish(rep, [(0, customers[0]), (1, customers[1])])
        #expect(first.isFirst && first.changes.count == 2)
        #expect(try !publish(other, [(2, customers[2])]).isFirst)
        let again = try publish(rep, [(0, customers[0]), (1, customers[1])])
        #expect(!again.isFirst && again.changes.isEmpty)
        let moved = try publish(rep, [(0, customers[0]), (4, customers[1])])
        #expect(moved.changes.map { $0.old?.day } == [Self.monday + 1])
        #expect(moved.changes.map { $0.new?.day } == [Self.monday + 4])
        let read = workspace.planFiles()
        #expect(read.problems == [])
        #expect(read.inputs.published?.visits.map(\.customer) == [customers[0], customers[2], customers[1]])
        #expect(read.files.first.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains(rep.name) == true)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path + "/plan") == ["published.csv"])
    }

    @Test func `a publication with rows that can't be read, and a file that is none, are left alone`() throws {
        let workspace = try TestWorkspace(Self.contents)
        let book = try readBook(workspace.order())
        func failure(to name: String, isElsewhere: Bool) -> [Problem] {
            do {
                _ = try publishPlan(
                    [], of: [], on: Self.monday...Self.monday + 6, in: book, after: workspace.planFiles(),
                    to: workspace.folder.path + "/" + name, isElsewhere: isElsewhere)
                return []
            } catch {
                return error.problems
            }
        }
        let text = "day,start,minutes,rep,customer\n2026-11-31,09:00,30,r:1,c:1\n"
        try workspace.write("published-plan.csv", text)
        try workspace.write("mine.yml", "a: b\n")
        #expect(
            failure(to: "published-plan.csv", isElsewhere: false).map(\.kind)
                == ["published-plan.day", "routes.publish"])
        #expect(
            failure(to: "mine.yml", isElsewhere: true).map(\.kind) == ["published-plan.header", "routes.publish"])
        #expect(!failure(to: "templates", isElsewhere: true).isEmpty)
        #expect(try workspace.read("published-plan.csv") == text && workspace.read("mine.yml") == "a: b\n")
    }
}

extension TestWorkspace {
    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder.path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    fileprivate func read(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    fileprivate func planFiles() -> ReadPlanInputs { readPlanInputs(config.planning, folder: folder.path) }
}
