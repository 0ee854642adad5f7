"""The example's register.xlsx, actions.ics and actions.csv, as other programs read them."""

import csv
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import icalendar
import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("CXAUDIT_BINARY", ROOT / "dist" / "cxaudit"))


def setUpModule():
    """Builds the example once, in a folder of its own."""
    global project, data
    project = tempfile.TemporaryDirectory()
    folder = pathlib.Path(project.name)
    shutil.copy(ROOT / "cxaudit.yml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    run = subprocess.run([BINARY, "build"], cwd=folder, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    data = folder / "site" / "data"


def tearDownModule():
    project.cleanup()


def rows(sheet):
    """The cells of a sheet under its head, as a list of dictionaries."""
    head = [cell.value for cell in sheet[1]]
    return [dict(zip(head, (cell.value for cell in row))) for row in sheet.iter_rows(min_row=2)]


class Workbook(unittest.TestCase):
    def setUp(self):
        self.book = openpyxl.load_workbook(data / "register.xlsx")
        self.findings = json.loads((data / "findings.json").read_text())["findings"]

    def test_sheets_have_frozen_bold_heads_filters_and_widths(self):
        self.assertEqual(self.book.sheetnames, ["Register", "Steps", "Statistics"])
        for sheet in self.book:
            self.assertEqual(sheet.freeze_panes, "A2")
            self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
            self.assertTrue(all(cell.font.bold for cell in sheet[1]))
            self.assertGreater(sheet.column_dimensions["B"].width, 5)

    def test_the_register_is_findings_json(self):
        table = rows(self.book["Register"])
        self.assertEqual([row["Id"] for row in table], [finding["id"] for finding in self.findings])
        for row, finding in zip(table, self.findings):
            self.assertEqual(row["Finding"], finding["title"])
            self.assertEqual(row["In full"], finding["statement"])
            self.assertTrue(finding["statement"].startswith(row["What was found"]))
            self.assertEqual(row["Severity"], finding["severity"])
            self.assertEqual(row["Seriously failed"], (finding["reach"] or {}).get("share"))
            self.assertEqual(row["Answers"], (finding["reach"] or {}).get("n"))
            due = row["Due"] and row["Due"].date().isoformat()
            self.assertEqual(due, (finding["plan"] or {}).get("due"))

    def test_numbers_are_shown_as_what_they_are(self):
        sheet = self.book["Register"]
        head = {cell.value: cell.column for cell in sheet[1]}
        formats = {name: sheet.cell(2, head[name]).number_format for name in ("Seriously failed", "Due", "Severity")}
        self.assertEqual(formats, {"Seriously failed": "0.0%", "Due": r"yyyy\-mm\-dd", "Severity": "0.0"})
        self.assertTrue(sheet.cell(2, head["Due"]).is_date)

    def test_links_lead_to_pages(self):
        links = [cell.hyperlink for sheet in self.book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        self.assertGreater(len(links), len(self.findings))
        for link in links:
            page = (data / link.target).resolve()
            self.assertTrue(page.is_file(), link.target)
            if link.location:
                self.assertIn(f'id="{link.location}"', page.read_text())

    def test_steps_are_actions_csv(self):
        with open(data / "actions.csv", newline="", encoding="utf-8") as file:
            actions = list(csv.DictReader(file))
        steps = rows(self.book["Steps"])
        self.assertEqual(len(steps), len(actions))
        for step, action in zip(steps, actions):
            self.assertEqual(step["Step"], action["step"])
            self.assertEqual(step["Findings"] or "", action["findings"])
            self.assertEqual(step["Owner"] or "", action["owner"])
            self.assertEqual(step["Due"].date().isoformat() if step["Due"] else "", action["due"])
            self.assertEqual(step["State"] == "done", action["done"] == "true")

    def test_figures_are_those_of_statistics_csv(self):
        with open(data / "statistics.csv", newline="", encoding="utf-8") as file:
            known = {
                tuple(row[key] for key in ("survey", "wave", "kind", "subject", "statistic")): row
                for row in csv.DictReader(file)
                if row["slice"] == "all"
            }
        table = rows(self.book["Statistics"])
        self.assertGreater(len(table), 50)
        for row in table:
            figure = known[row["Survey"], row["Wave"] or "", row["About"], row["Id"], row["Figure"]]
            self.assertEqual(row["Value"], float(figure["value"]) if figure["value"] else None)
            self.assertEqual(row["Answers"], int(figure["n"]) if figure["n"] else None)

    def test_libreoffice_sees_the_same_cells(self):
        with tempfile.TemporaryDirectory() as folder:
            # 44 comma, 34 quote, 76 UTF-8, all columns as text as they are stored, -1: every sheet.
            form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                 "--outdir", folder, str(data / "register.xlsx")],
                check=True, capture_output=True, timeout=120)
            for sheet in self.book:
                with open(f"{folder}/register-{sheet.title}.csv", newline="", encoding="utf-8") as file:
                    seen = list(csv.reader(file))
                ours = [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]
                self.assertEqual([[comparable(text) for text in row] for row in seen], ours)


def plain(value):
    """A cell as LibreOffice writes it when it shows values and not formats."""
    if isinstance(value, datetime.datetime):
        return comparable(value.strftime("%Y-%m-%d"))
    return comparable("" if value is None else str(value))


def comparable(text):
    """A number by its first ten digits, since programs print the last ones differently; LibreOffice shows shares as 53.4%."""
    try:
        return f"{float(text[:-1]) / 100:.10g}" if text.endswith("%") else f"{float(text):.10g}"
    except ValueError:
        return text


class Calendar(unittest.TestCase):
    def test_each_day_of_actions_csv_is_an_event(self):
        calendar = icalendar.Calendar.from_ical((data / "actions.ics").read_bytes())
        events = calendar.walk("VEVENT")
        self.assertEqual(len({str(event["UID"]) for event in events}), len(events))
        days = sorted((event["DTSTART"].dt, str(event["SUMMARY"]).removeprefix("Done: ")) for event in events)
        with open(data / "actions.csv", newline="", encoding="utf-8") as file:
            actions = list(csv.DictReader(file))
        wanted = [
            (datetime.date.fromisoformat(action["due"]), action["step"])
            for action in actions if action["due"] and action["number"]
        ]
        plans = {action["plan"] for action in actions if action["plan"]}
        self.assertGreater(len(wanted), 5)
        for day in wanted:
            self.assertIn(day, days)
        self.assertLessEqual(len(events), len(wanted) + len(plans))
        for event in events:
            self.assertFalse(event.errors)
            self.assertEqual(event["DTEND"].dt - event["DTSTART"].dt, datetime.timedelta(days=1))


if __name__ == "__main__":
    unittest.main()
