import Config
import Diagnostics
import Records
import Testing

@testable import Intake

@Suite struct ColumnMapTests {
    @Test func `the config's columns are read and win`() throws {
        let export = try SmallExport(["Account.csv": "Id,Name,Brand__c,Cadence__c\na1,Legal,Shop,14\n"])
        export.settings.columns = ["account": ["brand__c": "customer.name", "Cadence__c": "customer.cadence_days"]]
        let read = try export.read()
        #expect(read.contents.customers.first?.cadenceDays == 14)
        // Both columns hold the name now; the first one counts.
        #expect(read.contents.customers.first?.name == "Legal")
        #expect(read.problems("column.repeated").count == 1)
    }

    @Test func `a field that the file's record does not have is an error`() throws {
        let export = try SmallExport(["Account.csv": "Id,Name,X__c\na1,A,1\n"])
        export.settings.columns = ["Account": ["X__c": "contact.email"], "Acount": ["Y__c": "customer.name"]]
        let read = try export.read()
        #expect(read.problems("import.unknown-field").map(\.severity) == [.error])
        #expect(read.problems("import.unknown-field").first?.place?.field == "X__c")
        #expect(read.problems("import.unknown-file").first?.hint == "did you mean 'Account'?")
    }

    @Test func `a mapped column that is not there is told`() throws {
        let export = try SmallExport(["Account.csv": "Id,Name,Cadence__c\na1,A,1\n"])
        export.settings.columns = ["Account": ["Cadense__c": "customer.cadence_days"]]
        let problem = try #require(try export.read().problems("column.missing").first)
        #expect(problem.hint == "did you mean 'Cadence__c'?")
    }

    @Test func `a column that nothing knows is a note with the one that was meant`() throws {
        let read = try SmallExport(["Account.csv": "Id,Name,Websit,ParentId\na1,A,x,\n"]).read()
        let notes = read.problems("column.unknown")
        #expect(notes.map(\.value) == ["Websit"])
        #expect(notes.first?.hint == "did you mean 'Website'?")
    }
}
