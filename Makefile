# cxaudit: build, test and publish. `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help

FORMATTED := Package.swift Plugins Sources Tests templates

# One file that runs on any Linux of the same processor; elsewhere an ordinary release build.
ifeq ($(shell uname -s),Linux)
RELEASE_FLAGS := -Xswiftc -static-executable -Xlinker -s
endif

.PHONY: help site test pages lint messages example benchmark release fmt clean dependencies fuzz

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: release ## Build cxaudit, then the example in content/ into site/
	dist/cxaudit build

test: dependencies ## Check the formatting and run all tests: of the pages in a browser, of files in other programs, of the built command, of the code
	@# A compiler does not keep two processors busy all the time, and a browser waits more than it works.
	@echo "building dist/cxaudit and the tests side by side; tests start as soon as what they test is there"
	$(MAKE) --no-print-directory --jobs=3 --output-sync=target release browser office compiled lint example files pages code

pages: release browser ## Test the example's pages in a browser
	CXAUDIT_BINARY="$(CURDIR)/dist/cxaudit" Tests/Browser/run

.PHONY: browser office files compiled code
browser:
	Tests/Browser/prepare

office:
	Tests/Spreadsheets/prepare

files: release office
	CXAUDIT_BINARY="$(CURDIR)/dist/cxaudit" Tests/Spreadsheets/run

compiled: dependencies
	@# The command takes longest, since one target waits for another: it goes first.
	nice swift build --build-tests

code: release compiled
	CXAUDIT_BINARY="$(CURDIR)/dist/cxaudit" swift test --skip-build

lint: ## Check the formatting and the message files
	swift format lint --strict --recursive $(FORMATTED)
	@command -v python3 > /dev/null || Scripts/install-dependencies python3
	Scripts/messages --check

messages: ## List the phrases of the sources in templates/messages/en.yml
	Scripts/messages

example: ## Check that the generator still makes the example's answers
	@command -v python3 > /dev/null || Scripts/install-dependencies python3
	python3 content/generate.py --check

benchmark: release ## Compare the survey scan with DuckDB and Polars, which pip installs; writes Benchmarks/survey/results.md
	python3 Benchmarks/survey/run.py --binary dist/cxaudit --output Benchmarks/survey/results.md

SECONDS := 600

fuzz: dependencies ## Fuzz the reading of CSV for SECONDS=600 under the address sanitizer
	Fuzz/run $(SECONDS)

release: dependencies ## Build dist/cxaudit, a single file on Linux
	@# The linker warns of functions in Foundation that look up users and hosts; cxaudit has no use for them.
	@# Debugging information more than doubles the time that compiling takes.
	swift build --configuration release --product cxaudit --scratch-path .build-release -debug-info-format none \
	  $(RELEASE_FLAGS) 2>&1 \
	  | { grep -v 'in statically linked applications requires at runtime' || true; }
	@mkdir -p dist
	cp .build-release/release/cxaudit dist/cxaudit.new
	mv -f dist/cxaudit.new dist/cxaudit

fmt: ## Format the sources
	swift format --in-place --recursive $(FORMATTED)

dependencies: ## Install the C libraries that are missing
	@Scripts/install-dependencies

clean: ## Remove what was built; site/ stays
	rm -rf .build .build-release dist .cxaudit
