/// Translation Memory eXchange 1.4b (LISA 2005), and the versions before it.
///
/// `Reader` and `Writer` handle one unit at a time; docs/tmx.md says what they repair and which
/// properties carry provenance.
public enum TMX {}
