import Foundation
import TestSupport
import Testing

/// Programs that others have written for these protocols ask the service.
@Suite struct RealClientTests {
  /// PyPI's deep-translator, which `make clients` installs; nil without it.
  private static let python: String? = {
    let folder = Checkout.path(".build/clients/bin").path
    let isThere = FileManager.default.isExecutableFile(atPath: folder + "/deep-translator")
    return isThere ? folder + "/python3" : nil
  }()

  private static let script = """
    import sys
    from deep_translator import MyMemoryTranslator
    client = MyMemoryTranslator(source="en-GB", target="de-DE")
    client._base_url = "http://127.0.0.1:%s/get" % sys.argv[1]
    print(client.translate("Close the door."))
    print(client.translate("On/off 100% & more", return_all=True)[1]["segment"])
    print(client.translate_batch(["Close the door.", "On/off 100%"]))
    """

  @Test(.enabled(if: python != nil, "needs deep-translator; `make clients` gets it"))
  func deepTranslatorTakesItForMyMemory() async throws {
    let units = [("Schließe die Tür.", "Close the door."), ("Ein/Aus 100 %", "On/off 100%")]
    let output = try await RunningService.with(units: units) { service in
      try await OutsideProgram.run(
        try #require(Self.python), ["-c", Self.script, "\(service.port)"],
        environment: ["PYTHONIOENCODING": "utf-8", "NO_PROXY": "*"])
    }
    #expect(
      output == """
        Schließe die Tür.
        On/off 100%
        ['Schließe die Tür.', 'Ein/Aus 100 %']

        """)
  }
}
