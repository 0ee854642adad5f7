"""Every page of the example: valid, accessible, complete without script, at home on narrow screens, alone."""

import unittest
import urllib.parse

from site_browser import SITE, BrowserTest, Reading, check_html, packaged, pages, served

POLICY = ("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
          "base-uri 'none'; form-action 'none'")
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Markup(unittest.TestCase):
    maxDiff = None

    def test_the_html_checker_is_silent(self):
        files = [SITE / page for page in pages()]
        self.assertGreater(len(files), 20)
        self.assertEqual(check_html(files), [])

    def test_every_link_and_every_anchor_resolves(self):
        readings = {page: Reading(SITE / page) for page in pages()}
        count = 0
        for page, reading in readings.items():
            for link in reading.links:
                parts = urllib.parse.urlsplit(link)
                if parts.scheme in ("http", "https", "mailto"):
                    continue
                target = (SITE / page).parent.joinpath(urllib.parse.unquote(parts.path)) if parts.path else SITE / page
                target = target.resolve()
                with self.subTest(page=page, link=link):
                    self.assertTrue(target.is_file())
                    if parts.fragment and target.suffix == ".html":
                        ids = readings[str(target.relative_to(SITE.resolve()))].ids
                        self.assertIn(urllib.parse.unquote(parts.fragment), ids)
                count += 1
        self.assertGreater(count, 500)

    def test_the_policy_is_in_every_page_and_nothing_needs_an_exception(self):
        for page in pages():
            with self.subTest(page=page):
                reading = Reading(SITE / page)
                self.assertEqual(reading.policy, POLICY)
                self.assertEqual(reading.inline, [])

    def test_the_first_page_is_light(self):
        needed = ["index.html", "assets/site.css", "assets/site.js"]
        sizes = {name: (SITE / name).stat().st_size for name in needed}
        print(f"\n  the first page: {sizes}, {sum(sizes.values())} bytes in all")
        self.assertLess(sum(sizes.values()), 150_000)
        self.assertLess(sizes["assets/site.js"], 15_000)


class Accessibility(BrowserTest):
    def check(self, scheme, only=None):
        self.emulate(prefers_color_scheme=scheme)
        run = {"type": "rule", "values": only} if only else {"type": "tag", "values": AA}
        axe = packaged("axe_playwright_python", "axe.min.js").read_text(encoding="utf-8")
        for page in pages():
            with self.subTest(page=page, scheme=scheme):
                self.open((SITE / page).as_uri())
                self.script(axe)
                found = self.browser.execute_async_script(
                    "const done = arguments[arguments.length - 1];"
                    # The print edition repeats the pages; its first chapter stands for them.
                    "axe.run({include: [['html']], exclude: [['.chapter ~ .chapter']]},"
                    " {runOnly: arguments[0], resultTypes: ['violations']})"
                    ".then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '))),"
                    " (e) => done([String(e)]));", run)
                self.assertEqual(found, [])

    def test_axe_finds_nothing_in_the_light(self):
        self.check("light")

    def test_axe_finds_nothing_in_the_dark(self):
        # What is there and how it is named is the same in the light; the colours are not.
        self.check("dark", only=["color-contrast", "link-in-text-block"])


class Loading(BrowserTest):
    def check(self, base):
        self.messages(), self.requests()
        for page in pages():
            with self.subTest(page=page):
                self.open(base + page)
                self.assertEqual(self.messages(), [])
                asked = [url for url in self.requests() if not url.startswith(("about:", "data:"))]
                self.assertGreaterEqual(len(asked), 3)
                self.assertEqual([url for url in asked if not url.startswith(base)], [])

    def test_opened_as_files_pages_ask_for_nothing_else_and_the_console_is_silent(self):
        self.check(SITE.as_uri() + "/")

    def test_served_pages_ask_for_nothing_else_and_the_console_is_silent(self):
        with served() as base:
            self.check(base)

    def test_nothing_scrolls_sideways_on_a_narrow_screen(self):
        self.wide(320)
        self.addCleanup(self.browser.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})
        for page in pages():
            with self.subTest(page=page):
                self.open((SITE / page).as_uri())
                self.assertEqual(self.script("return innerWidth"), 320)
                self.assertLessEqual(self.script("return document.scrollingElement.scrollWidth"), 320)

    def test_on_paper_what_a_click_opens_is_there(self):
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.addCleanup(self.browser.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": ""})
        tall = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.offsetHeight > 0).length"
        for page, opened, named in [("method.html", 15, 5), ("deficiencies/gap.branch.responsiveness.html", 1, 1)]:
            with self.subTest(page=page):
                self.open((SITE / page).as_uri())
                # What a chart or a sentence has said already stays closed.
                self.assertEqual(self.script(tall, ".chart details, .test"), 0)
                self.assertGreaterEqual(self.script(tall, "details > :not(summary)"), opened)
                self.assertGreaterEqual(self.script(tall, ".named > summary"), named)
                self.assertEqual(self.script(tall, "details:not(.named) > summary"), 0)

    def test_without_script_everything_is_there_and_nothing_that_needs_it(self):
        read = "return document.querySelector('main').innerText.replace(/[↕↑↓]/g, '').replace(/\\s+/g, ' ')"
        for page in pages():
            with self.subTest(page=page):
                self.open((SITE / page).as_uri())
                self.script("document.querySelectorAll('form').forEach((f) => f.remove())")
                with_script = self.script(read)
                self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
                try:
                    self.open((SITE / page).as_uri())
                    self.assertEqual(self.script(read), with_script)
                    shown = [e for e in self.all("form, form *, button") if e.is_displayed()]
                    self.assertEqual(shown, [])
                finally:
                    self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


class Policy(BrowserTest):
    """The policy holds in the browser: what it forbids does not happen."""

    ATTEMPT = """
      const done = arguments[arguments.length - 1];
      const violated = new Set();
      document.addEventListener('securitypolicyviolation', (e) => violated.add(e.effectiveDirective));
      const add = (name, attributes, text) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        if (text) element.textContent = text;
        document.body.append(element);
        return element;
      };
      add('script', {}, 'window.inlineRan = true');
      add('script', {src: 'https://elsewhere.invalid/x.js'});
      add('img', {src: 'https://elsewhere.invalid/x.png', alt: ''});
      add('iframe', {src: 'https://elsewhere.invalid/'});
      add('link', {rel: 'stylesheet', href: 'https://elsewhere.invalid/x.css'});
      const styled = add('p', {style: 'color: rgb(1, 2, 3)'}, 'x');
      fetch('https://elsewhere.invalid/').catch(() => {});
      setTimeout(() => done({
        ran: window.inlineRan === true, color: getComputedStyle(styled).color, violated: [...violated].sort(),
      }), 300);
    """

    def check(self, base):
        self.open(base + "index.html")
        self.requests()
        seen = self.browser.execute_async_script(self.ATTEMPT)
        self.assertFalse(seen["ran"])
        self.assertNotEqual(seen["color"], "rgb(1, 2, 3)")
        for directive in ["script-src-elem", "img-src", "frame-src", "style-src-elem", "style-src-attr", "connect-src"]:
            self.assertIn(directive, seen["violated"])
        self.messages()

    def test_over_files(self):
        self.check(SITE.as_uri() + "/")

    def test_over_http(self):
        with served() as base:
            self.check(base)
