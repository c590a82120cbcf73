internal import GRDB

/// The tables of a memory. docs/memory.md describes them; a change is a new migration.
enum Schema {
  /// “BTXT”, SQLite's mark of the files of one program.
  static let applicationID: UInt32 = 0x4254_5854

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", migrate: createTables)
    return migrator
  }

  private static func createTables(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE addition (
          id INTEGER PRIMARY KEY,
          file TEXT NOT NULL,
          at TEXT NOT NULL
        );

        CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        CREATE TABLE language (tag TEXT PRIMARY KEY, variants INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE unit (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          identity INTEGER NOT NULL,
          addition INTEGER NOT NULL REFERENCES addition(id),
          record TEXT NOT NULL
        );
        CREATE INDEX unit_identity ON unit(identity);

        CREATE TABLE variant (
          id INTEGER PRIMARY KEY,
          unit INTEGER NOT NULL REFERENCES unit(id),
          position INTEGER NOT NULL,
          language TEXT NOT NULL,
          document INTEGER REFERENCES document(id),
          skeleton INTEGER NOT NULL,
          keys BLOB NOT NULL
        );
        CREATE INDEX variant_unit ON variant(unit);
        CREATE INDEX variant_skeleton ON variant(skeleton);
        CREATE INDEX variant_document ON variant(document) WHERE document IS NOT NULL;

        CREATE TABLE word (
          language TEXT NOT NULL,
          text TEXT NOT NULL,
          variants INTEGER NOT NULL,
          PRIMARY KEY (language, text)
        ) WITHOUT ROWID;

        CREATE VIRTUAL TABLE words USING fts5(
          keys, content = '', columnsize = 0, tokenize = 'ascii'
        );
        """)
  }
}
