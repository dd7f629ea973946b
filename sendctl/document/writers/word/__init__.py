"""Documents as Word files (.docx), by python-docx, and as OpenDocument text by LibreOffice.

All that Word's own XML needs is said in `wml`; the other modules speak of paragraphs, tables and
notes. The body is written as text and never parsed: a plan of 300 actions has 100,000 elements.
"""
