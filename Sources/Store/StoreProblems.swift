import Diagnostics
import GRDB

/// SQLite's error in the words of the person who can mend it.
func storeProblem(_ error: any Error, path: String, _ kind: FileKind = .store) -> ProblemError {
    if let problem = error as? ProblemError { return problem }
    let file = StoreFile(path: path, kind: kind)
    guard let error = error as? DatabaseError else {
        return file.problem("failed", "the \(kind.noun) could not be used: \(error)")
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
        return file.problem(
            "locked", "the \(kind.noun) is in use by another program",
            hint: "wait until that is done, or end it, then try again")
    case .SQLITE_NOTADB:
        return file.notADatabase
    case .SQLITE_CORRUPT:
        return file.damaged("its structure contradicts itself")
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
        return file.damaged("its end is missing")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
        return file.noPermission
    case .SQLITE_FULL:
        return file.problem("disk-full", "the disk is full", hint: "make room, then try again")
    default:
        return file.problem(
            "failed", "the \(kind.noun) could not be used: \(error.message ?? "SQLite error \(error.resultCode)")")
    }
}

extension StoreFile {
    /// A problem with this file; `name` goes behind the prefix of its kind.
    func problem(_ name: String, _ message: String, hint: String? = nil) -> ProblemError {
        ProblemError("\(kind.prefix).\(name)", message, at: ProblemPlace(file: path), hint: hint)
    }

    var notADatabase: ProblemError {
        problem("not-a-database", "'\(path)' is not a database", hint: "\(kind.renaming); it was left as it is")
    }

    func damaged(_ why: String) -> ProblemError {
        problem("damaged", "'\(path)' is damaged: \(why)", hint: kind.mending)
    }

    var noPermission: ProblemError {
        problem(
            "no-permission", "'\(path)' can't be opened with your permissions",
            hint: "check the permissions of the file and of its folder")
    }
}
