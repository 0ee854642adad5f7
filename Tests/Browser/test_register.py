"""The register: filters, sorting, the address and the back button, by keyboard alone; and with 10,000 deficiencies."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import time

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from site_browser import BINARY, SITE, BrowserTest, served

REGISTER = "deficiencies/index.html"
DEFICIENCIES = ("critical", "major", "minor", "observation")


class Register(BrowserTest):
    def setUp(self):
        self.base = SITE.as_uri() + "/"
        self.open(self.base + REGISTER)

    def rows(self):
        return self.script("return [...document.querySelectorAll('#register tbody tr')].map((r) => r.id)")

    def status(self):
        return self.find("#filters [role=status]").text

    def tab_to(self, selector):
        """Moves the focus there with the tab key alone."""
        for _ in range(80):
            if self.script("return document.activeElement.matches(arguments[0])", selector):
                return
            self.press(Keys.TAB)
        self.fail(f"the tab key never reaches {selector}")

    def test_all_are_there_and_counted(self):
        findings = json.loads((SITE / "data/findings.json").read_text(encoding="utf-8"))["findings"]
        known = {finding["id"] for finding in findings if finding["class"] in DEFICIENCIES}
        rows = self.rows()
        self.assertGreater(len(rows), 10)
        self.assertEqual(len(rows), len(set(rows)))
        self.assertLessEqual(set(rows), known)
        self.assertEqual(self.status(), f"{len(rows)} deficiencies")

    def test_choices_narrow_the_list_and_say_how_many_they_would_leave(self):
        every = self.rows()
        for name in ("class", "touchpoint", "dimension", "evidence", "status", "owner"):
            with self.subTest(filter=name):
                self.open(self.base + REGISTER)
                field = self.find(f"#filter-{name}")
                options = self.script("return [...arguments[0].options].map((o) => [o.value, o.textContent])", field)
                self.assertGreater(len(options), 2)
                for value, text in options:
                    Select(field).select_by_value(value)
                    rows = self.rows()
                    expected = [row for row in every if value == "" or row in self.script(
                        "return [...document.querySelectorAll('#register tbody tr')]"
                        ".filter((r) => r.dataset[arguments[0]] === arguments[1]).map((r) => r.id)", name, value)]
                    self.assertEqual(rows, expected)
                    self.assertTrue(text.endswith(f"({len(rows)})"), f"{text} leaves {len(rows)}")

    def test_the_tab_key_reaches_fields_and_heads_and_the_address_keeps_the_state(self):
        every = self.rows()
        self.tab_to("#filter-q")
        self.press("branch")
        self.wait(lambda: self.address().endswith("#q=branch"))
        found = self.rows()
        self.assertLess(len(found), len(every))
        self.tab_to("#filter-class")
        self.press("Min")
        self.wait(lambda: "class=minor" in self.address())
        narrowed = self.rows()
        self.assertLess(len(narrowed), len(found))
        self.tab_to("th[data-key=answers] .sort")
        self.press(Keys.ENTER)
        self.assertIn("sort=-answers", self.address())
        self.assertEqual(self.find("th[data-key=answers]").get_attribute("aria-sort"), "descending")
        numbers = [int(value) for value in self.script(
            "return [...document.querySelectorAll('#register tbody tr')].map((r) => r.cells[4].dataset.value)") if value]
        self.assertEqual(numbers, sorted(numbers, reverse=True))
        ordered = self.rows()
        self.assertEqual(set(ordered), set(narrowed))

        address = self.address()
        self.browser.back()
        self.wait(lambda: "sort=" not in self.address() and self.rows() == narrowed)
        steps = 1
        while "class=" in self.address() and steps < 5:  # each letter typed may have chosen a class
            left = self.address()
            self.browser.back()
            self.wait(lambda: self.address() != left)
            steps += 1
        self.wait(lambda: self.rows() == found)
        for _ in range(steps):
            left = self.address()
            self.browser.forward()
            self.wait(lambda: self.address() != left)
        self.wait(lambda: self.rows() == ordered)

        self.open(address)
        self.assertEqual(self.rows(), ordered)
        self.assertEqual(self.find("#filter-q").get_attribute("value"), "branch")

    def test_nothing_found_is_said_and_all_come_back(self):
        every = self.rows()
        self.find("#filter-q").send_keys("zzzz")
        self.wait(lambda: self.rows() == [])
        self.assertEqual(self.status(), "No deficiency fits all of these.")
        self.tab_to("#filters [type=reset]")
        self.press(Keys.ENTER)
        self.assertEqual(self.rows(), every)
        self.assertNotIn("#", self.address())

    def test_every_head_sorts_up_down_and_back(self):
        every = self.rows()
        for head in self.all("#register th[data-key]"):
            key = head.get_attribute("data-key")
            with self.subTest(head=key):
                button = head.find_element("css selector", ".sort")
                button.send_keys(Keys.ENTER)
                once = self.rows()
                first = head.get_attribute("aria-sort")
                button.send_keys(Keys.ENTER)
                twice = self.rows()
                self.assertEqual({first, head.get_attribute("aria-sort")}, {"ascending", "descending"})
                button.send_keys(Keys.ENTER)
                self.assertEqual(self.rows(), every)
                self.assertEqual(sorted(once), sorted(every))
                self.assertNotEqual(once, twice)

    def test_a_link_to_a_row_leads_to_it(self):
        row = self.rows()[-1]
        self.open(self.base + REGISTER + "#" + row)
        self.assertTrue(self.script(
            "const b = document.getElementById(arguments[0]).getBoundingClientRect();"
            "return b.top < innerHeight && b.bottom > 0", row))
        self.assertEqual(self.status(), f"{len(self.rows())} deficiencies")


class LargeRegister(BrowserTest):
    """10,000 deficiencies from notes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        notes = cls.folder / "content/notes"
        notes.mkdir(parents=True)
        (cls.folder / "cxaudit.yml").write_text(
            "title: Large\nas-of: 2026-09-30\njourney:\n  - phase: All\n    touchpoints: [" +
            ", ".join(f"{{id: t{number}, name: Place {number}}}" for number in range(20)) + "]\n", encoding="utf-8")
        severities = ["critical", "major", "minor", "observation"]
        dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"]
        for note in range(200):
            text = f"---\ntitle: Visit {note}\ntouchpoint: t{note % 20}\ndate: 2026-05-04\n---\n"
            for number in range(50):
                text += (f"\n> [!DEFICIENCY] Trouble {number} of visit {note}\n> severity: {severities[number % 4]}\n"
                         f"> dimension: {dimensions[number % 5]}\n>\n> Somebody saw it in room {number}.\n")
            (notes / f"visit-{note}.md").write_text(text, encoding="utf-8")
        subprocess.run([BINARY, "build", "--project", cls.folder, "-q"], check=True)
        cls.site = cls.folder / "site"

    def test_ten_thousand_can_be_filtered_sorted_and_shown(self):
        began = time.perf_counter()
        self.open((self.site / REGISTER).as_uri())
        loaded = time.perf_counter() - began
        paint = self.script(
            "return performance.getEntriesByType('paint').find((e) => e.name === 'first-contentful-paint')?.startTime")
        self.assertEqual(self.find("#filters [role=status]").text, "10000 deficiencies")
        self.assertEqual(len(self.all("#register tbody tr")), 200)
        filtered = self.script("""
          const field = document.getElementById('filter-touchpoint');
          const began = performance.now();
          field.value = 't3';
          field.dispatchEvent(new Event('change', {bubbles: true}));
          document.body.offsetHeight;
          return performance.now() - began;""")
        self.assertEqual(self.find("#filters [role=status]").text, "500 of 10000 deficiencies")
        more = self.find("#more")
        self.assertEqual(more.text, "Show 300 more")
        more.click()
        rows = self.all("#register tbody tr")
        self.assertEqual(len(rows), 500)
        self.assertTrue(rows[-1].is_displayed())
        self.assertFalse(more.is_displayed())
        size = (self.site / "assets/search.js").stat().st_size
        print(f"\n  10,000 deficiencies: first paint after {paint:.0f} ms, ready after {loaded * 1000:.0f} ms, "
              f"a filter {filtered:.0f} ms; index of search {size / 1e6:.1f} MB")

    def test_without_script_all_ten_thousand_are_there(self):
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            self.open((self.site / REGISTER).as_uri())
            hidden = self.script("""
              const rows = [...document.querySelectorAll('#register tbody tr')];
              return [rows.length, rows.filter((row) => getComputedStyle(row).display === 'none').length];""")
            self.assertEqual(hidden, [10000, 0])
        finally:
            self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    def test_search_finds_one_of_ten_thousand(self):
        self.open((self.site / "index.html").as_uri())
        self.find("#find-text").send_keys("trouble 17 of visit 144")
        self.wait(lambda: self.all(".found a"))
        self.assertEqual(self.find(".found a").text, "Trouble 17 of visit 144")
