/// A page with the files beside it.
package struct PageOutput: Sendable {
    package var pages: [Page] = []
    package var files: [CompanionFile] = []

    package init(pages: [Page] = [], files: [CompanionFile] = []) {
        self.pages = pages
        self.files = files
    }

    package static func + (left: PageOutput, right: PageOutput) -> PageOutput {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout PageOutput, right: PageOutput) {
        left.pages += right.pages
        left.files += right.files
    }
}
