# What people do with this project. `make help` lists it.
SHELL := /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
# The Swift runtime goes into the binary: it starts faster, and runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib --product bitext
DEBUG_BINARY := .build/debug/bitext
BINARY := .build/release/bitext

.PHONY: help setup build lexicon encoder demo serve test clients browser bench lint format install uninstall clean

help: ## List what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install the Debian packages that are missing
	@scripts/setup

build: setup ## Build the release binary, .build/release/bitext
	swift build $(RELEASE)

lexicon: build ## Compile the German-English lexicon from trans-de-en, if there is none
	@scripts/lexicon $(BINARY)

encoder: ## Install the sentence encoder e5 (91 MB), which links reports better
	@scripts/encoder

demo: lexicon ## Show what it does, on two real reports
	@scripts/demo $(BINARY)

serve: build ## Serve the memory of the demo at http://127.0.0.1:8765/
	@[ -d .build/demo/kirby.bitext ] || $(MAKE) --no-print-directory demo >/dev/null
	@$(BINARY) serve ./.build/demo/kirby.bitext

test: setup ## Check format, corpora and code
	@scripts/browser || echo "make: no browser; the tests of pages in one are skipped" >&2
	@scripts/test

clients: ## Install OmegaT, translate-toolkit and nginx, which some tests need
	@scripts/clients

browser: ## Install Chromium and axe-core, through which tests look at pages
	@scripts/browser

bench: setup ## Build the benchmarks, .build/release/bench; `bench --help` lists them
	swift build -c release --static-swift-stdlib --product bench

lint: ## Check the format of the code
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

format: ## Bring the code into form
	swift format --in-place --recursive Sources Tests Benchmarks Package.swift

install: build ## Install binary, manual pages and completions; PREFIX=/usr/local
	@scripts/install $(BINARY) "$(DESTDIR)$(PREFIX)"

uninstall: ## Take away what `make install` has put there
	@scripts/uninstall "$(DESTDIR)$(PREFIX)"

clean: ## Take away what was built
	swift package clean
