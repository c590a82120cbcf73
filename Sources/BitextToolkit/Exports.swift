// One import gives the whole toolkit.
@_exported public import BilingualLexicon
@_exported public import BitextMeasures
@_exported public import BitextModel
@_exported public import Interchange
@_exported public import SQLiteMemory
@_exported public import Segmentation
@_exported public import SentenceAlignment
@_exported public import SentenceEncoders
@_exported public import TranslationMemory
@_exported public import UnicodeText
