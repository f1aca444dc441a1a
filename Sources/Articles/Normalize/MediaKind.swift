// SPDX-License-Identifier: Apache-2.0
import Feeds

/// What an asset is, by whatever says so: dc:type, Media RSS's medium, the media type, the file's name.
enum MediaKind {
    /// Media RSS that says nothing is a picture.
    static func of(_ asset: MediaAsset, main: MediaAsset.Rendition?) -> Article.Media.Kind {
        let named = asset.type.flatMap(of(dublinCore:)) ?? main?.medium.flatMap(of(medium:))
        return named ?? main.flatMap { of(type: $0.type, address: $0.url) } ?? .picture
    }

    /// DCMI types, which Reuters uses.
    static func of(dublinCore type: String) -> Article.Media.Kind? {
        switch type.trimmed.lowercased() {
        case "stillimage", "image": .picture
        case "movingimage": .video
        case "sound": .audio
        default: nil
        }
    }

    /// By the media type, else by the extension of the address's path; nil where neither says.
    static func of(type: String?, address: String) -> Article.Media.Kind? {
        let type = type?.trimmed ?? ""
        switch type[..<(type.utf8.firstIndex(of: UInt8(ascii: "/")) ?? type.endIndex)].lowercased() {
        case "image": return .picture
        case "video": return .video
        case "audio": return .audio
        // How video sites call their players.
        case "application" where type.lowercased() == "application/x-shockwave-flash": return .video
        default: return of(address: address)
        }
    }

    /// By the extension of the path.
    private static func of(address: String) -> Article.Media.Kind? {
        let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch address[path.index(after: dot)..<path.endIndex].lowercased() {
        case "jpg", "jpeg", "png", "gif", "webp", "avif": return .picture
        case "mp4", "mov", "webm", "m4v": return .video
        case "mp3", "m4a", "ogg", "wav", "aac": return .audio
        default: return nil
        }
    }

    private static func of(medium: String) -> Article.Media.Kind? {
        switch medium.trimmed.lowercased() {
        case "image": .picture
        case "video": .video
        case "audio": .audio
        case "document", "executable": .document
        default: nil
        }
    }
}
