"""The plan handed over to other programs: spreadsheets and calendars."""
