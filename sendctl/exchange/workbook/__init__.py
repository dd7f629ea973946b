"""The plan as an Excel workbook, and what came back in one compared with the plan."""
