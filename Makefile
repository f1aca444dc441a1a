# SPDX-License-Identifier: Apache-2.0
SHELL = /bin/bash
DESTDIR =
prefix = /usr
release = -c release --static-swift-stdlib --product wirespool
binary = $$(swift build $(release) --show-bin-path)/wirespool
sources = Sources Tests Fuzz Benchmarks Package.swift
share = $(DESTDIR)$(prefix)/share
TIME = 60
SEEDS = 50
TARGET =

.DEFAULT_GOAL = help
.PHONY: help demo test scorecard bench bench-gate crash endurance simulation fuzz sanitize build release release-binary-path lint format check packages test-packages install install-files deb manual clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' Makefile

demo: release ## build, poll the sample feeds, and show what came of them
	@scripts/demo.sh "$(binary)"

# Eight at a time: where all begin at once, those that talk to a server wait for each other in the midst of their talk.
test: test-packages ## all tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 swift test

scorecard: packages ## every rule of politeness with its verdict; makes docs/POLITENESS.md
	swift run wirespool-scorecard --page docs/POLITENESS.md

fuzz: packages ## libFuzzer on hostile input; TIME=60 seconds each, TARGET=documents for one
	scripts/fuzz.sh $(TIME) $(TARGET)

sanitize: test-packages ## all tests under the sanitizers of threads and addresses, and under valgrind; an hour and more
	scripts/sanitize.sh

crash: release ## hurt the release build in every way that docs/SPOOL.md covers; FULL=1 takes an hour or two
	@Tests/Crash/crash.py "$(binary)" $(if $(FULL),--full)

simulation: packages ## a virtual week of 200 feeds with faults and restarts; SEEDS=50 of them, as many at a time as there are cores
	swift build $(subst --product wirespool,--product wirespool-simulation,$(release))
	@seq $(SEEDS) | xargs -P "$$(nproc)" -n 1 "$$(dirname $(binary))/wirespool-simulation" 1 7

endurance: release ## many feeds for a quarter of an hour: times, memory, descriptors; FEEDS=1000 MINUTES=5 is a short form
	@Tests/Endurance/endurance.py "$(binary)" $(if $(FEEDS),--feeds $(FEEDS)) $(if $(MINUTES),--minutes $(MINUTES))

bench: packages ## how fast documents are read, on this machine
	@swift run -c release --package-path Benchmarks Benchmarks

bench-gate: release ## instructions a byte, counted by valgrind, against what Benchmarks/instructions.tsv allows
	@scripts/bench-gate.sh "$(binary)"

build: packages ## a debug build
	swift build

release: packages ## the one binary to install
	swift build $(release)

release-binary-path: ## its absolute path; builds it when it is missing
	@[[ -x "$(binary)" ]] || $(MAKE) -s release >&2
	@echo "$(binary)"

lint: ## swift format's findings, each an error
	swift format lint --strict --parallel --recursive $(sources)

format: ## lay out the sources
	swift format --in-place --parallel --recursive $(sources)

check: ## the house rules that no compiler checks; scripts, units, manual
	@scripts/house-checks.sh
	@scripts/operations-checks.sh

packages:
	@scripts/packages.sh

test-packages:
	@scripts/packages.sh --test

install: release ## into DESTDIR; `wirespool init` makes the configuration
	@$(MAKE) -s install-files binary="$(binary)"

install-files: # of a program that is built
	install -D -s -m 755 "$(binary)" "$(DESTDIR)$(prefix)/bin/wirespool"
	scripts/manual.sh "$(binary)" .build/manual
	install -d "$(share)/man/man1" "$(share)/man/man5" "$(share)/wirespool/feeds.d" "$(share)/wirespool/lnav" "$(share)/doc/wirespool"
	gzip -9nc .build/manual/wirespool.1 >"$(share)/man/man1/wirespool.1.gz"
	for page in wirespool.yaml wirespool-spool; do gzip -9nc .build/manual/$$page.5 >"$(share)/man/man5/$$page.5.gz"; done
	install -D -m 644 .build/manual/wirespool.bash "$(share)/bash-completion/completions/wirespool"
	install -D -m 644 .build/manual/wirespool.zsh "$(share)/zsh/vendor-completions/_wirespool"
	install -D -m 644 .build/manual/wirespool.fish "$(share)/fish/vendor_completions.d/wirespool.fish"
	install -d "$(DESTDIR)$(prefix)/lib/systemd/system"
	install -m 644 systemd/*.service systemd/*.timer "$(DESTDIR)$(prefix)/lib/systemd/system"
	install -D -m 644 systemd/wirespool.sysusers "$(DESTDIR)$(prefix)/lib/sysusers.d/wirespool.conf"
	install -D -m 644 systemd/wirespool.tmpfiles "$(DESTDIR)$(prefix)/lib/tmpfiles.d/wirespool.conf"
	install -m 644 Config/wirespool.yaml Config/places.tsv "$(share)/wirespool"
	install -m 644 Config/feeds.d/*.yaml "$(share)/wirespool/feeds.d"
	install -m 644 packaging/lnav/wirespool.json "$(share)/wirespool/lnav"
	install -m 644 README.md docs/*.md "$(share)/doc/wirespool"

deb: release ## a Debian package, in .build/deb
	@packaging/deb.sh "$(binary)" .build/deb

manual: release ## manual pages and completions, in .build/manual
	@scripts/manual.sh "$(binary)" .build/manual

clean: ## remove what was built, and the demonstration's state
	rm -rf .build
