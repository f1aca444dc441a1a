// SPDX-License-Identifier: Apache-2.0
public import Transport

extension Transfers {
    /// The network of an installation, which remembers in the state directory which hosts want TLS alone.
    ///
    /// - Parameter isDry: nothing is written.
    public init(of settings: Settings, isDry: Bool = false) throws(FetchError) {
        try self.init(strictTransport: StrictTransport(path: settings.state + "/strict-transport", isWritten: !isDry))
    }
}
