import Records

@testable import Demo

/// Companies that several tests look at, made once.
enum Company {
    private static let one = makeCompanyWithStory(seed: 1, ending: DemoCompany.ending)
    private static let nine = makeCompanyWithStory(seed: 9, ending: DemoCompany.ending)

    static func seeded(_ seed: UInt64) -> (contents: SalesBookContents, story: Story) {
        switch seed {
        case 1: one
        case 9: nine
        default: makeCompanyWithStory(seed: seed, ending: DemoCompany.ending)
        }
    }
}
