# make site    the demo site, from nothing but Swift: public/index.html
# make test    all unit tests
# The rest is listed by `make help`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site
MAKEFLAGS += --no-builtin-rules --no-print-directory

STORE ?= demo.sqlite
OUTPUT ?= public
# The last day that the demo company knows; your own site is as of today, or of the day you name.
AS_OF ?= 2026-11-13
BINARY := .build/release/fieldbook
VENV := .build/browser-tests
ROUTE_VENV := .build/route-benchmark
TERRITORY_VENV := .build/territory-benchmark
# Published routing instances for `make bench-routes`: which folder, which sets (all when empty), factor for all seconds.
INSTANCES ?= ../shared/data/routes
SETS ?=
SCALE ?= 1
SEED ?= 1
# A routing server for `make roads`: an extract of OpenStreetMap (*.osm.pbf), and where the server listens on this machine.
EXTRACT ?=
PORT ?= 5000
# One kind of build for the site, the tests and the benchmarks: what is tested is what runs, and it is built once.
# Testing is enabled in it, since tests look into the modules.
SWIFT_BUILD := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
SOURCES := Sources Tests Package.swift
LIBRARIES := pkg-config libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
BROWSER := chromium python3-venv python3-pip
ROADS := python3 python3-pip

# install-packages NAMES: what of these Debian packages is missing, with sudo only where it is needed.
define install-packages
	@missing=(); for name in $(1); do \
		dpkg-query -W -f='$${Status}' "$$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$$name"); done; \
	if [ $${#missing[@]} -eq 0 ]; then echo "Installed already: $(1)"; exit 0; fi; \
	echo "Installing $${missing[*]} (Debian packages)"; \
	command -v apt-get >/dev/null || { echo "There is no apt-get here: install these, or what they are called here, yourself."; exit 1; }; \
	root=(); [ "$$(id -u)" = 0 ] || root=(sudo); \
	"$${root[@]}" apt-get update -qq; \
	"$${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null
endef

.PHONY: site all test browser-test kill-test bench bench-routes bench-territories roads roads-stop roads-test format lint install install-browser install-roads build clean help

site: build ## The demo store and its site
	@if [ -e $(STORE) ]; then echo "Keeping the store $(STORE)"; else \
		echo "Making the demo store $(STORE)"; $(BINARY) demo --seed 1 --store $(STORE); fi
	@echo "Building the site into $(OUTPUT)/"
	@$(BINARY) build --store $(STORE) --output $(OUTPUT) --as-of $(AS_OF)
	@echo "Done: open $(OUTPUT)/index.html in a browser"

build: install ## The release binary
	@echo "Building fieldbook (release; the first time takes a few minutes)"
	@swift build $(SWIFT_BUILD) --product fieldbook

all: install ## Every target with its tests, each importing only what it declares
	@swift build $(SWIFT_BUILD) --build-tests

test: all ## All unit tests
	@echo "Running the tests"
	@# One after the other: tests that compute for long would starve those that talk over sockets.
	@# Started by itself: 'swift test' would build everything once more, its own way.
	@.build/release/fieldbookPackageTests.xctest --testing-library swift-testing --no-parallel

browser-test: build install-browser ## Every kind of page in Chromium, from disk and from a server
	@$(BINARY) demo --seed 1 --store .build/browser-tests.sqlite
	@$(BINARY) build --store .build/browser-tests.sqlite --output .build/browser-site --as-of $(AS_OF)
	@$(VENV)/bin/python Tests/Browser/check_site.py .build/browser-site
	@$(VENV)/bin/python Tests/Browser/check_maps.py .build/browser-site

kill-test: build ## Builds that are killed at any moment
	@python3 Tests/KillTests/kill_build.py $(BINARY)

bench: install ## Times of the heavy parts, each with a hash of its result
	@swift build $(SWIFT_BUILD) --product benchmarks
	@.build/release/benchmarks $(BENCH)

bench-routes: build ## Routes of ours, PyVRP and VROOM on published instances (INSTANCES, SETS, SCALE, SEED)
	@if [ ! -e $(INSTANCES)/best-known.json ]; then echo "Skipped: no instances in $(INSTANCES) (set INSTANCES=FOLDER)"; exit 0; fi; \
	if ! cmp -s Tests/RouteBenchmark/requirements.txt $(ROUTE_VENV)/requirements.txt; then \
		echo "Installing PyVRP and VROOM into $(ROUTE_VENV)/ (Python packages)"; \
		python3 -m venv $(ROUTE_VENV); \
		$(ROUTE_VENV)/bin/pip install --quiet --disable-pip-version-check --only-binary :all: -r Tests/RouteBenchmark/requirements.txt; \
		cp Tests/RouteBenchmark/requirements.txt $(ROUTE_VENV)/requirements.txt; fi; \
	$(ROUTE_VENV)/bin/python -B Tests/RouteBenchmark/bench_routes.py --binary $(BINARY) --instances $(INSTANCES) \
		--output .build/bench-routes --sets "$(SETS)" --scale $(SCALE) --seed $(SEED)

bench-territories: build ## Territories of equal size: ours, k-means-constrained and scikit-learn (SEED)
	@if ! cmp -s Tests/TerritoryBenchmark/requirements.txt $(TERRITORY_VENV)/requirements.txt; then \
		echo "Installing k-means-constrained and scikit-learn into $(TERRITORY_VENV)/ (Python packages)"; \
		python3 -m venv $(TERRITORY_VENV); \
		$(TERRITORY_VENV)/bin/pip install --quiet --disable-pip-version-check --only-binary :all: -r Tests/TerritoryBenchmark/requirements.txt; \
		cp Tests/TerritoryBenchmark/requirements.txt $(TERRITORY_VENV)/requirements.txt; fi
	@$(TERRITORY_VENV)/bin/python -B Tests/TerritoryBenchmark/bench_territories.py --binary $(BINARY) \
		--output .build/bench-territories --seed $(SEED)

roads: install-roads ## A routing server of an OpenStreetMap extract, on this machine alone (EXTRACT, PORT)
	@python3 .make/roads.py start --extract '$(EXTRACT)' --port '$(PORT)'

roads-stop: ## End the server of `make roads`
	@python3 .make/roads.py stop

roads-test: build ## Driving times and lines from a real server, and what is left when it fails
	@python3 -B Tests/Roads/check_roads.py $(BINARY)

format: ## Format all Swift files
	@swift format --in-place --recursive $(SOURCES)

lint: ## Format and file sizes, without changing anything
	@swift format lint --strict --recursive $(SOURCES)
	@find Sources Tests -name '*.swift' -not -path '*/.*' -exec wc -l {} + | awk '$$2 != "total" { print $$1, $$2 }' | sort -n | awk \
		'{ lines[NR] = $$1; if ($$1 > 400) { print $$2 " has " $$1 " lines, more than 400"; bad = 1 } } \
		END { median = lines[int((NR + 1) / 2)]; print NR " Swift files, median " median " lines, longest " lines[NR]; \
			if (median > 120) { print "The median is above 120 lines"; bad = 1 } exit bad }'

install: ## What the build needs, Swift aside
	@command -v swift >/dev/null || { \
		echo "Swift is missing: install Swift 6.2 or later from swift.org (its page 'Install' has the steps for Debian 12), then run make again."; \
		exit 1; }
	$(call install-packages,$(LIBRARIES))

install-browser: ## What the browser tests need
	$(call install-packages,$(BROWSER))
	@if ! cmp -s Tests/Browser/requirements.txt $(VENV)/requirements.txt; then \
		echo "Installing Playwright and axe into $(VENV)/ (Python packages)"; \
		python3 -m venv $(VENV); \
		$(VENV)/bin/pip install --quiet --disable-pip-version-check --only-binary :all: -r Tests/Browser/requirements.txt; \
		cp Tests/Browser/requirements.txt $(VENV)/requirements.txt; fi

install-roads: ## What `make roads` needs
	$(call install-packages,$(ROADS))

clean: ## Remove what was built; stores and archive stay
	@if [ -e .build/roads/server.json ]; then python3 .make/roads.py stop; fi
	rm -rf .build $(OUTPUT)

help: ## This list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 18
