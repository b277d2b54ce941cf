/// Reps who are led and reported on together.
package struct Team: Identified, Hashable {
    package var id: RecordID<Team>
    package var name: String

    package init(id: RecordID<Team>, name: String) {
        self.id = id
        self.name = name
    }
}
