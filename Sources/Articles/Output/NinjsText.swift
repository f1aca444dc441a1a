// SPDX-License-Identifier: Apache-2.0
import Markup

/// A headline, description or body of ninjs 3.1.
struct NinjsText: JSONWritable {
    var role: String
    var type = "text/plain"
    var value: String
    var counts: (characters: Int, words: Int)?

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.member("role", role)
            json.member("contentType", type)
            json.member("charCount", counts?.characters)
            json.member("wordCount", counts?.words)
            json.member("value", value)
        }
    }
}
