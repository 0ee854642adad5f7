#!/usr/bin/env python3
"""Generate the answers of the example surveys, the visits of the example scorecard and an auditor's sketch.

Harbour Savings Bank, its customers and staff, every answer and every visit are invented. This script writes them:

    python3 content/generate.py            write the CSV files of content/surveys (customers in two waves, customers
                                           whose complaint was closed, staff, management), content/scorecards
                                           and the sketch beside a note
    python3 content/generate.py --check    compare with what is there; exit 1 if a byte differs
    python3 content/generate.py --first-report FOLDER
                                           write the project into FOLDER as it stood on 31 March 2026; what
                                           `cxaudit snapshot --project FOLDER` keeps there is what
                                           content/history/2026-03-31.json came from

It needs Python 3.8 or later and nothing else. All arithmetic is on integers and the generator is written out
below, so the files come out byte for byte the same on every machine and with every version of Python. Latent
quantities are in thousandths of a scale point.

What is built in, so that the audit has something to find:

- Branch: six in ten customers of the first wave stand waiting and unnoticed. Four branches (B004, B011, B017,
  B020) put a host at the door in April, and do better in the third quarter; the others hardly change.
  Customers on the basic tier fare worse in every branch, most of all where a matter takes time.
- Complaints: answers come late and read as if nobody had listened, in both waves.
- Phone: a fifth to a quarter of the callers have to tell their story again.
- Account opening: costs became clearer in between.
- App: freezes, and more so since its new payment screen; messages stay unanswered, and customers expect an answer
  sooner than they did in winter.
- Web site: hard to find one's way in and silent about the yearly cost in the first wave, mended by the second.
- Closed complaints: the day that was named is often missed, the reasons are thin, and many would advise against.
- Staff: those who take calls are worn out; other departments answer late. Management thinks better of the branches,
  the telephone and the letters than customers do, and thinks that they expect less.
- Card delivery and statements: as promised, or better.
- Mystery shoppers visit the branches in September and see the same: quick where there is a host, slow elsewhere.
"""

import hashlib
import math
import sys
import zlib
from datetime import date, timedelta
from pathlib import Path

SURVEYS = Path(__file__).resolve().parent / "surveys"
SCORECARDS = Path(__file__).resolve().parent / "scorecards"
SEED = 20260930
LOW, HIGH = 1, 7

TIERS = [("basic", 550), ("plus", 330), ("premier", 120)]
AGES = [("18-29", 190), ("30-44", 290), ("45-59", 280), ("60+", 240)]
CHANNELS = {  # preferred channel, by age
    "18-29": [("app", 760), ("branch", 90), ("phone", 150)],
    "30-44": [("app", 640), ("branch", 160), ("phone", 200)],
    "45-59": [("app", 430), ("branch", 300), ("phone", 270)],
    "60+": [("app", 210), ("branch", 490), ("phone", 300)],
}
BRANCHES = ["B%03d" % number for number in range(1, 21)]
BRANCH_SIZE = [74, 38, 61, 66, 35, 42, 70, 33, 48, 40, 58, 63, 36, 45, 52, 39, 60, 34, 47, 59]
PILOTS = {"B004", "B011", "B017", "B020"}

# Chance in thousandths that a customer has met the touchpoint within twelve months.
TOUCHPOINTS = [
    ("website", 880), ("phone", 460), ("branch", 560), ("account-opening", 300),
    ("card-delivery", 350), ("mobile-app", 740), ("complaints", 190), ("statements", 960),
]

# One line an item, in questionnaire order: touchpoint, dimension, expectation, what a customer gets when all goes
# well, and the chance in thousandths that it does not, in the first and the second wave.
ITEMS = [
    ("website", "tangibles", 5850, 6050, 190, 30),
    ("website", "reliability", 6200, 6350, 30, 25),
    ("website", "assurance", 6050, 5950, 240, 60),
    ("phone", "responsiveness", 6050, 5850, 130, 120),
    ("phone", "reliability", 6250, 5900, 265, 275),
    ("phone", "reliability", 6150, 5850, 265, 275),
    ("branch", "responsiveness", 6150, 5750, 620, 520),
    ("branch", "responsiveness", 6000, 5550, 620, 520),
    ("branch", "empathy", 6050, 5850, 180, 150),
    ("account-opening", "reliability", 6200, 6300, 40, 35),
    ("account-opening", "assurance", 6250, 6000, 250, 140),
    ("account-opening", "empathy", 5750, 5850, 50, 45),
    ("card-delivery", "reliability", 6050, 6500, 30, 20),
    ("card-delivery", "assurance", 6200, 6450, 15, 15),
    ("card-delivery", "tangibles", 5800, 6150, 30, 25),
    ("mobile-app", "tangibles", 5950, 5800, 60, 70),
    ("mobile-app", "reliability", 6350, 6150, 140, 228),
    ("mobile-app", "responsiveness", 5900, 5700, 140, 155),
    ("complaints", "responsiveness", 6250, 5550, 400, 410),
    ("complaints", "responsiveness", 6200, 5450, 400, 410),
    ("complaints", "empathy", 6250, 5700, 330, 345),
    ("statements", "reliability", 6350, 6650, 15, 15),
    ("statements", "reliability", 6250, 6600, 15, 15),
    ("statements", "tangibles", 5850, 5950, 40, 40),
]
RISEN = {("mobile-app", "responsiveness"): (320, 60)}  # second wave: how much more is expected, and given
FAILURE = 2500  # how far a failed encounter lies below a good one

DIMENSION_POINTS = [10, 32, 25, 19, 14]  # tangibles, reliability, responsiveness, assurance, empathy

HEADER = (
    ["respondent", "date", "branch", "tier", "channel", "age"]
    + ["E%d" % number for number in range(1, 25)]
    + ["P%d" % number for number in range(1, 25)]
    + ["W%d" % number for number in range(1, 6)]
    + ["recommend", "overall", "effort", "may_quote", "comment"]
)

# Name, file, first day of the fieldwork, days, answers.
WAVES = [
    ("2026-Q1", "2026-q1.csv", date(2026, 1, 12), 26, 912),
    ("2026-Q3", "2026-q3.csv", date(2026, 8, 24), 26, 1104),
]
RETURNING = 140  # people of the first wave who answer the second as well

# Slips as every real export has a few: wave, row (from 0), column, what stands there instead.
SLIPS = [
    (0, 117, "P8", "8"),
    (0, 402, "P17", "very good"),
    (0, 688, "recommend", "11"),
    (1, 203, "P5", "55"),
    (1, 561, "E13", "0"),
    (1, 940, "P22", "o6"),
]

COMMENTS_BAD = {
    "website": [
        "The savings rate on the front page was not the one I was offered",
        "I looked for the fee list for {n5} minutes and gave up",
        "The page for travel money still shows last year's prices",
    ],
    "phone": [
        "Passed on {n2} times and had to explain everything again each time",
        "They said someone would call back on Monday, and nobody did",
        "First person said \"not my department\", second one said the same",
        "{n9} minutes of music, then the line went dead",
        "Three calls for one change of address, really",
    ],
    "branch": [
        "Stood {n20} minutes in line, two desks open, nobody looked up",
        "I stood there like furniture",
        "Nobody says hello, nobody says how long it will be",
        "Waited {n20} minutes, then the clerk said \"next window, please\" and left",
        "Lunch hour, one counter, {n9} people, every time",
        "They have time for the customers in the back office but not for us at the counter",
    ],
    "account-opening": [
        "Nobody mentioned the yearly fee until I had signed",
        "I was sent home for a paper that was not on the list, twice",
        "Signed {n9} pages and could not tell you what they say",
    ],
    "card-delivery": [
        "The card came, the PIN came {n9} days later",
        "Card went to my old address although I had changed it",
    ],
    "mobile-app": [
        "App freezes when I pay more than one bill, then I do not know if it went through",
        "Wrote a message in the app {n9} days ago, still \"received\"",
        "After the update I could not sign in for {n5} days",
        "Works well until the end of the month, when everyone needs it",
    ],
    "complaints": [
        "{n5} weeks, three letters, no answer to my question",
        "The reply thanked me for my \"valued feedback\" and said nothing",
        "I had to tell the story {n5} times, to {n5} people",
        "They answered a complaint I did not make",
        "No name on the letter, no number, nothing",
    ],
    "statements": [
        "The statement lists a shop I do not know, under a name nobody could explain",
        "Print on the paper statement is too small for me",
    ],
}
COMMENTS_GOOD = {
    "website": ["I find what I need, quickly", "Clear pages, no tricks"],
    "phone": ["The lady on the phone sorted it out in one go, thank you", "Quick and friendly on the phone"],
    "branch": [
        "Straight to the right desk, in and out in {n9} minutes",
        "Ms K. took half an hour to explain my mother's account to me",
        "Friendly people, always have been",
    ],
    "account-opening": ["Opened an account in one visit, card in {n9} days", "Everything explained, fees included"],
    "card-delivery": ["Card arrived a day early, with a message telling me so", "New card, PIN and letter, all clear"],
    "mobile-app": ["Best banking app I have used", "I do everything in the app now"],
    "complaints": ["They rang me the next day and put it right", "Fair answer, from a person with a name"],
    "statements": ["Statements always right, always on the second of the month", "Never a mistake in {n20} years"],
}
COMMENTS_PLAIN = [
    "Fine",
    "Nothing to add",
    "Please keep the branches open",
    "Rates could be better, service is alright",
    "Been with you for {n20} years",
    "Très bien, merci",
    "Too many questions in this survey",
    "Write to me at a.example@example.com if you want the details",
    "The café next to your branch knows my name, you don't",
]
CLOSERS = [
    "Otherwise I am content.",
    "Please do something about it.",
    "My neighbour says the same, and she has been a customer for longer than I have.",
    "I told my family, too.",
    "Thank you for asking.",
]


class Random:
    """SplitMix64 (Steele, Lea & Flood 2014); integers in, integers out."""

    MASK = (1 << 64) - 1

    def __init__(self, *key):
        self.state = SEED
        for part in key:
            self.state = (self.state ^ part) & self.MASK
            self.state = self.next()

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def below(self, limit):
        """A whole number from 0 to limit - 1."""
        return (self.next() * limit) >> 64

    def chance(self, thousandths):
        return self.below(1000) < thousandths

    def normal(self, deviation):
        """Near enough to normal, mean 0: the sum of twelve uniform numbers of 16 bits each."""
        total = 0
        for _ in range(3):
            bits = self.next()
            for shift in (0, 16, 32, 48):
                total += (bits >> shift) & 0xFFFF
        return deviation * (2 * total - 12 * 0xFFFF) // 131072

    def pick(self, weighted):
        """One name of [(name, weight)]."""
        place = self.below(sum(weight for _, weight in weighted))
        for name, weight in weighted:
            place -= weight
            if place < 0:
                return name
        raise AssertionError("weights are positive")

    def one(self, choices):
        return choices[self.below(len(choices))]


class Customer:
    """What stays the same about a person from wave to wave."""

    def __init__(self, number):
        random = Random(1, number)
        self.number = number
        self.branch = random.pick(list(zip(BRANCHES, BRANCH_SIZE)))
        self.tier = random.pick(TIERS)
        self.age = random.pick(AGES)
        self.channel = random.pick(CHANNELS[self.age])
        self.content = random.normal(400)  # how kindly this person judges
        self.demanding = random.normal(350)  # how much this person expects


def rated(latent):
    """Thousandths of a point to the nearest point on the scale."""
    return min(HIGH, max(LOW, (latent + 500) // 1000))


def meeting_chance(touchpoint, usual, customer):
    if touchpoint == "branch":
        return {"app": 400, "phone": 520, "branch": 960}[customer.channel]
    if touchpoint == "phone":
        return {"app": 350, "phone": 900, "branch": 330}[customer.channel]
    if touchpoint == "mobile-app":
        return {"app": 990, "phone": 560, "branch": 420}[customer.channel]
    return usual


def failure_chance(touchpoint, dimension, wave, usual, customer):
    """In thousandths; places and tiers differ in the branch only."""
    if touchpoint != "branch":
        return usual
    chance = usual + {"basic": 60, "plus": -30, "premier": -170}[customer.tier]
    place = Random(2, BRANCHES.index(customer.branch)).normal(50)
    if dimension == "empathy":
        chance += {"basic": 70, "plus": -70, "premier": -60}[customer.tier]
    if dimension == "responsiveness":
        chance += place
        if customer.branch in PILOTS:
            chance += 110 if wave == 0 else -230
        elif wave == 1:
            chance += 95  # the usual value is the mean over all branches
    return min(980, max(20, chance))


def experience(random, customer, wave):
    """Expectation and perception of each item; None where the touchpoint was not met."""
    answers = []
    met, encounter, failed = {}, {}, {}
    for touchpoint, usual in TOUCHPOINTS:
        met[touchpoint] = random.chance(meeting_chance(touchpoint, usual, customer))
        encounter[touchpoint] = random.normal(350)
    for touchpoint, dimension, expected, good, first, second in ITEMS:
        cell = (touchpoint, dimension)
        if cell not in failed:
            usual = first if wave == 0 else second
            failed[cell] = random.chance(failure_chance(touchpoint, dimension, wave, usual, customer))
        more, better = RISEN.get(cell, (0, 0)) if wave == 1 else (0, 0)
        e = expected + more + customer.demanding + random.normal(500)
        p = good + better + customer.content + customer.demanding // 2 + encounter[touchpoint] + random.normal(600)
        if failed[cell]:
            p -= FAILURE
        if touchpoint == "branch" and customer.tier == "basic":
            p -= 150
        answers.append((rated(e), rated(p)) if met[touchpoint] else None)
    return answers


def importance(random):
    """Points for the five dimensions in steps of five; most people make them add up to 100."""
    points = [max(0, (usual + random.normal(7) + 2) // 5 * 5) for usual in DIMENSION_POINTS]
    points[1] = max(0, points[1] + 100 - sum(points))
    slip = random.below(1000)
    if slip < 25:
        points[2] += 5
    elif slip < 40:
        points[3] = max(0, points[3] - 5)
    elif slip < 50:
        points[4] += 15
    return points


def comment(random, answers):
    """A few words about the worst or the best that this person met, or nothing."""
    if not random.chance(260):
        return ""
    gaps = {}
    for (touchpoint, *_), answer in zip(ITEMS, answers):
        if answer:
            gaps.setdefault(touchpoint, []).append(answer[1] - answer[0])
    worst = min(gaps, key=lambda name: min(gaps[name]), default=None)
    best = max(gaps, key=lambda name: sum(gaps[name]) * 6 // len(gaps[name]), default=None)
    if worst and min(gaps[worst]) <= -2 and random.chance(850):
        text = random.one(COMMENTS_BAD[worst])
    elif best and sum(gaps[best]) > 0 and random.chance(600):
        text = random.one(COMMENTS_GOOD[best])
    else:
        text = random.one(COMMENTS_PLAIN)
    for slot, least, most in (("{n2}", 2, 4), ("{n5}", 2, 6), ("{n9}", 4, 12), ("{n20}", 12, 34)):
        while slot in text:
            text = text.replace(slot, str(least + random.below(most - least + 1)), 1)
    if random.chance(220):
        text += (".\n" if random.chance(250) else ". ") + random.one(CLOSERS)
    return text


def outcomes(random, customer, answers):
    """Recommendation 0 to 10, satisfaction 1 to 5, ease 1 to 7, all led by the mean gap."""
    gaps = [p - e for e, p in filter(None, answers)]
    mean = 1000 * sum(gaps) // len(gaps) if gaps else 0
    mood = mean + customer.content // 2
    recommend = (8450 + 13 * mood // 10 + random.normal(1250) + 500) // 1000
    overall = (4450 + 7 * mood // 10 + random.normal(550) + 500) // 1000
    effort = (5900 + mood + random.normal(850) + 500) // 1000
    return [min(10, max(0, recommend)), min(5, max(1, overall)), min(7, max(1, effort))]


def cells(random, values):
    """Answers as text; some are left blank and a few are 99, the code for "prefer not to say"."""
    written = []
    for value in values:
        slip = random.below(1000)
        written.append("N/A" if value is None else "" if slip < 27 else "99" if slip < 30 else str(value))
    return written


def row(customer, wave, day):
    random = Random(3, wave, customer.number)
    answers = experience(random, customer, wave)
    if random.chance(10):  # one in a hundred ticks the same box all the way down
        same = 5 + random.below(3)
        answers = [answer and (same, same) for answer in answers]
    judged = outcomes(random, customer, answers)
    words = comment(random, answers)
    e = cells(random, [answer and answer[0] for answer in answers])
    p = cells(random, [answer and answer[1] for answer in answers])
    points = [str(value) for value in importance(random)]
    rest = cells(random, judged)
    if random.chance(20):
        points = [""] * 5
    if random.chance(22):  # some leave before the end: blank from a touchpoint on
        last = 3 * (2 + random.below(6))
        e[last:] = [""] * (24 - last)
        p[last:] = [""] * (24 - last)
        points, rest, words = [""] * 5, [""] * 3, ""
    fixed = ["H%06d" % customer.number, day.isoformat(), customer.branch, customer.tier, customer.channel, customer.age]
    # Whoever comments is asked whether the words may be quoted; drawn apart, so that nothing else changes.
    consent = "" if not words else "yes" if Random(21, wave, customer.number).chance(640) else "no"
    return fixed + e + p + points + rest + [consent, words]


def sample():
    """Customer numbers of each wave."""
    random = Random(4)
    known, waves = set(), []
    for wave, (*_, size) in enumerate(WAVES):
        numbers = []
        if wave > 0:
            earlier = list(waves[wave - 1])
            while len(numbers) < RETURNING:
                numbers.append(earlier.pop(random.below(len(earlier))))
        while len(numbers) < size:
            number = 100000 + random.below(120000)
            if number not in known:
                known.add(number)
                numbers.append(number)
        waves.append(numbers)
    return waves


def answer_day(random, first, days):
    """Most answer in the days after the invitation and after the reminder in the middle."""
    day = min(random.below(days), random.below(days))
    return first + timedelta(days=(day + days // 2) % days if random.chance(350) else day)


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if text else ""


def table(wave, numbers):
    _, _, first, days, _ = WAVES[wave]
    rows = []
    for number in numbers:
        rows.append(row(Customer(number), wave, answer_day(Random(5, wave, number), first, days)))
    rows.sort(key=lambda fields: (fields[1], fields[0]))
    for slip_wave, place, column, value in SLIPS:
        if slip_wave == wave:
            rows[place][HEADER.index(column)] = value
    lines = [",".join(HEADER)] + [",".join(fields[:-1] + [quoted(fields[-1])]) for fields in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


# Customers whose complaint was closed between July and mid-September. Each question of fairness has the least they put
# up with, what they wish for and what they got.
RESOLVED = ("resolved-complaints-2026-q3.csv", date(2026, 7, 6), 70, 131)
FAIR = [(4500, 6300, 4900), (4650, 6400, 4900)]


def resolved():
    name, first, days, size = RESOLVED
    rows = []
    for number in range(size):
        random = Random(7, number)
        kind, mildness = random.normal(800), random.normal(650)
        zones = []
        for least, wished, got in FAIR:
            low = rated(least + mildness + random.normal(350))
            zones += [low, max(low, rated(wished + mildness + random.normal(400))), rated(got + kind + random.normal(500))]
        kept = random.chance(640)
        recommend = (6850 + kind + (900 if kept else -900) + random.normal(1400) + 500) // 1000
        day = first + timedelta(days=random.below(days))
        judged = [min(10, max(0, recommend))]
        rows.append(["C%05d" % (40211 + 7 * number), day.isoformat()] + cells(random, zones) + ["yes" if kept else "no"]
                    + cells(random, judged))
    rows.sort(key=lambda fields: (fields[1], fields[0]))
    return lines_of(["case", "date", "fair_min", "fair_wish", "fair_got", "reasons_min", "reasons_wish", "reasons_got",
                     "on_the_day", "would_recommend"], rows)


# Staff: what they think customers get in the branch, how those who take calls feel about their work, and what they
# expect and get from other departments. One line an item: column, mean of the answers, deviation.
STAFF_DEPARTMENTS = [("branches", 92), ("contact centre", 78), ("head office", 34)]
STAFF_BELIEFS = [("noticed", 4750)]
STAFF_WORK = [("time", 3500), ("means", 3250), ("heard", 3600)]
STAFF_INSIDE = [("by_day", 6050, 5300, 250), ("no_chasing", 5900, 5200, 250)]


def staff():
    rows = []
    for place, (department, size) in enumerate(STAFF_DEPARTMENTS):
        for number in range(size):
            random = Random(8, place, number)
            mood = random.normal(900)
            believed = [rated(mean + random.normal(1000)) for _, mean in STAFF_BELIEFS]
            if department == "contact centre":
                work = [rated(mean + 2 * mood + random.normal(700)) for _, mean in STAFF_WORK]
            else:
                work = [None] * len(STAFF_WORK)
            expected, received = [], []
            failed = random.chance(STAFF_INSIDE[0][3])
            demanding = random.normal(450)
            for _, wanted, good, _ in STAFF_INSIDE:
                expected.append(rated(wanted + demanding + random.normal(450)))
                received.append(rated(good + mood // 2 + random.normal(600) - (1900 if failed else 0)))
            day = date(2026, 9, 7) + timedelta(days=random.below(12))
            rows.append([day.isoformat(), department] + cells(random, believed + work + expected + received))
    rows.sort(key=lambda fields: fields[0])
    header = ["date", "department"] + [name for name, _ in STAFF_BELIEFS] + [name for name, _ in STAFF_WORK]
    return lines_of(header + [name + "_want" for name, *_ in STAFF_INSIDE] + [name + "_get" for name, *_ in STAFF_INSIDE],
                    rows)


# Management: what they think that customers expect, and that they get.
MANAGERS = 27
MANAGEMENT = [("noticed", 5250, 5450), ("first", 6150, 6050), ("listened", 5450, 5900), ("app", 6350, 5550)]


def management():
    rows = []
    for number in range(MANAGERS):
        random = Random(9, number)
        expected = [rated(want + random.normal(600)) for _, want, _ in MANAGEMENT]
        received = [rated(get + random.normal(650)) for _, _, get in MANAGEMENT]
        rows.append(["2026-09-09"] + [str(value) for value in expected + received])
    names = [name for name, *_ in MANAGEMENT]
    return lines_of(["date"] + [name + "_want" for name in names] + [name + "_get" for name in names], rows)


def lines_of(header, rows):
    return "".join(",".join(fields) + "\n" for fields in [header] + rows).encode("utf-8")


# Mystery-shopping visits. One line a criterion: column, points, whether some of them can be gained, the chance in
# thousandths of each (or of all of them) and the same in the branches with a host, and the chance that it does not apply.
CRITERIA = [
    ("side_door", 2, False, 700, 700, 0),
    ("hall", 3, True, 820, 820, 0),
    ("greeted", 3, False, 360, 930, 0),
    ("ten_minutes", 3, False, 470, 900, 0),
    ("told_wait", 1, False, 240, 760, 250),
    ("identity", 2, False, 955, 955, 0),
    ("listened", 5, True, 640, 700, 0),
    ("costs", 3, False, 330, 330, 450),
    ("by_name", 1, False, 520, 560, 0),
    ("settled", 1, False, 660, 720, 0),
]
VISITS = 3  # planned for each branch
FIRST_VISIT = date(2026, 9, 1)
MISSED_VISITS = {("B009", 3), ("B014", 2), ("B014", 3), ("B018", 3)}  # the shopper fell ill


def mark(random, points, in_parts, chance, absent):
    """yes, no or n/a; where some of the points can be gained, how many."""
    if random.chance(absent):
        return "n/a"
    if not in_parts:
        return "yes" if random.chance(chance) else "no"
    return str(sum(random.chance(chance) for _ in range(points)))


def visits():
    lines = []
    for place, branch in enumerate(BRANCHES):
        for number in range(1, VISITS + 1):
            if (branch, number) in MISSED_VISITS:
                continue
            random = Random(6, place, number)
            day = FIRST_VISIT + timedelta(days=7 * (number - 1) + random.below(5))
            marks = [
                mark(random, points, in_parts, hosted if branch in PILOTS else usual, absent)
                for _, points, in_parts, usual, hosted, absent in CRITERIA
            ]
            shopper = "shopper %d" % (1 + (place + number) % 6)
            lines.append(["%s-%d" % (branch, number), branch, day.isoformat(), shopper] + marks)
    lines.sort(key=lambda fields: (fields[2], fields[0]))
    header = ["visit", "unit", "date", "shopper"] + [criterion[0] for criterion in CRITERIA]
    return "".join(",".join(fields) + "\n" for fields in [header] + lines).encode("utf-8")


# The project as it stood on the day of the first report: what had happened by then.
FIRST_REPORT = "2026-03-31"


def first_report(folder):
    """Configuration, first wave, notes to that day, and the plans that had begun, with the steps done by then."""
    project = SURVEYS.parent.parent
    configuration = (project / "cxaudit.yml").read_text(encoding="utf-8")
    kept = []
    for line in configuration.split("\n"):
        kept.append("as-of: " + FIRST_REPORT if line.startswith("as-of:") else line)
    write(folder / "cxaudit.yml", without(without("\n".join(kept), "gates:"), "benchmarks:"))
    for name in ("2026-q1.csv", "2026-q1.yml", "customers.yml"):
        write(folder / "content/surveys" / name, (SURVEYS / name).read_text(encoding="utf-8"))
    for note in sorted((SURVEYS.parent / "notes").glob("*/*.md")):
        text = note.read_text(encoding="utf-8")
        if field(text, "date") <= FIRST_REPORT:
            write(folder / "content/notes" / note.parent.name / note.name, text)
    for plan in sorted((SURVEYS.parent / "corrections").glob("*.md")):
        text = plan.read_text(encoding="utf-8")
        if field(text, "start") and field(text, "start") <= FIRST_REPORT:
            write(folder / "content/corrections" / plan.name, as_it_stood(text))


# The sketch: the hall of Station Square at 12.45, from above.

SKETCH = Path(__file__).resolve().parent / "notes" / "branch" / "hall-at-12-45.png"
SKETCH_SIZE = (640, 360)
FINE = 4  # Each pixel is the mean of so many by so many finer ones.
PAPER, PALE, GREY, INK = 15, 12, 8, 2


class Sketch:
    """Shapes in whole pixels on a sheet of 16 greys, the later over the earlier."""

    def __init__(self, width, height):
        self.width, self.height = width * FINE, height * FINE
        self.rows = [bytearray([PAPER]) * self.width for _ in range(self.height)]

    def box(self, left, top, right, bottom, grey):
        for y in range(top * FINE, bottom * FINE):
            self.rows[y][left * FINE : right * FINE] = bytearray([grey]) * ((right - left) * FINE)

    def disc(self, x, y, radius, grey):
        x, y, radius = x * FINE, y * FINE, radius * FINE
        for row in range(y - radius, y + radius):
            half = math.isqrt(radius * radius - (row - y) * (row - y))
            self.rows[row][x - half : x + half] = bytearray([grey]) * (2 * half)

    def ring(self, x, y, radius, line, grey):
        self.disc(x, y, radius, grey)
        self.disc(x, y, radius - line, PAPER)

    def pixels(self):
        """Two pixels a byte, each row behind a 0: it is not filtered."""
        data = bytearray()
        for top in range(0, self.height, FINE):
            fine = self.rows[top : top + FINE]
            greys = []
            for left in range(0, self.width, FINE):
                total = sum(sum(row[left : left + FINE]) for row in fine)
                greys.append((total + FINE * FINE // 2) // (FINE * FINE))
            data.append(0)
            data.extend(greys[at] << 4 | greys[at + 1] for at in range(0, len(greys), 2))
        return bytes(data)


def png(width, height, pixels):
    """A PNG of 16 greys. It is stored, not compressed: not every version of zlib compresses alike."""

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    stored = b"\x78\x01"
    for start in range(0, len(pixels), 0xFFFF):
        block = pixels[start : start + 0xFFFF]
        last = start + 0xFFFF >= len(pixels)
        length = len(block)
        stored += bytes([last]) + length.to_bytes(2, "little") + (length ^ 0xFFFF).to_bytes(2, "little") + block
    stored += zlib.adler32(pixels).to_bytes(4, "big")
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([4, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", stored) + chunk(b"IEND", b"")


def sketch():
    """Three desks, one of them closed; nine who wait; a door with nobody at it; the side door, barred."""
    width, height = SKETCH_SIZE
    sheet = Sketch(width, height)
    sheet.box(16, 16, 624, 344, INK)
    sheet.box(20, 20, 620, 340, PAPER)
    for left, is_open in ((90, True), (260, True), (430, False)):
        sheet.box(left, 64, left + 120, 100, INK)
        sheet.box(left + 4, 68, left + 116, 96, GREY if is_open else PAPER)
        if is_open:
            sheet.disc(left + 60, 44, 13, INK)
    for x, y in ((150, 134), (320, 134), (320, 172), (320, 210), (320, 248), (282, 262), (244, 262), (206, 262), (168, 262)):
        sheet.disc(x, y, 13, GREY)
        sheet.ring(x, y, 13, 3, INK)
    sheet.box(280, 338, 370, 346, PAPER)
    for x in range(300, 351, 10):
        sheet.box(x, 312, x + 4, 316, GREY)
    sheet.box(614, 200, 626, 260, PALE)
    sheet.box(610, 226, 630, 234, INK)
    return png(width, height, sheet.pixels())


def field(text, name):
    return next((line[len(name) + 2:] for line in text.split("\n") if line.startswith(name + ": ")), "")


def without(text, key):
    """The text of a configuration without one of its keys: its line and what is indented below it."""
    kept, inside = [], False
    for line in text.split("\n"):
        inside = line.startswith(key) or (inside and line[:1] in (" ", "}", "]"))
        if not inside:
            kept.append(line)
    return "\n".join(kept)


def as_it_stood(plan):
    """A plan with the steps that were done by then; the status is that of a plan that runs."""
    lines = plan.split("\n")
    for place, line in enumerate(lines):
        below = lines[place + 1].strip() if place + 1 < len(lines) else ""
        if line.startswith("status:"):
            lines[place] = "status: in-progress"
        elif "[x]" in line and not (below.startswith("- done: ") and below[8:] <= FIRST_REPORT):
            lines[place] = line.replace("[x]", "[ ]")
    open_step, kept = False, []
    for line in lines:
        if line[:1].isdigit():
            open_step = "[ ]" in line
        if not (open_step and line.strip().startswith(("- done:", "- evidence:"))):
            kept.append(line)
    return "\n".join(kept)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--first-report":
        first_report(Path(arguments[1]))
        return 0
    if arguments not in ([], ["--check"]):
        print("usage: generate.py [--check | --first-report FOLDER]", file=sys.stderr)
        return 2
    differing = 0
    files = []
    for wave, numbers in enumerate(sample()):
        label, name, *_ = WAVES[wave]
        files.append((SURVEYS / name, table(wave, numbers), "%s, %d answers" % (label, len(numbers))))
    for path, data in (
        (SURVEYS / RESOLVED[0], resolved()), (SURVEYS / "staff-2026.csv", staff()),
        (SURVEYS / "management-2026.csv", management()),
    ):
        files.append((path, data, "%d answers" % (data.count(b"\n") - 1)))
    scorecard = visits()
    files.append((SCORECARDS / "branch-visits.csv", scorecard, "%d visits" % (scorecard.count(b"\n") - 1)))
    drawn = sketch()
    files.append((SKETCH, drawn, "%d by %d pixels" % SKETCH_SIZE))
    for path, data, what in files:
        facts = "%s: %s, %d bytes, sha256 %s" % (path.name, what, len(data), hashlib.sha256(data).hexdigest()[:16])
        if arguments:
            same = path.is_file() and path.read_bytes() == data
            differing += not same
            print(facts + (", as in the folder" if same else ", DIFFERS from the folder"))
        else:
            path.write_bytes(data)
            print("wrote " + facts)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
