"""The codes of group SC0xx: what can be wrong with a file before its content is looked at."""

UNREADABLE = "SC001"
TOO_LARGE = "SC002"
NOT_UTF8 = "SC003"
FORBIDDEN_CHARACTER = "SC004"
SYNTAX = "SC005"
TAB = "SC006"
DUPLICATE_KEY = "SC007"
ALIAS = "SC008"
TAG = "SC009"
TOO_DEEP = "SC010"
SECOND_DOCUMENT = "SC011"
EMPTY_FILE = "SC012"
NOT_A_MAPPING = "SC013"
BAD_KEY = "SC014"
DIRECTIVE = "SC015"
EMPTY_ITEM = "SC016"

RULES = {
    UNREADABLE: "A file cannot be read",
    TOO_LARGE: "A file is larger than a plan's file can be",
    NOT_UTF8: "A file is not saved as UTF-8",
    FORBIDDEN_CHARACTER: "A character that YAML or an editor would misread",
    SYNTAX: "The text is not YAML",
    TAB: "A tab is used for indentation",
    DUPLICATE_KEY: "The same key stands twice in one mapping",
    ALIAS: "An anchor (&) or alias (*) is used",
    TAG: "A tag (!) is used",
    TOO_DEEP: "Values are nested too deeply",
    SECOND_DOCUMENT: "A file holds more than one YAML document",
    EMPTY_FILE: "A file is empty",
    NOT_A_MAPPING: "A file is not a mapping of keys to values",
    BAD_KEY: "A key is empty, or is not plain text",
    DIRECTIVE: "A YAML directive (%) is used",
    EMPTY_ITEM: "A list item is empty",
}
"""Code to title, for the manual pages."""
