"""Search over the whole site, from a file and from a server, with a keyboard alone."""

from selenium.webdriver.common.keys import Keys

from site_browser import SITE, BrowserTest, served


class Search(BrowserTest):
    def results(self):
        return self.script("return [...document.querySelectorAll('.found a')].map((a) => a.textContent)")

    def look_for(self, text, page="index.html"):
        self.open(SITE.as_uri() + "/" + page)
        self.press("/", text)
        self.wait(lambda: self.find("#find-text").get_property("value") == text)
        self.wait(lambda: self.find(".found [role=status]").text != "")
        return self.results()

    def test_a_slash_begins_it_and_enter_opens_the_first(self):
        self.assertIn("Nobody takes notice of a waiting customer", self.look_for("waiting customer"))
        first = self.script("return document.querySelector('.found a').href")
        self.press(Keys.ENTER)
        self.wait(lambda: self.address() == first)

    def test_beginnings_slips_and_accents_are_forgiven(self):
        whole = self.look_for("complaints")
        self.assertTrue(whole)
        for text in ("compl", "complants", "COMPLAINTS", "cömplaints", "compalints"):
            with self.subTest(text=text):
                self.assertIn(whole[0], self.look_for(text))

    def test_results_are_grouped_and_marked(self):
        self.look_for("branch")
        groups = self.script("return [...document.querySelectorAll('.found h2')].map((h) => h.textContent)")
        self.assertGreater(len(groups), 2)
        self.assertTrue(groups[0].startswith("Deficiencies"))
        marks = self.script("return [...document.querySelectorAll('.found mark')].map((m) => m.textContent.toLowerCase())")
        self.assertTrue(marks)
        self.assertTrue(all(mark.startswith("branch") for mark in marks), marks)

    def test_arrows_walk_through_the_results_and_escape_leaves_them(self):
        results = self.look_for("branch")
        self.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
        self.assertEqual(self.script("return document.activeElement.textContent"), results[1])
        self.press(Keys.ARROW_UP, Keys.ARROW_UP)
        self.assertEqual(self.script("return document.activeElement.id"), "find-text")
        self.press(Keys.ESCAPE)
        self.assertFalse(self.find(".found").is_displayed())

    def test_nothing_found_is_said(self):
        self.assertEqual(self.look_for("xylophone"), [])
        self.assertEqual(self.find(".found [role=status]").text, "Nothing is found for “xylophone”.")

    def test_all_that_is_found_can_be_shown(self):
        self.look_for("branch")
        group = "[...document.querySelectorAll('.found h2')].findIndex((h) => h.textContent.startsWith('Deficiencies ('))"
        count = self.script(f"return parseInt(document.querySelectorAll('.found h2')[{group}].textContent.match(/\\d+/)[0])")
        shown = f"return document.querySelectorAll('.found ul')[{group}].querySelectorAll('li:not([hidden])').length"
        self.assertEqual(self.script(shown), 6)
        self.assertGreater(count, 6)
        self.find(".found .more").click()
        self.assertEqual(self.script(shown), count)
        self.assertEqual(self.script("return document.activeElement.tagName"), "A")

    def test_a_word_of_most_pages_is_not_called_missing(self):
        for word in ("what", "one", "customers"):
            with self.subTest(word=word):
                self.look_for(word)
                self.assertNotIn("Nothing", self.find(".found [role=status]").text)

    def test_links_lead_there_from_a_page_in_a_folder(self):
        self.look_for("waiting customer", page="notes/index.html")
        target = self.script("return document.querySelector('.found a').href")
        self.press(Keys.ENTER)
        self.wait(lambda: self.address() == target)
        self.assertTrue(self.all("main h1"))

    def test_it_works_from_a_server(self):
        with served() as base:
            self.open(base + "index.html")
            self.press("/", "waiting customer")
            self.wait(self.results)
            self.assertEqual(self.messages(), [])

    def test_what_is_written_in_notes_is_text_and_never_markup(self):
        self.look_for("branch")
        self.assertEqual(self.script("return document.querySelectorAll('.found script, .found img').length"), 0)
