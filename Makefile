# In small letters: PYTHON from outside chooses what .venv is made with.
python := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run test check bench

help: ## Show this list.
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /make \1\t/'

run: ## Serve the app on http://localhost:8501 (another port: STREAMLIT_SERVER_PORT=8600 make run).
	@sh tools/venv.sh requirements.txt
	@exec $(python) -m attune_trainer run

test: ## Run the tests (some of them: make test ARGS="-k rules").
	@sh tools/venv.sh requirements-dev.txt
	@$(python) -m pytest $(ARGS)

check: ## Run the linter, the formatter, the type checker and the layer rules.
	@sh tools/venv.sh requirements-dev.txt
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@.venv/bin/lint-imports --no-logo

bench: ## Measure the scorer: speed against VADER, long texts, start and memory.
	@sh tools/venv.sh requirements-dev.txt
	@$(python) -m bench.scorer
