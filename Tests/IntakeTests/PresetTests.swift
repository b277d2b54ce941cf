import Config
import Diagnostics
import Records
import Testing

@testable import Intake

@Suite struct PresetTests {
    @Test func `every column of a preset is a field of its record, and no known column is unused as well`() {
        for preset in Preset.all {
            for file in preset.files {
                for (column, field) in file.columns {
                    #expect(file.record.fields.contains(field), "\(file.name).\(column)")
                }
                let mapped = file.columns.map { $0.column.lowercased() }
                #expect(Set(mapped).count == mapped.count, "\(file.name)")
                #expect(Set(mapped).isDisjoint(with: file.unused.map { $0.lowercased() }), "\(file.name)")
                #expect(file.record.required.allSatisfy(file.record.fields.contains))
            }
        }
    }

    @Test func `the fields that the config allows are those that are read`() {
        var read: [String] = []
        for file in Preset.salesforce.files { read += file.record.fields }
        #expect(Set(read) == Set(ImportSettings.fields))
        #expect(read.count == ImportSettings.fields.count)
    }

    @Test func `every word of a preset is one of ours`() {
        for preset in Preset.all {
            #expect(Set(preset.words.keys).isSubset(of: ImportSettings.fields))
            let words = preset.words
            #expect((words["lead.status"] ?? [:]).values.allSatisfy { Lead.State(rawValue: $0) != nil })
            #expect((words["activity.category"] ?? [:]).values.allSatisfy { Activity.Category(rawValue: $0) != nil })
            #expect((words["activity.state"] ?? [:]).values.allSatisfy { Activity.State(rawValue: $0) != nil })
            #expect((words["customer.priority"] ?? [:]).values.allSatisfy { Priority(rawValue: $0) != nil })
            for word in words.values.flatMap(\.keys) { #expect(word == word.lowercased()) }
        }
    }

    @Test(arguments: ["Account.csv", "account 2026-11-13.CSV", "Account_2.tsv"])
    func `file names may carry digits and marks`(name: String) {
        #expect(Preset.salesforce.files.filter { $0.matches(fileName: name) }.map(\.name) == ["Account"])
    }

    @Test(arguments: ["AccountTeam.csv", "Account.xlsx", "MyAccount.csv"])
    func `other files are left alone`(name: String) {
        #expect(!Preset.salesforce.files.contains { $0.matches(fileName: name) })
    }

    @Test func `presets are found by name`() {
        #expect(Preset.named("Salesforce")?.name == "salesforce")
        #expect(Preset.named("sales") == nil)
    }
}
