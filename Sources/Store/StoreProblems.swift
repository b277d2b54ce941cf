import Diagnostics
import GRDB

/// SQLite's error in the words of the person who can mend it.
func storeProblem(_ error: any Error, path: String) -> ProblemError {
    if let problem = error as? ProblemError { return problem }
    let place = ProblemPlace(file: path)
    guard let error = error as? DatabaseError else {
        return ProblemError("store.failed", "the store could not be used: \(error)", at: place)
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
        return ProblemError(
            "store.locked", "the store is in use by another program", at: place,
            hint: "wait until that is done, or end it, then try again")
    case .SQLITE_NOTADB:
        return StoreFile.notADatabase(path)
    case .SQLITE_CORRUPT:
        return StoreFile.damaged(path, "its structure contradicts itself")
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
        return StoreFile.damaged(path, "its end is missing")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
        return StoreFile.noPermission(path)
    case .SQLITE_FULL:
        return ProblemError("store.disk-full", "the disk is full", at: place, hint: "make room, then try again")
    default:
        return ProblemError(
            "store.failed", "the store could not be used: \(error.message ?? "SQLite error \(error.resultCode)")",
            at: place)
    }
}
