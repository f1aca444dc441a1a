# SPDX-License-Identifier: Apache-2.0
SHELL = /bin/bash
DESTDIR =
prefix = /usr
sysconfdir = /etc
release = -c release --static-swift-stdlib --product wirespool
binary = $$(swift build $(release) --show-bin-path)/wirespool
sources = Sources Tests Fuzz Package.swift
TIME = 60
TARGET =

.DEFAULT_GOAL = help
.PHONY: help demo test fuzz sanitize build release release-binary-path lint format check packages test-packages install clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' Makefile

demo: release ## build, poll the sample feeds, and show what came of them
	@scripts/demo.sh "$(binary)"

test: test-packages ## all tests
	swift test

fuzz: packages ## libFuzzer on hostile input; TIME=60 seconds each, TARGET=documents for one
	scripts/fuzz.sh $(TIME) $(TARGET)

sanitize: test-packages ## Markup's and Feeds' tests under the sanitizers, samples under valgrind
	scripts/sanitize.sh

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

check: ## the house rules that no compiler checks
	@scripts/house-checks.sh

packages:
	@scripts/packages.sh

test-packages:
	@scripts/packages.sh --test

install: release ## into DESTDIR; a configuration that is there stays as it is
	install -D -s -m 755 "$(binary)" "$(DESTDIR)$(prefix)/bin/wirespool"
	install -d "$(DESTDIR)$(prefix)/lib/systemd/system"
	install -m 644 systemd/*.service systemd/*.timer "$(DESTDIR)$(prefix)/lib/systemd/system"
	install -D -m 644 systemd/wirespool.sysusers "$(DESTDIR)$(prefix)/lib/sysusers.d/wirespool.conf"
	install -D -m 644 systemd/wirespool.tmpfiles "$(DESTDIR)$(prefix)/lib/tmpfiles.d/wirespool.conf"
	install -d "$(DESTDIR)$(sysconfdir)/wirespool/feeds.d"
	@cd Config && for file in wirespool.yaml places.tsv feeds.d/*.yaml; do \
	    target="$(DESTDIR)$(sysconfdir)/wirespool/$$file"; \
	    [[ -e "$$target" ]] || install -m 644 "$$file" "$$target"; \
	done

clean: ## remove what was built, and the demonstration's state
	rm -rf .build
