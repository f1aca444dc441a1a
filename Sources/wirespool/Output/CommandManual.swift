// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ingest

/// The commands and their options as a part of a manual page (mdoc(7)), from what ArgumentParser knows of them.
struct CommandManual {
    let text: String

    /// - Parameter help: what `--experimental-dump-help` prints.
    init(of help: String) throws {
        let tool = try JSONDecoder().decode(Tool.self, from: Data(help.utf8))
        let commands = (tool.command.subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
        text = commands.flatMap { $0.leaves(named: "") }.flatMap { $0.command.lines(named: $0.name) }.joined(separator: "\n") + "\n"
    }
}

/// The form of ArgumentParser's description of a program, as far as it is used here.
private struct Tool: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
    }
}

extension Tool.Command {
    /// The command, or where it has commands of its own, those.
    fileprivate func leaves(named prefix: String) -> [(name: String, command: Tool.Command)] {
        let name = prefix.isEmpty ? commandName : "\(prefix) \(commandName)"
        let inner = (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay ?? true }
        return inner.isEmpty ? [(name, self)] : inner.flatMap { $0.leaves(named: name) }
    }

    fileprivate func lines(named name: String) -> [String] {
        let shown = (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { Self.common.contains($0.name) }
        }
        let operands = shown.filter { $0.kind == "positional" }
        var lines = [".Ss \(name)"]
        lines += [".Nm", ".Cm \(name)", ".Op Ar options"]
        lines += operands.map { operand in
            "\(operand.isOptional ? ".Op Ar" : ".Ar") \(operand.valueName ?? "value")\(operand.isRepeating ? " ..." : "")"
        }
        lines += [".Pp"] + ManualText.lines("\(abstract ?? "") \(discussion ?? "")")
        guard !shown.isEmpty else { return lines }
        return lines + [".Bl -tag -width Ds"] + shown.flatMap(Self.item) + [".El"]
    }

    /// Options of nearly every command, which the page explains once.
    private static let common: Set<String> = [
        "config", "state", "spool", "log", "json", "plain", "verbose", "version", "help", "generate-completion-script",
    ]

    private static func item(_ argument: Tool.Argument) -> [String] {
        let value = argument.kind == "option" ? " Ar \(argument.valueName ?? "value")" : ""
        let names = (argument.names ?? []).map { "Fl \($0.kind == "long" ? "-" : "")\($0.name)\(value)" }.joined(separator: " , ")
        let head = argument.kind == "positional" ? "Ar \(argument.valueName ?? "value")" : names
        return [".It \(head)"] + ManualText.lines(argument.abstract ?? "")
    }
}
