import TestSupport
import Testing
import TranslationMemory

@Suite struct InMemoryStoreTests {
  @Test(arguments: 1...3)
  func keepsTheContract(seed: UInt64) throws {
    #expect(try UnitStoreContract.violations(seed: seed) { try InMemoryStore($0) } == [])
  }
}
