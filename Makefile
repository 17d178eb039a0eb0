# Everything a newcomer, a developer and the machine that checks each change need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check format tests day bench bench-documents states torture lock clean

demo: .venv/run-ready  ## The main job, by hand, without a token and without a network
	@$(BIN)/python -m demo

test: check tests  ## What every change must pass

check: .venv/dev-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# A story has time limits: what failed while two ran beside each other is tried once more, alone. It must pass then.
tests: .venv/dev-ready
	@sh tests/support/chromium.sh
	@kept=$$(mktemp -d) && echo "What the tests write is kept in $$kept until nothing personal was found in it." && \
	{ $(BIN)/python -m pytest -n 3 --dist worksteal --basetemp=$$kept/run || \
	$(BIN)/python -m pytest --last-failed --last-failed-no-failures none --basetemp=$$kept/alone; } && \
	$(BIN)/python -m tests.support.leaks $$kept var && rm -rf $$kept

format: .venv/dev-ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

day: .venv/dev-ready  ## A day with 300 workers instead of 60
	LINDUNG_DAY_WORKERS=300 $(BIN)/python -m pytest tests/stories/day -q

bench: .venv/dev-ready  ## The figures of docs/performance.md
	$(BIN)/python -m bench
	$(BIN)/python -m bench.reminders

bench-documents: .venv/dev-ready  ## The figures of docs/photos.md and docs/reader.md, about ten minutes
	$(BIN)/python -m bench.documents

states: .venv/run-ready  ## The picture of the life of a case; needs Debian's graphviz
	$(BIN)/python -m bot states | dot -Tsvg > docs/pictures/states.svg

torture: .venv/dev-ready  ## kill -9 at 50 random moments, and at 100 during one broadcast (docs/reliability.md)
	$(BIN)/python -m tests.crash.torture --kills 50 --people 20
	$(BIN)/python -m tests.crash.broadcast --kills 100 --people 3000

lock: .venv/dev-ready  ## Pin again what *.in asks for
	$(BIN)/pip install --quiet uv
	for name in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header $$name.in -o $$name.lock; done

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

# To run; to test and check as well.
.venv/run-ready: requirements.lock
.venv/dev-ready: requirements-dev.lock
.venv/%-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Lindung needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch .venv/run-ready $@
