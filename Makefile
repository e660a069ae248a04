# The same names everywhere: here, in .ci/run, in CONTRIBUTING.md. Each target is one script.

.DEFAULT_GOAL := help
.PHONY: help run test bench pictures lint format $(addprefix test-,packages frontend rust postgres docs api browser)

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22
	@echo "One step of the tests: make test-rust (or -packages -frontend -postgres -docs -api -browser)"

run: ## Build and start the demo; ARGS="--listen 127.0.0.1:9000" goes on to snug demo
	@scripts/run $(ARGS)

test: ## Everything, from nothing: installs what it needs, leaves nothing running
	@scripts/test

test-packages test-frontend test-rust test-postgres test-docs test-api test-browser: test-%:
	@scripts/test $*

bench: ## How fast it is on this machine; ONLY=send measures that alone; ARGS="--runs 5" goes on to the bench
	@scripts/bench $(addprefix --only ,$(ONLY)) $(ARGS)

pictures: ## What every page and state looks like, in target/pictures; ARGS="--project=phone" goes on to Playwright
	@scripts/pictures $(ARGS)

lint: ## Formatting, clippy, types, dependencies
	@scripts/lint

format: ## Format the Rust code
	@cargo fmt --all && cd bench && cargo fmt
