internal import GRDB

/// The tables of a memory. docs/memory.md describes them; a change is a new migration.
enum Schema {
  /// “BTXT”, SQLite's mark of the files of one program.
  static let applicationID: UInt32 = 0x4254_5854

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", migrate: createTables)
    migrator.registerMigration("2", migrate: moveIndexToSegments)
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

        CREATE TABLE word (language TEXT, text TEXT, variants INTEGER);
        CREATE TABLE words (keys TEXT);
        """)
  }

  /// What finds the units moves from tables to segments beside the database. The units stay as they
  /// are; the segments are written when the memory is next opened to be written.
  private static func moveIndexToSegments(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE unit_document (
          document INTEGER NOT NULL REFERENCES document(id),
          unit INTEGER NOT NULL REFERENCES unit(id),
          PRIMARY KEY (document, unit)
        ) WITHOUT ROWID;
        CREATE INDEX unit_document_unit ON unit_document(unit);
        INSERT INTO unit_document
          SELECT DISTINCT document, unit FROM variant WHERE document IS NOT NULL;
        DROP TABLE variant;
        DROP TABLE word;
        DROP TABLE words;

        CREATE TABLE change (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          unit INTEGER NOT NULL
        );
        CREATE TABLE segment (
          name TEXT PRIMARY KEY,
          changes INTEGER NOT NULL,
          entries INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE indexed (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          generation INTEGER NOT NULL,
          units INTEGER NOT NULL,
          changes INTEGER NOT NULL
        );
        INSERT INTO indexed VALUES (1, 0, 0, 0);

        CREATE TABLE removal (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          selection TEXT NOT NULL
        );
        CREATE TABLE removed (
          removal INTEGER NOT NULL REFERENCES removal(id),
          id INTEGER NOT NULL,
          identity INTEGER NOT NULL,
          file TEXT NOT NULL,
          at TEXT NOT NULL,
          record TEXT NOT NULL,
          PRIMARY KEY (removal, id)
        ) WITHOUT ROWID;
        """)
  }
}
