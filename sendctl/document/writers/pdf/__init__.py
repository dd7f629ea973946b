"""PDF, made by Typst from the document as data: `write` leads through it."""
