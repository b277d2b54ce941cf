import Diagnostics
import Quantities

/// Takes the words of a line one by one, as the grammar of plan changes expects them.
struct PlanChangeWords {
    let line: PlanLine
    private(set) var verb = PlanChange.Verb.lock
    private(set) var customer = PlanLine.Word(text: "", column: 1)
    private var index = 2

    typealias Flaw = PlanLine.Flaw

    /// Reads verb and customer; the line has a word.
    init(_ line: PlanLine) throws(Flaw) {
        self.line = line
        let first = line.words[0]
        guard let verb = PlanChange.Verb(rawValue: first.text.lowercased()), !first.isQuoted else {
            let verbs = PlanChange.Verb.allCases.map(\.rawValue)
            let near = nearVerb(first.text)
            throw Flaw(
                word: WordFlaw(
                    kind: "unknown-verb", message: "'\(shortened(first.text))' is not a change of a plan",
                    hint: near.map { "did you mean '\($0)'?" } ?? "changes are \(verbs.joined(separator: ", "))"),
                column: first.column, value: first.text)
        }
        self.verb = verb
        guard line.words.count > 1, !line.words[1].text.isEmpty else { throw missing("a customer") }
        customer = line.words[1]
    }

    /// The change that the rest of the line says.
    mutating func action() throws(Flaw) -> PlanChange.Action {
        let action = try read()
        guard index >= line.words.count else {
            let word = line.words[index]
            throw flaw("form", "'\(shortened(word.text))' is more than '\(verb.rawValue)' takes", at: word)
        }
        return action
    }

    private mutating func read() throws(Flaw) -> PlanChange.Action {
        switch verb {
        case .lock:
            let day = try day("a day")
            return .lock(day: day, at: index < line.words.count ? try start() : nil)
        case .skip:
            try keyword("until")
            return .skip(until: try day("a day"))
        case .must:
            if peek?.text.lowercased() == "by" {
                index += 1
                return .must(from: nil, until: try day("a day"))
            }
            let (from, until) = try days("'by' and a day, or days")
            return .must(from: from, until: until)
        case .move:
            try keyword("to")
            let rep = try next("a rep")
            guard !rep.text.isEmpty else { throw flaw("missing", "a rep is missing behind 'to'", at: rep) }
            return .move(rep: rep.text)
        case .appointment:
            let day = try day("a day")
            let word = try next("a window of times")
            let window = try window(word)
            return .appointment(day: day, window: window, minutes: try minutes(within: window))
        case .closed:
            let (from, until) = try days("days")
            return .closed(from: from, until: until)
        }
    }

    private var peek: PlanLine.Word? { index < line.words.count ? line.words[index] : nil }

    private mutating func next(_ what: String) throws(Flaw) -> PlanLine.Word {
        guard let word = peek else { throw missing(what) }
        index += 1
        return word
    }

    private mutating func keyword(_ keyword: String) throws(Flaw) {
        let word = try next("'\(keyword)'")
        guard word.text.lowercased() == keyword, !word.isQuoted else {
            throw flaw("form", "'\(keyword)' is expected, not '\(shortened(word.text))'", at: word)
        }
    }

    private mutating func day(_ what: String) throws(Flaw) -> Day { try day(try next(what)) }

    private func day(_ word: PlanLine.Word) throws(Flaw) -> Day {
        do { return try writtenDay(word.text) } catch { throw flaw(error, at: word) }
    }

    /// `2026-11-24..2026-11-27`, or one day.
    private mutating func days(_ what: String) throws(Flaw) -> (Day, Day) {
        let word = try next(what)
        let parts = split(word, at: ["..", "…", "–", "—"])
        let from = try day(parts[0])
        guard parts.count > 1 else { return (from, from) }
        let until = try day(parts[1])
        guard from <= until else {
            throw flaw("order", "\(from.iso) is after \(until.iso)", at: word, hint: "write the earlier day first")
        }
        return (from, until)
    }

    private mutating func start() throws(Flaw) -> TimeOfDay {
        let word = try next("a time")
        let time = try time(word)
        guard time < .endOfDay else {
            throw flaw("time", "no visit begins at \(time.text)", at: word, hint: "write a time before 24:00")
        }
        return time
    }

    private func time(_ word: PlanLine.Word) throws(Flaw) -> TimeOfDay {
        do { return try writtenTime(word.text) } catch { throw flaw(error, at: word) }
    }

    private func window(_ word: PlanLine.Word) throws(Flaw) -> TimeWindow {
        let parts = split(word, at: ["-", "–", "—", ".."])
        let from = try time(parts[0])
        guard parts.count > 1 else {
            throw flaw("window", "a window has two times, not one", at: word, hint: "write 09:00-11:00")
        }
        let until = try time(parts[1])
        guard from < until else {
            throw flaw(
                "order", "the window \(from.text)-\(until.text) ends before it begins", at: word,
                hint: "write the earlier time first")
        }
        return TimeWindow(from: from, until: until)
    }

    /// `45 min`, `45 minutes`, `45min`, or nothing.
    private mutating func minutes(within window: TimeWindow) throws(Flaw) -> Int? {
        guard var word = peek else { return nil }
        index += 1
        let digits = word.text.prefix { $0.isASCII && $0.isNumber }
        var unit = word.text.dropFirst(digits.count).lowercased()
        if unit.isEmpty, let behind = peek {
            index += 1
            unit = behind.text.lowercased()
            word.text += " " + behind.text
        }
        guard let minutes = Int(digits), ["min", "min.", "minute", "minutes"].contains(unit), minutes > 0 else {
            throw flaw("form", "'\(shortened(word.text))' is not a length of a visit", at: word)
        }
        guard minutes <= window.minutes else {
            throw flaw(
                "window", "\(minutes) minutes do not fit into \(window.from.text)-\(window.until.text)", at: word,
                hint: "make the window longer or the visit shorter")
        }
        return minutes
    }

    /// Both sides of the first of the marks that is in the word.
    private func split(_ word: PlanLine.Word, at marks: [String]) -> [PlanLine.Word] {
        for mark in marks {
            guard let range = word.text.firstRange(of: mark) else { continue }
            let before = word.text[..<range.lowerBound]
            return [
                PlanLine.Word(text: String(before), column: word.column),
                PlanLine.Word(
                    text: String(word.text[range.upperBound...]),
                    column: word.column + before.unicodeScalars.count + mark.unicodeScalars.count),
            ]
        }
        return [word]
    }

    private func missing(_ what: String) -> Flaw {
        Flaw(
            word: WordFlaw(
                kind: "missing",
                message: "\(what) is missing behind '\(line.words[min(index, line.words.count) - 1].text)'",
                hint: "write it like this: \(verb.example)"), column: line.end)
    }

    private func flaw(_ kind: String, _ message: String, at word: PlanLine.Word, hint: String? = nil) -> Flaw {
        flaw(WordFlaw(kind: kind, message: message, hint: hint), at: word)
    }

    /// A name of several words without quotes makes the word behind it look wrong; then the quotes are the hint.
    private func flaw(_ flaw: WordFlaw, at word: PlanLine.Word) -> Flaw {
        var flaw = flaw
        let isNameTorn =
            !customer.isQuoted && line.words.count > 2 && word.column == line.words[2].column
            && !word.text.contains { $0.isNumber }
        if isNameTorn {
            let name = PlanChange.quoted("\(customer.text) \(word.text)")
            flaw.hint = "put a name of several words in quotes, such as \(shortened(name))"
        }
        flaw.hint = flaw.hint ?? "write it like this: \(verb.example)"
        return Flaw(word: flaw, column: word.column, value: word.text)
    }
}
