// The field sets of the news are what the schema says, and no more.

import Dixit
import Foundation
import TestSupport
import Testing

@Suite struct FieldSetSourceTests {
    /// With `DIXIT_UPDATE_GOLDENS` the file is written anew.
    @Test func theFieldsOfTheNewsAreThoseOfItsSchema() throws {
        let head = """
            // The sets of the news as Swift types. Written by `Schema.swiftSource()`; a test says when it is to be written anew.


            """
        let path = Golden.packageFolder().appendingPathComponent("Sources/Dixit/Typed/NewsFields.swift")
        try Golden.check(head + Schema.news.swiftSource(isPublic: true), at: path)
    }
}
