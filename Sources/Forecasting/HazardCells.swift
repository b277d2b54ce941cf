import Quantities

/// Deal-days at risk and what ended them, by open stage, week of age in it, and block of the calendar: runs of days in one
/// month and one week of the quarter. Counted once, they give the hazards as of the end of any past month without a look
/// at what came later. Only the last three years count. O(stays × weeks).
///
/// Deals are known only from the first closing on (see `firstUsualClosing`): those that closed before left no trace, so days before it are no
/// evidence that deals do not close (delayed entry, left truncation; Klein and Moeschberger 2003, "Survival Analysis",
/// chapter 3.4). Moves from stage to stage count from the first day.
struct HazardCells {
    struct Block {
        var first: Day
        var last: Day
        /// Week of the quarter.
        var week: Int
        /// [stage × weeks of age].
        var daysToClose: [Double]
        var daysToMove: [Double]
        var won: [Double]
        var lost: [Double]
        var movedAnywhere: [Double]
        /// [stage × stage moved to].
        var movedCounts: [Double]
    }

    /// Days that are looked back: older ones weigh next to nothing, and a mistyped date must not fill the memory.
    static let longest = 3 * 365

    let stages: Int
    private(set) var blocks: [Block] = []

    init(_ histories: [DealHistory], stages: Int, asOf: Day) {
        self.stages = stages
        guard let earliest = histories.lazy.compactMap({ $0.stayStarts.first }).min(), earliest <= asOf else { return }
        let first = max(earliest, asOf - HazardCells.longest)
        let firstClosing = firstUsualClosing(histories.compactMap(\.closedDay)) ?? first
        blocks = HazardCells.blocks(from: first, until: asOf, stages: stages)
        var blockByDay: [Int] = []
        for (index, block) in blocks.enumerated() {
            blockByDay.append(contentsOf: repeatElement(index, count: block.last - block.first + 1))
        }
        for history in histories {
            for (stay, start) in zip(history.stays, history.stayStarts) {
                add(stay, start: start, first: first, firstClosing: firstClosing, blockByDay: blockByDay)
            }
        }
    }

    private static func blocks(from first: Day, until last: Day, stages: Int) -> [Block] {
        let cells = [Double](repeating: 0, count: stages * StageHazards.weeks)
        var blocks: [Block] = []
        var monthEnd = first.lastOfMonth
        for (offset, week) in SellingCalendar.weeks(from: first, count: last - first + 1).enumerated() {
            let day = first + offset
            if let block = blocks.last, block.week == week, day <= monthEnd {
                blocks[blocks.count - 1].last = day
                continue
            }
            if day > monthEnd { monthEnd = day.lastOfMonth }
            blocks.append(
                Block(
                    first: day, last: day, week: week, daysToClose: cells, daysToMove: cells, won: cells, lost: cells,
                    movedAnywhere: cells, movedCounts: [Double](repeating: 0, count: stages * stages)))
        }
        return blocks
    }

    /// Day `start + k` is at risk at age k − 1, for k = 1...days; what ended the stay happened on its last day. A stay
    /// that ended on the day it began still has that day at risk.
    private mutating func add(_ stay: StageStay, start: Day, first: Day, firstClosing: Day, blockByDay: [Int]) {
        let days = stay.end == .open ? stay.days : max(1, stay.days)
        guard days > 0 else { return }
        let shift = stay.days == 0 ? -1 : 0
        let row = stay.stage * StageHazards.weeks
        // Days before the first block are lived through and not counted.
        var done = max(0, first - start - 1 - shift)
        while done < days {
            let day = start + (done + 1 + shift)
            guard day - first < blockByDay.count else { return }
            let block = blockByDay[day - first]
            let week = min(done / 7, StageHazards.weeks - 1)
            let untilWeek = week == StageHazards.weeks - 1 ? days : (week + 1) * 7
            let run = min(days, untilWeek, done + (blocks[block].last - day) + 1) - done
            blocks[block].daysToMove[row + week] += Double(run)
            let unseen = min(run, max(0, firstClosing - day))
            blocks[block].daysToClose[row + week] += Double(run - unseen)
            done += run
            guard done == days else { continue }
            // What closed on a day that does not count is no event either.
            let isSeen = run > unseen
            switch stay.end {
            case .won: if isSeen { blocks[block].won[row + week] += 1 }
            case .lost: if isSeen { blocks[block].lost[row + week] += 1 }
            case .moved(let stage):
                blocks[block].movedAnywhere[row + week] += 1
                blocks[block].movedCounts[stay.stage * stages + stage] += 1
            case .open: break
            }
        }
    }
}
