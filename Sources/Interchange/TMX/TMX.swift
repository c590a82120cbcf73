/// Translation Memory eXchange 1.4b (LISA 2005), and the versions before it.
public enum TMX {}
