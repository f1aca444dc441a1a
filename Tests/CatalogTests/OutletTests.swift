// SPDX-License-Identifier: Apache-2.0
import Articles
import Catalog
import Foundation
import TestSupport
import Testing

@Suite struct OutletTests {
    let directory: TemporaryDirectory
    let catalog: Catalog

    init() async throws {
        directory = try TemporaryDirectory()
        catalog = try Catalog(directory: directory.path)
        _ = try await catalog.commit(.of((1...10).map { .item($0) }))
    }

    @Test(arguments: [(OutletStart.now, Int64(10)), (.beginning, 0), (.after(4), 4), (.after(-3), 0), (.after(99), 10)])
    func `begins where it is told, within the catalog`(start: OutletStart, first: Int64) async throws {
        let outlet = try await catalog.outlet(named: "main", startingAt: start)
        #expect(outlet.preparedThrough == first && outlet.publishedThrough == first && UUID(uuidString: outlet.id) != nil)
        #expect(try await catalog.outlet(named: "main", startingAt: .beginning) == outlet)
    }

    @Test func `only rises, published behind prepared behind the catalog`() async throws {
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.setPrepared("main", through: 6)
        try await catalog.setPublished("main", through: 5)
        try await catalog.setPrepared("main", through: 3)
        try await catalog.setPublished("main", through: 2)
        await #expect(throws: CatalogError.outletAhead(name: "main")) { try await catalog.setPublished("main", through: 7) }
        await #expect(throws: CatalogError.outletAhead(name: "main")) { try await catalog.setPrepared("main", through: 11) }
        let outlet = try #require(try await catalog.outlets().first)
        #expect(outlet.preparedThrough == 6 && outlet.publishedThrough == 5)
    }

    @Test func `remembers when versions were released, for some while`() async throws {
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.setPrepared("main", through: 10)
        for sequence in [Int64(4), 4, 9] {
            try await catalog.setPublished("main", through: sequence, at: Date(timeIntervalSince1970: Double(sequence) * 100))
        }
        let times = try CatalogReader(directory: directory.path).releaseTimes(of: "main")
        #expect([1, 4, 5, 9].map { times.time(of: $0)?.timeIntervalSince1970 } == [400, 400, 900, 900] && times.time(of: 10) == nil)
        #expect(ReleaseTimes((0..<2048).map { (through: $0, time: Date()) }).time(of: 0) == nil, "who knows when")
    }

    @Test func `keeps outlets apart`() async throws {
        _ = try await catalog.outlet(named: "desk", startingAt: .beginning)
        _ = try await catalog.outlet(named: "main", startingAt: .beginning)
        try await catalog.setPrepared("main", through: 10)
        #expect(try await catalog.outlets().map(\.preparedThrough) == [0, 10])
        await #expect(throws: CatalogError.noSuchOutlet(name: "other")) { try await catalog.setPrepared("other", through: 1) }
        await #expect(throws: CatalogError.noSuchOutlet(name: "other")) { try await catalog.setPublished("other", through: 1) }
    }
}
