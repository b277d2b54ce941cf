package import Diagnostics

/// Reads the file of plan changes: one change a line, `#` begins a note, empty lines count for nothing.
///
/// A line that is wrong is a problem with its column and the right form; the other lines hold. Of two lines that exclude
/// each other the later one holds (see `settlePlanChanges`). Kinds: `plan-changes.` and unknown-verb, missing, day, time,
/// window, order, form, quote, character, long-line, too-many-lines, repeated, contradiction. O(length of the text).
package func readPlanChanges(_ text: String, file: String) -> (changes: [PlanChange], problems: [Problem]) {
    var changes: [PlanChange] = []
    var problems: [Problem] = []
    var count = 0
    for (index, line) in physicalLines(text).enumerated() {
        var place = ProblemPlace(file: file, line: index + 1, sourceLine: shownLine(line))
        do throws(PlanLine.Flaw) {
            let words = try PlanLine(line)
            guard !words.words.isEmpty else { continue }
            count += 1
            guard count <= mostPlanLines else {
                place.sourceLine = nil
                problems.append(
                    Problem(
                        .error, "plan-changes.too-many-lines",
                        "only the first \(mostPlanLines) changes are read", at: place, hint: "remove what is over"))
                break
            }
            var reading = try PlanChangeWords(words)
            let action = try reading.action()
            place.column = reading.customer.column
            changes.append(
                PlanChange(customer: reading.customer.text, action: action, note: words.note, place: place))
        } catch {
            place.column = error.column
            problems.append(
                Problem(
                    .error, "plan-changes.\(error.word.kind)", error.word.message, at: place, value: error.value,
                    hint: error.word.hint))
        }
    }
    let settled = settlePlanChanges(changes) { $0.customer }
    return (settled.changes, (problems + settled.problems).sorted(by: Problem.listingOrder))
}

let mostPlanLines = 5000

/// The lines as an editor counts them: parted by LF, CR LF or CR, without a byte order mark.
func physicalLines(_ text: String) -> [Substring] {
    let plain = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : text[...]
    return plain.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
}

func nearVerb(_ word: String) -> String? { nearMiss(of: word, in: PlanChange.Verb.allCases.map(\.rawValue)) }
